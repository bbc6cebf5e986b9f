"""What a page or feed needs of a long list: one screen of it, its members in brief, its size. None carries the list.

A View must not grow with the collection, or each new article would change every page that merely names a topic.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Edition, Entry, Publisher, Story, Topic


@dataclass(frozen=True, slots=True)
class Pager:
    """One screen of a list."""

    items: tuple[Any, ...]
    number: int
    """From 1."""
    total: int
    """How many screens there are."""
    count: int
    """How many items the whole list has."""
    url: str
    """Address of this screen."""
    previous: str
    """Address of the screen before this one; empty on the first."""
    next: str
    """Address of the screen after this one; empty on the last."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A topic, a publisher or an edition, as lists name it: what it is called and how much there is of it."""

    name: str
    slug: str
    url: str
    count: int
    """Of its reports."""
    first: dt.date | None = None
    """First day of an edition; oldest day of a topic or publisher."""
    last: dt.date | None = None
    """Last day of an edition; newest day of a topic or publisher."""
    homepage: str = ""
    """Of a publisher, where its reports name one."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a page or a site covers."""

    articles: int
    publishers: int


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    entry: Entry
    published: dt.datetime | None
    """None where the source states no date."""
    updated: dt.datetime


def dated_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Reports in the order in which they are given, those whose source states no day after the others.

    They belong to the day on which they were first seen, which in a list of what happened when would say too much: a
    first import of an old collection would put all of them on top.
    """
    return tuple(sorted(entries, key=lambda entry: entry.stated is None))


def screens(url: str, items: Sequence[Any], size: int) -> Iterator[Pager]:
    """Cut a list into screens: the first stands at `url`, the others at `url` + `page/2/` and so on; at least one."""
    total = max(1, -(-len(items) // size))
    addresses = [url, *(f"{url}page/{number}/" for number in range(2, total + 1))]
    for index, address in enumerate(addresses):
        yield Pager(
            items=tuple(items[index * size : (index + 1) * size]),
            number=index + 1,
            total=total,
            count=len(items),
            url=address,
            previous=addresses[index - 1] if index else "",
            next=addresses[index + 1] if index + 1 < total else "",
        )


def busiest(publishers: Iterable[Publisher]) -> list[Publisher]:
    """Those of which most is reported first."""
    return sorted(publishers, key=lambda each: (-len(each.entries), each.name))


def brief(what: Topic | Publisher | Edition) -> Brief:
    """What a list says of a topic, a publisher or an edition."""
    if isinstance(what, Edition):
        return Brief(
            what.slug, what.slug, what.url, sum(len(story.entries) for story in what.stories), what.first, what.last
        )
    days = [entry.stated for entry in what.entries if entry.stated]
    homepage = what.homepage if isinstance(what, Publisher) else ""
    first, last = min(days, default=None), max(days, default=None)
    return Brief(what.name, what.slug, what.url, len(what.entries), first, last, homepage)


def briefs(some: Iterable[Topic] | Iterable[Publisher] | Iterable[Edition]) -> tuple[Brief, ...]:
    """`brief` of each."""
    return tuple(brief(each) for each in some)


def counts(stories: Iterable[Story]) -> Counts:
    """How many reports and publishers these are."""
    entries = [entry for story in stories for entry in story.entries]
    names = {source.name for entry in entries for source in entry.sources if source.name}
    return Counts(len(entries), len(names))
