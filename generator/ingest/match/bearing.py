"""What bears on whether two reports are of one event, beside their words: whom they name, what they count, and when.

Two quakes share the words of all quakes, and differ in magnitude and weekday; two reports of one quake have both in
common. Where one of them says nothing on a point, the point says nothing: a short report names nobody.
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
    return round(_names(one, other) * _figures(one.told, other.told) * _weekdays(one, other) * groups.GRAIN)


def _names(one: Report, other: Report) -> float:
    """That they name the same is in their words already: names are rare words."""
    mine, theirs = one.told.named, other.told.named
    return weights.OTHER_NAMES if mine and theirs and _apart(mine, other.words) and _apart(theirs, one.words) else 1


def _figures(one: Particulars, other: Particulars) -> float:
    """That they count the same thing to the same number is in their words, too: figures are rare words."""
    return 1 if _apart(one.counted, other.counted) or not _apart(one.figures, other.figures) else weights.OTHER_FIGURES


def _weekdays(one: Report, other: Report) -> float:
    if one.day and other.day:
        return 1
    return 1 if _apart(one.told.weekdays, other.told.weekdays) else weights.SAME_WEEKDAY


def _apart(some: array[int], many: array[int]) -> bool:
    """Whether no number is in both; they are in order, and `some` are few."""
    for each in some:
        at = bisect_left(many, each)
        if at < len(many) and many[at] == each:
            return False
    return True
