"""The timeline of a story: what its reports say happened when, in order of time, each with its sentence.

A sentence stands in it for the time of what happened, not for the day on which somebody spoke of it; what several
reports tell of one day comes once. What is known to the year alone is what went before, and no part of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.build.digest.reports import Report, Said, together
from generator.build.reading.when import RANKS, Dated
from generator.model import Moment
from generator.text.months import calendar
from generator.text.weights import Vector, rarity, similarity, vector
from generator.text.words import stopwords

MOST = 12
"""Lines."""
SAME = 0.18
"""Two sentences of one day more alike than this tell of one thing; twice as much where their times of day differ."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What could stand in the timeline."""

    told: Said[Dated]
    vector: Vector


def timeline(reports: Sequence[Report]) -> tuple[Moment, ...]:
    """At most MOST lines; what is told to the day, and what several publishers tell, before the rest."""
    rare = rarity([word for each in _dated(report) for word in each.sentence.words] for report in reports)
    lines = (_line(each, rare) for report in reports for each in _dated(report) if each.it.plain)
    groups = together(lines, _one_thing)
    told = [(-len({each.told.voice for each in group}), _best(group)) for group in groups]
    kept = sorted(told, key=lambda each: (each[1].it.precision == "month", each[0], each[1].it.at, _at(each[1])))[:MOST]
    return tuple(
        Moment(each.it.day, each.it.precision, each.it.clock, each.it.said, each.cite())
        for each in sorted((each for _, each in kept), key=_at)
    )


def _dated(report: Report) -> list[Said[Dated]]:
    """What a report dates, to a month at least."""
    return [Said(report, each) for each in report.read.dated if each.precision != "year" and not each.spoken]


def _line(told: Said[Dated], rare: Mapping[str, float]) -> _Line:
    lang = told.report.read.lang or "en"
    small = stopwords(lang) | calendar(lang)
    return _Line(told, vector([word for word in told.sentence.words if word not in small], rare))


def _one_thing(one: _Line, other: _Line) -> bool:
    mine, theirs = one.told.it, other.told.it
    if mine.day != theirs.day or (mine.precision == "month") != (theirs.precision == "month"):
        return False
    alike = similarity(one.vector, other.vector)
    if mine.clock and theirs.clock:
        return mine.clock == theirs.clock or alike > 2 * SAME
    return alike > SAME


def _best(group: Sequence[_Line]) -> Said[Dated]:
    """The line that tells the time best, then the one that a report tells first."""
    told = [each.told for each in group]
    return min(told, key=lambda each: (RANKS.index(each.it.precision), each.it.at, each.report.number))


def _at(said: Said[Dated]) -> tuple[object, ...]:
    """By month, day, time of day; what is told of a day as a whole stands before its hours."""
    each = said.it
    return each.day, each.precision != "month", each.clock, said.report.number, each.at
