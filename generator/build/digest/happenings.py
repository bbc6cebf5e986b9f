"""On which times and places of one thing reports agree and differ: hours, days, years, streets, towns.

Two sentences tell of one thing where they have its verb, something of which both tell it, and so many words in common.
In doubt nothing is said: a report that has the other's time or place, too, tells of two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from generator.build.digest.reports import Report, Said, apart
from generator.build.reading.places import Place
from generator.build.reading.when import Dated
from generator.model import Digest, Point, Side

MOST, NEAR = 4, 3
"""Points of each kind that are told; days between two reports whose places are compared."""
BY_HOUR, BY_DAY, BY_STREET, BY_TOWN = 2, 4, 3, 4
"""Telling words that two sentences must share, the verb among them; more where less is said of what is compared."""
EXACT, ROUGH, WIDEST = 2, 20, 180
"""Minutes: two times nearer than these are one, the second where one of them is said to be near only; further apart
than the third they are of two things."""
DAYS, YEARS = 3, 5
"""So far apart are days and years of one thing at most."""
_ROUGHLY = re.compile(r"(?i)\b(?:about|around|shortly|just|soon|gegen|kurz|vers|verso|circa)\b")

_At = Said[Dated]


def compare(reports: Sequence[Report]) -> Digest:
    """Times and places in pairs of reports of which each gives one of the same thing."""
    times = [Said(report, each) for report in reports for each in report.read.dated if each.event]
    agreed, differing = [], []
    for one, other in combinations(times, 2):
        if one.voice == other.voice or not _of_one_thing(one, other):
            continue
        if one.it.clock and (one.it.day, one.it.clock) == (other.it.day, other.it.clock):
            agreed.append((one, other))
        elif _differ(one, other) and not _may_be_other(one, other, times) and not _may_be_other(other, one, times):
            differing.append((one, other))
    return Digest(
        agreed=tuple(
            Point("time", "", (Side(one.it.said, (one.cite(), other.cite())),)) for one, other in _each_once(agreed)
        ),
        differences=(
            *(Point("time", "", tuple(each.side(each.it.said) for each in pair)) for pair in _each_once(differing)),
            *(Point("place", "", tuple(each.side(each.it.printed) for each in pair)) for pair in _places(reports)),
        ),
    )


def _of_one_thing(one: _At, other: _At) -> bool:
    if one.it.precision != other.it.precision or one.it.precision == "month":
        return False
    return _same(one, other, BY_HOUR if one.it.clock else BY_DAY)


def _differ(one: _At, other: _At) -> bool:
    """Whether two times are not one, and yet so near that they may be of one thing."""
    days = abs((one.it.day - other.it.day).days)
    if one.it.precision == "time":
        rough = any(_ROUGHLY.search(each.it.said) for each in (one, other))
        return not days and (ROUGH if rough else EXACT) < abs(one.it.minutes - other.it.minutes) <= WIDEST
    return 0 < days <= (DAYS if one.it.precision == "day" else 366 * YEARS)


def _may_be_other(one: _At, other: _At, found: Sequence[_At]) -> bool:
    """Whether the report of `one` has another time for what `other` tells, or the very time of `other`."""
    return any(
        each.report is one.report
        and each is not one
        and ((each.it.day, each.it.clock) == (other.it.day, other.it.clock) or _of_one_thing(each, other))
        for each in found
    )


def _each_once(pairs: Sequence[tuple[_At, _At]]) -> list[tuple[_At, _At]]:
    """Pairs of which no time was told with another one before."""
    kept: list[tuple[_At, _At]] = []
    for pair in pairs:
        if not any(each in other for other in kept for each in pair):
            kept.append(pair)
    return kept[:MOST]


def _places(reports: Sequence[Report]) -> Iterator[tuple[Said[Place], Said[Place]]]:
    """Pairs of places of one thing, of one kind: one report's street stands in another's town."""
    found = [Said(report, each) for report in reports for each in report.read.places if each.event and each.sure]
    texts = [f"{report.entry.title}\n{report.read.text}" for report in reports]
    pairs = (pair for pair in combinations(found, 2) if _elsewhere(*pair) and not _known(*pair, texts))
    yield from islice(pairs, MOST)


def _elsewhere(one: Said[Place], other: Said[Place]) -> bool:
    """Whether two places are of one kind, of one thing and one time, and not the same."""
    mine, theirs = one.it, other.it
    if one.voice == other.voice or mine.kind != theirs.kind or mine.word != theirs.word:
        return False
    if not {*mine.name.lower().split()}.isdisjoint({*theirs.name.lower().split()} - {mine.kind}):
        return False
    if not _same(one, other, BY_STREET if mine.kind else BY_TOWN) or (apart(one.report, other.report) or 0) > NEAR:
        return False
    days = [{each.day for each in told.report.read.dated if each.at == told.it.at} for told in (one, other)]
    return not all(days) or not days[0].isdisjoint(days[1])


def _known(one: Said[Place], other: Said[Place], texts: Sequence[str]) -> bool:
    """Whether either report speaks of the other's place anywhere: then it tells of two."""
    return any(
        word in texts[theirs.report.number]
        for mine, theirs in ((one, other), (other, one))
        for word in mine.it.name.split()
        if word.lower() != mine.it.kind
    )


def _same(one: Said[Dated] | Said[Place], other: Said[Dated] | Said[Place], shared: int) -> bool:
    """Whether two sentences tell of one thing: by verb and subject, in so many words."""
    mine, theirs = one.it.event, other.it.event
    if not mine or not theirs or mine.verb != theirs.verb or set(mine.of).isdisjoint(theirs.of):
        return False
    return len(one.telling & other.telling) >= shared
