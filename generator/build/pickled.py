"""How a value is spelled in bytes, so that equal values have one spelling, and nothing dangerous is read back.

It is spelled by `pickle` without its memory for repeated objects: the spelling follows from the value alone. That is
stricter than `==`, to which `1` is `True`, 9:00 in Paris 8:00 in London, and one order of keys another, while a page
shows the difference. Only what is in most values stands in that memory from the start, each at a place of its own: to
call a type by its name takes longer than the rest of a noun. What is read back makes nothing but plain values and the
program's own frozen nouns.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import io
import pickle
import zoneinfo
from collections.abc import Callable, Container
from functools import lru_cache
from operator import attrgetter, methodcaller
from typing import Any

Name = bytes
"""That of a noun which many values hold."""
_PLAIN = {("builtins", "complex"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "timedelta"),
          ("datetime", "timezone"), ("datetime", "time"), ("zoneinfo", "ZoneInfo")}  # fmt: skip


class Pickled:
    """Values as bytes, in which the nouns of some types stand by their names."""

    def __init__(self, shared: tuple[type, ...], name: Callable[[Any], Name], noun: Callable[[Name], Any]) -> None:
        """Nouns of `shared` types are called by what `name` gives for them, and found again by `noun`."""
        self._reducers = _Reducers(shared, name)
        often: tuple[Any, ...] = (_noun, *shared, dt.date, dt.datetime, dt.timezone, zoneinfo.ZoneInfo)
        self._memo = {id(each): (place, each) for place, each in enumerate(often)}
        self._idle: list[tuple[io.BytesIO, pickle.Pickler]] = []

        @lru_cache(maxsize=256)
        def find(module: str, name: str) -> Any:
            return noun if (module, name) == (__name__, _noun.__name__) else _class(module, name)

        self._unpickler: Any = type("Unpickler", (pickle.Unpickler,), {"find_class": staticmethod(find)})
        """Reads what was spelled so, and refuses whatever else a stranger's file may ask for."""
        names = "".join(f"c{each.__module__}\n{each.__qualname__}\nq{chr(place)}" for place, each in enumerate(often))
        self._reader = self._unpickler(io.BytesIO(f"{names}N.".encode()))
        self._reader.load()

    def dumps(self, value: Any) -> tuple[bytes, list[Name]]:
        """A value in bytes, and the names of the nouns that it holds; a shared noun itself is spelled out."""
        reducers = self._reducers
        file, pickler = self._idle.pop() if self._idle else self._another()
        outer = reducers.top, reducers.held  # a noun on the way may have to be stored first
        reducers.top, reducers.held = value, []
        try:
            pickler.dump(value)
            data = file.getvalue()
            file.seek(0)
            file.truncate()
            self._idle.append((file, pickler))
            return data, reducers.held
        finally:
            reducers.top, reducers.held = outer

    def _another(self) -> tuple[io.BytesIO, pickle.Pickler]:
        """A pickler, and where it writes; in this mode it remembers nothing of one value for the next."""
        file = io.BytesIO()
        pickler = pickle.Pickler(file, 5)
        pickler.fast, pickler.dispatch_table, pickler.memo = True, self._reducers, self._memo
        return file, pickler

    def loads(self, data: bytes) -> Any:
        """The value that was spelled so. Raises any Exception where it was not by us."""
        unpickler = self._unpickler(io.BytesIO(data))
        unpickler.memo = self._reader.memo
        return unpickler.load()


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How things are spelled, by their types: frozen dataclasses by their fields, shared nouns by their names."""

    def __init__(self, shared: Container[type], name: Callable[[Any], Name]) -> None:
        super().__init__({zoneinfo.ZoneInfo: _zone, dt.timezone: _offset})
        self.shared, self.name = shared, name
        self.top: Any = None
        """What is spelled just now."""
        self.held: list[Name] = []
        """The names of the nouns that it holds."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        names = [each.name for each in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else []
        if not names:
            return self.setdefault(kind, _own)
        fields: Callable[[Any], Any] = attrgetter(*names) if len(names) > 1 else lambda thing: (one(thing),)
        one = attrgetter(names[0])

        def spelled(thing: Any) -> tuple[type, Any]:
            return kind, fields(thing)

        def noun(thing: Any) -> tuple[Any, Any]:
            if thing is self.top:
                return kind, fields(thing)
            name = self.name(thing)
            self.held.append(name)
            return _noun, (name,)

        self[kind] = reducer = noun if kind in self.shared else spelled
        return reducer


_own: Callable[[Any], Any] = methodcaller("__reduce_ex__", 5)
"""What is no noun of ours spells itself: a date, a moment, an offset."""


def _zone(zone: zoneinfo.ZoneInfo) -> tuple[type, Any]:
    return zoneinfo.ZoneInfo, (zone.key,)


def _offset(zone: dt.timezone) -> tuple[type, Any]:
    """As it spells itself, without asking a function in Python whether it has more to say."""
    return dt.timezone, zone.__getinitargs__()  # type: ignore[attr-defined]


def _noun(name: Name) -> Any:
    """Stands in a spelling for a shared noun; what reads it puts the noun in its place."""
    raise NotImplementedError


def _class(module: str, name: str) -> Any:
    if (module, name) not in _PLAIN and not module.startswith("generator."):
        raise pickle.UnpicklingError(f"{module}.{name}")
    found = getattr(importlib.import_module(module), name)
    if (module, name) not in _PLAIN and not (isinstance(found, type) and dataclasses.is_dataclass(found)):
        raise pickle.UnpicklingError(f"{module}.{name}")
    return found
