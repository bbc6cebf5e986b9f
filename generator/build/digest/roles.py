"""On which names reports differ: who holds an office, and how a name is spelled. In doubt nothing is said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.build.digest.reports import Report, Said, apart
from generator.build.reading.offices import Holder
from generator.build.reading.people import stands
from generator.model import Digest, Point

MOST, NEAR = 4, 3
"""Points that are told; days between two reports that are compared."""
SHARED = 3
"""Telling words that two sentences must share for an office in them to be one that many may hold."""
LONG = 4
"""Letters of the shortest name of which one that differs by a letter is another spelling."""


def compare(reports: Sequence[Report]) -> Digest:
    """Names in pairs of reports of which neither knows the other's."""
    texts = [f"{report.entry.title}\n{report.read.text}".replace("’", "'") for report in reports]
    holders = [{each.office: Said(report, each) for each in report.read.holders} for report in reports]
    points: list[Point] = []
    told: list[set[str]] = []
    for one, other in combinations(reports, 2):
        if one.voice == other.voice or (apart(one, other) or 0) > NEAR:
            continue
        mine, theirs = holders[one.number], holders[other.number]
        for office in mine.keys() & theirs.keys():
            both = mine[office], theirs[office]
            values = {each.it.name for each in both}
            if values not in told and _differ(*both, texts[one.number], texts[other.number]):
                told.append(values)
                points.append(Point("name", both[0].it.title, tuple(each.side(each.it.printed) for each in both)))
    return Digest(differences=tuple(sorted(points, key=lambda each: each.subject)[:MOST]))


def _differ(mine: Said[Holder], theirs: Said[Holder], text: str, its: str) -> bool:
    """Whether two reports name two holders of one office, or spell one name in two ways."""
    one, other = mine.it, theirs.it
    spelled = _spelled(one.name, other.name)
    names = (one.name, other.name) if spelled else (one.last, other.last)
    if one.name == other.name or stands(names[0], its) or stands(names[1], text):
        return False
    if spelled:
        return True
    if one.of != other.of:
        return False
    return len(mine.telling & theirs.telling) >= SHARED + len(one.office.split())


def _spelled(one: str, other: str) -> bool:
    """Whether two names are one in two spellings: all words the same, but for one that differs by a letter."""
    mine, theirs = one.split(), other.split()
    if len(mine) != len(theirs):
        return False
    unlike = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(unlike) == 1 and min(map(len, unlike[0])) >= LONG and _one_letter(*unlike[0])


def _one_letter(one: str, other: str) -> bool:
    """Whether a word becomes the other by one letter that is put in, left out or changed."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    return short[same:] == long[same + 1 :] or short[same + 1 :] == long[same + 1 :]
