"""How alike two reports are: the rarer a word they share, the more it counts (TF-IDF), faded by the days between them.

Spärck Jones, "A statistical interpretation of term specificity" (1972). How many reports have a word is counted in
powers of two, so that one report more or less changes the weight of few words, and with them the likeness of few
reports: the others need not be compared again.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import cache
from heapq import nlargest
from itertools import repeat
from math import exp, isqrt, log
from operator import mul
from typing import TypeAlias

from generator.ingest import groups
from generator.ingest.match import weights
from generator.ingest.match.report import Report
from generator.text.weights import EDGE, UNSEEN

FAR = 42
"""Days. Two reports further apart than this are never in one story, whoever stands between them."""
UNIT = 4096
"""The length of a report's vector: whole numbers have the same sum in every order."""
OFTEN = 8
"""A word of this class, which 256 reports or more have, does not by itself make two of them worth comparing."""
TELLING = 30
"""So many of its weightiest rare words stand for a report when those worth comparing are sought."""

Vector: TypeAlias = "array[int]"
"""The weight of each word of a report, in the order of its words."""


def class_of(count: int) -> int:
    """The class of a word that so many reports have: 1, 2 for two or three, 3 for four to seven …"""
    return count.bit_length()


def scale(count: int) -> list[float]:
    """What a word of each class weighs in a collection of so many reports."""
    size = class_of(count + UNSEEN)
    return [(log((1 + 2 ** (size - 1)) / (1 + 2 ** max(0, each - 1))) + 1) ** EDGE for each in range(size + 1)]


def chance(count: int) -> int:
    """How much of what one word gives may be chance, of UNIT: all of it in a collection too small to tell which words
    are common, and less with each doubling of the reports.
    """
    return round(UNIT * weights.CHANCE ** (class_of(count + UNSEEN) - class_of(UNSEEN)))


def vector(report: Report, counts: Counter[int], rare: Sequence[float]) -> Vector:
    """The direction of a report; the numbers depend on the classes of its words and on nothing else."""
    weights = [round(made * rare[class_of(counts[word])]) for word, made in zip(report.words, report.made, strict=True)]
    length = isqrt(sum(map(mul, weights, weights))) or 1
    return array("H", [weight * UNIT // length for weight in weights])


def telling(report: Report, weights: Vector, counts: Counter[int]) -> tuple[array[int], Vector]:
    """The words by which a report is found, and their weights."""
    some = ((weight, word) for word, weight in zip(report.words, weights, strict=True) if 1 < counts[word] < 1 << OFTEN)
    best = nlargest(TELLING, some)
    return array("I", [word for _, word in best]), array("H", [weight for weight, _ in best])


def likeness(one: dict[int, int], words: array[int], weights: Vector, chance: int) -> int:
    """How alike what two reports tell is, in millionths: one as a table, the other as its words and their weights.

    Any two texts may have a word in common: of what the one that they share most gives, the part `chance` (of UNIT) is
    not counted.
    """
    shared: list[int] = list(map(mul, map(one.get, words, repeat(0)), weights))
    return (sum(shared) - max(shared, default=0) * chance // UNIT) * groups.GRAIN // (UNIT * UNIT)


def faded(told: int, one: Report, other: Report) -> int:
    """What the days between two reports leave of it; all, where one has no date."""
    return told * fading(abs(one.day - other.day)) // groups.GRAIN if one.day and other.day else told


def typical(report: Report) -> int:
    """How alike a report is to others of its event, where nothing else is known of it, in millionths."""
    return round(groups.GRAIN * weights.TYPICAL * exp(weights.LONG * log(max(1, len(report.words)))))


def differ(one: Report, other: Report) -> bool:
    """Whether two reports are known to be of different languages: their words tell nothing."""
    return bool(one.lang and other.lang and one.lang != other.lang)


def apart(one: Report, other: Report) -> bool:
    """Whether two reports cannot be of one event: by their dates, or by the years in their titles."""
    if one.day and other.day and abs(one.day - other.day) > FAR:
        return True
    return bool(one.years and other.years and one.years.isdisjoint(other.years))


@cache
def fading(days: int) -> int:
    """What so many days leave of a likeness, in millionths."""
    return round(groups.GRAIN * exp(-days / weights.FADE))
