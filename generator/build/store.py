"""Values on disk, each under a name that its content gives it: equal values have one name, as in git.

Whether a value changed is whether its name did, and no old value is loaded to find out. How a value is spelled is the
business of `pickled`; nouns that many values hold, such as an Entry, are stored once. What is read back is checked
against its name.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.build.packed import NAME, Places
from generator.build.pickled import Name, Pickled

BUFFER = 1 << 20
"""So many bytes are gathered before they are written."""
ROOM = 64 << 20
"""So many bytes of values that nobody asks for any more are borne before the file is written anew."""
_COUNT = 4


class LostError(BaseException):
    """A value is not there, or not whole: all that is remembered is worth nothing, and is made anew.

    It is no Exception, so that nobody on the way takes it for a fault of a template or a step.
    """


class Store:
    """Values by name, in one file that is only ever added to; where it cannot be written, in memory."""

    def __init__(self, path: Path, shared: Iterable[type] = (), places: Places | None = None) -> None:
        """`shared` are the nouns that are spelled once; `places` says where in the file at `path` values stand."""
        self.path = path
        shared = tuple(shared)
        self.shared = frozenset(shared)
        self.places = places or Places()
        self.live = 0
        """How many bytes were still asked for when they were counted last."""
        self._builds = 0
        self._waiting: dict[Name, bytes] = {}
        """What is not written yet."""
        self._size = 0
        self._known: tuple[dict[int, tuple[Name, Any]], dict[int, tuple[Name, Any]]] = ({}, {})
        """The names of shared nouns in memory, by identity: those used of late, and those used before."""
        self._nouns = _Nouns(self._loaded)
        self._before: dict[Name, Any] = {}
        """Those themselves, by name, likewise."""
        self.get: Callable[[Name], Any] = self._nouns.__getitem__
        """Gives the value of a name. Raises LostError when it is not there, or not whole."""
        self._pickled = Pickled(shared, self._shared, self.get)
        self._file = self._opened()
        self._known_from = self._end()
        """From this place on all is our own writing, which needs no second look."""

    def _end(self) -> int:
        return os.fstat(self._file).st_size if self._file is not None else 0

    def _opened(self) -> int | None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        except OSError:
            with contextlib.suppress(OSError):
                return os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            return None

    @property
    def writable(self) -> bool:
        """Whether what is stored here reaches other processes."""
        return self._file is not None and os.access(self.path, os.W_OK)

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self.flush()
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def reopen(self) -> None:
        """After a fork: a child has its own place in the file."""
        if self._file is not None:
            os.close(self._file)
        self._file = self._opened()

    def age(self) -> None:
        """A build begins: forget the nouns in memory that the last one did not use."""
        self._builds += 1
        self._known = ({}, self._known[0])
        self._before = dict(self._nouns)
        self._nouns.clear()

    def name(self, value: Any) -> Name:
        """The name of a value that is not stored."""
        if value is None:
            return _NOTHING
        if type(value) is str:
            return _name(b"s" + value.encode(errors="surrogatepass"))
        return _name(self._pickled.dumps(value)[0])

    def put(self, value: Any) -> Name:
        """Store a value, and give its name."""
        if value is None:
            return _NOTHING
        if type(value) in self.shared:
            return self._shared(value)
        return self._put(value)

    def _put(self, value: Any) -> Name:
        data, held = self._pickled.dumps(value)
        name = _name(data)
        if name not in self.places and name not in self._waiting:
            record = len(held).to_bytes(_COUNT, "little") + b"".join(held) + data
            self._waiting[name] = record
            self._size += len(record)
            if self._size >= BUFFER:
                self.flush()
        return name

    def _shared(self, noun: Any) -> Name:
        of_late, before = self._known
        known = of_late.get(id(noun))
        if known is None:
            known = before.get(id(noun)) or (self._put(noun), noun)
            of_late[id(noun)] = known
            self._nouns.setdefault(known[0], noun)
        return known[0]

    def _loaded(self, name: Name) -> Any:
        """A value that is not in memory, or was not in this build."""
        if name == _NOTHING:
            return None
        if (value := self._before.get(name)) is None:
            record, ours = self._record(name)
            data = record[_COUNT + NAME * int.from_bytes(record[:_COUNT], "little") :]
            if not ours and _name(data) != name:
                raise LostError
            try:
                value = self._pickled.loads(data)
            except Exception as error:  # a class that is not what it was: the state of the code should have told
                raise LostError from error
            if type(value) not in self.shared:
                return value
            self._known[0][id(value)] = (name, value)
        self._nouns[name] = value
        return value

    def _record(self, name: Name) -> tuple[bytes, bool]:
        """What stands there of a value, and whether it was written by this process."""
        if waiting := self._waiting.get(name):
            return waiting, True
        place = self.places.get(name)
        if place is None or self._file is None:
            raise LostError
        offset, length = place
        try:
            record = os.pread(self._file, length, offset)
        except OSError as error:
            raise LostError from error
        if len(record) != length:
            raise LostError
        return record, offset >= self._known_from

    def flush(self) -> bool:
        """Write what waits; whether it could be. A disk that refuses is no fault: it goes on waiting, in memory."""
        if self._file is None or not self._waiting:
            return not self._waiting
        data = b"".join(self._waiting.values())
        try:
            if os.write(self._file, data) != len(data):
                raise OSError
            place = os.lseek(self._file, 0, os.SEEK_CUR) - len(data)  # others may have written in between
        except OSError:
            self._size = -(1 << 62)  # not to be tried with every value
            return False
        for name, record in self._waiting.items():
            self.places[name] = (place, len(record))
            place += len(record)
        self._waiting.clear()
        self._size = 0
        return True

    def swept(self, names: Iterable[Name]) -> Path:
        """Write only the values of these names, and those that they hold, to a new file; its path.

        Nothing is done while little would be won; they are not even counted while the file has not grown much, or is
        the work of one build, which makes no value in vain.
        """
        self.flush()
        if self._builds == 1 and not self._known_from:
            self.live = self._end()
        if self._file is None or self._waiting or self._end() < ROOM + 2 * self.live:
            return self.path
        live: dict[Name, bytes | None] = {}
        total, waiting = 0, list(names)
        while waiting:
            name = waiting.pop()
            if name not in live and name in self.places:
                live[name] = None
                record, _ = self._record(name)
                total += len(record)
                count = int.from_bytes(record[:_COUNT], "little")
                waiting += [record[at : at + NAME] for at in range(_COUNT, _COUNT + NAME * count, NAME)]
        self.live = total
        if self._end() < ROOM + 2 * total:
            return self.path
        fresh = Store(self.path.with_name(f"values-{os.getpid()}-{time.time_ns()}"), self.shared)
        if fresh._file is None:
            return self.path
        for name in live:
            record, _ = self._record(name)
            fresh._waiting[name] = record
            fresh._size += len(record)
            if fresh._size >= BUFFER:
                fresh.flush()
        fresh.flush()
        old, self.path, self.places = self.path, fresh.path, fresh.places
        fresh.close()
        self.reopen()
        self._known_from = self._end()
        with contextlib.suppress(OSError):
            old.unlink()
        return self.path


class _Nouns(dict[Name, Any]):
    """Nouns in memory, by name: to find one, which most pages do many times, calls no function of ours."""

    def __init__(self, load: Callable[[Name], Any]) -> None:
        super().__init__()
        self._load = load

    def __missing__(self, name: Name) -> Any:
        return self._load(name)


def _name(data: bytes) -> Name:
    return sha256(data).digest()[:NAME]


_NOTHING = _name(b"")
"""The name of None, which needs no place: most steps that do something and give nothing have it."""
