"""Average link: which items belong together, from how alike each two of them are. Knows nothing of articles.

Sokal and Michener, "A statistical method for evaluating systematic relationships" (1958): the two groups whose members
are most alike on average are joined, again and again, until no two groups reach the least average. Some items may be in
a group from the start; such groups take others in, but are never joined to one another.

One thing is added: two groups are not joined, however alike they are, when what the members of each tell is more alike.
So two events of one kind stay two: they share the words of their kind, and each has words of its own. And no threshold
need be so high that reports which merely say little are kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations

GRAIN = 1_000_000
"""Likeness is counted in whole millionths, so that sums do not depend on the order in which groups were joined: what
was a group in this run is the very same group, with the very same average, in the next."""

Alike = Callable[[int, int], tuple[int, int]]
"""How alike two items are, and how alike what they tell is, whenever it was; in millionths. The lower number first."""
Sum = tuple[int, int]
"""Both, of all pairs of members of two groups."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """When two groups are joined."""

    least: int
    """So alike must they be on average, in millionths."""
    cohesion: float
    """Of how alike the members of each are among themselves in what they tell, so much must they be alike across."""
    typical: int
    """How alike what two items of one group tell is, as a rule, in millionths. So much is known of a group before it
    has members, as if by one pair of them: a lone item is not joined to what is hardly like it, and a group of two,
    which were joined because they are the most alike, does not shut out the third."""
    close: int
    """More alike than this the members of a group are not held to be: copies of one text do not shut out what tells the
    same in its own words."""


def groups(
    count: int, pairs: Iterable[tuple[int, int]], alike: Alike, bounds: Bounds, fixed: Mapping[int, str]
) -> list[list[int]]:
    """The groups of the items 0 … count - 1, each sorted, a lone item being a group of one.

    `pairs` are those that may be alike at all: two groups without one among them that is alike enough are not compared.
    `fixed` names the group in which an item is from the start.
    """
    return _Joining(count, pairs, alike, bounds, fixed).run()


class _Joining:
    """The state of one run: members of each group, and the likeness between those that may be joined."""

    def __init__(
        self, count: int, pairs: Iterable[tuple[int, int]], alike: Alike, bounds: Bounds, fixed: Mapping[int, str]
    ) -> None:
        self.alike, self.bounds = alike, bounds
        first: dict[str, int] = {}
        home = [first.setdefault(fixed[item], item) if item in fixed else item for item in range(count)]
        self.members: dict[int, list[int]] = defaultdict(list)
        for item, group in enumerate(home):
            self.members[group].append(item)
        self.fixed = set(first.values())
        self.inside = {group: self._inside(members) for group, members in self.members.items()}
        self.sums: dict[int, dict[int, Sum]] = {group: {} for group in self.members}
        for one, other in pairs:
            a, b = home[one], home[other]
            if (
                a != b
                and b not in self.sums[a]
                and not self._apart(a, b)
                and self._between(one, other)[0] >= bounds.least
            ):
                self.sums[a][b] = self.sums[b][a] = self._sum(a, b)

    def run(self) -> list[list[int]]:
        heap = [(-self._average(a, b), a, b) for a, near in self.sums.items() for b in near if a < b]
        heapify(heap)
        while heap:
            average, a, b = heappop(heap)
            if a not in self.members or b not in self.members or -average != self._average(a, b):
                continue  # one of them has since been joined to another group
            if -average < self.bounds.least:
                break
            if self._cohere(a, b):
                for near in self._join(a, b):
                    heappush(heap, (-self._average(*near), *near))
        return sorted(sorted(members) for members in self.members.values())

    def _join(self, a: int, b: int) -> list[tuple[int, int]]:
        """Put the members of `b` into `a`; the pairs of groups whose average this has changed."""
        old, gone = self.sums[a], self.sums.pop(b)
        self.inside[a] += self.inside.pop(b) + old.pop(b)[1]
        del gone[a]
        if b in self.fixed:
            self.fixed.add(a)
        changed = {}
        for near in sorted(old.keys() | gone.keys()):
            its = self.sums[near]
            its.pop(a, None)
            its.pop(b, None)
            if not self._apart(a, near):
                one = old[near] if near in old else self._sum(a, near)
                other = gone[near] if near in gone else self._sum(b, near)
                changed[near] = its[a] = one[0] + other[0], one[1] + other[1]
        self.members[a] += self.members.pop(b)
        self.sums[a] = changed
        return [(min(a, near), max(a, near)) for near in changed]

    def _apart(self, a: int, b: int) -> bool:
        return a in self.fixed and b in self.fixed

    def _average(self, a: int, b: int) -> float:
        return self.sums[a].get(b, (-1, 0))[0] / (len(self.members[a]) * len(self.members[b]))

    def _cohere(self, a: int, b: int) -> bool:
        """Whether two groups are as alike as their members are among themselves, or nearly so."""
        across = self.sums[a][b][1] / (len(self.members[a]) * len(self.members[b]))
        return across > 0 and across * across >= self.bounds.cohesion**2 * self._within(a) * self._within(b)

    def _within(self, group: int) -> float:
        """How alike the members of a group are, by what is known of it."""
        count = len(self.members[group])
        return min((self.inside[group] + self.bounds.typical) / (count * (count - 1) // 2 + 1), self.bounds.close)

    def _inside(self, members: list[int]) -> int:
        return sum(self._between(one, other)[1] for one, other in combinations(members, 2))

    def _sum(self, a: int, b: int) -> Sum:
        likeness = telling = 0
        for one in self.members[a]:
            for other in self.members[b]:
                each = self._between(one, other)
                likeness, telling = likeness + each[0], telling + each[1]
        return likeness, telling

    def _between(self, one: int, other: int) -> Sum:
        return self.alike(min(one, other), max(one, other))
