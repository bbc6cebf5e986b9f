"""When a report was published and when it was last changed: only as the source states it."""

from __future__ import annotations

import datetime as dt
import re

from generator import frontmatter
from generator.ingest.describe.language import language_of
from generator.ingest.describe.plain import Plain
from generator.model import Day, Field
from generator.text import date_order, dates

_EARLIEST = 1600
"""The first newspapers. An earlier year, like the first of January 1970, is a program's way to say nothing."""

_SITE = re.compile(r"https?://[^/:?#]*\.([a-z]{2,3})(?:[/:?#]|$)", re.IGNORECASE)
_COUNTRIES = {"UK": "GB", "GOV": "US", "EDU": "US", "MIL": "US"} | {
    name: name for name in "US AU NZ IE IN ZA NG KE GH PK BD LK SG HK MY MT ZW UG TZ JM CA PH".split()
}
"""The region of an address that ends in the name of a country where papers are printed in English."""
_PATHS = ("/%Y/%m/%d/", "/%Y-%m-%d", "-%Y-%m-%d", "/%Y%m%d")
_NAMED = re.compile(r"(\d{4}-\d\d-\d\d)[-_](?=[^\W\d_])")


def date(read: Plain) -> Field | None:
    """The day or moment of publication: of those stated, the first that can be true; at last that in the file name."""
    return _first(read, "date") or _in_name(read.document.name)


def lastmod(read: Plain) -> Field | None:
    """When it was last changed; absent when that is the date itself, or before it."""
    changed, published = _first(read, "lastmod"), date(read)
    if changed and published and not _later(changed.value, published.value):
        return None
    return changed


def _first(read: Plain, key: str) -> Field | None:
    for value, origin in read.hints[key]:
        if (day := _day(value, read)) and _possible(day):
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


def _day(value: str, read: Plain) -> Day | None:
    """A value as a date, or as a date-time when its zone is known."""
    day = frontmatter.moment(value)
    if day is None:
        day = dates.parse(value, _custom(read)) or _in_address(value, read)
    if isinstance(day, dt.datetime) and day.tzinfo is None:
        return day.date()
    return day


def _custom(read: Plain) -> str:
    """The tag by whose custom dates are read: English needs a region, which the other dates or the site tell best."""
    tag = language_of(read)
    if tag.partition("-")[0] not in ("", "en"):
        return tag
    sites = (_SITE.match(value) for value, _ in read.hints["url"])
    country = next((match[1].upper() for match in sites if match), "")
    tag = f"en-{_COUNTRIES[country]}" if country in _COUNTRIES else tag
    order = date_order.evidence(read.document.lines)
    return tag if order in ("", date_order.custom(tag)) else {"day": "en-GB", "month": "en-US"}[order]


def _in_address(value: str, read: Plain) -> Day | None:
    """`04/05/2025` as one of its two readings, when that very day stands in the address."""
    readings = {dates.parse(value, tag) for tag in ("en-GB", "en-US")} - {None}
    addresses = [value for value, _ in read.hints["url"]]
    named = [
        day
        for day in readings
        if day and any(_date(day).strftime(form) in each for each in addresses for form in _PATHS)
    ]
    return named[0] if len(named) == 1 else None


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
