"""On which places reports differ: where the same thing happened. In doubt nothing is said.

One report's street stands in another's town, so only two places of one kind are put side by side, each unknown to the
other report.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.build.digest.compared import Compared
from generator.build.digest.reports import Report, Said, apart
from generator.build.reading import events
from generator.build.reading.places import Place
from generator.model import Point
from generator.text import times

MOST, NEAR = 4, 3
"""Points that are told; days between two reports that are compared."""
SHARED, SHARED_OF_TOWNS = 3, 4
"""Telling words that two sentences must share; more where the kind of place is not said."""


def compare(reports: Sequence[Report]) -> Compared:
    """Places of one thing, in pairs of reports."""
    found = [Said(report, each) for report in reports for each in report.read.places if each.event]
    texts = [f"{report.entry.title}\n{report.read.text}" for report in reports]
    points = []
    for one, other in combinations(found, 2):
        if one.voice != other.voice and _differ(one, other) and not _known(one, other, texts):
            points.append(Point("place", "", tuple(each.side(each.it.printed) for each in (one, other))))
    return Compared(differences=tuple(points[:MOST]))


def _differ(one: Said[Place], other: Said[Place]) -> bool:
    """Whether two places are of one kind, of one thing and one time, and not the same."""
    mine, theirs = one.it, other.it
    if mine.kind != theirs.kind or mine.word != theirs.word or not mine.event or not theirs.event:
        return False
    words = [set(each.name.lower().split()) - {each.kind} for each in (mine, theirs)]
    shared, lang = SHARED if mine.kind else SHARED_OF_TOWNS, one.report.read.lang
    if words[0] & words[1] or not events.same(mine.event, one.sentence, theirs.event, other.sentence, shared, lang):
        return False
    if (apart(one.report, other.report) or 0) > NEAR:
        return False
    at = [
        {time.day for time in times.find(each.sentence.text, each.report.read.lang, each.report.entry.stated)}
        for each in (one, other)
    ]
    return not (at[0] and at[1] and at[0].isdisjoint(at[1]))


def _known(one: Said[Place], other: Said[Place], texts: Sequence[str]) -> bool:
    """Whether either report speaks of the other's place anywhere: then it tells of two."""
    return any(
        word in texts[theirs.report.number]
        for mine, theirs in ((one, other), (other, one))
        for word in mine.it.name.split()
        if word.lower() != mine.it.kind
    )
