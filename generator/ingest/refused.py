"""Dates that cannot be true, because they lie in the future: refused, and told, until their day has come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from generator import frontmatter
from generator.lock import Line
from generator.model import Field

KEYS = ("date", "lastmod")
_AHEAD = dt.timedelta(days=1)
"""So much later than now a date may be: its source may be in another time zone."""
_WHY = re.compile(r"refused: (\S+) ")


def fields(found: Mapping[str, Field], now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """The fields of a document that cannot be true, as (key, why)."""
    return tuple(
        (key, f"refused: {found[key].value} is in the future ({found[key].origin})")
        for key in KEYS
        if key in found and _is_future(found[key].value, now)
    )


def of(line: Line) -> list[tuple[str, str]]:
    """The same of a document in the lock, where the reason stands in place of the origin."""
    return [(key, why) for key, why in line.fields.items() if _WHY.match(why)]


def is_overcome(line: Line, now: dt.datetime) -> bool:
    """Whether a date that was in the future is so no longer."""
    return any((date := _WHY.match(why)) and not _is_future(date[1], now) for _, why in of(line))


def _is_future(value: object, now: dt.datetime) -> bool:
    when, limit = frontmatter.moment(value), now + _AHEAD
    if isinstance(when, dt.datetime):
        return (when if when.tzinfo else when.replace(tzinfo=now.tzinfo)) > limit
    return when is not None and when > limit.date()
