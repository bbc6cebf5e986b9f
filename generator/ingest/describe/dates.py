"""When a report was published and when it was last changed: only as the source states it."""

from __future__ import annotations

import datetime as dt
import re

from generator import frontmatter
from generator.ingest.describe.language import language_of
from generator.ingest.describe.plain import hints
from generator.model import Day, Document, Field
from generator.text import dates

_EARLIEST = 1600
"""The first newspapers. An earlier year, like the first of January 1970, is a program's way to say nothing."""

_NAMED = re.compile(r"(\d{4}-\d\d-\d\d)[-_](?=[^\W\d_])")


def date(document: Document) -> Field | None:
    """The day or moment of publication: of those stated, the first that can be true; at last that in the file name."""
    return _first(document, "date") or _in_name(document.name)


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


def _in_name(name: str) -> Field | None:
    """The day with which a file's name begins, as weblogs have it: `2024-02-19-a-title.md`, `2024-02-19-a/index.md`."""
    *folders, last = name.partition("#")[0].split("/")
    if folders and last.partition(".")[0] in ("index", "_index"):
        last = folders[-1]
    found = _NAMED.match(last)
    day = frontmatter.moment(found[1]) if found else None
    return Field(day, "file name") if day and _possible(day) else None


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
