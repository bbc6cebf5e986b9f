"""Tables of numbers and names as they come from the disk: bytes that are looked into where somebody asks.

So many small objects, one for each node, would take longer to load than a build may last. What has changed since lies
on top, and may be kept by itself: that is what `changed` and `added` are for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from struct import iter_unpack

NAME = 16
"""So long is a name."""
MANY = 1000
"""Who asks for more names than these is better off with all of them as objects."""
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

    def append(self, number: int, one: int) -> None:
        """One more in a row."""
        self._own(number).append(one)

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
        starts, numbers = array("I", [0]), array("I")
        for number in range(count):
            numbers.extend(self[number])
            starts.append(len(numbers))
        return starts.tobytes(), numbers.tobytes()


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
        self._every: dict[bytes, tuple[int, int]] = {}
        """Those that are, once many were asked for."""
        self._asked = 0
        self._numbers = array("Q", numbers)

    def __contains__(self, name: bytes) -> bool:
        return self.get(name) is not None

    def __setitem__(self, name: bytes, place: tuple[int, int]) -> None:
        self.added[name] = place

    def get(self, name: bytes) -> tuple[int, int] | None:
        """The place of this name; None where there is none."""
        found = self.added.get(name) or self._every.get(name)
        if found or self._every or not self._names:
            return found
        self._asked += 1
        if self._asked > MANY:
            self._every = self._unpacked()
        at = bisect_left(range(len(self._names) // NAME), name, key=self._name)
        return (self._numbers[2 * at], self._numbers[2 * at + 1]) if self._name(at) == name else None

    def _name(self, number: int) -> bytes:
        return self._names[number * NAME : number * NAME + NAME]

    def _unpacked(self) -> dict[bytes, tuple[int, int]]:
        names = (name for (name,) in iter_unpack(f"{NAME}s", self._names))
        return dict(zip(names, iter_unpack("QQ", self._numbers), strict=True))

    def packed(self) -> Packed:
        """All of them, for another table of the kind."""
        every = self._unpacked() | self.added
        names = sorted(every)
        numbers = array("Q", [part for name in names for part in every[name]])
        return b"".join(names), numbers.tobytes()
