"""The timeline of a story: what its reports say happened when, in order of time, each with its sentence.

A sentence stands in it for the time of what happened, not for the day on which somebody spoke of it. A day has one
line, and one for each hour that is known: more would tell the same again. What is known to the year alone is what went
before, and no part of it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.build.digest.reports import Report, Said
from generator.build.reading.when import EARLY, RANKS, Dated
from generator.model import Moment

MOST = 10
"""Lines."""

_Line = Said[Dated]


def timeline(reports: Sequence[Report]) -> tuple[Moment, ...]:
    """The days, and then the months, of which most publishers tell; of each what says it early and in few words."""
    voices: dict[dt.date, set[str]] = defaultdict(set)
    for report in reports:
        for each in report.read.dated:
            voices[each.day].add(report.voice)
    of: dict[tuple[dt.date, bool, str], _Line] = {}
    for line in sorted(_lines(reports), key=_briefly):
        of.setdefault((line.it.day, line.it.precision == "month", line.it.clock), line)
    kept = sorted(of.values(), key=lambda line: (line.it.precision == "month", -len(voices[line.it.day]), line.it.at))
    return tuple(
        Moment(line.it.day, line.it.precision, line.it.clock, line.it.said, line.cite())
        for line in sorted(kept[:MOST], key=lambda line: (line.it.day, line.it.precision != "month", line.it.clock))
    )


def _lines(reports: Sequence[Report]) -> Iterator[_Line]:
    for report in reports:
        for each in report.read.dated:
            if each.plain and not each.spoken and each.precision != "year":
                yield Said(report, each)


def _briefly(line: _Line) -> tuple[int, bool, int]:
    return RANKS.index(line.it.precision), line.it.at >= EARLY, len(line.sentence.text)
