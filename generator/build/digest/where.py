"""Where a story happens: the place of which its reports speak most, known by the words before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from generator.build.digest.reports import Report
from generator.build.digest.shared import LEAST, Shared, early, shared
from generator.text.places import COUNTRIES

FIRST = 3
"""Sentences of a report in which the place of a story stands, if not in the headline; others are by the way."""
TITLED = 3
"""A place in a headline counts as often as one in so many sentences."""
DEEP = 6
"""In so many sentences of a report it must stand behind such a word at least once;"""
OFTEN = 0.3
"""and so in this share of all sentences that name it: anything else does by chance."""


def where(reports: Sequence[Report]) -> list[Shared]:
    """Places that several voices name, what they speak of most first; countries only where there is nothing nearer."""
    known = {name for report in reports for name in report.read.names}
    located: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for report in reports:
        for place in report.read.places:
            if place.sure:
                located[place.name].add((report.number, place.at))
    standing = [name for name, places in located.items() if _is_known(name, places, known)]
    found = [each for each in shared(reports, standing) if early(each.value, reports, FIRST) >= LEAST]
    found = [each for each in found if each.value not in COUNTRIES] or found
    titles = [report.entry.title for report in reports]
    weighed = []
    for each in found:
        naming = [
            (report.number, sentence.place)
            for report in reports
            for sentence in report.read.sentences
            if each.value in sentence.text
        ]
        if sum(one in located[each.value] for one in naming) >= OFTEN * len(naming):
            weighed.append((len(naming) + TITLED * sum(each.value in title for title in titles), each))
    return [each for _, each in sorted(weighed, key=lambda pair: -pair[0])]


def _is_known(name: str, places: Collection[tuple[int, int]], known: Collection[str]) -> bool:
    """Whether it is a name anywhere in the story, or a place early in several reports."""
    early = {report for report, at in places if at < DEEP}
    return len(early) >= (1 if name in known else LEAST)
