"""Stories: the digest of each with its reports and how they came in, and the list of all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from generator.build.lists import screens
from generator.build.related import related
from generator.build.voices import folds
from generator.config import Config
from generator.model import Site, View

EDITIONS = 6


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each story of two or more reports; a lone report's page is that of its article."""
    ordered = sorted(site.stories, key=lambda story: story.last or dt.date.min, reverse=True)
    likes = related(
        ordered, lambda story: story.tags, lambda story: story.url, config.related, lambda story: not story.lone
    )
    editions: dict[str, list[tuple[dt.date, str]]] = defaultdict(list)
    now = {entry.path: story.slug for story in site.stories if not story.lone for entry in story.entries}
    for edition in site.days:
        for slug in {now[entry.path] for story in edition.stories for entry in story.entries if entry.path in now}:
            editions[slug].append((edition.first, edition.url))
    for story, like in zip(ordered, likes, strict=True):
        if story.lone:
            continue
        yield View(
            url=story.url,
            template="story.html",
            values={
                "story": story,
                "numbers": {entry.url: number for number, entry in enumerate(story.entries, 1)},
                "related": like,
                "editions": tuple(editions[story.slug][:EDITIONS]),
                "folds": folds(story.entries) if story.voices < len(story.publishers) else (),
            },
        )


def listed(site: Site, config: Config) -> Iterator[View]:
    """All stories that several reports tell, newest first; the rank of the site decides between those of one day."""
    several = [story for story in site.stories if not story.lone]
    several.sort(key=lambda story: story.last or dt.date.min, reverse=True)
    for pager in screens("/stories/", several, config.page_size):
        yield View(pager.url, "stories.html", {"pager": pager})
