"""What an engine learned, from one process to the next; thrown away when in doubt.

All of it is written once; then, as long as little has changed, only what has, in a file beside it that names the first
by its token. Where that second file is lost or of another token, what is known is older than it could be, and no less
true: it was written together with what told then whether the world has changed since.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import time
from collections.abc import Iterable, Mapping, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import kept
from generator.build.engine import Engine
from generator.build.graph import Graph, Since
from generator.build.packed import Places
from generator.build.store import LostError, Store

GROWN = 1.25
"""So many times the nodes that were wanted once: then those that nobody wants any more are left out."""
MUCH = 5000
"""More changes than these are not written again and again, but together with all the rest."""
Tables = Mapping[str, Mapping[str, Any]]
"""What is kept beside the traces: tables by name, of plain data."""


@dataclass(frozen=True, slots=True)
class Traces:
    """An engine, and what was kept with it."""

    engine: Engine
    path: Path
    state: str
    token: str = ""
    """Of what was written whole; empty where nothing was."""
    base: Tables | None = None
    """What was kept beside it then."""
    beside: Tables | None = None
    """And last."""

    def save(self, beside: Tables, *, whole: bool = True) -> None:
        """Keep all that the engine knows for those of the same state, and `beside` with it.

        Nodes that nobody asked for in a `whole` build are left out once there are many of them. Nothing is written
        where nothing is new.
        """
        engine, graph, store = self.engine, self.engine.graph, self.engine.store
        engine.doubt_no_more()
        if beside == self.beside and not graph.stirred:
            return
        if len(engine.fresh) == len(graph.keys):
            graph.counted = len(graph.keys)  # all is of one build, which makes nothing in vain
        elif whole and len(graph.keys) > GROWN * graph.counted:
            engine.sweep()
        before = store.path
        ranks = {step.rank for step in engine.steps if not (step.outside or step.passing)}
        store.flush()
        values = store.swept(graph.named(ranks)) if whole else before  # what is named only later would be lost
        if not store.writable:
            return
        if self.base is not None and graph.known and values == before:
            since, new, tables = graph.since(), store.places.added, _changes(self.base, beside)
            changes: list[Sized] = [since.inputs, since.users, since.names, new, *tables.values()]
            if sum(len(each) for each in changes) <= MUCH:
                data = marshal.dumps((store.live, new, tuple(since), tables))
                kept.keep(_since(self.path), f"{self.state} {self.token}", data)
                return
        token = f"{os.getpid()}-{time.time_ns()}"
        told: Any = token, values.name, store.live, store.places.packed(), graph.packed(), beside
        kept.keep(self.path, self.state, marshal.dumps(told))
        with contextlib.suppress(OSError):
            _since(self.path).unlink()


def _since(path: Path) -> Path:
    return path.with_name(f"{path.name}-since")


def _changes(before: Tables, now: Tables) -> dict[str, dict[str, Any]]:
    """What is other in these tables, None for what is not there any more."""
    changes = {}
    for name, table in now.items():
        known = before.get(name, {})
        changes[name] = {key: value for key, value in table.items() if known.get(key) != value}
        changes[name] |= dict.fromkeys(key for key in known if key not in table)
    return changes


def _changed(before: Tables, changes: Tables) -> dict[str, dict[str, Any]]:
    found = {name: dict(table) for name, table in before.items()}
    for name, table in changes.items():
        for key, value in table.items():
            if value is None:
                found[name].pop(key, None)
            else:
                found.setdefault(name, {})[key] = value
    return found


def anew(path: Path, state: str, shared: Iterable[type]) -> Traces:
    """Traces that tell of nothing, and will be kept at `path`; the values of others that were go."""
    with contextlib.suppress(OSError):
        for each in path.parent.glob("values-*"):
            each.unlink()
    store = Store(path.with_name(f"values-{os.getpid()}-{time.time_ns()}"), shared)
    return Traces(Engine(store), path, state)


def load(path: Path, state: str, shared: Iterable[type]) -> Traces:
    """What was kept at `path` in this state, else nothing."""
    try:
        data = kept.load(path, state)
        if data is None:
            raise LostError
        token, values, live, places, packed, base = marshal.loads(data)
        graph, beside = Graph.loaded(packed), base
        store = Store(path.with_name(values), shared, Places(places))
        if later := kept.load(_since(path), f"{state} {token}"):
            live, new, since, tables = marshal.loads(later)
            store.places.added.update(new)
            graph.go_on(Since(*since))
            beside = _changed(base, tables)
        store.live = live
    except (LostError, ValueError, TypeError, EOFError):
        return anew(path, state, shared)
    return Traces(Engine(store, graph), path, state, token, base, beside)
