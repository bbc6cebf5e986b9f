"""The search page; without JavaScript it is a list of ways in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import briefs
from generator.config import Config
from generator.model import Site, View

MOST = 100


def views(site: Site, config: Config) -> Iterator[View]:
    """One view; what is searched is below `/search/`, in many files."""
    publishers = sorted(site.publishers, key=lambda each: (-len(each.entries), each.name))
    yield View(
        url="/search/",
        template="search.html",
        values={
            "topics": briefs(site.topics[:MOST]),
            "publishers": briefs(publishers[:MOST]),
            "days": briefs(site.days[:14]),
            "index": "/search/index.json",
        },
    )
