"""One story: its digest, its reports, and how they came in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.build.course import course
from generator.build.related import related
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each story of two or more reports; a lone report's page is that of its article."""
    ordered = sorted(site.stories, key=lambda story: story.last or dt.date.min, reverse=True)
    likes = related(ordered, lambda story: story.tags, lambda story: story.url, config.related)
    editions = {edition.first: edition.url for edition in site.days}
    for story, like in zip(ordered, likes, strict=True):
        if story.lone:
            continue
        graph = course(story.entries)
        yield View(
            url=story.url,
            template="story.html",
            values={
                "story": story,
                "related": like,
                "course": graph.points,
                "step": graph.step,
                "edition": editions.get(story.last, "") if story.last else "",
            },
        )
