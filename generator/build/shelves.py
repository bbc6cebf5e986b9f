"""Which report stands in which edition, so that an edition that is closed stays as it was.

An edition takes the reports that its days state. It closes with its last day or, where nothing of it was known by then,
as in an old collection that is imported, with the day on which its first report was seen. A report that is seen later
stands in the edition of the day it was seen, and so does one that states no day. One that was written by hand has
always been known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from generator.model import Entry


@dataclass(slots=True)
class Shelf:
    """The reports of one edition."""

    first: dt.date
    born: dt.date
    """The day on which there first was something in it."""
    closes: dt.date
    """Nothing that was first seen after this day is shown in it."""
    entries: list[Entry] = field(default_factory=list)


def known(entry: Entry) -> dt.date | None:
    """The day from which on a report is known; of one that was written by hand, the day it belongs to."""
    return entry.known or entry.day


def shelve(entries: Iterable[Entry], starts: Callable[[dt.date], dt.date], days: int) -> list[Shelf]:
    """The shelves, oldest first. `starts` gives the first day of a day's edition, which goes on for `days`."""
    dated = sorted(((day, entry.path, entry) for entry in entries if (day := known(entry))), key=itemgetter(0, 1))
    shelves: dict[dt.date, Shelf] = {}
    for seen, several in groupby(dated, key=itemgetter(0)):
        closed = {first for first, shelf in shelves.items() if shelf.closes < seen}
        for _, _, entry in several:
            first = starts(entry.stated or seen)
            if first in closed:
                first = starts(seen)
            if first not in shelves:
                shelves[first] = Shelf(first, seen, max(seen, first + dt.timedelta(days=days - 1)))
            shelves[first].entries.append(entry)
    return [shelves[first] for first in sorted(shelves)]


def story_at(entry: Entry, day: dt.date) -> str:
    """The slug of the story that a report was in at the end of a day; empty where it was in none."""
    if not entry.former:
        return entry.story
    return next((slug for since, slug in reversed(entry.former) if since <= day), "")
