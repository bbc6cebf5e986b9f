"""What a build is about to write: kept inside the output until all of it is there, then put into place file by file.

A file that is to replace another one waits beside others under a name of its own: folders for it alone would be made
and removed again, and a disk may take longer for these than for the page. What stands in folders that are yet to come,
which is the whole site at first, waits as it is to stand, and a folder is put into place by one move. What a build that
did not come to its end leaves is not removed either, for the next one mostly writes the same files again.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path

from generator.errors import BroadsheetError, problem

MARK = "digest.json"
"""The file by which a folder is known to be ours. It is written first, so that a build cut short is ours too."""
WRITE = "cannot write the file"


class Stage:
    """The files that wait. A build that fails leaves the pages as they were.

    The outer folder's name tells whose it is, so that what a build left that was cut short is removed by the next one.
    """

    def __init__(self, output: Path) -> None:
        self.folder, self.place = output / f".{os.getpid()}.tmp" / f"{time.time_ns():x}", os.path.join(output, "")
        self._loose, self._whole = os.path.join(self.folder, "files", ""), os.path.join(self.folder, "folders", "")
        self._left = False
        """Whether files may wait in vain."""
        self._forget()

    def _forget(self) -> None:
        self._there: dict[str, bool] = {"": True}
        """Whether a folder stands in the output."""
        self._made: set[str] = set()
        """Folders of what waits."""

    def put(self, path: str, data: bytes) -> None:
        """Have `path` hold `data`, unless it does already. Raises BroadsheetError when the disk refuses."""
        folder = path.rpartition("/")[0]
        stands = self._stands(folder)
        same = stands and _holds(self.place + path, data)
        if self._left and (same or not stands):
            with suppress(OSError):
                os.unlink(self._loose + _alone(path))
        if same:
            return
        if stands:
            folder, waiting = self._loose, self._loose + _alone(path)
        else:
            folder, waiting = self._whole + folder, self._whole + path
        if folder not in self._made:
            refused(lambda _: _make(folder), self.place + path, WRITE)
            self._made.add(folder)
        refused(lambda _: _write(data, waiting), self.place + path, WRITE)

    def standing(self, path: str) -> bytes | None:
        """What stands at `path`; None where nothing does, or what cannot be read."""
        try:
            with open(self.place + path, "rb", buffering=0) as file:
                return file.read()
        except OSError:
            return None

    def _stands(self, folder: str) -> bool:
        there = self._there.get(folder)
        if there is None:
            there = self._stands(folder.rpartition("/")[0]) and os.path.isdir(self.place + folder)
            self._there[folder] = there
        return there

    def holds(self, path: str) -> bool:
        """Whether a file waits that is to stand there."""
        return os.path.lexists(self._loose + _alone(path)) or os.path.lexists(self._whole + path)

    def publish(self, paths: Iterable[str], told: Callable[[str], object] = lambda path: None) -> list[str]:
        """Put those of these paths that wait into their places, each at once and whole; which they were.

        `told` hears of each that is in its place, and may end it with what it raises. Raises BroadsheetError when the
        disk refuses.
        """
        loose, whole = set(_names(self._loose)), os.path.isdir(self._whole)
        alone, written = [], []
        for path in paths:
            if loose and _alone(path) in loose:
                alone.append(path)
            elif whole and os.path.lexists(self._whole + path):
                written.append(path)
        for path in sorted(alone, key=lambda each: (each != MARK, each)):
            refused(partial(os.replace, self._loose + _alone(path)), self.place + path, WRITE)
            told(path)
        if written:
            self._move("")
        self._forget()
        for path in written:
            told(path)
        return alone + written

    def _move(self, folder: str) -> None:
        """Move what waits in a folder into its place: single files where it stands already, else all of it at once."""
        for entry in sorted(os.scandir(self._whole + folder), key=lambda each: each.name):
            name = folder + entry.name
            if entry.is_dir() and os.path.isdir(self.place + name):
                self._move(name + "/")
            else:
                refused(partial(os.replace, entry.path), self.place + name, WRITE)

    def leave(self) -> None:
        """Let wait in vain what is to replace a file; what else waits is forgotten."""
        shutil.rmtree(self._whole, ignore_errors=True)
        self._left = True
        self._forget()

    def drop(self) -> None:
        """Forget what waits."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(OSError):  # another stage of this process is in there
            self.folder.parent.rmdir()
        self._left = False
        self._forget()


def _alone(path: str) -> str:
    """The name under which a file waits that is to replace another one."""
    return blake2b(path.encode(errors="surrogateescape"), digest_size=16).hexdigest()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _holds(path: str, data: bytes) -> bool:
    """Whether this stands there; not where it cannot be read: writing will tell."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return False
    try:
        return os.read(file, len(data) + 1) == data
    except OSError:
        return False
    finally:
        os.close(file)


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:  # another process made it
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _write(data: bytes, path: str) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while data:
            data = data[os.write(file, data) :]
    finally:
        os.close(file)


def refused(act: Callable[[str], object], path: str, what: str = "cannot remove") -> None:
    """Do something with a file. Raises BroadsheetError when the disk refuses."""
    try:
        act(path)
    except OSError as error:
        hint = "check that the disk has room and that the folder may be written to"
        raise BroadsheetError(problem(f"{what}: {error.strerror or error}", path, hint=hint)) from error
