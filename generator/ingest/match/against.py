"""What speaks against two reports being of one event: each has something to say on a point, and nothing in common.

Two rulings of one week share the words of all rulings, and differ in whom and what they name. Silence says nothing: a
short report names nobody.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left

from generator.ingest import groups
from generator.ingest.match.particulars import WEEK
from generator.ingest.match.report import Report

NAMES = 0.3
"""What is left of the likeness of two reports that both name somebody or something in full, of whom the other has not
one word. Weighed on five public sets: it is so with one in ten pairs of one event, and with every second of two events
that have been taken for one. Single names tell less: the town, the country and the club are the same."""
FIGURES = 0.7
"""The same of two reports that count the same things, and nowhere to the same number. It says little by itself, for
counts of one event change; it weighs with the rest."""
DAYS = 0.6
"""The same of two reports of about one day that speak of weekdays, and of none in common: so with one in twelve pairs
of one event, and with every second pair of two. What is written later of an event speaks of other days."""
ABOUT = 3
"""Days."""


def against(one: Report, other: Report) -> int:
    """What this leaves of the likeness of two reports, in millionths."""
    left, a, b = 1.0, one.told, other.told
    if a.named and b.named and _apart(a.named, other.words) and _apart(b.named, one.words):
        left *= NAMES
    if a.counted and b.counted and _apart(a.figures, b.figures) and not _apart(a.counted, b.counted):
        left *= FIGURES
    if a.days and b.days and _on_other_days(one, other):
        left *= DAYS
    return round(left * groups.GRAIN)


def _on_other_days(one: Report, other: Report) -> bool:
    if one.day and other.day:
        return abs(one.day - other.day) <= ABOUT and _apart(one.told.days, other.told.days)
    return {day % WEEK for day in one.told.days}.isdisjoint(day % WEEK for day in other.told.days)


def _apart(some: array[int], many: array[int]) -> bool:
    """Whether no number is in both; they are in order, and `some` are few."""
    for each in some:
        at = bisect_left(many, each)
        if at < len(many) and many[at] == each:
            return False
    return True
