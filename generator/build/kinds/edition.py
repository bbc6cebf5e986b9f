"""The digest of one day or one ISO week."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import counts
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each day and each week that brought a report."""
    for edition in (*site.days, *site.weeks):
        rest = edition.stories[1:]
        yield View(
            url=edition.url,
            template="edition.html",
            values={
                "edition": edition,
                "lead": edition.stories[0] if edition.stories else None,
                "stories": tuple(story for story in rest if not story.lone),
                "lone": tuple(story for story in rest if story.lone),
                "counts": counts(edition.stories),
            },
        )
