"""On which times reports agree and differ: when the same thing happened, by the clock, by the day, by the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.build.digest import events
from generator.build.digest.compared import Compared
from generator.build.digest.events import Event
from generator.build.digest.reported import Reported, Sentence
from generator.build.digest.when import Told, told
from generator.build.voices import voice
from generator.model import Point, Side

MOST = 4
SHARED, SHARED_OF_DAYS = 2, 4
"""Telling words that two sentences must share, the verb among them."""
EXACT, ROUGH, WIDEST = 2, 20, 180
"""Minutes: two times nearer than these are one, the second where one of them is said to be near only; further apart
than the third they are of two things."""
_ROUGHLY = re.compile(r"(?i)\b(?:about|around|shortly|just|soon|gegen|kurz|vers|verso|circa)\b")


@dataclass(frozen=True, slots=True)
class _At:
    """A time of a report, and of what."""

    report: int
    voice: str
    sentence: Sentence
    told: Told
    event: Event

    @property
    def rough(self) -> bool:
        """Whether the time is said to be near only."""
        return bool(_ROUGHLY.search(self.told.said))


def compare(reports: Sequence[Reported]) -> Compared:
    """Times of day, days and years of one thing, in pairs of reports of which each gives one."""
    found = [each for report in reports for each in _times(report)]
    agreed, differing = [], []
    for one, other in combinations(found, 2):
        if one.voice == other.voice or not _of_one_thing(one, other):
            continue
        near = _near(one, other)
        if near and one.told.clock and one.told.clock == other.told.clock:
            agreed.append((one, other))
        elif near is False and not _may_be_other(one, other, found) and not _may_be_other(other, one, found):
            differing.append((one, other))
    return Compared(
        tuple(_agreed(one, other, reports) for one, other in _each_once(agreed)[:MOST]),
        tuple(_differing(one, other, reports) for one, other in _each_once(differing)[:MOST]),
    )


def _times(report: Reported) -> Iterator[_At]:
    for each in told(report):
        text, lang = each.sentence.text, report.lang
        if event := events.before(text, text.index(each.said), lang):
            yield _At(each.sentence.report, voice(report.entry), each.sentence, each, event)


def _of_one_thing(one: _At, other: _At) -> bool:
    if one.told.precision != other.told.precision or one.told.precision == "month":
        return False
    return events.same(one.event, other.event, SHARED if one.told.clock else SHARED_OF_DAYS)


def _near(one: _At, other: _At) -> bool | None:
    """Whether two times are one; None where they are too far apart to be of one thing."""
    if one.told.precision == "time":
        if one.told.day != other.told.day:
            return None
        apart = abs(one.told.minutes - other.told.minutes)
        within = ROUGH if one.rough or other.rough else EXACT
        return True if apart <= within else False if apart <= WIDEST else None
    days = abs((one.told.day - other.told.day).days)
    most = 3 if one.told.precision == "day" else 366 * 5
    return True if not days else False if days <= most else None


def _may_be_other(one: _At, other: _At, found: Sequence[_At]) -> bool:
    """Whether the report of `one` has another time for what `other` tells, or the very time of `other`."""
    return any(
        each.report == one.report
        and each is not one
        and ((each.told.day, each.told.clock) == (other.told.day, other.told.clock) or _of_one_thing(each, other))
        and (each.told.day, each.told.clock) != (one.told.day, one.told.clock)
        for each in found
    )


def _each_once(pairs: Sequence[tuple[_At, _At]]) -> list[tuple[_At, _At]]:
    """Pairs of which no time was told with another one before."""
    kept: list[tuple[_At, _At]] = []
    for one, other in pairs:
        if not any(each in pair for pair in kept for each in (one, other)):
            kept.append((one, other))
    return kept


def _side(each: _At, reports: Sequence[Reported]) -> Side:
    return Side(each.told.said, (reports[each.report].cite(each.sentence),))


def _differing(one: _At, other: _At, reports: Sequence[Reported]) -> Point:
    return Point("time", "", (_side(one, reports), _side(other, reports)))


def _agreed(one: _At, other: _At, reports: Sequence[Reported]) -> Point:
    cited = tuple(reports[each.report].cite(each.sentence) for each in (one, other))
    return Point("time", "", (Side(one.told.said, cited),))
