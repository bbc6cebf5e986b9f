"""On which names reports differ: who holds an office, and how a name is spelled. In doubt nothing is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.build.digest.reports import Report, Said, apart
from generator.build.reading.people import stands
from generator.model import Digest, Point, Side
from generator.text.claims.claim import folded

MOST, NEAR = 4, 3
"""Points that are told; days between two reports that are compared."""
SHARED = 3
"""Telling words that two sentences must share for an office in them to be one that many may hold."""
LONG = 4
"""Letters of the shortest name of which one that differs by a letter is another spelling."""


def compare(reports: Sequence[Report]) -> Digest:
    """Names in pairs of reports of which neither knows the other's."""
    full = [_full(report) for report in reports]
    points: dict[frozenset[str], Point] = {}
    for one, other in combinations(reports, 2):
        if one.voice != other.voice and (apart(one, other) or 0) <= NEAR:
            for names, point in (*_held(one, other), *_spelled(one, other, full[one.number], full[other.number])):
                if not any(names & told for told in points):  # a name in three spellings is one point
                    points[names] = point
    return Digest(differences=tuple(sorted(points.values(), key=lambda each: each.subject)[:MOST]))


def _held(one: Report, other: Report) -> Iterator[tuple[frozenset[str], Point]]:
    """Who holds an office of which each report names one holder: of one place, where both tell of one event."""
    theirs = {each.office: Said(other, each) for each in other.read.holders}
    for mine in (Said(one, each) for each in one.read.holders if each.office in theirs):
        its = theirs[mine.it.office]
        names = folded(mine.it.printed), folded(its.it.printed)
        if (
            mine.it.of == its.it.of
            and not _is_one(*names)
            and len(mine.telling & its.telling) >= SHARED + len(mine.it.office.split())
            and _is_unknown(names[0].split()[-1], other)
            and _is_unknown(names[1].split()[-1], one)
        ):
            sides = mine.side(mine.it.printed), its.side(its.it.printed)
            yield frozenset(names), Point("name", mine.it.title, sides)


def _spelled(
    one: Report, other: Report, mine: dict[str, Side], theirs: dict[str, Side]
) -> Iterator[tuple[frozenset[str], Point]]:
    """Full names of people in two spellings, with the office that one of the reports gives them."""
    titles = {folded(each.printed): each.title for each in (*one.read.holders, *other.read.holders)}
    for name in sorted(mine.keys() - theirs.keys()):
        for its in sorted(theirs.keys() - mine.keys()):
            if _is_one(name, its) and _is_unknown(name, other) and _is_unknown(its, one):
                title = titles.get(name) or titles.get(its, "")
                yield frozenset({name, its}), Point("name", title, (mine[name], theirs[its]))


def _full(report: Report) -> dict[str, Side]:
    """The full names of its people, as it prints them first, by how they are compared."""
    named = [each.name for each in report.read.somebody if each.first]
    printed = {folded(name): name for name in (*named, *(each.printed for each in report.read.holders))}
    told = {
        name: next((each for each in report.read.sentences if name in each.text), None) for name in printed.values()
    }
    return {key: Side(name, (report.cite(at),)) for key, name in printed.items() if (at := told[name])}


def _is_unknown(name: str, report: Report) -> bool:
    return not stands(name, folded(f"{report.entry.title}\n{report.read.text}"))


def _is_one(one: str, other: str) -> bool:
    """Whether two names are one: all words the same, but for one that differs by a letter at most."""
    mine, theirs = one.split(), other.split()
    unlike = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    if len(mine) != len(theirs) or len(unlike) > 1:
        return False
    return not unlike or (min(map(len, unlike[0])) >= LONG and _one_letter(*unlike[0]))


def _one_letter(one: str, other: str) -> bool:
    """Whether a word becomes the other by one letter that is put in, left out or changed."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    return short[same:] == long[same + 1 :] or short[same + 1 :] == long[same + 1 :]
