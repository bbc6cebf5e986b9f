"""On which figures the reports of a story agree, and on which they differ; each value with the sentence that prints it.

Two figures are put side by side only where it is sure that they are of one thing: the same unit, the same happening or
enough of the same words around them, no other place and no other year. In doubt nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.build.digest.reported import Reported
from generator.build.digest.statements import HOMELESS, Statement, statements, stem
from generator.model import Citation, Point, Side
from generator.text.number_words import SAME
from generator.text.words import spelled

MOST = 8
"""Points of each kind that are told."""
NEAR = 3
"""Days. What two reports further apart say of other things than people has changed rather than differs."""
SHARED = 3
"""So many words of two sentences must be the same for figures in them to differ, one of them close to the figures."""
WIDEST = 4.0
"""A figure so many times another one is of something else."""
_PHRASE = re.compile(
    r"[ \u00a0\u202f-]?(?:%|per ?cent\b|[^\W\d_][\w’'-]*)(?: (?:of|in|von|an|de|en) (?!the\b)[^\W\d_][\w’'-]*)?"
)
"""What is counted: `millimetres of rain`, `crowns in shares`."""
_ROWS = {
    **dict(enumerate(f"people {done}" for done in "killed injured missing arrested evacuated rescued".split())),
    HOMELESS: "people who left their homes",
}
assert len(_ROWS) == len(SAME) + 1
HAPPENED = frozenset(_ROWS.values())
"""The subjects that tell what happened to people."""


def compare(reports: Sequence[Reported]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The points on which reports agree, and those on which they differ, the weightiest first."""
    found = [each for report in reports for each in statements(report)]
    groups = _groups(_sure(found))
    agreed, differing = [], []
    for group in groups:
        sides = _sides(group)
        point = Point("number", _subject(group), tuple(_side(each, reports) for each in sides))
        if len(sides) > 1:
            differing.append((_weight(group), point))
        elif len({each.voice for each in group}) > 1 and (group[0].row is not None or group[0].figure.value > 2):
            agreed.append((_weight(group), point))
    return _first(agreed), _first(differing)


def _first(found: list[tuple[tuple[int, ...], Point]]) -> tuple[Point, ...]:
    return tuple(point for _, point in sorted(found, key=lambda each: each[0])[:MOST])


def _sure(found: Sequence[Statement]) -> list[Statement]:
    """Those whose report gives one value of the thing; where it gives several, it tells of several things."""
    by_thing: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in found:
        if each.row is not None:
            by_thing[each.report, each.row].append(each)
    unsure = {
        id(each)
        for several in by_thing.values()
        if not all(one.figure.fits(several[0].figure) for one in several)
        for each in several
    }
    return [each for each in found if id(each) not in unsure]


def _groups(found: Sequence[Statement]) -> list[list[Statement]]:
    """Statements of one thing, at least two reports together; each is put beside the first that it goes with."""
    by_unit: dict[tuple[object, ...], list[list[Statement]]] = defaultdict(list)
    for each in found:
        groups = by_unit[each.unit, each.row]
        home = next((group for group in groups if all(_one_thing(each, other) for other in group)), None)
        if home is None:
            groups.append([each])
        elif not any(other.report == each.report for other in home):
            home.append(each)
    return [group for groups in by_unit.values() for group in groups if len(group) > 1]


def _one_thing(one: Statement, other: Statement) -> bool:
    if one.report == other.report and not one.figure.fits(other.figure):
        return False
    if (one.places and other.places and one.places.isdisjoint(other.places)) or (
        one.years and other.years and one.years.isdisjoint(other.years)
    ):
        return False
    same = one.figure.fits(other.figure)
    low, high = sorted((one.figure.value, other.figure.value))
    if not same and high > WIDEST * max(low, 1):
        return False
    if one.row is not None:
        return True
    close, wide = one.around & other.around, one.wide & other.wide
    if same:
        return bool(wide) and (one.figure.value >= 10 or len(wide) >= SHARED)
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    return one.voice != other.voice and apart <= NEAR and bool(close) and len(wide) >= SHARED


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


def _side(side: Sequence[Statement], reports: Sequence[Reported]) -> Side:
    ordered = sorted(side, key=lambda each: each.report)
    return Side(side[0].printed, tuple(_cited(each, reports) for each in ordered))


def _cited(each: Statement, reports: Sequence[Reported]) -> Citation:
    return reports[each.report].cite(each.sentence)


def _subject(group: Sequence[Statement]) -> str:
    """What the figures are of: what happened to people; else what is counted, with words that all have around it."""
    first = group[0]
    if first.row is not None:
        return _ROWS[first.row]
    text = first.sentence.text
    phrase = _PHRASE.match(text, first.figure.end)
    signed = not first.figure.unit[:1].isalpha() and first.figure.unit != "%"
    told = "amount" if signed else phrase[0].strip(" -\u00a0\u202f") if phrase else first.figure.unit
    common = frozenset.intersection(*(each.around for each in group))
    common = common or frozenset.intersection(*(each.wide for each in group))
    beside = {word.lower(): word for word in spelled(text) if stem(word.lower()) in common and word not in told}
    return f"{told} ({', '.join([*beside.values()][:3])})" if beside and " " not in told else told


def _weight(group: Iterable[Statement]) -> tuple[int, ...]:
    group = list(group)
    row = group[0].row
    return (len(_ROWS) if row is None else row, -len({each.voice for each in group}), group[0].sentence.place)
