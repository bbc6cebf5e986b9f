"""The digest of one day or one ISO week."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import counts
from generator.config import Config
from generator.model import Edition, Site, Story, View

TOLD = 12
"""So many new stories, and so many updates, are told in an edition; more would be looked through and not read."""


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each day and each week that brought a report."""
    for edition in (*site.days, *site.weeks):
        rest = edition.stories[1:]
        new = [story for story in rest if not story.lone and not story.update][:TOLD]
        updates = [story for story in rest if story.update][:TOLD]
        late = [story for story in rest if story.lone and _late(story, edition)]
        apart = {story.url for story in (*new, *updates, *late)}
        yield View(
            url=edition.url,
            template="edition.html",
            values={
                "edition": edition,
                "lead": edition.stories[0] if edition.stories else None,
                "stories": new,
                "updates": updates,
                "briefs": [story for story in rest if story.url not in apart],
                "late": late,
                "counts": counts(edition.stories),
                "year": edition.last.year,
            },
        )


def _late(story: Story, edition: Edition) -> bool:
    """Whether it states a day before the edition's: it was seen only when the edition of its own day was closed."""
    return story.last is not None and story.last < edition.first
