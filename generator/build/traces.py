"""What an engine learned, from one process to the next; thrown away when in doubt."""

from __future__ import annotations

import contextlib
import marshal
import os
import time
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.build import kept
from generator.build.engine import NONE, Engine
from generator.build.garbage import uncollected
from generator.build.packed import Names, Places, Rows
from generator.build.store import LostError, Store

GROWN = 1.25
"""So many times the nodes that were wanted once: then those that nobody wants any more are left out."""


def save(engine: Engine, path: Path, state: str, beside: Any, *, whole: bool = True) -> None:
    """Keep all traces at `path`, for those of the same `state`, and `beside` with them, a value of plain data.

    Nodes that nobody asked for in a `whole` build are left out once there are many of them. Nothing is written
    where nothing is new.
    """
    if beside == engine.beside and not engine.stirred:
        return
    if whole and len(engine.keys) > GROWN * engine.counted:
        _sweep(engine)
    unkept = {name for name, step in engine.steps.items() if step.outside or step.passing}
    store = engine.store
    values = store.swept(
        name for (step, _), name in zip(engine.keys, engine.names, strict=True) if name and step not in unkept
    )
    if store.writable:
        count = len(engine.keys)
        nodes = {name: (list(each), array("I", each.values()).tobytes()) for name, each in engine.nodes.items()}
        rows = engine.inputs.packed(count), engine.users.packed(count), engine.names.packed()
        traces = (count, nodes, {name: list(due) for name, due in engine.due.items()}, rows, engine.counted)
        kept.keep(path, state, marshal.dumps((values.name, store.live, store.places.packed(), traces, beside)))


def _sweep(engine: Engine) -> None:
    """Leave out the nodes that nobody asked for, and that none of those uses who were asked for."""
    live, waiting = set(engine.wanted), list(engine.wanted)
    while waiting:
        for each in engine.inputs[waiting.pop()]:
            if each not in live:
                live.add(each)
                waiting.append(each)
    engine.counted = len(live)
    if len(live) == len(engine.keys):
        return
    old = sorted(live)
    number = {node: place for place, node in enumerate(old)}
    inputs, users, names = Rows(), Rows(), Names()
    for node in old:
        names.append()
        names[number[node]] = engine.names[node]
        inputs[number[node]] = [number[each] for each in engine.inputs[node]]
        users[number[node]] = [number[each] for each in engine.users[node] if each in live]
    engine.inputs, engine.users, engine.names = inputs, users, names
    engine.keys = [engine.keys[node] for node in old]
    engine.values = [engine.values[node] for node in old]
    for name, due in engine.due.items():
        left = [number[node] for node in due if node in live]
        due.clear()
        due.update(left)
        nodes = engine.nodes[name]
        kept_ = {key: number[node] for key, node in nodes.items() if node in live}
        nodes.clear()
        nodes.update(kept_)
    engine.go_on()
    engine.wanted.clear()


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
            values, live, places, (count, nodes, due, rows, counted), beside = marshal.loads(data)
            engine = Engine(Store(path.with_name(values), shared, Places(places)))
            engine.store.live = live
            engine.inputs, engine.users, engine.names = Rows(rows[0]), Rows(rows[1]), Names(rows[2])
            engine.keys = [("", ())] * count
            for name, (keys, numbers) in nodes.items():
                engine.nodes[name] = known = dict(zip(keys, array("I", numbers), strict=True))
                for key, node in known.items():
                    engine.keys[node] = name, key
    except (LostError, ValueError, TypeError, EOFError):
        return anew(path, shared)
    engine.due = {name: set(each) for name, each in due.items()}
    engine.values = [NONE] * count
    engine.counted, engine.beside = counted, beside
    return engine
