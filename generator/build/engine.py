"""Remembers what was computed from what, and computes again only what that makes necessary. It knows nothing of news.

A step is a function with a hashable key. The steps that it calls while it runs are its inputs, so that dependencies are
learned, never declared (Contingent, in "500 Lines or Less", 2016). A wanted value is good if each of its inputs, asked
again, is what it was; else the step runs anew, and where its value turns out to be the same, what is made from it is
spared ("early cutoff", after Shake: Mitchell, "Shake before building", 2012). An `outside` step looks at the world, and
is asked afresh in each build.

    @outside
    def text(self, name): ...                                        # in each build
    @step
    def title(self, name): return title_of(self.text(name))          # when the text changed
    @step
    def index(self): return sorted(map(self.title, self.names()))    # when a title or the list of names changed

Traces are lists that are indexed by the number of a node, a node being a step with its key: so many small objects would
take longer to load than a build may last.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

from generator.build import forked, kept
from generator.build.garbage import uncollected
from generator.build.store import LostError, Name, Store

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
F = TypeVar("F", bound=Callable[..., Any])
_HOW = "_step"
_NONE: Any = object()
"""Stands where no value is in memory; None may be one."""
FEW = 32
"""So few keys are not worth another process."""
RUN = 64
"""So many keys that follow each other are done by one process: they often use the same values."""
RECENT = 512
"""So many values that are remembered on disk alone stay in memory until others are wanted."""


def _nothing() -> None:
    """No reason to end a build."""


class CycleError(Exception):
    """A step wants its own value; the message says by which way."""


def step(function: F) -> F:
    """Mark a method as a step whose values are remembered, also in memory."""
    return _marked(function)


def stored(function: F) -> F:
    """Mark a method as a step whose values are remembered on disk alone: they are large, and each is seldom wanted."""
    return _marked(function, held=False)


def passing(function: F) -> F:
    """Mark a method as a step whose values are remembered in memory alone: they are large, and soon made anew.

    Each is taken for another one than the value before.
    """
    return _marked(function, passing=True)


def outside(function: F) -> F:
    """Mark a method as a look at the world, asked once in each build."""
    return _marked(function, outside=True)


def _marked(function: F, **how: bool) -> F:
    setattr(function, _HOW, how)
    return function


class Step(Generic[P, V]):
    """A function whose values are remembered; it is called like the function."""

    def __init__(
        self,
        engine: Engine,
        function: Callable[P, V],
        *,
        outside: bool = False,
        held: bool = True,
        passing: bool = False,
    ) -> None:
        self.engine, self.function, self.outside, self.held, self.passing = engine, function, outside, held, passing
        self.name = function.__name__
        self.nodes = engine.nodes.setdefault(self.name, {})

    def __call__(self, *key: P.args, **_: P.kwargs) -> V:
        """The value for a key, as it must be now."""
        engine = self.engine
        short = _short(key)
        node = self.nodes.get(short)
        if node is None:
            node = engine.add(self, short)
        if engine.good[node] < engine.since:
            engine.renew(node)
        if engine.using:
            engine.using[-1][node] = None
        value = engine.values[node]
        return engine.value(node) if value is _NONE else value  # type: ignore[no-any-return]

    def call(self, key: Hashable) -> V:
        """Run the function, and remember nothing."""
        return self.function(*key) if isinstance(key, tuple) else self.function(key)  # type: ignore[call-arg, arg-type]


def _short(key: tuple[Any, ...]) -> Any:
    """A key of one part is that part, as long as it cannot be mistaken for several."""
    return key[0] if len(key) == 1 and not isinstance(key[0], tuple) else key


class Engine:
    """All nodes, what each was made from, and the values in memory."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.steps: dict[str, Step[Any, Any]] = {}
        self.nodes: dict[str, dict[Hashable, int]] = {}
        """By the name of a step and the key, the number of the node."""
        self.keys: list[tuple[str, Hashable]] = []
        self.inputs: list[tuple[int, ...]] = []
        self.names: list[Name] = []
        """Of the values; empty where there is none."""
        self.ran: list[int] = []
        """In which build a node ran."""
        self.changed: list[int] = []
        """And in which it last had another value than before."""
        self.good: list[int] = []
        """In which build it was last found to be as it must; negative while that is found out."""
        self.values: list[Any] = []
        self.recent: dict[Name, Any] = {}
        """Some of those that are on disk alone, by name."""
        self.using: list[dict[int, None]] = []
        """For each step that is running what it used so far, the innermost last."""
        self.build = 1
        self.since = 1
        """From which build on what was found good still is."""
        self.fresh: list[int] = []
        """Those that ran in this build."""
        self.pause: Callable[[], object] = _nothing
        """Is called before each step that runs, and may raise what is no Exception to end the build there."""
        self.beside: Any = None
        """What was kept with the traces that were loaded."""

    # ---------------------------------------------------------------- steps

    def wrap(self, stages: object) -> None:
        """Make steps of those methods of an object that are marked as such; what they call of it is theirs, too."""
        for name, function in vars(type(stages)).items():
            if (how := getattr(function, _HOW, None)) is not None:
                self.steps[name] = wrapped = Step(self, function.__get__(stages), **how)
                setattr(stages, name, wrapped)

    def begin(self) -> None:
        """A new build: whatever is asked for may have changed."""
        self.go_on()
        self.since = self.build
        self.store.age()

    def go_on(self) -> None:
        """A new build that takes for good what it is not told of."""
        self.build += 1
        self.fresh.clear()
        self.using.clear()

    def forget(self, name: str, key: Hashable) -> None:
        """Let a step run again, whatever its inputs are."""
        node = self.nodes[name].get(key)
        if node is not None:
            self.ran[node] = self.good[node] = 0

    def last(self, step: Callable[..., V]) -> V | None:
        """The value that a step without a key has by now, good or not; None where it has none."""
        node = self.nodes.get(getattr(step, "name", ""), {}).get(())
        if node is None or not self.names[node]:
            return None
        value = self.values[node]
        return self.value(node) if value is _NONE else value  # type: ignore[no-any-return]

    def noted(self, make: Callable[[], T]) -> tuple[T, tuple[int, ...]]:
        """What `make` gives, and what it used; whoever keeps it for others tells with `again` that they use it, too."""
        self.using.append({})
        try:
            made = make()
        finally:
            used = tuple(self.using.pop())
            self.again(used)
        return made, used

    def again(self, used: Any) -> None:
        """The step that is running uses these as well."""
        if self.using:
            self.using[-1].update(dict.fromkeys(used))

    def ran_now(self) -> list[tuple[str, Hashable]]:
        """The steps that ran in this build, in the order in which they were first known, without looks at the world."""
        nodes = (node for node in sorted(set(self.fresh)) if self.ran[node] == self.build)
        return [key for node in nodes if not self.steps[(key := self.keys[node])[0]].outside]

    # ---------------------------------------------------------------- nodes

    def add(self, step: Step[Any, Any], key: Hashable) -> int:
        """A node that never ran."""
        node = len(self.keys)
        step.nodes[key] = node
        self.keys.append((step.name, key))
        self.inputs.append(())
        self.names.append(b"")
        self.values.append(_NONE)
        for numbers in (self.ran, self.changed, self.good):
            numbers.append(0)
        return node

    def value(self, node: int) -> Any:
        """The value of a node that is good: from disk, or made again where it is not kept there."""
        step = self.steps[self.keys[node][0]]
        if not step.held:
            return self._recent(self.names[node])
        if step.outside or step.passing:
            value, _ = self._made(step, node)
        else:
            value = self.store.get(self.names[node])
        self.values[node] = value
        return value

    def _made(self, step: Step[Any, V], node: int) -> tuple[V, tuple[int, ...]]:
        """What a step gives, and what it used."""
        self.using.append({})
        try:
            value = step.call(self.keys[node][1])
        finally:
            used = self.using.pop()
        return value, tuple(used)

    def _recent(self, name: Name) -> Any:
        value = self.recent.get(name, _NONE)
        return self._keep(name, self.store.get(name)) if value is _NONE else value

    def _keep(self, name: Name, value: V) -> V:
        if len(self.recent) >= RECENT:
            for old in list(self.recent)[: RECENT // 2]:
                del self.recent[old]
        self.recent[name] = value
        return value

    def renew(self, node: int) -> None:
        """Make sure that a node is as it must be: by looking at its inputs, else by running it."""
        if self.good[node] < 0:
            raise CycleError(self._cycle(node))
        before, self.good[node] = self.good[node], -1
        try:
            step = self.steps[self.keys[node][0]]
            if step.outside or not self.ran[node] or self._differs(node):
                self.pause()
                self._run(step, node)
                self.fresh.append(node)
            self.good[node] = self.build
        finally:
            if self.good[node] < 0:
                self.good[node] = before

    def _differs(self, node: int) -> bool:
        """Whether an input has another value than when the node ran; they are looked at in the order they were used."""
        good, changed, since, ran = self.good, self.changed, self.since, self.ran[node]
        for each in self.inputs[node]:
            if good[each] < since:
                try:
                    self.renew(each)
                except CycleError:
                    raise
                except Exception:  # noqa: BLE001  it cannot be had: the step will meet that, if it still wants it
                    return True
            if changed[each] > ran:
                return True
        return False

    def _run(self, step: Step[Any, Any], node: int) -> None:
        self.ran[node] = 0  # what fails has no value, and runs again
        value, self.inputs[node] = self._made(step, node)
        name = b"" if step.passing else self.store.name(value) if step.outside else self.store.put(value)
        if name != self.names[node] or step.passing:
            self.names[node], self.changed[node] = name, self.build
            self.values[node] = value if step.held else _NONE
        elif step.held and self.values[node] is _NONE:
            self.values[node] = value
        if not step.held:
            self._keep(name, value)
        self.ran[node] = self.build

    def _cycle(self, node: int) -> str:
        way = [each for each, good in enumerate(self.good) if good < 0]
        return "a step wants its own value: " + " → ".join("{}{!r}".format(*self.keys[each]) for each in (*way, node))

    # ---------------------------------------------------------------- many at once

    def ahead(
        self, stage: Callable[..., Any], keys: Sequence[Any], jobs: int, told: Callable[[int, int], Any]
    ) -> list[Any]:
        """Run a step for those keys that need it, in `jobs` processes; the keys that have no value yet.

        What fails there is left to whoever asks for it, who then meets the fault itself. So nothing depends on how many
        processes there were. `told` hears how many are done, of how many.
        """
        step = self.steps[stage.name]  # type: ignore[attr-defined]
        wanted = self._due(step, keys)
        if jobs < 2 or len(wanted) < FEW or not self.store.writable or not forked.possible():
            for number, each in enumerate(wanted):
                self._try(step, each)
                told(number + 1, len(wanted))
            return self._left(step, wanted)
        self.store.flush()
        known = len(self.keys)

        def run(slice_: Sequence[Any], tell: Callable[[], None]) -> bytes:
            self.pause = _nothing
            self.store.reopen()
            places, before = len(self.store.places), list(self.good)
            for each in slice_:
                self._try(step, each)
                tell()
            self.store.flush()
            fresh = [
                node
                for node, good in enumerate(self.good)
                if good == self.build and (node >= known or before[node] != good)
            ]
            rows = [
                (*self.keys[each], self.inputs[each], self.names[each], self.ran[each], self.changed[each])
                for each in fresh
            ]
            return marshal.dumps((fresh, rows, list(self.store.places.items())[places:]))

        runs = [wanted[start : start + RUN] for start in range(0, len(wanted), RUN)]
        slices = [[key for run in runs[start::jobs] for key in run] for start in range(jobs)]
        for answer in forked.spread(run, slices, lambda done: told(done, len(wanted))):
            numbers, rows, places = marshal.loads(answer)
            self._adopt(numbers, rows, places, known)
        return self._left(step, wanted)

    def _left(self, step: Step[Any, Any], keys: Iterable[Any]) -> list[Any]:
        good, nodes, build = self.good, step.nodes, self.build
        return [each for each in keys if good[nodes.get(each, -1)] != build or each not in nodes]

    def _due(self, step: Step[Any, Any], keys: Sequence[Any]) -> list[Any]:
        """Those of which the value is yet to be made in this build; their inputs are looked at."""
        nodes, good, build, ran = step.nodes, self.good, self.build, self.ran
        due = []
        for key in keys:
            node = nodes.get(key)
            if node is None or not ran[node]:
                due.append(key)
            elif good[node] != build:
                if self._differs(node):
                    due.append(key)
                else:
                    good[node] = build
        return due

    def _try(self, step: Step[Any, Any], key: Any) -> None:
        try:
            step(*key) if isinstance(key, tuple) else step(key)
        except Exception:  # noqa: BLE001  it is told where the value is wanted
            return

    def _adopt(self, numbers: list[int], rows: list[Any], places: list[Any], known: int) -> None:
        """Take over what a child found out: its nodes are ours, by step and key."""
        self.store.places.update(places)
        ours = {}
        for number, (name, key, *_) in zip(numbers, rows, strict=True):
            node = self.nodes[name].get(key)
            ours[number] = self.add(self.steps[name], key) if node is None else node
        for number, (_, _, inputs, name, ran, changed) in zip(numbers, rows, strict=True):
            node = ours[number]
            if self.good[node] != self.build:
                self.inputs[node] = tuple(each if each < known else ours[each] for each in inputs)
                if self.changed[node] != changed:
                    self.values[node] = _NONE
                self.names[node], self.ran[node], self.changed[node] = name, ran, changed
                self.good[node] = self.build
                self.fresh.append(node)

    # ---------------------------------------------------------------- from one process to the next

    def save(self, path: Path, state: str, beside: Any, *, whole: bool = True) -> None:
        """Keep all traces at `path`, for those of the same `state`, and `beside` with them, a value of plain data.

        Nodes that nobody asked for in a `whole` build are left out once there are many of them. Nothing is written
        where nothing is new.
        """
        if beside == self.beside and self.build not in self.changed and not self.ran_now():
            return
        if whole and sum(good >= self.since for good in self.good) < 0.8 * len(self.good):
            self._sweep()
        outsides = {name for name, step in self.steps.items() if step.outside}
        values = self.store.swept(
            name for (step, _), name in zip(self.keys, self.names, strict=True) if name and step not in outsides
        )
        if self.store.writable:
            traces = (self.build, self.nodes, self.keys, self.inputs, self.names, self.ran, self.changed)
            kept.keep(path, state, marshal.dumps((values.name, self.store.places, traces, beside)))

    def _sweep(self) -> None:
        live = [node for node, good in enumerate(self.good) if good >= self.since]
        number = {node: place for place, node in enumerate(live)}
        self.inputs = [tuple(number[each] for each in self.inputs[node]) for node in live]
        for field in ("keys", "names", "ran", "changed", "good", "values"):
            setattr(self, field, [getattr(self, field)[node] for node in live])
        self.fresh.clear()
        for nodes in self.nodes.values():
            nodes.clear()
        for node, (name, key) in enumerate(self.keys):
            self.nodes[name][key] = node

    @classmethod
    def anew(cls, path: Path, shared: Iterable[type]) -> Engine:
        """An engine that knows nothing, and will be kept at `path`; the values of others that were go."""
        with contextlib.suppress(OSError):
            for each in path.parent.glob("values-*"):
                each.unlink()
        return cls(Store(path.with_name(f"values-{os.getpid()}-{time.time_ns()}"), shared))

    @classmethod
    def load(cls, path: Path, state: str, shared: Iterable[type]) -> Engine:
        """The engine as it was kept at `path` in this state, else a new one."""
        try:
            data = kept.load(path, state)
            if data is None:
                raise LostError
            with uncollected():
                values, places, traces, beside = marshal.loads(data)
            engine = cls(Store(path.with_name(values), shared, places))
            engine.build, engine.nodes, engine.keys, engine.inputs, engine.names, engine.ran, engine.changed = traces
        except (LostError, ValueError, TypeError, EOFError):
            return cls.anew(path, shared)
        engine.good = [0] * len(engine.keys)
        engine.values = [_NONE] * len(engine.keys)
        engine.beside = beside
        return engine
