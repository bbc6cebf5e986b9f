"""How alike texts are by their words: the rarer a word they share, the more it counts (TF-IDF), compared by angle.

Spärck Jones, "A statistical interpretation of term specificity" (1972); Salton and Buckley, "Term-weighting approaches
in automatic text retrieval" (1988), where the damped count below is their recommendation for long texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from math import fsum, log, sqrt

Vector = dict[str, float]
"""A text as a direction: the weight of each of its words, of length 1; empty for a text without words."""

UNSEEN = 100
"""Texts that are thought to exist beside those given: without them, in a small collection about one event, the very
words of that event would pass for common ones."""
EDGE = 1.5
"""The power to which rarity is raised: above 1 it tells topics from events better, as measured on news."""


def rarity(texts: Iterable[Iterable[str]]) -> dict[str, float]:
    """How much each word says, from the words of each text: more, the fewer texts it stands in."""
    standing: Counter[str] = Counter()
    count = UNSEEN
    for words in texts:
        standing.update(set(words))
        count += 1
    return {word: (log((1 + count) / (1 + number)) + 1) ** EDGE for word, number in standing.items()}


def vector(
    words: Iterable[str], rare: Mapping[str, float], stressed: Collection[str] = (), stress: float = 1
) -> Vector:
    """The direction of a text; each word weighs (1 + log of its count) times its rarity, unknown words nothing.

    The words in `stressed` weigh `stress` times as much.
    """
    weights = {
        word: (1 + log(count)) * rare[word] * (stress if word in stressed else 1)
        for word, count in Counter(words).items()
        if word in rare
    }
    length = sqrt(fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def similarity(one: Vector, other: Vector) -> float:
    """From 0 for texts without a word in common to 1 for texts with the same words, whatever their order."""
    shared = one.keys() & other.keys()  # a set, and so in no order: fsum gives the same sum for every order
    return fsum([one[word] * other[word] for word in shared])
