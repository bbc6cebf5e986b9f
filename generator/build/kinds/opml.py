"""`feeds.opml`: all feeds of the site in one file, which feed readers take in at once.

It demands full addresses, so there is none without a configured `url`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import briefs
from generator.config import Config
from generator.model import Site, View

MOST = 100
"""So many topics and publishers are named: those of which most is reported."""


def views(site: Site, config: Config) -> Iterator[View]:
    """One view."""
    if not config.url:
        return
    publishers = sorted(site.publishers, key=lambda each: (-len(each.entries), each.name))
    values = {"topics": briefs(site.topics[:MOST]), "publishers": briefs(publishers[:MOST])}
    yield View(url="/feeds.opml", template="feeds.opml", values=values)
