"""The key facts of a story: who, where, when, how many, as they stand in cited sentences, and only what several say.

Nothing is inferred: a name is told because independent reports name it, a figure because they agree on it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean

from generator.build.digest import counts
from generator.build.digest.reports import LEAST, Report, Said
from generator.build.digest.where import where
from generator.build.digest.who import who
from generator.build.reading.when import EARLY, Dated
from generator.build.voices import voices
from generator.model import Digest, Fact
from generator.text.places import COUNTRIES

WHO, HOW_MANY = 3, 3


def facts(reports: Sequence[Report], points: Digest) -> tuple[Fact, ...]:
    """The rows of the box, in their order; none for a story that only one independent publisher tells."""
    if len({report.voice for report in reports}) < LEAST:
        return ()
    places = where(reports)
    somebody = who(reports, COUNTRIES | {place.value for place in places})[:WHO]
    names = {part for each in somebody for part in each.value.split()}  # `at Lanthorn` may name a bank
    located = [place for place in places if names.isdisjoint(place.value.split())]
    return (*somebody, *located[:1], *_when(reports), *_how_many(points))


def _when(reports: Sequence[Report]) -> Iterator[Fact]:
    """The past day of which most publishers tell first of all, and earliest, if only that somebody spoke."""
    told: dict[dt.date, list[Said[Dated]]] = defaultdict(list)
    for report in reports:
        for each in report.read.dated:
            past = report.entry.stated is None or each.day <= report.entry.stated
            if past and each.precision in ("time", "day") and each.at < EARLY:
                told[each.day].append(Said(report, each))
    voices = {day: len({each.voice for each in several}) for day, several in told.items()}
    places = {day: fmean(each.it.at for each in several) for day, several in told.items()}
    best = min(told, key=lambda day: (-voices[day], places[day], day), default=None)
    if best and voices[best] >= LEAST:
        first = min(told[best], key=lambda each: (each.it.spoken, each.it.at, each.report.number))
        yield Fact("when", first.it.said, first.cite(), voices[best], day=best, clock=first.it.clock)


def _how_many(points: Digest) -> Iterator[Fact]:
    """What figures tell of people and homes: what most publishers say, or say at last, if several do."""
    found = []
    for point in (*points.differences, *points.agreed, *points.developments):
        side = point.sides[-1] if point in points.developments else point.sides[0]
        said = len({*voices(each.entry for each in side.citations)})
        weight = counts.weight(point.subject)
        if said >= LEAST and weight < len(counts.HAPPENINGS):
            cited = next(each for each in side.citations if side.value in each.text)
            found.append((weight, Fact("how many", side.value, cited, said, point.subject)))
    yield from [fact for _, fact in sorted(found, key=lambda each: each[0])][:HOW_MANY]
