"""When a report was published and when it was last changed: only as the source states it."""

from __future__ import annotations

import datetime as dt

from generator import frontmatter
from generator.ingest.describe.language import language_of
from generator.ingest.describe.plain import hints
from generator.model import Day, Document, Field
from generator.text import dates

_EARLIEST = 1600
"""The first newspapers. An earlier year, like the first of January 1970, is a program's way to say nothing."""


def date(document: Document) -> Field | None:
    """The day or moment of publication: of those stated, the first that can be true."""
    return _first(document, "date")


def lastmod(document: Document) -> Field | None:
    """When it was last changed; absent when that is the date itself, or before it."""
    changed, published = _first(document, "lastmod"), date(document)
    if changed and published and not _later(changed.value, published.value):
        return None
    return changed


def _first(document: Document, key: str) -> Field | None:
    for value, origin in hints(document, key):
        if (day := _day(value, document)) and _possible(day):
            return Field(day, origin)
    return None


def _day(value: str, document: Document) -> Day | None:
    """A value as a date, or as a date-time when its zone is known."""
    day = frontmatter.moment(value)
    if day is None:
        day = dates.parse(value, language_of(document))
    if isinstance(day, dt.datetime) and day.tzinfo is None:
        return day.date()
    return day


def _possible(day: Day) -> bool:
    plain = day.date() if isinstance(day, dt.datetime) else day
    return plain.year >= _EARLIEST and plain not in (dt.date(1970, 1, 1), dt.date(1969, 12, 31))


def _later(one: Day, other: Day) -> bool:
    """Whether a moment is later than another; of two on one day, only if both say at what time."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        return one > other
    return _date(one) > _date(other)


def _date(day: Day) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day
