"""Mappings whose values are made when somebody wants them, so that a page depends on those that it used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NoReturn, TypeVar

Made = TypeVar("Made")


class Asked(Mapping[str, Any]):
    """One that asks for each value, each time."""

    def __init__(self, ask: Callable[[str], Any]) -> None:
        self._ask = ask

    def __getitem__(self, key: str) -> Any:
        value = self._ask(key)
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> NoReturn:
        raise TypeError("what is asked for one by one cannot be listed")

    __len__ = __iter__


class Several(Mapping[str, Made]):
    """One of a few keys, of which each value is made once."""

    def __init__(self, keys: Collection[str], make: Callable[[str], Made]) -> None:
        self._keys, self._make = keys, make
        self._made: dict[str, Made] = {}

    def __getitem__(self, key: str) -> Made:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
