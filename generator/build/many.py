"""One step for many keys, by several processes: each does a share, and the first takes over what they found out."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from generator.build import forked
from generator.build.engine import NONE, Engine
from generator.build.steps import Step

FEW = 32
"""So few keys are not worth another process."""


def ahead(
    engine: Engine, stage: Callable[..., Any], keys: Sequence[Any], jobs: int, told: Callable[[int, int], Any]
) -> list[Any]:
    """Run a step for those keys that need it, in `jobs` processes; the keys that have no value yet.

    What fails there is left to whoever asks for it, who then meets the fault itself. So nothing depends on how many
    processes there were. `told` hears how many are done, of how many.
    """

    def several(step: Step[Any, Any], keys: Sequence[Any], told: Callable[[int, int], Any]) -> bool:
        possible = jobs > 1 and len(keys) >= FEW and engine.store.writable and forked.possible()
        if possible:
            _spread(engine, step, sorted(keys), jobs, told)
        return possible

    step = engine.step(stage)
    engine.settle(step.rank, lambda before, keys: several(before, keys, lambda done, total: None))
    wanted = sorted(_due(engine, step, keys))
    if not several(step, wanted, told):
        for number, each in enumerate(wanted):
            _try(step, each)
            told(number + 1, len(wanted))
    nodes = engine.graph.nodes(step.rank)
    engine.wanted.update(map(nodes.__getitem__, filter(nodes.__contains__, keys)))
    return _due(engine, step, wanted)


def _spread(
    engine: Engine, step: Step[Any, Any], keys: Sequence[Any], jobs: int, told: Callable[[int, int], Any]
) -> None:
    """Run a step for these keys in several processes, and take over what they found out."""
    graph, store = engine.graph, engine.store
    store.flush()
    known = len(graph.keys)

    def run(items: Iterator[Any]) -> bytes:
        engine.pause = lambda: None
        store.reopen()
        added = store.places.added
        before, seen = len(added), dict(engine.looks)
        engine.fresh.clear()
        for each in items:
            _try(step, each)
        store.flush()
        rows = [(each, tuple(graph.inputs[each]), graph.names[each]) for each in engine.fresh]
        new = bytes(graph.ranks[known:]), graph.keys[known:]
        looks = {name: look for name, look in engine.looks.items() if seen.get(name) is not look}
        return marshal.dumps((new, rows, dict(islice(added.items(), before, None)), looks))

    backwards = keys[::-1]  # the alphabet has single reports before lists, which use the same values and take long
    for answer in forked.spread(run, backwards, jobs, lambda done: told(done, len(keys))):
        new, rows, places, looks = marshal.loads(answer)
        store.places.added.update(places)
        engine.looks.update(looks)
        _adopt(engine, known, zip(*new, strict=True), rows)


def _due(engine: Engine, step: Step[Any, Any], keys: Iterable[Any]) -> list[Any]:
    """Those of which the value is yet to be made."""
    nodes = engine.graph.nodes(step.rank)
    due = {engine.graph.keys[node] for node in engine.graph.due[step.rank]}
    return [key for key in keys if key in due or key not in nodes]


def _try(step: Step[Any, Any], key: Any) -> None:
    try:
        step(*key) if isinstance(key, tuple) else step(key)
    except Exception:  # noqa: BLE001  it is told where the value is wanted
        return


def _adopt(engine: Engine, known: int, new: Iterable[tuple[int, Any]], rows: list[Any]) -> None:
    """Take over what a child found out: its nodes beyond those that were `known` are ours, by step and key."""
    graph, ours = engine.graph, []
    for rank, key in new:
        node = graph.nodes(rank).get(key)
        ours.append(engine.add(rank, key) if node is None else node)
    for number, inputs, name in rows:
        node = number if number < known else ours[number - known]
        step = engine.steps[graph.ranks[node]]
        if node in graph.due[step.rank]:
            engine.values[node] = NONE
            engine.done(step, node, tuple(each if each < known else ours[each - known] for each in inputs), name)
