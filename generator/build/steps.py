"""A step, a function whose values are remembered, and the marks that make a method one: they say how.

@outside
def text(self, name): ...                                        # in each build
@step
def title(self, name): return title_of(self.text(name))          # when the text changed
@step
def index(self): return sorted(map(self.title, self.names()))    # when a title or the list of names changed
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
V = TypeVar("V")
F = TypeVar("F", bound=Callable[..., Any])
_HOW = "_step"


@dataclass(slots=True)
class Step(Generic[P, V]):
    """A function whose values are remembered; it is called like the function, with what tells its values apart."""

    name: str
    function: Callable[P, V]
    rank: int
    """Its place among the steps; it calls only those before it."""
    ask: Callable[[Step[P, V], Hashable], V]
    """Gives the value for a key."""
    outside: bool = False
    """Whether it looks at the world."""
    held: bool = True
    """Whether its values stay in memory."""
    passing: bool = False
    """Whether they are kept there alone."""
    named: bool = False
    """Whether the function gives not a value but the name under which it is stored."""

    def __call__(self, *key: P.args, **_: P.kwargs) -> V:
        """The value for a key, as it must be now. A key of one part is that part, if it cannot be taken for several."""
        return self.ask(self, key[0] if len(key) == 1 and not isinstance(key[0], tuple) else key)

    def run(self, key: Hashable) -> V:
        """Run the function, and remember nothing."""
        function: Callable[..., V] = self.function
        return function(*key) if isinstance(key, tuple) else function(key)


class OrderError(Exception):
    """A step asks for one that does not stand above it, and might thus want its own value."""


class Former(NamedTuple):
    """An earlier run of a step."""

    value: Any
    changed: list[tuple[str, Hashable]]
    """The steps that it called and that have other values since."""
    used: tuple[int, ...]
    """All that it called; whoever goes on from its value tells with `again` that they use it, too."""


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


def named(function: F) -> F:
    """Mark a method as a step that gives the name under which another step has stored its value; who asks gets that."""
    return _marked(function, held=False, named=True)


def outside(function: F) -> F:
    """Mark a method as a look at the world, asked once in each build."""
    return _marked(function, outside=True)


def _marked(function: F, **how: bool) -> F:
    setattr(function, _HOW, how)
    return function


def marked(stages: object) -> Iterator[tuple[str, Callable[..., Any], dict[str, bool]]]:
    """The marked methods of an object with their marks, those of the class it builds on first."""
    for kind in reversed(type(stages).__mro__):
        for name, function in vars(kind).items():
            if (how := getattr(function, _HOW, None)) is not None:
                yield name, function.__get__(stages), how
