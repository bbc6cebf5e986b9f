"""What the search page searches: one compact row for each article, story, topic and publisher."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.build.addresses import relative
from generator.config import Config
from generator.model import Site, View

Row = tuple[str, str, str, str, str, tuple[str, ...]]
"""Title, address as seen from the index, summary, day, publisher, topics; what does not apply is empty."""

HERE = "/search.json"
SUMMARY = 200


def views(site: Site, config: Config) -> Iterator[View]:
    """One view."""
    yield View(HERE, "search.json", {"rows": tuple(_rows(site, pretty=bool(config.url)))})


def _rows(site: Site, *, pretty: bool) -> Iterator[Row]:
    for story in site.stories:
        if not story.lone:
            url = relative(story.url, HERE, pretty)
            yield story.title, url, _cut(story.summary), _day(story.last), ", ".join(story.publishers[:3]), story.tags
    for entry in site.articles:
        url = relative(entry.url, HERE, pretty)
        yield entry.title, url, _cut(entry.summary), _day(entry.day), entry.publisher, entry.tags
    for several in (site.topics, site.publishers):
        for each in several:
            newest = each.entries[0].day if each.entries else None
            yield each.name, relative(each.url, HERE, pretty), "", _day(newest), "", ()


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _cut(text: str) -> str:
    """The beginning of a long text, up to a word's end."""
    if len(text) <= SUMMARY:
        return text
    return text[:SUMMARY].rpartition(" ")[0] + " …"
