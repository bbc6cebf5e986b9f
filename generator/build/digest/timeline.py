"""The timeline of a story: what its reports say happened when, in order of time, each with its sentence.

A sentence stands in it for the time of what happened, not for the day on which somebody spoke of it; what several
reports tell of one day comes once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.build.digest.reports import Report, Said
from generator.build.reading.when import RANKS, Dated
from generator.model import Moment
from generator.text.months import calendar
from generator.text.weights import Vector, rarity, similarity, vector
from generator.text.words import stopwords

MOST, A_DAY = 12, 4
"""Lines; those of one day without a time of day, of one month or year."""
SAME = 0.18
"""Two sentences of one day more alike than this tell of one thing; twice as much where their times of day differ."""
APART = 30
"""Minutes. Two times of day further apart than this are of two things."""
LONG_AGO = 40
"""Years. What lies further back is history, and no part of the story."""
_LATE = re.compile(r"(?i)night|evening|afternoon|abend|nacht|soir|tarde|noche|noite|sera|notte|avond")


@dataclass(frozen=True, slots=True)
class _Line:
    """What could stand in the timeline."""

    told: Said[Dated]
    vector: Vector


def timeline(reports: Sequence[Report]) -> tuple[Moment, ...]:
    """At most MOST lines; what several publishers tell, and what is told to the day, before the rest."""
    return tuple(
        Moment(each.it.day, each.it.precision, each.it.clock, each.it.said, each.cite())
        for each in sorted(_fewer(_each_once(reports)), key=_at)
    )


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing that happened at a time: how it is told best, and how many voices do."""

    told: Said[Dated]
    voices: int


def _each_once(reports: Sequence[Report]) -> list[_Thing]:
    rare = rarity(
        [word for each in report.read.dated if not each.spoken for word in report.read.sentences[each.at].words]
        for report in reports
    )
    groups: list[list[_Line]] = []
    for report in reports:
        for line in _lines(report, rare):
            home = next((group for group in groups if any(_one_thing(line, other) for other in group)), None)
            if home is None:
                groups.append([line])
            else:
                home.append(line)
    return [_Thing(_best(group), len({each.told.voice for each in group})) for group in groups]


def _lines(report: Report, rare: Mapping[str, float]) -> Iterator[_Line]:
    """The times of a report whose sentences can be read by themselves."""
    stated, lang = report.entry.stated, report.read.lang
    small = stopwords(lang or "en") | calendar(lang or "en")
    for each in report.read.dated:
        if each.plain and (stated is None or (stated - each.day).days <= 366 * LONG_AGO):
            told = Said(report, each)
            yield _Line(told, vector([word for word in told.sentence.words if word not in small], rare))


def _one_thing(one: _Line, other: _Line) -> bool:
    mine, theirs = one.told.it, other.told.it
    if mine.day != theirs.day or (mine.precision in ("month", "year")) != (theirs.precision in ("month", "year")):
        return False
    alike = similarity(one.vector, other.vector)
    if mine.clock and theirs.clock and mine.clock != theirs.clock:
        return abs(mine.minutes - theirs.minutes) <= APART and alike > 2 * SAME
    return alike > SAME or bool(mine.clock and mine.clock == theirs.clock)


def _best(group: Sequence[_Line]) -> Said[Dated]:
    """The line that tells the time best, then the one that a report tells first."""
    told = [each.told for each in group]
    return min(told, key=lambda each: (RANKS.index(each.it.precision), each.it.at, each.report.number))


def _fewer(found: Sequence[_Thing]) -> list[Said[Dated]]:
    def weight(each: _Thing) -> tuple[object, ...]:
        told = each.told
        return (RANKS.index(told.it.precision) // 2, -each.voices, told.it.at, _at(told))

    kept: list[Said[Dated]] = []
    for told in (each.told for each in sorted(found, key=weight)):
        alike = [each for each in kept if (each.it.day, bool(each.it.clock)) == (told.it.day, bool(told.it.clock))]
        if len(kept) < MOST and len(alike) < A_DAY:
            kept.append(told)
    return kept


def _at(said: Said[Dated]) -> tuple[dt.date, int, str, int, int]:
    """By year, month, day, time of day; what is told of a day as a whole stands before its hours, its evening last."""
    each = said.it
    clock = each.clock or ("~" if _LATE.search(each.said) else "")
    return each.day, -RANKS.index(each.precision) // 2, clock, said.report.number, each.at
