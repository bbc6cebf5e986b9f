"""What is known of a collection: its reports, how often their words stand, which are alike, and the groups they form.

All of it depends on the reports and on nothing else, least of all on the order in which they came. So when some have
changed, only what they touch is found anew: the reports that have a word whose class has changed with them, those that
were like one of these, and the groups of both. What comes out is what a collection read at once would give.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.ingest import groups
from generator.ingest.groups import Alike, Pair
from generator.ingest.match import index, measure, weights
from generator.ingest.match.bearing import bearing
from generator.ingest.match.measure import Vector
from generator.ingest.match.report import Report


@dataclass(frozen=True, slots=True)
class Item:
    """An article that takes part."""

    name: str
    report: Report
    pin: str
    """The story in which a person has put it; empty when its story is ours to find."""
    letter: str = ""
    """The newsletter of which it is one story beside others; empty when it is none."""

    def apart(self, other: Item) -> bool:
        """Whether the two cannot be of one event: who wrote a letter has parted its stories already."""
        return bool(self.letter and self.letter == other.letter) or measure.apart(self.report, other.report)


class Likeness:
    """How alike the items of a collection are, in millionths; it remembers what it has weighed."""

    def __init__(self, items: Sequence[Item], counts: Counter[int]) -> None:
        self._items, self._counts = items, counts
        self._rare, self._chance = measure.scale(len(items)), measure.chance(len(items))
        self._vectors: dict[int, Vector] = {}
        self._looked_up: tuple[int, dict[int, int]] = (-1, {})

    def vector(self, number: int) -> Vector:
        """The weights of the words of a report, in their order."""
        if number not in self._vectors:
            self._vectors[number] = measure.vector(self._items[number].report, self._counts, self._rare)
        return self._vectors[number]

    def table(self, number: int) -> dict[int, int]:
        """The same by word; only the last one is remembered."""
        if self._looked_up[0] != number:
            self._looked_up = number, dict(zip(self._items[number].report.words, self.vector(number), strict=True))
        return self._looked_up[1]

    def words(self, one: int, other: int) -> int:
        """How alike their words are, and nothing else."""
        return measure.likeness(self.table(one), self._items[other].report.words, self.vector(other), self._chance)

    def __call__(self, one: int, other: int) -> Alike:
        """The likeness of two items, and that of what they tell; none for two that may not be together."""
        first, second = self._items[one].report, self._items[other].report
        if measure.differ(first, second) or self._items[one].apart(self._items[other]):
            return 0, 0
        told = self.words(one, other) * bearing(first, second) // groups.GRAIN
        return measure.faded(told, first, second), told


@dataclass(frozen=True, slots=True)
class Learned:
    """A collection; everything is told by the numbers of its items, which are sorted by name."""

    least: int
    """So alike must two groups be to be joined, in millionths."""
    items: Sequence[Item] = ()
    counts: Counter[int] = field(default_factory=Counter)
    """How many reports have a word."""
    telling: Sequence[tuple[array[int], Vector]] = ()
    """The words by which each report is found."""
    pairs: Mapping[Pair, Alike] = field(default_factory=dict)
    """Those that tell what is alike enough by itself, whenever they tell it."""
    groups: Sequence[Sequence[int]] = ()
    """Those of two and more."""
    fresh: frozenset[int] = frozenset()
    """The items of groups that are new, or in which what one of them says, or how rare its words are, has changed."""

    def likeness(self) -> Likeness:
        """The measure in this collection."""
        return Likeness(self.items, self.counts)


def learn(items: Sequence[Item], before: Learned) -> Learned:
    """What is known of `items`, which are sorted by name, by way of what was known `before` of these or of others."""
    old = {item.name: was for was, item in enumerate(before.items)}
    back = {now: old[item.name] for now, item in enumerate(items) if item.name in old}
    place = {was: now for now, was in back.items()}
    stays = {now for now, was in back.items() if _same(before.items[was], items[now])}
    went = [item.report for was, item in enumerate(before.items) if place.get(was) not in stays]
    counts, moved = _count(before.counts, went, [item.report for now, item in enumerate(items) if now not in stays])
    if len(measure.scale(len(before.items))) != len(measure.scale(len(items))):
        stays = set()
    touched = {now for now, item in enumerate(items) if now not in stays or not moved.isdisjoint(item.report.words)}
    alike = Likeness(items, counts)
    telling = [
        measure.telling(item.report, alike.vector(now), counts) if now in touched else before.telling[back[now]]
        for now, item in enumerate(items)
    ]
    kept, dirty = _kept(before.pairs, place, touched)
    dirty |= touched | _moved_pins(items, before.items)
    days = [item.report.day for item in items]
    pairs = kept | dict(_alike(index.near(telling, days, touched), alike, before.least))
    parts = _parts(items, pairs, before.least)
    again = {now for members, _ in parts if not dirty.isdisjoint(members) for now in members}
    stood = [[place.get(was, -1) for was in each] for each in before.groups]
    found = [each for each in stood if again.isdisjoint(each) and -1 not in each]
    for members, within in parts:
        if members[0] in again and len(members) > 1:
            found += _groups(items, members, within, before.least)
    same = {tuple(each) for each in stood if touched.isdisjoint(each)}
    fresh = frozenset(now for each in found if tuple(each) not in same for now in each)
    return Learned(before.least, items, counts, telling, pairs, sorted(found), fresh)


def _same(one: Item, other: Item) -> bool:
    return one.report.key == other.report.key and one.letter == other.letter


def _count(before: Counter[int], went: Iterable[Report], came: Iterable[Report]) -> tuple[Counter[int], frozenset[int]]:
    """How many reports have each word now, and the words that have come into another class."""
    changed: Counter[int] = Counter()
    for report in came:
        changed.update(report.words)
    for report in went:
        changed.subtract(report.words)
    counts, moved = before.copy(), set()
    for word, more in changed.items():
        was = counts[word]
        counts[word] = was + more
        if not counts[word]:
            del counts[word]
        if measure.class_of(was) != measure.class_of(was + more):
            moved.add(word)
    return counts, frozenset(moved)


def _kept(
    pairs: Mapping[Pair, Alike], place: Mapping[int, int], touched: AbstractSet[int]
) -> tuple[dict[Pair, Alike], set[int]]:
    """The pairs that still stand, and the items whose partner in a pair may be one no more."""
    kept: dict[Pair, Alike] = {}
    left: set[int] = set()
    for (one, other), alike in pairs.items():
        now = place.get(one, -1), place.get(other, -1)
        if min(now) >= 0 and touched.isdisjoint(now):
            kept[now] = alike  # the lower is the lower still: items are sorted by name, then and now
        else:
            left.update(number for number in now if number >= 0)
    return kept, left


def _moved_pins(items: Sequence[Item], before: Sequence[Item]) -> set[int]:
    """The items in stories of a person's that gained or lost one."""
    then, now = ({item.name: item.pin for item in each} for each in (before, items))
    moved = {name for name in then | now if then.get(name, "") != now.get(name, "")}
    pins = {each[name] for each in (then, now) for name in moved if each.get(name)}
    return {number for number, item in enumerate(items) if item.name in moved or item.pin in pins}


def _alike(near: Iterable[tuple[int, list[int]]], alike: Likeness, least: int) -> Iterator[tuple[Pair, Alike]]:
    """Of the pairs worth comparing, those that tell what is alike enough by itself."""
    for one, others in near:
        for other in others:
            if (found := alike(one, other))[1] >= least:
                yield (min(one, other), max(one, other)), found


def _parts(items: Sequence[Item], pairs: Mapping[Pair, Alike], least: int) -> list[tuple[list[int], dict[Pair, Alike]]]:
    """The items, in parts between which no pair is alike enough, each with its pairs. A pin is in one part."""
    home = list(range(len(items)))

    def root(item: int) -> int:
        while home[item] != item:
            home[item] = item = home[home[item]]
        return item

    pinned: dict[str, int] = {}
    bonds = [(pinned.setdefault(item.pin, number), number) for number, item in enumerate(items) if item.pin]
    for one, other in (*(pair for pair, found in pairs.items() if found[0] >= least), *bonds):
        low, high = sorted((root(one), root(other)))
        home[high] = low
    parts: defaultdict[int, tuple[list[int], dict[Pair, Alike]]] = defaultdict(lambda: ([], {}))
    for number in range(len(items)):
        parts[root(number)][0].append(number)
    for pair, found in pairs.items():
        if root(pair[0]) == root(pair[1]):
            parts[root(pair[0])][1][pair] = found
    return list(parts.values())


def _groups(
    items: Sequence[Item], members: Sequence[int], pairs: Mapping[Pair, Alike], least: int
) -> Iterator[list[int]]:
    """The groups of two and more among some items."""
    within = {number: place for place, number in enumerate(members)}
    found = groups.groups(
        len(members),
        {(within[one], within[other]): alike for (one, other), alike in pairs.items()},
        lambda one, other: items[members[one]].apart(items[members[other]]),
        groups.Bounds(least, weights.COHESION, [measure.typical(items[number].report) for number in members]),
        {within[number]: items[number].pin for number in members if items[number].pin},
    )
    return ([members[each] for each in group] for group in found if len(group) > 1)
