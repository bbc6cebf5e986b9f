"""How a story or a topic went on: how many reports each day, month or year brought, for a small picture."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.model import Entry

DAYS, MONTHS = 62, 1900
"""Up to so many days a course goes by days, and up to so many by months: a bar for each stays visible."""


@dataclass(frozen=True, slots=True)
class Course:
    """Points in time at even steps, each with a count; those in between that brought nothing have 0."""

    step: Literal["day", "month", "year"]
    points: tuple[tuple[dt.date, int], ...]
    """The day, or the first day of the month or year, and how many reports fall in it; oldest first."""


def course(entries: Iterable[Entry]) -> Course:
    """The course of these reports from the first to the last; without points when none of them states a day."""
    days = [entry.stated for entry in entries if entry.stated]
    if not days:
        return Course("day", ())
    first, last = min(days), max(days)
    span = (last - first).days + 1
    if span <= DAYS:
        step: Literal["day", "month", "year"] = "day"
        places = [first + dt.timedelta(days=offset) for offset in range(span)]
        found = Counter(days)
    elif span <= MONTHS:
        step = "month"
        places = [dt.date(month // 12, month % 12 + 1, 1) for month in range(_month(first), _month(last) + 1)]
        found = Counter(day.replace(day=1) for day in days)
    else:
        step = "year"
        places = [dt.date(year, 1, 1) for year in range(first.year, last.year + 1)]
        found = Counter(day.replace(month=1, day=1) for day in days)
    return Course(step, tuple((place, found[place]) for place in places))


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
