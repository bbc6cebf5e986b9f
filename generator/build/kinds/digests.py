"""Feeds for those who follow the digest and not each report: one entry for each daily edition, one for each story.

An entry says what its page does. Its id is made of its address and the site's `id`, so that a site may move and get
another name; it was updated when the newest of its reports was.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from generator.build.kinds.feeds import NEVER
from generator.build.moments import moment, updated
from generator.config import Config
from generator.model import Edition, Site, Story, View

EDITIONS = 14
"""So many are in their feed: each is a whole one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry."""

    id: str
    url: str
    title: str
    """Of an edition only that which a person gave it, else empty."""
    day: dt.date | None
    """Of an edition."""
    intro: str
    """HTML of what a person says of it."""
    stories: tuple[Story, ...]
    updated: dt.datetime


def views(site: Site, config: Config) -> Iterator[View]:
    """Two Atom feeds."""
    several = [_item(story, (story,), config) for story in site.stories if not story.lone]
    yield _feed("/editions/", [_item(each, each.stories, config) for each in site.days[:EDITIONS]])
    yield _feed("/stories/", sorted(several, key=lambda item: item.updated, reverse=True)[: config.feed_size])


def _feed(home: str, items: list[Item]) -> View:
    """What belongs to no day is in none: see `feeds`."""
    found = tuple(item for item in items if item.updated > NEVER)
    newest = max((item.updated for item in found), default=NEVER)
    return View(home + "feed.xml", "digests.xml", {"home": home, "items": found, "updated": newest})


def _item(what: Edition | Story, stories: tuple[Story, ...], config: Config) -> Item:
    entries = (entry for story in stories for entry in story.entries)
    moments = (moment(day, config.zone) for entry in entries if (day := updated(entry, config.zone)))
    return Item(
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"{config.id}\n{what.url}").urn,
        url=what.url,
        title=what.title,
        day=what.first if isinstance(what, Edition) else None,
        intro=what.intro,
        stories=stories,
        updated=max(moments, default=NEVER),
    )
