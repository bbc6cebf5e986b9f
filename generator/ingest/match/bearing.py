"""What bears on whether two reports are of one event, beside their words: whom they name, what they count, and when.

Two quakes share the words of all quakes, and differ in the places that they name and in what they count; two reports
of one quake have both in common. Where one of them names or counts nothing, that says nothing: a short report names
nobody.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left

from generator.ingest import groups
from generator.ingest.match import weights
from generator.ingest.match.particulars import Particulars
from generator.ingest.match.report import Report


def bearing(one: Report, other: Report) -> int:
    """How many times as alike as in their words this makes two reports, in millionths."""
    times = weights.OTHER_NAMES if other_names(one, other) else 1.0
    times *= weights.OTHER_FIGURES if other_figures(one.told, other.told) else 1
    times *= 1 if one.day and other.day else weights.UNDATED
    return round(times * groups.GRAIN)


def other_names(one: Report, other: Report) -> bool:
    """Whether each names somebody of whom the other has no word. That they name the same is in their words already."""
    mine, theirs = one.told.named, other.told.named
    return bool(mine and theirs) and _apart(mine, other.words) and _apart(theirs, one.words)


def other_figures(one: Particulars, other: Particulars) -> bool:
    """Whether they count the same thing, and nothing to the same number, which would be in their words, too."""
    return not _apart(one.counted, other.counted) and _apart(one.figures, other.figures)


def _apart(some: array[int], many: array[int]) -> bool:
    """Whether no number is in both; they are in order, and `some` are few."""
    for each in some:
        at = bisect_left(many, each)
        if at < len(many) and many[at] == each:
            return False
    return True
