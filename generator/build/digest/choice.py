"""A few sentences that together say the most: worthy ones, unlike one another, from several publishers.

Carbonell and Goldstein, "The use of MMR, diversity-based reranking" (1998).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.build.digest.candidates import Candidate
from generator.build.digest.worth import Weighed
from generator.text.weights import similarity, vector

REPEATS = 0.5
"""Two sentences more alike than this say the same."""
SHARE = 0.35
"""How much likeness to what is chosen already counts against worth."""
VOICE = 0.08
"""What a publisher that is not yet quoted is worth; one that is quoted often loses as much each time."""
LONG_LIST = 40
"""How many of the most worthy are considered."""


def choose(weighed: Sequence[Weighed], rare: Mapping[str, float], count: int) -> list[Candidate]:
    """At most `count` of the candidates, the one chosen first (the most worthy) first.

    `rare` says how rare each of their words is.
    """
    left = list(weighed[:LONG_LIST])
    vectors = [vector(each.told, rare) for each in left]
    alike = [0.0] * len(left)
    chosen: list[Candidate] = []
    while left and len(chosen) < count:
        quoted = [each.publisher for each in chosen]
        best = max(range(len(left)), key=lambda n: _gain(left[n], alike[n], quoted))
        taken = vectors[best]
        chosen.append(left[best].candidate)
        alike = [max(likeness, similarity(each, taken)) for likeness, each in zip(alike, vectors, strict=True)]
        kept = [n for n in range(len(left)) if n != best and alike[n] <= REPEATS]
        left, vectors, alike = [left[n] for n in kept], [vectors[n] for n in kept], [alike[n] for n in kept]
    return chosen


def _gain(each: Weighed, alike: float, quoted: Sequence[str]) -> float:
    return each.worth - SHARE * alike - VOICE * (quoted.count(each.candidate.publisher) - (not quoted))
