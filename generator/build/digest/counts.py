"""On which figures the reports of a story agree and differ, and how they grew; each value with its sentence.

Two figures are put side by side only where it is sure that they are of one thing: the same unit, the same happening or
enough of the same words around them, no other place and no other year. In doubt nothing is said. Of a publisher that
has counted again only the later figure is compared with others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from generator.build.digest import subjects
from generator.build.digest.compared import Compared
from generator.build.digest.reported import Reported
from generator.build.digest.statements import LEFT, Statement, statements
from generator.model import Citation, Point, Side
from generator.text.number_words import HAPPENED, TO_HOMES

MOST = 8
"""Points of each kind that are told."""
NEAR = 3
"""Days. What two reports further apart say of other things than people has changed rather than differs."""
SHARED = 3
"""So many words of two sentences must be the same for figures in them to differ, one of them close to the figures."""
WIDEST = 4.0
"""A figure so many times another one is of something else."""
HAPPENINGS = (*HAPPENED, LEFT, *TO_HOMES)
"""With what the subject of a point ends that tells what happened to people or homes; what weighs more stands first."""


def compare(reports: Sequence[Reported]) -> Compared:
    """On which figures reports agree, on which they differ, and which a publisher has changed without contradiction.

    The weightiest of each kind come first.
    """
    found = [each for report in reports for each in statements(report)]
    agreed, differing, changed = [], [], []
    for group in _groups(_sure(found)):
        latest = _latest(group)
        sides, weight = _sides(latest), _weight(group)
        if len(sides) > 1:
            differing.append((weight, _point(sides, reports)))
        elif len(_sides(group)) > 1:
            course = sorted(_sides(group), key=lambda side: min(each.report for each in side))
            changed.append((weight, _point(course, reports)))
        elif len({each.voice for each in group}) > 1 and (group[0].happened or group[0].figure.value > 2):
            agreed.append((weight, _point(sides, reports)))
    return Compared(_first(agreed), _first(differing), _first(changed))


def _first(found: list[tuple[tuple[int, ...], Point]]) -> tuple[Point, ...]:
    return tuple(point for _, point in sorted(found, key=lambda each: each[0])[:MOST])


def _sure(found: Sequence[Statement]) -> list[Statement]:
    """Those whose report gives one value of the thing; where it gives several, it tells of several things.

    What a report dates to long before is not what it tells besides.
    """
    by_thing: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in found:
        if each.happened:
            by_thing[each.report, each.happened].append(each)
    unsure: set[int] = set()
    for several in by_thing.values():
        present = [each for each in several if not each.dated]
        if present:
            unsure |= {id(each) for each in several if each.dated}
        told = present or several
        if not all(each.figure.fits(told[0].figure) for each in told):
            unsure |= {id(each) for each in told}
    return [each for each in found if id(each) not in unsure]


def _groups(found: Sequence[Statement]) -> list[list[Statement]]:
    """Statements of one thing, at least two reports together; each is put with those of which one is surely of it."""
    by_unit: dict[tuple[str, str], list[list[Statement]]] = defaultdict(list)
    peers: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    for each in found:
        peers[each.report, each.unit].append(each)
    for each in found:
        groups = by_unit[each.unit, each.happened]
        home = next((group for group in groups if _belongs(each, group, peers)), None)
        if home is None:
            groups.append([each])
        elif not any(other.report == each.report for other in home):
            home.append(each)
    return [group for groups in by_unit.values() for group in groups if len(group) > 1]


def _belongs(each: Statement, group: Sequence[Statement], peers: dict[tuple[int, str], list[Statement]]) -> bool:
    if any(_apart(each, other) for other in group):
        return False
    if each.happened:
        return any(_one_happening(each, other) for other in group)
    return all(_one_thing(each, other, peers) for other in group)


def _apart(one: Statement, other: Statement) -> bool:
    """Whether two statements name different places or years, or figures too far apart."""
    if one.report == other.report and not one.figure.fits(other.figure):
        return True
    if _unlike(one.places, other.places) or _unlike(one.years, other.years):
        return True
    if one.figure.fits(other.figure):
        return False
    low, high = sorted((one.figure.value, other.figure.value))
    return high > WIDEST * max(low, 1) or _unlike(one.anywhere, other.anywhere)


def _unlike(one: AbstractSet[object], other: AbstractSet[object]) -> bool:
    """Whether both are known and have nothing in common."""
    return bool(one and other and one.isdisjoint(other))


def _one_happening(one: Statement, other: Statement) -> bool:
    """Whether figures of the same happening are of one event: what is dated to long before must be so by both."""
    if one.figure.fits(other.figure):
        return True
    return one.dated == other.dated or not one.years.isdisjoint(other.years)


def _one_thing(one: Statement, other: Statement, peers: dict[tuple[int, str], list[Statement]]) -> bool:
    """Whether figures that count something else are of the same: by the words around them."""
    close, wide = one.around & other.around, one.wide & other.wide
    if one.figure.fits(other.figure):
        if one.figure.value != other.figure.value and "most" in (one.figure.bound, other.figure.bound):
            return False  # 640 jobs are no more than 700, and nobody agrees
        return bool(wide) and (one.figure.value >= 10 or len(wide) >= SHARED)
    if one.voice == other.voice or not close or len(wide) < SHARED or "most" in (one.figure.bound, other.figure.bound):
        return False
    if one.day and other.day and abs((one.day - other.day).days) > NEAR:
        return False
    return _one_kind(one, other) and _only(one, other, peers) and _only(other, one, peers)


def _one_kind(one: Statement, other: Statement) -> bool:
    """Whether two figures count the same by all the words that name it: two senators are no state senators."""
    mine, theirs = (subjects.head(each.sentence.text, each.end, each.lang) for each in (one, other))
    return one.is_amount or other.is_amount or mine == theirs


def _only(one: Statement, other: Statement, peers: dict[tuple[int, str], list[Statement]]) -> bool:
    """Whether its report has no other figure that may be the one of which `other` speaks."""
    return not any(
        each.figure.fits(other.figure)
        or (not each.figure.fits(one.figure) and each.around & other.around and len(each.wide & other.wide) >= SHARED)
        for each in peers[one.report, one.unit]
    )


def _latest(group: Sequence[Statement]) -> list[Statement]:
    """What each voice said last, and what it had said before where that is the same."""
    last = {each.voice: each for each in sorted(group, key=lambda each: each.report)}
    return [each for each in group if each.figure.fits(last[each.voice].figure)]


def _sides(group: Sequence[Statement]) -> list[list[Statement]]:
    """The statements by value, what most publishers say first; values that both can be true are one side."""
    sides: list[list[Statement]] = []
    for each in sorted(group, key=lambda each: (bool(each.figure.bound), each.report)):
        home = next((side for side in sides if side[0].figure.fits(each.figure)), None)
        if home:
            home.append(each)
        else:
            sides.append([each])
    return sorted(sides, key=lambda side: (-len({each.voice for each in side}), min(each.report for each in side)))


def _point(sides: Sequence[Sequence[Statement]], reports: Sequence[Reported]) -> Point:
    told = [sorted(side, key=lambda each: each.report) for side in sides]
    values = (
        Side(side[0].printed, tuple(_cited(each, reports) for each in by)) for side, by in zip(sides, told, strict=True)
    )
    first = told[0][0]
    subject = first.happened or (
        "" if first.is_amount else subjects.counted(first.sentence.text, first.end, first.lang)
    )
    return Point("number", subject, tuple(values), bool(first.happened) or subjects.is_whole(subject))


def _cited(each: Statement, reports: Sequence[Reported]) -> Citation:
    return reports[each.report].cite(each.sentence)


def _weight(group: Iterable[Statement]) -> tuple[int, ...]:
    group = list(group)
    happened = next(
        (place for place, what in enumerate(HAPPENINGS) if group[0].happened.endswith(what)), len(HAPPENINGS)
    )
    return (happened, -len({each.voice for each in group}), group[0].sentence.place)
