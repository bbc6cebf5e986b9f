"""Feeds of the site, of each topic and of each publisher: Atom, RSS 2.0 and JSON Feed.

What a feed says of time comes from the reports and from the day they were first seen, never from the clock. A report
that belongs to no day is in no feed: a feed tells what is new, and Atom demands a moment that would have to be made up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.build.moments import moment, updated
from generator.config import Config
from generator.model import Entry, Publisher, Site, Topic, View

FORMATS = (("feed.xml", "atom.xml"), ("rss.xml", "rss.xml"), ("feed.json", "feed.json"))
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a feed without entries was updated: Atom wants a moment, and there is none."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    entry: Entry
    published: dt.datetime | None
    """None where the source states no date."""
    updated: dt.datetime


def views(site: Site, config: Config) -> Iterator[View]:
    """Three views for the site and three for each topic and publisher."""
    yield from _feeds(config, "/", config.title, site.articles)
    followed: tuple[Topic | Publisher, ...] = (*site.topics, *site.publishers)
    for each in followed:
        yield from _feeds(config, each.url, f"{each.name} · {config.title}", each.entries)


def _feeds(config: Config, home: str, title: str, entries: tuple[Entry, ...]) -> Iterator[View]:
    found = (item for entry in entries if (item := _item(entry, config.zone)))
    items = tuple(islice(found, config.feed_size))
    for name, template in FORMATS:
        yield View(
            url=home + name,
            template=template,
            values={
                "title": title,
                "home": home,
                "address": home + name,
                "items": items,
                "updated": max((item.updated for item in items), default=NEVER),
            },
            bodies=tuple(item.entry.path for item in items) if config.full_text else (),
        )


def _item(entry: Entry, zone: dt.tzinfo) -> Item | None:
    changed = updated(entry, zone)
    if changed is None:
        return None
    return Item(entry, moment(entry.date, zone) if entry.date else None, moment(changed, zone))
