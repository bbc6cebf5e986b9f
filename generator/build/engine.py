"""Remembers what was computed from what, and computes again only what that makes necessary. It knows nothing of news.

A step is a function with a hashable key. The steps that it calls while it runs are its inputs, so that dependencies are
learned, never declared (Contingent, in "500 Lines or Less", 2016). An `outside` step looks at the world, and is asked
afresh in each build. Where a value turns out to be another one than before, what used it is due; where it is the same,
the wave ends ("early cutoff", after Shake: Mitchell, "Shake before building", 2012).

A step calls only those that stand above it. So a build goes down the page once: each step does what is due, and all
that it may call is as it must be by then. What nobody uses runs when somebody asks for it. `graph` knows what was made
from what; here steps run, and their values are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, TypeVar

from generator.build.graph import Graph
from generator.build.pickled import Name
from generator.build.steps import Former, OrderError, Step, marked
from generator.build.store import Store

T = TypeVar("T")
V = TypeVar("V")
NONE: Any = object()
"""Stands where no value is in memory; None may be one."""
RECENT = 512
"""So many values that are remembered on disk alone stay in memory until others are wanted."""
PASSING: Name = b"p" * 16
"""The name of each value that is remembered in memory alone."""


class Engine:
    """Runs steps, and keeps their values: in memory, and in `store`."""

    def __init__(self, store: Store, graph: Graph | None = None) -> None:
        self.store, self.graph = store, graph or Graph()
        self.steps: list[Step[Any, Any]] = []
        """In their order."""
        self.values: list[Any] = [NONE] * len(self.graph.keys)
        """By node those in memory."""
        self.load: Callable[[Name], Any] = lru_cache(RECENT)(store.get)
        """Gives those that are on disk alone."""
        self.using: list[dict[int, None]] = []
        """For each step that is running what it used so far, the innermost last."""
        self.running = self.rank = 0
        """The node of the innermost, and the rank of its step."""
        self.fresh: list[int] = []
        """Those that ran in this build."""
        self.failed: dict[int, Exception] = {}
        """And those that could not."""
        self.doubted: set[int] = set()
        """And those that are to run again in the next build, because the world moved while they ran."""
        self.wanted: set[int] = set()
        """Those that were asked for, other than by steps."""
        self.narrow = False
        """Whether what a step without a key tells, which is of the whole site, is taken for what it was."""
        self.looks: dict[str, Any] = {}
        """What looks at the world keep of what they found, as plain data; other processes hand on what theirs have."""
        self.pause: Callable[[], object] = lambda: None
        """Is called before each step that runs, and may raise what is no Exception to end the build there."""

    def wrap(self, stages: object) -> None:
        """Make steps of those methods of an object that are marked as such."""
        for name, function, how in marked(stages):
            wrapped = Step(name, function, self.graph.rank(name), self.ask, **how)
            self.steps.append(wrapped)
            setattr(stages, name, wrapped)

    def ask(self, step: Step[Any, V], key: Hashable) -> V:
        """The value of a step for a key, as it must be now."""
        node = self.graph.nodes(step.rank).get(key)
        if node is None:
            node = self.add(step.rank, key)
        if self.using:
            if step.rank >= self.rank:
                raise OrderError(f"a step asks for `{step.name}`, which does not stand above it")
            self.using[-1][node] = None
        else:
            self.settle(step.rank)
            self.wanted.add(node)
        made: V = self.renew(step, node) if node in self.graph.due[step.rank] else NONE
        value = self.values[node] if made is NONE else made
        return self.value(node) if value is NONE else value

    def step(self, stage: Callable[..., Any]) -> Step[Any, Any]:
        """The step that a method of the stages was made."""
        if not isinstance(stage, Step):
            raise TypeError(f"{stage} is no step")
        return stage

    # ---------------------------------------------------------------- builds

    def begin(self, still: Mapping[str, Container[Hashable]] | None = None) -> None:
        """A new build, for which each look at the world is asked, but for those that are known to find the same."""
        self.go_on()
        self.doubt_no_more()
        self.wanted.clear()
        for step in self.steps:
            if step.outside:
                same = (still or {}).get(step.name, ())
                nodes = self.graph.nodes(step.rank)
                self.graph.due[step.rank].update(node for key, node in nodes.items() if key not in same)
        self.store.age()

    def go_on(self, looks: Iterable[tuple[str, Hashable]] = (), *, narrow: bool = False) -> None:
        """A build before the next one, for which only these looks are asked."""
        self.graph.settled, self.narrow = 0, narrow
        for numbers in (self.fresh, self.failed, self.using):
            numbers.clear()
        for name, key in looks:
            self.forget(name, key)

    def settle(self, rank: int, share: Callable[[Step[Any, Any], list[Hashable]], object] | None = None) -> None:
        """Bring up to date, of the first so many steps, what others use; `share` may do much of what is large."""
        graph = self.graph
        for step in self.steps[graph.settled : rank]:
            if due := graph.due[step.rank]:
                if share and not step.held and not step.named:
                    share(step, [graph.keys[node] for node in due if graph.users[node]])
                for node in sorted(due):
                    if graph.users[node]:
                        with suppress(Exception):  # it cannot be had: who still wants it will meet that
                            self.renew(step, node)
            graph.settled = step.rank + 1

    def forget(self, name: str, key: Hashable) -> None:
        """Let a step run again, whatever its inputs are."""
        node = self.graph.nodes(self.graph.rank(name)).get(key)
        if node is not None:
            self.graph.forget(node)

    def doubt(self) -> None:
        """The step that is running met another world than its looks had found: it is to run again in the next build."""
        self.doubted.add(self.running)

    def doubt_no_more(self) -> None:
        """Between builds: what is in doubt is due."""
        for node in self.doubted:
            self.graph.forget(node)
        self.doubted.clear()

    def last(self, stage: Callable[[], V]) -> V | None:
        """The value that a step without a key had last, due or not; None where it has none."""
        node = self.graph.nodes(self.step(stage).rank).get(())
        if node is None or not self.graph.names[node]:
            return None
        value: V = self.values[node]
        return self.value(node) if value is NONE else value

    def former(self) -> Former | None:
        """What is known of an earlier run of the step that is running; None where what changed since is not."""
        node, graph = self.running, self.graph
        if node not in graph.reasons or not graph.names[node]:
            return None
        changed = [graph.call(each) for each in graph.reasons[node]]
        return Former(self.store.get(graph.names[node]), changed, tuple(graph.inputs[node]))

    def ran_now(self) -> list[tuple[str, Hashable]]:
        """The steps that ran in this build, in the order in which they were first known, without looks at the world."""
        fresh = sorted(set(self.fresh))
        return [self.graph.call(node) for node in fresh if not self.steps[self.graph.ranks[node]].outside]

    def sweep(self) -> None:
        """Between builds: leave out what nobody asked for in the last one, and what nothing of that was made from."""
        old = self.graph.sweep(self.wanted)
        if len(old) < len(self.values):
            self.values = [self.values[node] for node in old]
            self.go_on()
            self.wanted.clear()

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

    def add(self, rank: int, key: Hashable) -> int:
        """A node that never ran."""
        self.values.append(NONE)
        return self.graph.add(rank, key)

    def renew(self, step: Step[Any, Any], node: int) -> Any:
        """Run a node that is due; its value, where it gave one. What fails stays due, and fails once in a build."""
        graph = self.graph
        if self.narrow and graph.keys[node] == () and graph.names[node]:
            return NONE
        if node in self.failed:
            raise self.failed[node]
        self.pause()
        try:
            value, used = self._made(step, node)
        except Exception as error:
            self.failed[node] = error
            self.values[node] = NONE
            if graph.names[node]:
                graph.differs(node, b"")
            raise
        self.values[node] = value if step.held else NONE
        name = self.store.name if step.outside else self.store.put
        self.done(step, node, used, value if step.named else PASSING if step.passing else name(value))
        return NONE if step.named else value

    def done(self, step: Step[Any, Any], node: int, used: tuple[int, ...], name: Name) -> None:
        """A node ran, used these nodes, and has a value of this name."""
        self.fresh.append(node)
        self.graph.stirred = self.graph.stirred or not step.outside
        self.graph.ran(node, used, name, other=step.passing)

    def value(self, node: int) -> Any:
        """The value of a node that is not in memory: from disk, or made again where it is not kept there."""
        step, name = self.steps[self.graph.ranks[node]], self.graph.names[node]
        if step.named:  # a value that is large, and wanted once
            return self.store.get(name)
        if not step.held:
            return self.load(name)
        if step.outside:  # which may find something else by now
            self.renew(step, node)
        elif step.passing:
            self.values[node], _ = self._made(step, node)
        else:
            self.values[node] = self.store.get(name)
        return self.values[node]

    def _made(self, step: Step[Any, V], node: int) -> tuple[V, tuple[int, ...]]:
        """What a step gives, and what it used."""
        outer, self.rank, self.running = (self.rank, self.running), step.rank, node
        self.using.append({})
        try:
            value = step.run(self.graph.keys[node])
        finally:
            (self.rank, self.running), used = outer, self.using.pop()
        return value, tuple(used)
