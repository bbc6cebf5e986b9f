"""All days of the site as a calendar, month by month."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.build.lists import brief
from generator.config import Config
from generator.model import Edition, Site, View

FEW = 4
"""A month with fewer days that brought something is a line and no calendar, except the newest."""
LATEST = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """One day in the calendar."""

    day: dt.date
    count: int
    """Reports in its edition: those that came in late stand in a later one."""
    url: str
    """Address of its edition; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Week:
    """One row of a month."""

    number: int
    """Of the ISO week."""
    url: str
    """Address of its edition; empty when there is none."""
    cells: tuple[Cell | None, ...]
    """Seven, Monday first; none where the day is of another month."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month that brought a report."""

    first: dt.date
    count: int
    weeks: tuple[Week, ...]
    days: tuple[Cell, ...]
    """The days that brought one, oldest first."""


def views(site: Site, config: Config) -> Iterator[View]:
    """One view; months without a report are left out, so a report of 1912 does not draw a century."""
    per_day = Counter({edition.first: brief(edition).count for edition in site.days})
    days = {edition.first: edition.url for edition in site.days}
    weeks = {edition.first: edition.url for edition in site.weeks}
    months = sorted({day.replace(day=1) for day in per_day}, reverse=True)
    undated = [entry for entry in site.articles if not entry.day]
    shown = tuple(_month(first, per_day, days, weeks) for first in months)
    busy = tuple(each for number, each in enumerate(shown) if not number or len(each.days) >= FEW)
    yield View(
        url="/archive/",
        template="archive.html",
        values={
            "months": busy,
            "quiet": tuple(each for each in shown if each not in busy),
            "latest": tuple((brief(each), _title(each)) for each in site.days[:LATEST]),
            "most": max(per_day.values(), default=0),
            "undated": tuple(undated[: config.page_size]),
            "undated_count": len(undated),
        },
    )


def _title(edition: Edition) -> str:
    """Its own, else that of its first story."""
    return edition.title or (edition.stories[0].title if edition.stories else "")


def _month(first: dt.date, per_day: Counter[dt.date], days: dict[dt.date, str], weeks: dict[dt.date, str]) -> Month:
    rows = []
    for numbers in calendar.Calendar(calendar.MONDAY).monthdayscalendar(first.year, first.month):
        cells = tuple(
            Cell(day := first.replace(day=number), per_day[day], days.get(day, "")) if number else None
            for number in numbers
        )
        some = next(cell.day for cell in cells if cell)
        monday = some - dt.timedelta(days=some.weekday())
        rows.append(Week(some.isocalendar().week, weeks.get(monday, ""), cells))
    count = sum(cell.count for row in rows for cell in row.cells if cell)
    with_some = tuple(cell for row in rows for cell in row.cells if cell and cell.count)
    return Month(first, count, tuple(rows), with_some)
