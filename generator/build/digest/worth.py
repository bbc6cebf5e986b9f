"""How much a sentence says of its story: by what the reports tell and the headlines name, the less the later it stands.

Nothing is weighed against anything: the share of both, over the root of the place, stood ahead of lead sentences and of
the centroid (Radev et al., "Centroid-based summarization of multiple documents", 2004) on all sets of our comparison.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from generator.build.digest import counts
from generator.build.digest.reports import Report
from generator.build.reading.quotable import Quotable
from generator.model import Citation
from generator.text.weights import Vector, rarity, vector
from generator.text.words import stopwords, words

COLOUR = 0.5
"""What sets a scene, or begins with somebody's words, is worth half: those have their own place beside the digest."""
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

    def cite(self, rank: int = 0) -> Citation:
        """The sentence with its paragraph."""
        paragraph = self.report.read.sentences[self.it.at].paragraph
        return Citation(self.it.text, self.report.entry, paragraph, rank=rank)


@dataclass(frozen=True, eq=False)
class Weighed:
    """A candidate with its worth from 0 to 1, and those of its words that tell something."""

    candidate: Candidate
    worth: float
    told: Sequence[str]
    rare: Mapping[str, float]
    """How rare each word is in the story."""

    @cached_property
    def vector(self) -> Vector:
        """Its words as a direction, which few candidates are asked for."""
        return vector(self.told, self.rare)


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


def weigh(found: Sequence[Candidate], reports: Sequence[Report]) -> list[Weighed]:
    """The candidates with their worth, the most worthy first."""
    if not found:
        return []
    small = stopwords(reports[0].entry.lang)
    told = [tuple(word for word in each.it.words if word not in small and len(word) > 1) for each in found]
    words_of: list[list[str]] = [[] for _ in reports]
    for each, its in zip(found, told, strict=True):
        words_of[each.report.number] += its
    rare = rarity(words_of)
    near = _shares(told, _sum(vector(each, rare) for each in words_of))
    named = _shares(told, _sum(vector(words(report.entry.title), rare) for report in reports))
    weighed = [
        Weighed(
            each,
            (near[number] + named[number]) / 2 / sqrt(1 + each.it.at) * (COLOUR if each.it.colour else 1),
            told[number],
            rare,
        )
        for number, each in enumerate(found)
    ]
    return sorted(weighed, key=lambda each: (-each.worth, each.candidate.report.number, each.candidate.it.at))


def _sum(vectors: Iterable[Vector]) -> Vector:
    total: dict[str, float] = defaultdict(float)
    for each in vectors:
        for word, weight in each.items():
            total[word] += weight
    return dict(total)


def _shares(told: Sequence[Sequence[str]], centre: Vector) -> list[float]:
    """How much of a centre each sentence covers, beside the one that covers most.

    The root keeps long sentences from winning by length.
    """
    covered = [
        sum([centre[word] for word in dict.fromkeys(its) if word in centre]) / sqrt(len(its) + 16) for its in told
    ]
    most = max(covered) or 1
    return [each / most for each in covered]
