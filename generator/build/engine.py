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

from collections.abc import Callable, Hashable
from typing import Any, Generic, ParamSpec, TypeVar

from generator.build.store import Name, Store

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
F = TypeVar("F", bound=Callable[..., Any])
_HOW = "_step"
NONE: Any = object()
"""Stands where no value is in memory; None may be one."""
RECENT = 512
"""So many values that are remembered on disk alone stay in memory until others are wanted."""


def nothing() -> None:
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
        value: V = engine.values[node]
        return engine.value(node) if value is NONE else value

    def call(self, key: Hashable) -> V:
        """Run the function, and remember nothing."""
        function: Callable[..., V] = self.function
        return function(*key) if isinstance(key, tuple) else function(key)


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
        self.pause: Callable[[], object] = nothing
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
        value: V = self.values[node]
        return self.value(node) if value is NONE else value

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
        self.values.append(NONE)
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
        value = self.recent.get(name, NONE)
        return self._keep(name, self.store.get(name)) if value is NONE else value

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
            if step.outside or not self.ran[node] or self.differs(node):
                self.pause()
                self._run(step, node)
                self.fresh.append(node)
            self.good[node] = self.build
        finally:
            if self.good[node] < 0:
                self.good[node] = before

    def differs(self, node: int) -> bool:
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
            self.values[node] = value if step.held else NONE
        elif step.held and self.values[node] is NONE:
            self.values[node] = value
        if not step.held:
            self._keep(name, value)
        self.ran[node] = self.build

    def _cycle(self, node: int) -> str:
        way = [each for each, good in enumerate(self.good) if good < 0]
        return "a step wants its own value: " + " → ".join("{}{!r}".format(*self.keys[each]) for each in (*way, node))
