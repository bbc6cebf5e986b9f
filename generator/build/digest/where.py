"""Where a story happens: the place of which its reports speak most, known by the words before it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.build.digest.reports import Report
from generator.build.digest.shared import LEAST, Shared, early, shared
from generator.build.reading.sentences import Sentence
from generator.text.places import COUNTRIES

FIRST = 3
"""Sentences of a report in which the place of a story stands, if not in the headline; others are by the way."""
TITLED = 3
"""A place in a headline counts as often as one in so many sentences."""
OFTEN = 0.3
"""In so many of the sentences that name it, a place stands behind such a word; anything else does by chance."""


def where(reports: Sequence[Report]) -> list[Shared]:
    """Places that several voices name, what they speak of most first; countries only where there is nothing nearer."""
    known = {name for report in reports for name in report.read.names}
    located = {
        (report.number, each.at, each.name)
        for report in reports
        for each in report.read.places
        if each.sure and each.name in known
    }

    def standing(report: Report, sentence: Sentence) -> list[str]:
        return [
            each.name for each in report.read.places if each.at == sentence.place and each.sure and each.name in known
        ]

    found = [each for each in shared(reports, standing) if early(each.value, reports, FIRST) >= LEAST]
    found = [each for each in found if each.value not in COUNTRIES] or found
    titles = [report.entry.title for report in reports]
    weighed = []
    for each in found:
        naming = [
            (report.number, sentence.place, each.value)
            for report in reports
            for sentence in report.read.sentences
            if each.value in sentence.text
        ]
        if sum(one in located for one in naming) >= OFTEN * len(naming):
            weighed.append((len(naming) + TITLED * sum(each.value in title for title in titles), each))
    return [each for _, each in sorted(weighed, key=lambda pair: -pair[0])]
