"""How much a sentence says of its story: by its words, by where it stands, by what the headlines name.

The sum of these three is what stood ahead of lead sentences and of graph methods in our own comparison; the centroid
is that of Radev et al., "Centroid-based summarization of multiple documents" (2004).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.build.digest import counts
from generator.build.digest.reports import Report
from generator.build.reading.quotable import Quotable
from generator.model import Citation
from generator.text.weights import Vector, rarity, vector
from generator.text.words import stopwords, words

CENTRE, PLACE, TITLE = 0.3, 0.3, 0.4
"""What the three count for; together 1. Chosen on standfirsts and round-ups of which others are scored."""
TIED = 0.1
"""What it costs to count time from the day of writing, which misleads beside reports of other days."""
COLOUR = 0.2
"""What it costs to set a scene, or to begin with somebody's words: those have their own place beside the digest."""


SHALLOWEST, EVERY = 6, 600
"""Of a report at least so many of the first sentences are candidates; of all reports not many more than so many."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence of a story that could be quoted by itself."""

    report: Report
    it: Quotable

    @property
    def publisher(self) -> str:
        """Whose sentence it is."""
        return self.report.entry.publisher or self.report.entry.path

    @property
    def day(self) -> dt.date | None:
        """When it was written."""
        return self.report.entry.stated

    def cite(self) -> Citation:
        """The sentence with its paragraph."""
        return Citation(self.it.text, self.report.entry, self.report.read.sentences[self.it.at].paragraph)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, its worth from 0 to 1, and the words that tell."""

    candidate: Candidate
    worth: float
    told: tuple[str, ...]


def candidates(reports: Sequence[Report], of: Sequence[Report] | None = None) -> list[Candidate]:
    """The sentences of a story that could be quoted, or of some of its reports, but for tolls that changed since."""
    depth = max(SHALLOWEST, EVERY // len(reports)) if reports else 0
    overtaken = counts.overtaken(reports)
    return [
        Candidate(report, each)
        for report in (reports if of is None else of)
        for each in report.read.quotable
        if each.at < depth and (report.number, each.at) not in overtaken
    ]


def weigh(found: Sequence[Candidate], reports: Sequence[Report]) -> tuple[list[Weighed], dict[str, float]]:
    """The candidates with their worth, the most worthy first, and how rare each of their words is."""
    if not found:
        return [], {}
    small = stopwords(reports[0].entry.lang)
    told = [tuple(word for word in each.it.words if word not in small and len(word) > 1) for each in found]
    words_of: list[list[str]] = [[] for _ in reports]
    for each, its in zip(found, told, strict=True):
        words_of[each.report.number] += its
    rare = rarity(words_of)
    vectors = [vector(each, rare) for each in words_of]
    centre = _sum(vectors)
    titles = _sum(vector(words(report.entry.title), rare) for report in reports)
    alone = sum(map(bool, words_of)) < 2
    near = [
        _along(its, centre, {} if alone else vectors[each.report.number]) for each, its in zip(found, told, strict=True)
    ]
    named = [_along(its, titles) for its in told]
    most, most_named = max(near) or 1, max(named) or 1
    weighed = [
        Weighed(each, _sum_of(each, near[number] / most, named[number] / most_named), told[number])
        for number, each in enumerate(found)
    ]
    return sorted(weighed, key=lambda each: (-each.worth, each.candidate.report.number, each.candidate.it.at)), rare


def _sum_of(each: Candidate, near: float, named: float) -> float:
    """The first sentences of a report count for more only so far as they speak of what the reports share.

    So does one that sets a scene not open the digest.
    """
    place = near / sqrt(1 + each.it.at)
    return CENTRE * near + PLACE * place + TITLE * named - TIED * each.it.tied - COLOUR * each.it.colour


def _sum(vectors: Iterable[Vector]) -> Vector:
    total: dict[str, float] = defaultdict(float)
    for each in vectors:
        for word, weight in each.items():
            total[word] += weight
    return dict(total)


def _along(told: Sequence[str], centre: Vector, own: Vector | None = None) -> float:
    """How much of the centre a sentence covers, less half of what its own report brought to it.

    What several reports say is the event; a colourful phrase stands in one alone. The root keeps long sentences from
    winning by length.
    """
    covered = [centre.get(word, 0.0) for word in dict.fromkeys(told)]
    if own:
        covered = [much - own.get(word, 0.0) / 2 for much, word in zip(covered, dict.fromkeys(told), strict=True)]
    return sum(covered) / sqrt(len(told) + 16)
