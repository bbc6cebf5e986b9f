"""What was made from what, and what of it is due: numbers and names alone, no function and no value.

A node is a step with a key. Steps stand in an order, and a node uses only nodes of steps before its own. Where the
value of a node turns out to be another one than before, what used it is due; where it is the same, the wave ends there.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import Any, NamedTuple

from generator.build.packed import Names, Rows
from generator.build.pickled import Name


class Since(NamedTuple):
    """What has changed in a graph since it was kept whole, as plain data."""

    keys: list[Hashable]
    ranks: bytes
    inputs: dict[int, Any]
    users: dict[int, Any]
    names: dict[int, Name]
    due: list[list[int]]
    counted: int


class Graph:
    """All nodes by their numbers: what each used, what used it, the name of its value, and whether it is to run."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        """The names of steps, in their order; a step is called by its place in it, its rank."""
        self.keys: list[Any] = []
        self.ranks = bytearray()
        """By node its key and the rank of its step."""
        self.inputs, self.users, self.names = Rows(), Rows(), Names()
        """What each node used, what used it, and the name of its value; empty where it has none."""
        self.due: list[set[int]] = []
        """By rank the nodes that are to run; all others are what their inputs make of them."""
        self.reasons: dict[int, list[int]] = {}
        """Of nodes that are due the inputs that have other values, where it is known that nothing else is a reason."""
        self.settled = 0
        """Of so many steps, all that others use has been brought up to date."""
        self.stirred = False
        """Whether anything is to be remembered that was not when this was loaded."""
        self.known = 0
        """How many nodes there were when it was kept whole."""
        self.counted = 0
        """How many when those that nobody wants were left out."""
        self._nodes: list[dict[Any, int]] = []
        self._packed: dict[int, bytes] = {}
        """By rank the numbers of those nodes that nobody has asked for by their keys yet."""

    def rank(self, step: str) -> int:
        """The place of a step in the order; of a new one, the last."""
        if step not in self.steps:
            self.steps.append(step)
            self.due.append(set())
            self._nodes.append({})
        return self.steps.index(step)

    def nodes(self, rank: int) -> dict[Any, int]:
        """The nodes of a step by their keys."""
        if packed := self._packed.pop(rank, None):
            numbers = array("I", packed)
            self._nodes[rank].update(zip(map(self.keys.__getitem__, numbers), numbers, strict=True))
        return self._nodes[rank]

    def call(self, node: int) -> tuple[str, Any]:
        """The step of a node, and its key."""
        return self.steps[self.ranks[node]], self.keys[node]

    # ---------------------------------------------------------------- what a run changes

    def add(self, rank: int, key: Hashable) -> int:
        """A node that never ran."""
        node = len(self.keys)
        self.nodes(rank)[key] = node
        self.due[rank].add(node)
        self.keys.append(key)
        self.ranks.append(rank)
        self.names.append()
        return node

    def ran(self, node: int, used: tuple[int, ...], name: Name, *, other: bool = False) -> None:
        """A node used these nodes, and has a value of this name; `other` where that is another one in any case."""
        before = self.inputs[node]
        if tuple(before) != used:
            self.inputs[node] = used
            for each in set(before).difference(used):
                self.users.remove(each, node)
            self.users.append(set(used).difference(before) if before else used, node)
        self.due[self.ranks[node]].discard(node)
        self.reasons.pop(node, None)
        if other or name != self.names[node]:
            self.differs(node, name)

    def differs(self, node: int, name: Name) -> None:
        """A node has another value, which is of this name: what used it is due."""
        self.names[node] = name
        self.stirred = True
        for user in self.users[node]:
            self._is_due(user, node)

    def forget(self, node: int) -> None:
        """A node is to run, whatever its inputs are."""
        self._is_due(node)
        self.reasons.pop(node, None)

    def _is_due(self, node: int, reason: int | None = None) -> None:
        rank = self.ranks[node]
        due = self.due[rank]
        if reason is not None and node not in due:
            self.reasons[node] = [reason]
        elif reason is not None and node in self.reasons:
            self.reasons[node].append(reason)
        due.add(node)
        self.settled = min(self.settled, rank)

    # ---------------------------------------------------------------- from one process to the next

    def named(self, ranks: Collection[int]) -> Iterator[Name]:
        """The names of all values of steps of these ranks."""
        return (name for rank, name in zip(self.ranks, self.names, strict=True) if name and rank in ranks)

    def sweep(self, wanted: Iterable[int]) -> list[int]:
        """Leave out all nodes but those that are `wanted`, and what those were made from; the numbers that these had.

        They are numbered anew, in the order in which they were.
        """
        waiting = list(wanted)
        live = set(waiting)
        while waiting:
            for each in self.inputs[waiting.pop()]:
                if each not in live:
                    live.add(each)
                    waiting.append(each)
        old = sorted(live)
        self.counted = len(old)
        if len(old) == len(self.keys):
            return old
        nodes = [self.nodes(rank) for rank in range(len(self.steps))]  # before the numbers of their keys are others'
        number = {node: place for place, node in enumerate(old)}
        inputs, users, names = Rows(), Rows(), Names()
        for node in old:
            names.append()
            names[number[node]] = self.names[node]
            inputs[number[node]] = [number[each] for each in self.inputs[node]]
            users[number[node]] = [number[each] for each in self.users[node] if each in live]
        self.inputs, self.users, self.names, self.known = inputs, users, names, 0
        self.keys, self.ranks = [self.keys[node] for node in old], bytearray(self.ranks[node] for node in old)
        self.reasons.clear()
        for due, known in zip(self.due, nodes, strict=True):
            left = {key: number[node] for key, node in known.items() if node in live}
            known.clear()
            known.update(left)
            waiting = [number[node] for node in due if node in live]
            due.clear()
            due.update(waiting)
        return old

    def packed(self) -> tuple[Any, ...]:
        """All of it as plain data, for `Graph.loaded`."""
        count = len(self.keys)
        nodes = [self._packed.get(rank) or array("I", each.values()).tobytes() for rank, each in enumerate(self._nodes)]
        rows = self.inputs.packed(count), self.users.packed(count), self.names.packed()
        return self.steps, self.keys, bytes(self.ranks), nodes, rows, [*map(list, self.due)], self.counted

    @classmethod
    def loaded(cls, packed: tuple[Any, ...]) -> Graph:
        """The graph that was packed so."""
        graph = cls()
        graph.steps, graph.keys, ranks, nodes, rows, due, graph.counted = packed
        graph.ranks, graph.known = bytearray(ranks), len(ranks)
        graph.inputs, graph.users, graph.names = Rows(rows[0]), Rows(rows[1]), Names(rows[2])
        graph.due, graph._nodes, graph._packed = [*map(set, due)], [{} for _ in nodes], dict(enumerate(nodes))
        return graph

    def since(self) -> Since:
        """What has changed since it was loaded, and what had until then since it was kept whole."""
        keys, ranks = self.keys[self.known :], bytes(self.ranks[self.known :])
        names = {node: self.names[node] for node in self.names.changed}
        due = [*map(list, self.due)]
        return Since(keys, ranks, self.inputs.changed, self.users.changed, names, due, self.counted)

    def go_on(self, since: Since) -> None:
        """Have all these changes, too."""
        for node, rank in enumerate(since.ranks, self.known):
            self._packed[rank] = self._packed.get(rank, b"") + array("I", [node]).tobytes()
        self.counted = since.counted
        self.keys += since.keys
        self.ranks += since.ranks
        self.inputs.changed.update(since.inputs)
        self.users.changed.update(since.users)
        for _ in since.ranks:
            self.names.append()
        for node, name in since.names.items():
            self.names[node] = name
        for due, numbers in zip(self.due, since.due, strict=True):
            due.clear()
            due.update(numbers)
