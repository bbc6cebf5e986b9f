"""Feeds: of reports by site, topic and publisher; of editions and stories; of corrections; and a list of them all.

What a feed says of time comes from the reports and from the day they were first seen, never from the clock. A report
that belongs to no day is in no feed: a feed tells what is new, and Atom demands a moment that would have to be made up.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.build.corrected import corrections
from generator.build.lists import Item, briefs, busiest
from generator.build.moments import moment, updated
from generator.config import Config
from generator.model import Edition, Entry, Publisher, Site, Story, Topic, View

FORMATS = (("feed.xml", "atom.xml"), ("rss.xml", "rss.xml"), ("feed.json", "feed.json"))
EDITIONS = 14
"""So many are in their feed: each is a whole one."""
MOST = 100
"""So many topics and publishers are in the list of feeds: those of which most is reported."""
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a feed without entries was updated: Atom wants a moment, and there is none."""


def reports(site: Site, config: Config) -> Iterator[View]:
    """Atom, RSS 2.0 and JSON Feed of the site, of each topic and of each publisher."""
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
            bodies=tuple(item.entry for item in items) if config.full_text else (),
        )


def _item(entry: Entry, zone: dt.tzinfo) -> Item | None:
    changed = updated(entry, zone)
    if changed is None:
        return None
    return Item(entry, moment(entry.date, zone) if entry.date else None, moment(changed, zone))


@dataclass(frozen=True, slots=True)
class Whole:
    """An edition or a story, told as its page does, for those who follow the digest and not each report."""

    id: str
    """Made of its address and the site's `id`, so that a site may move and get another name."""
    url: str
    title: str
    """Of an edition only that which a person gave it, else empty."""
    day: dt.date | None
    """Of an edition."""
    intro: str
    """HTML of what a person says of it."""
    stories: tuple[Story, ...]
    updated: dt.datetime
    """When the newest of its reports was."""


def digests(site: Site, config: Config) -> Iterator[View]:
    """Two Atom feeds: one entry for each daily edition, one for each story."""
    several = [_whole(story, (story,), config) for story in site.stories if not story.lone]
    editions = [_whole(each, each.stories, config) for each in site.days[:EDITIONS]]
    newest = sorted(several, key=lambda item: item.updated, reverse=True)
    for home, items in (("/editions/", editions), ("/stories/", newest[: config.feed_size])):
        dated = tuple(item for item in items if item.updated > NEVER)
        values = {"home": home, "items": dated, "updated": max((item.updated for item in dated), default=NEVER)}
        yield View(home + "feed.xml", "digests.xml", values)


def _whole(what: Edition | Story, stories: tuple[Story, ...], config: Config) -> Whole:
    entries = (entry for story in stories for entry in story.entries)
    moments = (moment(day, config.zone) for entry in entries if (day := updated(entry, config.zone)))
    return Whole(
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"{config.id}\n{what.url}").urn,
        url=what.url,
        title=what.title,
        day=what.first if isinstance(what, Edition) else None,
        intro=what.intro,
        stories=stories,
        updated=max(moments, default=NEVER),
    )


def corrected(site: Site, config: Config) -> Iterator[View]:
    """What sources have corrected last, as Atom."""
    found = sorted((each for entry in site.articles for each in corrections(entry)), key=lambda each: each.at)
    items = tuple((each, moment(each.at, config.zone)) for each in found[: -config.feed_size - 1 : -1])
    yield View("/corrections/feed.xml", "corrections.xml", {"items": items, "updated": items[0][1] if items else NEVER})


def opml(site: Site, config: Config) -> Iterator[View]:
    """All feeds in one file, which feed readers take in at once. It wants full addresses: none without a `url`."""
    if config.url:
        values = {"topics": briefs(site.topics[:MOST]), "publishers": briefs(busiest(site.publishers)[:MOST])}
        yield View("/feeds.opml", "feeds.opml", values)
