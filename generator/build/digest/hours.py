"""On which times reports agree and differ: when the same thing happened, by the clock, by the day, by the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from generator.build.digest.compared import Compared
from generator.build.digest.reports import Report, Said
from generator.build.reading import events
from generator.build.reading.when import Dated
from generator.model import Point, Side

MOST = 4
SHARED, SHARED_OF_DAYS = 2, 4
"""Telling words that two sentences must share, the verb among them."""
EXACT, ROUGH, WIDEST = 2, 20, 180
"""Minutes: two times nearer than these are one, the second where one of them is said to be near only; further apart
than the third they are of two things."""
_ROUGHLY = re.compile(r"(?i)\b(?:about|around|shortly|just|soon|gegen|kurz|vers|verso|circa)\b")


_At = Said[Dated]


def compare(reports: Sequence[Report]) -> Compared:
    """Times of day, days and years of one thing, in pairs of reports of which each gives one."""
    found = [Said(report, each) for report in reports for each in report.read.dated if each.event]
    agreed, differing = [], []
    for one, other in combinations(found, 2):
        if one.voice == other.voice or not _of_one_thing(one, other):
            continue
        near = _near(one, other)
        if near and one.it.clock and one.it.clock == other.it.clock:
            agreed.append((one, other))
        elif near is False and not _may_be_other(one, other, found) and not _may_be_other(other, one, found):
            differing.append((one, other))
    return Compared(
        tuple(_agreed(one, other) for one, other in _each_once(agreed)[:MOST]),
        tuple(_differing(one, other) for one, other in _each_once(differing)[:MOST]),
    )


def _of_one_thing(one: _At, other: _At) -> bool:
    if one.it.precision != other.it.precision or one.it.precision == "month":
        return False
    if one.it.event is None or other.it.event is None:
        return False
    shared, lang = SHARED if one.it.clock else SHARED_OF_DAYS, one.report.read.lang
    return events.same(one.it.event, one.sentence, other.it.event, other.sentence, shared, lang)


def _near(one: _At, other: _At) -> bool | None:
    """Whether two times are one; None where they are too far apart to be of one thing."""
    if one.it.precision == "time":
        if one.it.day != other.it.day:
            return None
        apart = abs(one.it.minutes - other.it.minutes)
        within = ROUGH if _is_rough(one) or _is_rough(other) else EXACT
        return True if apart <= within else False if apart <= WIDEST else None
    days = abs((one.it.day - other.it.day).days)
    most = 3 if one.it.precision == "day" else 366 * 5
    return True if not days else False if days <= most else None


def _may_be_other(one: _At, other: _At, found: Sequence[_At]) -> bool:
    """Whether the report of `one` has another time for what `other` tells, or the very time of `other`."""
    return any(
        each.report is one.report
        and each is not one
        and ((each.it.day, each.it.clock) == (other.it.day, other.it.clock) or _of_one_thing(each, other))
        for each in found
    )


def _each_once(pairs: Sequence[tuple[_At, _At]]) -> list[tuple[_At, _At]]:
    """Pairs of which no time was told with another one before."""
    kept: list[tuple[_At, _At]] = []
    for one, other in pairs:
        if not any(each in pair for pair in kept for each in (one, other)):
            kept.append((one, other))
    return kept


def _is_rough(each: _At) -> bool:
    """Whether the time is said to be near only."""
    return bool(_ROUGHLY.search(each.it.said))


def _differing(one: _At, other: _At) -> Point:
    return Point("time", "", tuple(each.side(each.it.said) for each in (one, other)))


def _agreed(one: _At, other: _At) -> Point:
    return Point("time", "", (Side(one.it.said, (one.cite(), other.cite())),))
