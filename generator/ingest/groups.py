"""Average link: which items belong together, from how alike each two of them are. Knows nothing of articles.

Sokal and Michener, "A statistical method for evaluating systematic relationships" (1958): the two groups whose members
are most alike on average are joined, again and again, until no two groups reach the least average. Some items may be in
a group from the start; such groups take others in, but are never joined to one another.

One thing is added: two groups are not joined, however alike they are, when what the members of each tell is more alike.
So two events of one kind stay two: they share the words of their kind, and each has words of its own. And no threshold
need be so high that reports which merely say little are kept apart.

Two items that are hardly alike count as not alike at all. So nothing is weighed here: the work grows with the pairs
that are given, however many items hang together by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import product

GRAIN = 1_000_000
"""Likeness is counted in whole millionths, so that sums do not depend on the order in which groups were joined: what
was a group in this run is the very same group, with the very same average, in the next."""

Pair = tuple[int, int]
"""Two items, the lower number first."""
Alike = tuple[int, int]
"""How alike two items are, and how alike what they tell is, whenever it was; in millionths."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """When two groups are joined."""

    least: int
    """So alike must they be on average, in millionths."""
    cohesion: float
    """Of how alike the members of each are among themselves in what they tell, so much must they be alike across."""
    typical: Sequence[int]
    """How alike what each item tells is to what others of its group tell, as a rule, in millionths. So much is known of
    a group beside its pairs, as if by one more: a lone item is not joined to what is hardly like it, and a group of
    two, which were joined because they are the most alike, does not shut out the third."""


def groups(
    count: int,
    pairs: Mapping[Pair, Alike],
    apart: Callable[[int, int], bool],
    bounds: Bounds,
    fixed: Mapping[int, str],
) -> list[list[int]]:
    """The groups of the items 0 … count - 1, each sorted, a lone item being a group of one.

    `pairs` are those that are worth counting; all others count as not alike. `apart` tells which two may not be
    together, whoever stands between them. `fixed` names the group in which an item is from the start.
    """
    return _Joining(count, pairs, apart, bounds, fixed).run()


class _Joining:
    """The state of one run: members of each group, and the likeness between those that may be joined."""

    def __init__(
        self,
        count: int,
        pairs: Mapping[Pair, Alike],
        apart: Callable[[int, int], bool],
        bounds: Bounds,
        fixed: Mapping[int, str],
    ) -> None:
        self.apart, self.bounds = apart, bounds
        first: dict[str, int] = {}
        home = [first.setdefault(fixed[item], item) if item in fixed else item for item in range(count)]
        self.members: dict[int, list[int]] = defaultdict(list)
        for item, group in enumerate(home):
            self.members[group].append(item)
        self.fixed = set(first.values())
        self.inside: dict[int, int] = defaultdict(int)
        self.typical = {group: sum(bounds.typical[item] for item in items) for group, items in self.members.items()}
        self.sums: dict[int, dict[int, Alike]] = {group: {} for group in self.members}
        for (one, other), alike in pairs.items():
            a, b = home[one], home[other]
            if a == b:
                self.inside[a] += alike[1]
            elif not self._both_fixed(a, b):
                self.sums[a][b] = self.sums[b][a] = _sum(self.sums[a].get(b), alike)

    def run(self) -> list[list[int]]:
        heap = [(-self._average(a, b), a, b) for a, near in self.sums.items() for b in near if a < b]
        heapify(heap)
        while heap:
            average, a, b = heappop(heap)
            if a not in self.members or b not in self.members or -average != self._average(a, b):
                continue  # one of them has since been joined to another group
            if -average < self.bounds.least:
                break
            if self._cohere(a, b) and not self._apart(a, b):
                for near in self._join(a, b):
                    heappush(heap, (-self._average(*near), *near))
        return sorted(sorted(members) for members in self.members.values())

    def _join(self, a: int, b: int) -> list[Pair]:
        """Put the members of `b` into `a`; the pairs of groups whose average this has changed."""
        old, gone = self.sums[a], self.sums.pop(b)
        self.inside[a] += self.inside.pop(b, 0) + old.pop(b)[1]
        self.typical[a] += self.typical.pop(b)
        del gone[a]
        if b in self.fixed:
            self.fixed.add(a)
        changed = {}
        for near in sorted(old.keys() | gone.keys()):
            its = self.sums[near]
            its.pop(a, None)
            its.pop(b, None)
            if not self._both_fixed(a, near):
                changed[near] = its[a] = _sum(old.get(near), gone.get(near))
        self.members[a] += self.members.pop(b)
        self.sums[a] = changed
        return [(min(a, near), max(a, near)) for near in changed]

    def _both_fixed(self, a: int, b: int) -> bool:
        return a in self.fixed and b in self.fixed

    def _apart(self, a: int, b: int) -> bool:
        return any(self.apart(one, other) for one, other in product(self.members[a], self.members[b]))

    def _average(self, a: int, b: int) -> float:
        return self.sums[a].get(b, (-1, 0))[0] / (len(self.members[a]) * len(self.members[b]))

    def _cohere(self, a: int, b: int) -> bool:
        """Whether two groups are as alike as their members are among themselves, or nearly so."""
        across = self.sums[a][b][1] / (len(self.members[a]) * len(self.members[b]))
        return across * across >= self.bounds.cohesion**2 * self._within(a) * self._within(b)

    def _within(self, group: int) -> float:
        """How alike the members of a group are, by what is known of it."""
        count = len(self.members[group])
        return (self.inside[group] + self.typical[group] / count) / (count * (count - 1) // 2 + 1)


def _sum(one: Alike | None, other: Alike | None) -> Alike:
    """Of all pairs of members of two groups."""
    (likeness, told), (more, also) = one or (0, 0), other or (0, 0)
    return likeness + more, told + also
