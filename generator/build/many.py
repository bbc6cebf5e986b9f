"""One step for many keys, by several processes: each does a share, and the first takes over what they found out."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from generator.build import forked
from generator.build.engine import NONE, Engine, Step

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

    step = engine.steps[getattr(stage, "name", "")]
    engine.settle(step.rank, lambda before, keys: several(before, keys, lambda done, total: None))
    wanted = sorted(_due(step, keys))
    if not several(step, wanted, told):
        for number, each in enumerate(wanted):
            _try(step, each)
            told(number + 1, len(wanted))
    engine.wanted.update(node for key in keys if (node := step.nodes.get(key)) is not None)
    return _due(step, wanted)


def _spread(
    engine: Engine, step: Step[Any, Any], keys: Sequence[Any], jobs: int, told: Callable[[int, int], Any]
) -> None:
    """Run a step for these keys in several processes, and take over what they found out."""
    engine.store.flush()
    known = len(engine.keys)

    def run(items: Iterator[Any]) -> bytes:
        engine.pause = lambda: None
        engine.store.reopen()
        added = engine.store.places.added
        before = len(added)
        engine.fresh.clear()
        for each in items:
            _try(step, each)
        engine.store.flush()
        rows = [(each, tuple(engine.inputs[each]), engine.names[each]) for each in engine.fresh]
        return marshal.dumps((engine.keys[known:], rows, dict(islice(added.items(), before, None))))

    backwards = keys[::-1]  # the alphabet has single reports before lists, which use the same values and take long
    for answer in forked.spread(run, backwards, jobs, lambda done: told(done, len(keys))):
        new, rows, places = marshal.loads(answer)
        engine.store.places.added.update(places)
        _adopt(engine, known, new, rows)


def _due(step: Step[Any, Any], keys: Iterable[Any]) -> list[Any]:
    """Those of which the value is yet to be made."""
    nodes, due = step.nodes, step.due
    return [key for key in keys if (node := nodes.get(key)) is None or node in due]


def _try(step: Step[Any, Any], key: Any) -> None:
    try:
        step(*key) if isinstance(key, tuple) else step(key)
    except Exception:  # noqa: BLE001  it is told where the value is wanted
        return


def _adopt(engine: Engine, known: int, new: list[Any], rows: list[Any]) -> None:
    """Take over what a child found out: its nodes beyond those that were `known` are ours, by step and key."""
    ours = []
    for name, key in new:
        node = engine.nodes[name].get(key)
        ours.append(engine.add(engine.steps[name], key) if node is None else node)
    for number, inputs, name in rows:
        node = number if number < known else ours[number - known]
        step = engine.steps[engine.keys[node][0]]
        if node in step.due:
            engine.values[node] = NONE
            engine.done(step, node, tuple(each if each < known else ours[each - known] for each in inputs), name)
