"""The digests of single days and ISO weeks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from generator.build.stories import rank, within
from generator.build.topics import Names
from generator.model import Edition, Entry, Story


def editions(
    stories: Iterable[Story], period: Literal["day", "week"], names: Names, weights: Mapping[str, int]
) -> tuple[Edition, ...]:
    """One for each period that brought a report, newest first; each story with only the reports that fall in it."""
    starts: Callable[[dt.date], dt.date] = _monday if period == "week" else lambda day: day
    shelves: dict[dt.date, list[Story]] = defaultdict(list)
    for story in stories:
        parts: dict[dt.date, list[Entry]] = defaultdict(list)
        for entry in story.entries:
            if entry.day:
                parts[starts(entry.day)].append(entry)
        for first, entries in parts.items():
            shelves[first].append(within(story, tuple(entries), names))
    order = sorted(shelves, reverse=True)
    address = {first: f"/editions/{_slug(first, period)}/" for first in order}
    return tuple(
        Edition(
            slug=_slug(first, period),
            url=address[first],
            period=period,
            first=first,
            last=first + dt.timedelta(days=6 if period == "week" else 0),
            stories=rank(shelves[first], weights),
            previous=address[order[place + 1]] if place + 1 < len(order) else "",
            next=address[order[place - 1]] if place else "",
        )
        for place, first in enumerate(order)
    )


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _slug(first: dt.date, period: str) -> str:
    if period == "day":
        return first.isoformat()
    year, week, _ = first.isocalendar()
    return f"{year}-w{week:02}"
