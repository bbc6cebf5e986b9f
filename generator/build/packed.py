"""Tables of numbers and names as they come from the disk: bytes that are looked into where somebody asks.

So many small objects, one for each node, would take longer to load than a build may last. What has changed since lies
on top, and may be kept by itself: that is what `changed` and `added` are for.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

NAME = 16
"""So long is a name."""
Packed = tuple[bytes, bytes]
"""What a table leaves to the next process."""
NOTHING: Packed = b"", b""


class Rows:
    """A list of numbers for each number; none where none was set."""

    def __init__(self, packed: Packed = NOTHING) -> None:
        starts, numbers = packed
        self.changed: dict[int, Sequence[int]] = {}
        """Those that are others than when they were packed."""
        self._starts, self._numbers = array("I", starts), array("I", numbers)
        self._count = max(0, len(self._starts) - 1)

    def __getitem__(self, number: int) -> Sequence[int]:
        row = self.changed.get(number)
        if row is not None:
            return row
        return self._numbers[self._starts[number] : self._starts[number + 1]] if number < self._count else ()

    def __setitem__(self, number: int, row: Sequence[int]) -> None:
        self.changed[number] = row

    def append(self, numbers: Iterable[int], one: int) -> None:
        """One more in each of these rows."""
        changed = self.changed
        for number in numbers:
            row = changed.get(number)
            (row if type(row) is list else self._own(number)).append(one)

    def remove(self, number: int, one: int) -> None:
        """One less in a row, in which it stands."""
        self._own(number).remove(one)

    def _own(self, number: int) -> list[int]:
        row = self.changed.get(number)
        if type(row) is not list:
            self.changed[number] = row = list(self[number])
        return row

    def packed(self, count: int) -> Packed:
        """These rows, of which there are `count`, for another table of the kind."""
        rows = [*map(self.__getitem__, range(count))]
        starts, numbers = accumulate(map(len, rows), initial=0), chain.from_iterable(rows)
        return array("I", starts).tobytes(), array("I", numbers).tobytes()


class Names:
    """A name for each number, or none."""

    def __init__(self, packed: bytes = b"") -> None:
        self._all = bytearray(packed)
        self.changed: set[int] = set()
        """The numbers that have others than when they were packed."""

    def __len__(self) -> int:
        return len(self._all) // NAME

    def __getitem__(self, number: int) -> bytes:
        name = bytes(self._all[number * NAME : number * NAME + NAME])
        return b"" if name == _NO_NAME else name

    def __setitem__(self, number: int, name: bytes) -> None:
        self._all[number * NAME : number * NAME + NAME] = name or _NO_NAME
        self.changed.add(number)

    def append(self) -> None:
        """One more that has no name."""
        self._all += _NO_NAME

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))

    def packed(self) -> bytes:
        """All of them, for another table of the kind."""
        return bytes(self._all)


_NO_NAME = bytes(NAME)


class Places:
    """Where in a file the value of a name stands: offset and length."""

    def __init__(self, packed: Packed = NOTHING) -> None:
        self._names, numbers = packed
        self.added: dict[bytes, tuple[int, int]] = {}
        """Those that are not packed in yet."""
        self._heads, self._numbers = array("Q", self._names)[::2], array("Q", numbers)
        """Of those that are, in their order, the first halves of their names as numbers."""
        if sys.byteorder == "little":
            self._heads.byteswap()

    def __contains__(self, name: bytes) -> bool:
        return self.get(name) is not None

    def __setitem__(self, name: bytes, place: tuple[int, int]) -> None:
        self.added[name] = place

    def get(self, name: bytes) -> tuple[int, int] | None:
        """The place of this name; None where there is none."""
        if found := self.added.get(name):
            return found
        at = bisect_left(self._heads, head := int.from_bytes(name[: NAME // 2], "big"))
        while at < len(self._heads) and self._heads[at] == head:
            if self._name(at) == name:
                return self._numbers[2 * at], self._numbers[2 * at + 1]
            at += 1
        return None

    def _name(self, number: int) -> bytes:
        return self._names[number * NAME : number * NAME + NAME]

    def packed(self) -> Packed:
        """All of them, for another table of the kind."""
        numbers = iter(self._numbers)
        every = {self._name(at): pair for at, pair in enumerate(zip(numbers, numbers, strict=True))} | self.added
        names = sorted(every)
        return b"".join(names), array("Q", chain.from_iterable(map(every.__getitem__, names))).tobytes()
