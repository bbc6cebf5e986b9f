"""Where a story happens: the place of which its reports speak most, known by the words before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.build.digest.reports import LEAST, Report
from generator.build.reading.people import stands
from generator.model import Fact
from generator.text.places import COUNTRIES

FIRST = 3
"""Sentences of a report in which the place of a story stands, if not in the headline; others are by the way. In one
report at least it stands there behind a word of place, and that sentence is cited."""
TITLED = 3
"""A place in a headline counts as often as one in so many sentences."""
OFTEN = 0.3
"""In this share of all sentences that name it, it must stand behind a word of place: anything else does by chance."""


def where(reports: Sequence[Report]) -> list[Fact]:
    """Places that several voices name early, the most spoken of first; countries only where nothing is nearer."""
    known = {name for report in reports for name in report.read.names}
    located: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for report in reports:
        for place in report.read.places:
            if place.sure:
                located[place.name].add((report.number, place.at))
    found = []
    for name, at in located.items():
        told = [(report, each) for report in reports for each in report.read.sentences if stands(name, each.text)]
        voices = len({report.voice for report, _ in told})
        titled = {report.number for report in reports if stands(name, report.entry.title)}
        early = titled | {report.number for report, each in told if each.place < FIRST}
        behind = [(report, each) for report, each in told if (report.number, each.place) in at]
        if (
            voices >= LEAST
            and len(early) >= LEAST
            and len({report.number for report, _ in behind}) >= (1 if name in known else LEAST)
            and any(each.place < FIRST for _, each in behind)
            and len(behind) >= OFTEN * len(told)
        ):
            weight = len(told) + TITLED * len(titled)
            since = sum(each.place for _, each in told)
            report, sentence = min(behind, key=lambda each: each[1].place)
            found.append((-weight, -voices, since, Fact("where", name, report.cite(sentence), voices)))
    ranked = [each[-1] for each in sorted(found, key=lambda each: (*each[:-1], each[-1].value))]
    return [each for each in ranked if each.value not in COUNTRIES] or ranked
