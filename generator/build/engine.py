"""Remembers what was computed from what, and computes again only what that makes necessary. It knows nothing of news.

A step is a function with a hashable key. The steps that it calls while it runs are its inputs, so that dependencies are
learned, never declared (Contingent, in "500 Lines or Less", 2016). An `outside` step looks at the world, and is asked
afresh in each build. Where a value turns out to be another one than before, what used it is due; where it is the same,
the wave ends ("early cutoff", after Shake: Mitchell, "Shake before building", 2012).

    @outside
    def text(self, name): ...                                        # in each build
    @step
    def title(self, name): return title_of(self.text(name))          # when the text changed
    @step
    def index(self): return sorted(map(self.title, self.names()))    # when a title or the list of names changed

A step calls only those that stand above it. So a build goes down the page once: each step does what is due, and all
that it may call is as it must be by then. What nobody uses runs when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from contextlib import suppress
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

from generator.build.packed import Names, Rows
from generator.build.pickled import Name
from generator.build.store import Store

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
F = TypeVar("F", bound=Callable[..., Any])
_HOW = "_step"
NONE: Any = object()
"""Stands where no value is in memory; None may be one."""
RECENT = 512
"""So many values that are remembered on disk alone stay in memory until others are wanted."""


class OrderError(Exception):
    """A step asks for one that does not stand above it, and might thus want its own value."""


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
        self.name, self.rank = function.__name__, len(engine.steps)
        self.nodes = engine.nodes.setdefault(self.name, {})
        self.due = engine.due.setdefault(self.name, set())

    def __call__(self, *key: P.args, **_: P.kwargs) -> V:
        """The value for a key, as it must be now."""
        engine = self.engine
        short = _short(key)
        node = self.nodes.get(short)
        if node is None:
            node = engine.add(self, short)
        if engine.using:
            if self.rank >= engine.rank:
                raise OrderError(f"a step asks for `{self.name}`, which does not stand above it")
            engine.using[-1][node] = None
        else:
            engine.settle(self.rank)
            engine.wanted.add(node)
        if node in self.due:
            engine.renew(self, node)
        value: V = engine.values[node]
        return engine.value(node) if value is NONE else value

    def call(self, key: Hashable) -> V:
        """Run the function, and remember nothing."""
        function: Callable[..., V] = self.function
        return function(*key) if isinstance(key, tuple) else function(key)


def _short(key: tuple[Any, ...]) -> Any:
    """A key of one part is that part, as long as it cannot be mistaken for several."""
    return key[0] if len(key) == 1 and not isinstance(key[0], tuple) else key


class Former(NamedTuple):
    """An earlier run of a step."""

    value: Any
    changed: list[tuple[str, Hashable]]
    """The steps that it called and that have other values since."""
    used: tuple[int, ...]
    """All that it called; whoever goes on from its value tells with `again` that they use it, too."""


class Engine:
    """All nodes, a node being a step with a key: what each was made from, its value, and whether it is due."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.steps: dict[str, Step[Any, Any]] = {}
        """In their order."""
        self.nodes: dict[str, dict[Hashable, int]] = {}
        """By the name of a step and the key, the number of the node."""
        self.due: dict[str, set[int]] = {}
        """By the name of a step the nodes that are to run; all others are what their inputs make of them."""
        self.reasons: dict[int, list[int]] = {}
        """Of nodes that are due the inputs that have other values, where it is known that nothing else is a reason."""
        self.keys: list[tuple[str, Hashable]] = []
        self.inputs, self.users, self.names = Rows(), Rows(), Names()
        """What each node used, what used it, and the name of its value; empty where it has none."""
        self.values: list[Any] = []
        """Those in memory."""
        self.recent: dict[Name, Any] = {}
        """Some of those that are on disk alone, by name."""
        self.using: list[dict[int, None]] = []
        """For each step that is running what it used so far, the innermost last."""
        self.running = 0
        """The node that has begun to run last."""
        self.rank = 0
        """The place of the innermost in the order."""
        self.settled = 0
        """Of so many steps, all that others use has been brought up to date."""
        self.fresh: list[int] = []
        """Those that ran in this build."""
        self.failed: dict[int, Exception] = {}
        """And those that could not."""
        self.wanted: set[int] = set()
        """Those that were asked for, other than by steps."""
        self.stirred = False
        """Whether anything is to be remembered that was not when these traces were loaded."""
        self.narrow = False
        """Whether what a step without a key tells, which is of the whole site, is taken for what it was."""
        self.pause: Callable[[], object] = lambda: None
        """Is called before each step that runs, and may raise what is no Exception to end the build there."""
        self.counted = 0
        """How many nodes there were when those that nobody wants were left out."""
        self.beside: Any = None
        """What was kept with the traces that were loaded."""

    def wrap(self, stages: object) -> None:
        """Make steps of those methods of an object that are marked as such, those of the class it builds on first."""
        for kind in reversed(type(stages).__mro__):
            for name, function in vars(kind).items():
                if (how := getattr(function, _HOW, None)) is not None:
                    self.steps[name] = wrapped = Step(self, function.__get__(stages), **how)
                    setattr(stages, name, wrapped)

    # ---------------------------------------------------------------- builds

    def begin(self, still: Mapping[str, Container[Hashable]] | None = None) -> None:
        """A new build, for which each look at the world is asked, but for those that are known to find the same."""
        self.go_on()
        self.wanted.clear()
        for name, step in self.steps.items():
            if step.outside:
                same = (still or {}).get(name, ())
                step.due.update(node for key, node in step.nodes.items() if key not in same)
        self.store.age()

    def go_on(self, looks: Iterable[tuple[str, Hashable]] = (), *, narrow: bool = False) -> None:
        """A build before the next one, for which only these looks are asked."""
        self.settled, self.narrow = 0, narrow
        for numbers in (self.fresh, self.failed, self.using):
            numbers.clear()
        for name, key in looks:
            self.forget(name, key)

    def settle(self, rank: int, share: Callable[[Step[Any, Any], list[Hashable]], object] | None = None) -> None:
        """Bring up to date, of the first so many steps, what others use; `share` may do much of what is large."""
        for step in list(self.steps.values())[self.settled : rank]:
            if step.due:
                if share and not step.held:
                    share(step, [self.keys[node][1] for node in step.due if self.users[node]])
                for node in sorted(step.due):
                    if self.users[node]:
                        with suppress(Exception):  # it cannot be had: who still wants it will meet that
                            self.renew(step, node)
            self.settled = step.rank + 1

    def forget(self, name: str, key: Hashable) -> None:
        """Let a step run again, whatever its inputs are."""
        node = self.nodes[name].get(key)
        if node is not None:
            self._is_due(node)
            self.reasons.pop(node, None)

    def last(self, step: Callable[..., V]) -> V | None:
        """The value that a step without a key had last, due or not; None where it has none."""
        node = self.nodes.get(getattr(step, "name", ""), {}).get(())
        if node is None or not self.names[node]:
            return None
        value: V = self.values[node]
        return self.value(node) if value is NONE else value

    def former(self) -> Former | None:
        """What is known of an earlier run of the step that has just begun; None where what changed since is not."""
        node = self.running
        if node not in self.reasons or not self.names[node]:
            return None
        changed = [self.keys[each] for each in self.reasons[node]]
        return Former(self.store.get(self.names[node]), changed, tuple(self.inputs[node]))

    def ran_now(self) -> list[tuple[str, Hashable]]:
        """The steps that ran in this build, in the order in which they were first known, without looks at the world."""
        keys = (self.keys[node] for node in sorted(set(self.fresh)))
        return [key for key in keys if not self.steps[key[0]].outside]

    # ---------------------------------------------------------------- parts of a value that others use again

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

    # ---------------------------------------------------------------- nodes

    def add(self, step: Step[Any, Any], key: Hashable) -> int:
        """A node that never ran."""
        node = len(self.keys)
        step.nodes[key] = node
        step.due.add(node)
        self.keys.append((step.name, key))
        self.values.append(NONE)
        self.names.append()
        return node

    def renew(self, step: Step[Any, Any], node: int) -> None:
        """Run a node that is due. What fails stays due, and fails once in a build."""
        if self.narrow and self.keys[node][1] == () and self.names[node]:
            return
        if node in self.failed:
            raise self.failed[node]
        self.pause()
        try:
            value, used = self._made(step, node)
        except Exception as error:
            self.failed[node] = error
            self.values[node] = NONE
            if self.names[node]:
                self._differs(node, b"")
            raise
        name = b"p" * 16 if step.passing else self.store.name(value) if step.outside else self.store.put(value)
        self.values[node] = value if step.held else NONE
        if not step.held:
            self._keep(name, value)
        self.done(step, node, used, name)

    def done(self, step: Step[Any, Any], node: int, used: tuple[int, ...], name: Name) -> None:
        """A node ran, used these nodes, and has a value of this name."""
        self._uses(node, used)
        step.due.discard(node)
        self.reasons.pop(node, None)
        self.fresh.append(node)
        self.stirred = self.stirred or not step.outside
        if name != self.names[node] or step.passing:
            self._differs(node, name)

    def _differs(self, node: int, name: Name) -> None:
        """A node has another value, which is of this name: what used it is due."""
        self.names[node] = name
        self.stirred = True
        for user in self.users[node]:
            self._is_due(user, node)

    def _uses(self, node: int, used: tuple[int, ...]) -> None:
        before = self.inputs[node]
        if tuple(before) != used:
            self.inputs[node] = used
            for each in set(before).difference(used):
                self.users.remove(each, node)
            for each in set(used).difference(before):
                self.users.append(each, node)

    def _is_due(self, node: int, reason: int | None = None) -> None:
        step = self.steps[self.keys[node][0]]
        if reason is not None and node not in step.due:
            self.reasons[node] = [reason]
        elif reason is not None and node in self.reasons:
            self.reasons[node].append(reason)
        step.due.add(node)
        self.settled = min(self.settled, step.rank)

    def value(self, node: int) -> Any:
        """The value of a node that is not in memory: from disk, or made again where it is not kept there."""
        step = self.steps[self.keys[node][0]]
        if not step.held:
            name = self.names[node]
            value = self.recent.get(name, NONE)
            return self._keep(name, self.store.get(name)) if value is NONE else value
        if step.outside:  # which may find something else by now
            self.renew(step, node)
        elif step.passing:
            self.values[node], _ = self._made(step, node)
        else:
            self.values[node] = self.store.get(self.names[node])
        return self.values[node]

    def _made(self, step: Step[Any, V], node: int) -> tuple[V, tuple[int, ...]]:
        """What a step gives, and what it used."""
        outer, self.rank, self.running = self.rank, step.rank, node
        self.using.append({})
        try:
            value = step.call(self.keys[node][1])
        finally:
            self.rank, used = outer, self.using.pop()
        return value, tuple(used)

    def _keep(self, name: Name, value: V) -> V:
        if len(self.recent) >= RECENT:
            for old in list(self.recent)[: RECENT // 2]:
                del self.recent[old]
        self.recent[name] = value
        return value
