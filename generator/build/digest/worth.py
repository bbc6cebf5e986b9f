"""How much a sentence says of its story: by its words, by where it stands, by what the headlines name.

The sum of these three is what stood ahead of lead sentences and of graph methods in our own comparison; the centroid
is that of Radev et al., "Centroid-based summarization of multiple documents" (2004).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.build.digest.candidates import Candidate
from generator.build.digest.reported import Reported
from generator.text.weights import Vector, rarity, vector
from generator.text.words import stopwords, words

CENTRE, PLACE, TITLE = 0.2, 0.3, 0.5
"""What the three count for; together 1."""
TIED = 0.1
"""What it costs to count time from the day of writing, which misleads beside reports of other days."""
COLOUR = 0.2
"""What it costs to set a scene, or to begin with somebody's words: those have their own place beside the digest."""
PRINTED = 0.1
"""What a standfirst is worth more."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, its worth from 0 to 1, and the words that tell."""

    candidate: Candidate
    worth: float
    told: tuple[str, ...]


def weigh(found: Sequence[Candidate], reports: Sequence[Reported]) -> tuple[list[Weighed], dict[str, float]]:
    """The candidates with their worth, the most worthy first, and how rare each of their words is."""
    if not found:
        return [], {}
    small = stopwords(reports[0].entry.lang)
    told = [tuple(word for word in each.words if word not in small and len(word) > 1) for each in found]
    words_of: list[list[str]] = [[] for _ in reports]
    for each, its in zip(found, told, strict=True):
        words_of[each.report] += its
    rare = rarity(words_of)
    vectors = [vector(each, rare) for each in words_of]
    centre = _sum(vectors)
    titles = _sum(vector(words(report.entry.title), rare) for report in reports)
    alone = sum(map(bool, words_of)) < 2
    near = [_along(its, centre, {} if alone else vectors[each.report]) for each, its in zip(found, told, strict=True)]
    named = [_along(its, titles) for its in told]
    most, most_named = max(near) or 1, max(named) or 1
    weighed = [
        Weighed(each, _sum_of(each, near[number] / most, named[number] / most_named), told[number])
        for number, each in enumerate(found)
    ]
    return sorted(weighed, key=lambda each: (-each.worth, each.candidate.report, each.candidate.sentence.place)), rare


def _sum_of(each: Candidate, near: float, named: float) -> float:
    """The first sentences of a report count for more only so far as they speak of what the reports share.

    So does one that sets a scene not open the digest.
    """
    place = near / sqrt(1 + each.sentence.place)
    return (
        CENTRE * near + PLACE * place + TITLE * named - TIED * each.tied - COLOUR * each.colour + PRINTED * each.printed
    )


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
    own = own or {}
    return sum(centre.get(word, 0.0) - own.get(word, 0.0) / 2 for word in dict.fromkeys(told)) / sqrt(len(told) + 16)
