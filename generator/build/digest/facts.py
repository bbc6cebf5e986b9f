"""The key facts of a story: who, where, when, how many, as they stand in cited sentences, and only what several say.

Nothing is inferred: a name is told because independent reports name it, a figure because they agree on it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.build.digest import counts
from generator.build.digest.compared import Compared
from generator.build.digest.reports import Report, Said
from generator.build.digest.shared import LEAST, Shared
from generator.build.digest.where import where
from generator.build.digest.who import who
from generator.build.reading.when import EARLY, Dated
from generator.build.voices import voice
from generator.model import Fact
from generator.text.places import COUNTRIES

WHO, HOW_MANY = 3, 3


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows are taken from."""

    reports: Sequence[Report]
    points: Compared
    places: Sequence[Shared]
    somebody: Sequence[Shared]


def facts(reports: Sequence[Report], points: Compared) -> tuple[Fact, ...]:
    """The rows of the box; none for a story that only one independent publisher tells."""
    if len({report.voice for report in reports}) < LEAST:
        return ()
    places = where(reports)
    somebody = who(reports, COUNTRIES | {place.value for place in places})[:WHO]
    known = _Known(reports, points, places, somebody)
    return tuple(fact for row in ROWS for fact in row(known))


def _who(known: _Known) -> Iterator[Fact]:
    """Whom most publishers name."""
    for each in known.somebody:
        yield Fact("who", each.value, each.citation, each.voices)


def _where(known: _Known) -> Iterator[Fact]:
    """The place of which the reports speak most, if it is no part of a name: `at Lanthorn` may name a bank."""
    names = {part for each in known.somebody for part in each.value.split()}
    for each in [place for place in known.places if names.isdisjoint(place.value.split())][:1]:
        yield Fact("where", each.value, each.citation, each.voices)


def _when(known: _Known) -> Iterator[Fact]:
    """The past day of which most publishers tell first of all, if only that somebody spoke; by the first that does."""
    told: dict[dt.date, list[Said[Dated]]] = defaultdict(list)
    for report in known.reports:
        for each in report.read.dated:
            past = report.entry.stated is None or each.day <= report.entry.stated
            if past and each.precision in ("time", "day") and each.at < EARLY:
                told[each.day].append(Said(report, each))
    voices = {day: len({each.voice for each in several}) for day, several in told.items()}
    best = min(told, key=lambda day: (-voices[day], day), default=None)
    if best and voices[best] >= LEAST:
        first = min(told[best], key=lambda each: (each.it.spoken, each.it.at, each.report.number))
        yield Fact("when", first.it.said, first.cite(), voices[best], day=best, clock=first.it.clock)


def _how_many(known: _Known) -> Iterator[Fact]:
    """What figures tell of people and homes: what most publishers say, or say at last, if several do."""
    found = []
    developments = known.points.developments
    for point in (*known.points.differences, *known.points.agreed, *developments):
        side = point.sides[-1] if point in developments else point.sides[0]
        said = len({voice(each.entry) for each in side.citations})
        weight = counts.weight(point.subject)
        if said >= LEAST and weight < len(counts.HAPPENINGS):
            cited = next(each for each in side.citations if side.value in each.text)
            found.append((weight, Fact("how many", side.value, cited, said, point.subject)))
    yield from [fact for _, fact in sorted(found, key=lambda each: each[0])][:HOW_MANY]


ROWS: tuple[Callable[[_Known], Iterator[Fact]], ...] = (_who, _where, _when, _how_many)
"""Each tells what it is sure of, and nothing else; in the order in which they stand in the box."""
