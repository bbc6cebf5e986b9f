"""What an engine learned, from one process to the next; thrown away when in doubt."""

from __future__ import annotations

import contextlib
import marshal
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.build import kept
from generator.build.engine import NONE, Engine
from generator.build.garbage import uncollected
from generator.build.store import LostError, Store


def save(engine: Engine, path: Path, state: str, beside: Any, *, whole: bool = True) -> None:
    """Keep all traces at `path`, for those of the same `state`, and `beside` with them, a value of plain data.

    Nodes that nobody asked for in a `whole` build are left out once there are many of them. Nothing is written
    where nothing is new.
    """
    if beside == engine.beside and engine.build not in engine.changed and not engine.ran_now():
        return
    if whole and sum(good >= engine.since for good in engine.good) < 0.8 * len(engine.good):
        _sweep(engine)
    outsides = {name for name, step in engine.steps.items() if step.outside}
    values = engine.store.swept(
        name for (step, _), name in zip(engine.keys, engine.names, strict=True) if name and step not in outsides
    )
    if engine.store.writable:
        traces = (engine.build, engine.nodes, engine.keys, engine.inputs, engine.names, engine.ran, engine.changed)
        kept.keep(path, state, marshal.dumps((values.name, engine.store.places, traces, beside)))


def _sweep(engine: Engine) -> None:
    """Leave out the nodes that nobody asked for."""
    live = [node for node, good in enumerate(engine.good) if good >= engine.since]
    number = {node: place for place, node in enumerate(live)}
    engine.inputs = [tuple(number[each] for each in engine.inputs[node]) for node in live]
    for field in ("keys", "names", "ran", "changed", "good", "values"):
        setattr(engine, field, [getattr(engine, field)[node] for node in live])
    engine.fresh.clear()
    for nodes in engine.nodes.values():
        nodes.clear()
    for node, (name, key) in enumerate(engine.keys):
        engine.nodes[name][key] = node


def anew(path: Path, shared: Iterable[type]) -> Engine:
    """An engine that knows nothing, and will be kept at `path`; the values of others that were go."""
    with contextlib.suppress(OSError):
        for each in path.parent.glob("values-*"):
            each.unlink()
    return Engine(Store(path.with_name(f"values-{os.getpid()}-{time.time_ns()}"), shared))


def load(path: Path, state: str, shared: Iterable[type]) -> Engine:
    """The engine as it was kept at `path` in this state, else a new one."""
    try:
        data = kept.load(path, state)
        if data is None:
            raise LostError
        with uncollected():
            values, places, traces, beside = marshal.loads(data)
        engine = Engine(Store(path.with_name(values), shared, places))
        engine.build, engine.nodes, engine.keys, engine.inputs, engine.names, engine.ran, engine.changed = traces
    except (LostError, ValueError, TypeError, EOFError):
        return anew(path, shared)
    engine.good = [0] * len(engine.keys)
    engine.values = [NONE] * len(engine.keys)
    engine.beside = beside
    return engine
