"""One step for many keys, by several processes: each does a share, and the first takes over what they found out."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from generator.build import forked
from generator.build.engine import NONE, Engine, Step, nothing

FEW = 32
"""So few keys are not worth another process."""


def ahead(
    engine: Engine, stage: Callable[..., Any], keys: Sequence[Any], jobs: int, told: Callable[[int, int], Any]
) -> list[Any]:
    """Run a step for those keys that need it, in `jobs` processes; the keys that have no value yet.

    What fails there is left to whoever asks for it, who then meets the fault itself. So nothing depends on how many
    processes there were. `told` hears how many are done, of how many.
    """
    step = engine.steps[getattr(stage, "name", "")]
    wanted = sorted(_due(engine, step, keys))
    if jobs < 2 or len(wanted) < FEW or not engine.store.writable or not forked.possible():
        for number, each in enumerate(wanted):
            _try(step, each)
            told(number + 1, len(wanted))
        return _left(engine, step, wanted)
    engine.store.flush()
    known = len(engine.keys)

    def run(items: Iterator[Any]) -> bytes:
        engine.pause = nothing
        engine.store.reopen()
        places, before = len(engine.store.places), list(engine.good)
        for each in items:
            _try(step, each)
        engine.store.flush()
        fresh = [
            node
            for node, good in enumerate(engine.good)
            if good == engine.build and (node >= known or before[node] != good)
        ]
        rows = [
            (*engine.keys[each], engine.inputs[each], engine.names[each], engine.ran[each], engine.changed[each])
            for each in fresh
        ]
        return marshal.dumps((fresh, rows, list(engine.store.places.items())[places:]))

    backwards = wanted[::-1]  # the alphabet has single reports before lists, which use the same values and take long
    for answer in forked.spread(run, backwards, jobs, lambda done: told(done, len(wanted))):
        numbers, rows, places = marshal.loads(answer)
        _adopt(engine, numbers, rows, places, known)
    return _left(engine, step, wanted)


def _left(engine: Engine, step: Step[Any, Any], keys: Iterable[Any]) -> list[Any]:
    good, nodes, build = engine.good, step.nodes, engine.build
    return [each for each in keys if good[nodes.get(each, -1)] != build or each not in nodes]


def _due(engine: Engine, step: Step[Any, Any], keys: Sequence[Any]) -> list[Any]:
    """Those of which the value is yet to be made in this build; their inputs are looked at."""
    nodes, good, build, ran = step.nodes, engine.good, engine.build, engine.ran
    due = []
    for key in keys:
        node = nodes.get(key)
        if node is None or not ran[node]:
            due.append(key)
        elif good[node] != build:
            if engine.differs(node):
                due.append(key)
            else:
                good[node] = build
    return due


def _try(step: Step[Any, Any], key: Any) -> None:
    try:
        step(*key) if isinstance(key, tuple) else step(key)
    except Exception:  # noqa: BLE001  it is told where the value is wanted
        return


def _adopt(engine: Engine, numbers: list[int], rows: list[Any], places: list[Any], known: int) -> None:
    """Take over what a child found out: its nodes are ours, by step and key."""
    engine.store.places.update(places)
    ours = {}
    for number, (name, key, *_) in zip(numbers, rows, strict=True):
        node = engine.nodes[name].get(key)
        ours[number] = engine.add(engine.steps[name], key) if node is None else node
    for number, (_, _, inputs, name, ran, changed) in zip(numbers, rows, strict=True):
        node = ours[number]
        if engine.good[node] != engine.build:
            engine.inputs[node] = tuple(each if each < known else ours[each] for each in inputs)
            if engine.changed[node] != changed:
                engine.values[node] = NONE
            engine.names[node], engine.ran[node], engine.changed[node] = name, ran, changed
            engine.good[node] = engine.build
            engine.fresh.append(node)
