"""On which figures the reports of a story agree and differ, and how they grew; each value with its sentence.

Two figures are put side by side only where it is sure that they are of one thing: the same unit, the same happening or
enough of the same words around them, no other place and no other year. In doubt nothing is said. Of a publisher that
has counted again only the later figure is compared with others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from generator.build.digest.reports import Report, Said, apart, together
from generator.build.reading import subjects
from generator.build.reading.statements import LEFT, Statement
from generator.model import Digest, Point, Side
from generator.text.figures import Figure
from generator.text.number_words import HAPPENED, TO_HOMES

MOST = 6
"""Points of each kind that are told."""
FIRST = 6
"""Sentences of a report in which those figures stand that are its news."""
NEAR = 3
"""Days. What two reports further apart say of other things than people has changed rather than differs."""
SHARED = 3
"""So many words of two sentences must be the same for figures in them to differ, one of them close to the figures."""
WIDEST = 4.0
"""A figure so many times another one is of something else."""
HAPPENINGS = (*HAPPENED, LEFT, *TO_HOMES)
"""With what the subject of a point ends that tells what happened to people or homes; what weighs more stands first."""


_Stated = Said[Statement]
_Peers = Mapping[tuple[object, ...], Sequence[_Stated]]
"""What a report states of one thing, by both."""


def compare(reports: Sequence[Report]) -> Digest:
    """On which figures reports agree, on which they differ, and which a publisher has changed without contradiction.

    The weightiest of each kind come first.
    """
    agreed, differing, changed = [], [], []
    for group in _groups(_stated(reports)):
        latest = _latest(group)
        sides, weight = _sides(latest), _weight(group)
        if len(sides) > 1:
            differing.append((weight, _point(sides)))
        elif len(_sides(group)) > 1:
            course = sorted(_sides(group), key=lambda side: min(each.report.number for each in side))
            changed.append((weight, _point(course)))
        elif _is_news(group):
            agreed.append((weight, _point(sides)))
    return Digest(agreed=_first(agreed), differences=_first(differing), developments=_first(changed))


def _is_news(group: Sequence[_Stated]) -> bool:
    """Whether several voices, each in words of its own, tell a figure as news: of people or homes, or early."""
    happened = bool(group[0].it.happened)
    early = [each for each in group if happened or each.it.at < FIRST]
    several = len({each.voice for each in early}) > 1 and len({each.sentence.text for each in early}) > 1
    return several and (happened or group[0].it.figure.value > 2)


def overtaken(reports: Sequence[Report]) -> frozenset[tuple[int, int]]:
    """Sentences with a toll that the newest report has otherwise, each by its report and its place there."""
    old: set[tuple[int, int]] = set()
    for group in _groups([each for each in _stated(reports) if each.it.happened]):
        dated = [(day, each) for each in group if (day := each.report.entry.stated)]
        last, newest = max(dated, key=lambda each: (each[0], each[1].report.number), default=(None, None))
        old.update(
            (each.report.number, each.it.at)
            for day, each in dated
            if last and newest and day < last and not each.it.figure.fits(newest.it.figure)
        )
    return frozenset(old)


def _stated(reports: Sequence[Report]) -> list[_Stated]:
    """What reports state; of tolls that are dated to long before, where others are not, only the same ones."""
    found = [Said(report, each) for report in reports for each in report.read.statements]
    present: dict[str, list[Figure]] = defaultdict(list)
    for each in found:
        if not each.it.dated:
            present[each.it.happened].append(each.it.figure)
    return [
        each
        for each in found
        if not (each.it.dated and (now := present[each.it.happened]))
        or any(each.it.figure.fits(figure) for figure in now)
    ]


def _first(found: list[tuple[tuple[int, ...], Point]]) -> tuple[Point, ...]:
    return tuple(point for _, point in sorted(found, key=lambda each: each[0])[:MOST])


def _groups(found: Sequence[_Stated]) -> list[list[_Stated]]:
    """Statements of one thing, at least two reports together; each is put with those of which one is surely of it.

    A report that gives several tolls of a thing tells of several things.
    """
    peers: dict[tuple[object, ...], list[_Stated]] = defaultdict(list)
    for each in found:
        peers[each.report.number, *each.it.thing].append(each)
    by_thing: dict[tuple[object, ...], list[list[_Stated]]] = defaultdict(list)
    for each in found:
        if each.it.happened and not _only(each, peers):
            continue
        groups = by_thing[each.it.thing]
        home = next((group for group in groups if _belongs(each, group, peers)), None)
        if home is None:
            groups.append([each])
        elif not any(other.report is each.report for other in home):
            home.append(each)
    return [group for groups in by_thing.values() for group in groups if len(group) > 1]


def _belongs(each: _Stated, group: Sequence[_Stated], peers: _Peers) -> bool:
    if any(_apart(each, other) for other in group):
        return False
    same = [other for other in group if _one_thing(each, other, peers)]
    return (
        bool(each.it.happened) or len(same) == len(group) or any(each.it.figure.fits(other.it.figure) for other in same)
    )


def _apart(one: _Stated, other: _Stated) -> bool:
    """Whether two statements name different places or years, or figures too far apart."""
    if _unlike(one.it.places, other.it.places) or _unlike(one.it.years, other.it.years):
        return True
    if one.it.figure.fits(other.it.figure):
        return False
    low, high = sorted((one.it.figure.value, other.it.figure.value))
    return high > WIDEST * max(low, 1) or _unlike(one.it.anywhere, other.it.anywhere)


def _unlike(one: Collection[object], other: Collection[object]) -> bool:
    """Whether both are known and have nothing in common."""
    return bool(one and other) and set(one).isdisjoint(other)


def _one_thing(one: _Stated, other: _Stated, peers: _Peers) -> bool:
    """Whether figures that count something else are of the same: by the words around them."""
    close, wide = ({*mine} & {*its} for mine, its in ((one.it.around, other.it.around), (one.it.wide, other.it.wide)))
    if one.it.figure.fits(other.it.figure):
        if one.it.figure.value != other.it.figure.value and "most" in (one.it.figure.bound, other.it.figure.bound):
            return False  # 640 jobs are no more than 700, and nobody agrees
        return bool(wide) and (one.it.figure.value >= 10 or len(wide) >= SHARED)
    if one.voice == other.voice or one.it.is_share or not close or len(wide) < SHARED:
        return False
    if "most" in (one.it.figure.bound, other.it.figure.bound) or (apart(one.report, other.report) or 0) > NEAR:
        return False
    return _one_kind(one, other) and _only(one, peers) and _only(other, peers)


def _one_kind(one: _Stated, other: _Stated) -> bool:
    """Whether two figures count the same by all the words that name it: two senators are no state senators."""
    mine, theirs = (subjects.head(each.sentence.text, each.it.end, each.report.read.lang) for each in (one, other))
    return one.it.is_amount or other.it.is_amount or mine == theirs


def _only(each: _Stated, peers: _Peers) -> bool:
    """Whether its report gives no other figure: where it does, it counts several things by one unit."""
    return all(peer.it.figure.fits(each.it.figure) for peer in peers[each.report.number, *each.it.thing])


def _latest(group: Sequence[_Stated]) -> list[_Stated]:
    """What each voice said last, and what it had said before where that is the same."""
    last = {each.voice: each for each in sorted(group, key=lambda each: each.report.number)}
    return [each for each in group if each.it.figure.fits(last[each.voice].it.figure)]


def _sides(group: Sequence[_Stated]) -> list[list[_Stated]]:
    """The statements by value, what most publishers say first; values that both can be true are one side."""
    stated = sorted(group, key=lambda each: (bool(each.it.figure.bound), each.report.number))
    return sorted(
        together(stated, lambda one, other: one.it.figure.fits(other.it.figure)),
        key=lambda side: (-len({each.voice for each in side}), min(each.report.number for each in side)),
    )


def _point(sides: Sequence[Sequence[_Stated]]) -> Point:
    told = [sorted(side, key=lambda each: each.report.number) for side in sides]
    values = (Side(side[0].it.printed, tuple(each.cite() for each in by)) for side, by in zip(sides, told, strict=True))
    first = told[0][0]
    subject = first.it.happened or (
        "" if first.it.is_amount else subjects.counted(first.sentence.text, first.it.end, first.report.read.lang)
    )
    return Point("number", subject, tuple(values), bool(first.it.happened) or subjects.is_whole(subject))


def _weight(group: Sequence[_Stated]) -> tuple[int, ...]:
    return weight(group[0].it.happened), -len({each.voice for each in group}), group[0].it.at


def weight(subject: str) -> int:
    """What happened to people weighs most, and comes first; what happened to nobody comes last."""
    return next((place for place, what in enumerate(HAPPENINGS) if subject.endswith(what)), len(HAPPENINGS))
