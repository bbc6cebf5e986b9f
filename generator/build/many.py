"""Steps for many keys, by several processes: each does a share, and the first takes over what the others found out."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from generator.build import forked
from generator.build.engine import NONE, Engine
from generator.build.steps import Step
from generator.build.store import LostError

FEW, FEWEST = 32, 8
"""So few keys are not worth another process, not even large ones."""


def ahead(
    engine: Engine,
    stages: Sequence[Callable[..., Any]],
    keys: Collection[Any],
    jobs: int,
    told: Callable[[int, int], Any],
    *,
    turn: Callable[[Any], Any] | None = None,
    large: bool = False,
) -> list[Any]:
    """Run steps for those keys that need it, in `jobs` processes; the keys for which the first has no value yet.

    Those of which `turn` gives most are begun first, else those that stand first. Of several steps, which stand in
    their order, the later ones call none that stand after the first. Where some of the keys may be `large`, a few are
    worth another process. What fails there is left to whoever asks for it, who then meets the fault itself. So nothing
    depends on how many processes there were. `told` hears how many keys are done, of how many.
    """

    def several(
        steps: Sequence[Step[Any, Any]], keys: Sequence[Any], told: Callable[[int, int], Any], few: int = FEW
    ) -> bool:
        possible = jobs > 1 and len(keys) >= few and engine.store.writable and forked.possible()
        if possible:
            _spread(engine, steps, keys, jobs, told)
        return possible

    steps = [engine.step(stage) for stage in stages]
    engine.settle(steps[0].rank, lambda before, keys: several([before], keys, lambda done, total: None))
    wanted = list(dict.fromkeys(key for step in steps for key in _due(engine, step, keys)))
    if turn:
        wanted.sort(key=turn, reverse=True)
    if not several(steps, wanted, told, FEWEST if large else FEW):
        for number, _ in enumerate(_tried(engine, steps, wanted)):
            told(number + 1, len(wanted))
    for step in steps:
        nodes = engine.graph.nodes(step.rank)
        engine.wanted.update(map(nodes.__getitem__, filter(nodes.__contains__, keys)))
    return _due(engine, steps[0], wanted)


def _spread(
    engine: Engine,
    steps: Sequence[Step[Any, Any]],
    keys: Sequence[Any],
    jobs: int,
    told: Callable[[int, int], Any],
) -> None:
    """Run steps for these keys in several processes, and take over what they found out."""
    graph, store = engine.graph, engine.store
    store.flush()
    known = len(graph.keys)

    def here(items: Iterator[Any]) -> None:
        for _ in _tried(engine, steps, items):
            pass

    def work(items: Iterator[Any]) -> bytes:
        engine.pause = lambda: None
        store.reopen()
        added = store.places.added
        before, seen = len(added), dict(engine.looks)
        engine.fresh.clear()
        engine.doubted.clear()
        here(items)
        if not store.flush():
            raise LostError  # what only this process has is no answer: the first one makes it again, and keeps it
        rows = [(each, tuple(graph.inputs[each]), graph.names[each]) for each in engine.fresh]
        new = bytes(graph.ranks[known:]), graph.keys[known:]
        looks = {name: look for name, look in engine.looks.items() if seen.get(name) is not look}
        return marshal.dumps((new, rows, dict(islice(added.items(), before, None)), looks, list(engine.doubted)))

    for answer in forked.spread(work, here, keys, jobs, lambda done: told(done, len(keys))):
        new, rows, places, looks, doubted = marshal.loads(answer)
        store.places.added.update(places)
        engine.looks.update(looks)
        _adopt(engine, known, zip(*new, strict=True), rows, doubted)


def _due(engine: Engine, step: Step[Any, Any], keys: Iterable[Any]) -> list[Any]:
    """Those of which the value is yet to be made."""
    nodes = engine.graph.nodes(step.rank)
    due = {engine.graph.keys[node] for node in engine.graph.due[step.rank]}
    return [key for key in keys if key in due or key not in nodes]


def _tried(engine: Engine, steps: Sequence[Step[Any, Any]], keys: Iterable[Any]) -> Iterator[Any]:
    """Run the steps for each key; what stands between them is no concern of theirs, and is settled later."""
    settled = engine.graph.settled
    engine.graph.settled = max(settled, steps[-1].rank)
    for key in keys:
        for step in steps:
            with suppress(Exception):  # it is told where the value is wanted
                step(*key) if isinstance(key, tuple) else step(key)
        yield key
    engine.graph.settled = min(settled, engine.graph.settled)


def _adopt(engine: Engine, known: int, new: Iterable[tuple[int, Any]], rows: list[Any], doubted: Iterable[int]) -> None:
    """Take over what a child found out: its nodes beyond those that were `known` are ours, by step and key."""
    graph, ours = engine.graph, []  # the numbers here of nodes that the child added
    for rank, key in new:
        node = graph.nodes(rank).get(key)
        ours.append(engine.add(rank, key) if node is None else node)
    for number, inputs, name in rows:
        node = number if number < known else ours[number - known]
        step = engine.steps[graph.ranks[node]]
        if node in graph.due[step.rank]:
            engine.values[node] = NONE
            old = max(inputs, default=0) < known
            used = inputs if old else tuple(each if each < known else ours[each - known] for each in inputs)
            engine.done(step, node, used, name)
    engine.doubted.update(node if node < known else ours[node - known] for node in doubted)
