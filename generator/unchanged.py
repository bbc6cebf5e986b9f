"""Whether anything changed since the last `broadsheet build`: if not, a run need only say again what that one said.

One cheap look at signatures (size, time, place on the disk) of all that goes in and of all that came out. In any doubt
it has changed, and the run finds out properly what did.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from generator import files
from generator.errors import BroadsheetError, Problem

PATH = ".broadsheet/unchanged"
GRAIN = 2_000_000_000
"""Nanoseconds after a change in which another one may carry the same time: the coarsest that disks have."""

Signature = tuple[int, int, int]
"""Size, time of the last change, place on the disk."""
Seen = Mapping[str, Signature | int | None]
"""Signatures that were just taken, by path."""
NOTHING: Seen = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Told:
    """What a run says that finds nothing new."""

    rows: tuple[str, ...]
    """Of the ingest."""
    problems: tuple[Problem, ...]
    held: tuple[tuple[str, str], ...]
    count: int
    """How many files the site has."""


class _Kept(NamedTuple):
    """What a run leaves to the next one: what it saw, until when that holds, and what it said."""

    kind: str
    ingoing: dict[str, Signature | int | None]
    outgoing: bytes
    """The like of what came out, which is loaded if nothing else has changed."""
    since: float
    until: float
    rows: tuple[str, ...]
    problems: list[tuple[Any, ...]]
    held: tuple[tuple[str, str], ...]
    number: int


def libraries() -> str:
    """Which Python this is, and which libraries it finds."""
    found = [sys.version]
    for place in sys.path:
        with contextlib.suppress(OSError):
            found += sorted(each for each in os.listdir(place) if each.endswith("-info"))
    return "\n".join(found)


class Look:
    """The state of a site before a run, and whether it is that which the last run of the same kind left."""

    def __init__(self, folder: Path, output: Path, settings: Path, *how: object) -> None:
        """`settings` is the file; `how` is all else that a run is told."""
        self.path, self.output = folder / PATH, output
        places = folder / "content", folder / "templates", files.packaged(), files.PACKAGE
        self.roots = [str(each.resolve()) for each in places]
        self.single = str(settings)
        self.kind = repr((self.roots, self.single, str(output.resolve()), libraries(), *how))
        self.before: dict[str, Signature | int | None] | None = None

    @property
    def seen(self) -> Seen:
        """What was found before the run."""
        return self.before or NOTHING

    def same(self, *paths: Path) -> bool:
        """Whether these files are as they were before the run."""
        return self.before is not None and all(
            self.before.get(str(path.parent.resolve() / path.name)) == signature(str(path)) for path in paths
        )

    def last(self, moment: float) -> Told | None:
        """What is to be said at this moment (in seconds) if nothing changed; else None, and `keep` may be called."""
        last = self._kept()
        if last:
            self.before = {path: signature(path) for path in last.ingoing}
            root = os.path.join(self.output, "")
            if (
                self.before == last.ingoing
                and last.since <= moment < last.until
                and all(signature(root + path) == known for path, known in marshal.loads(last.outgoing).items())
            ):
                return Told(last.rows, tuple(Problem(*each) for each in last.problems), last.held, last.number)
            folders = {path: known for path, known in last.ingoing.items() if isinstance(known, int)}
            if folders.items() <= self.before.items():
                return None  # no file has come or gone
        try:
            self.before = dict(self._walk())
        except OSError:
            self.before = None
        return None

    def _kept(self) -> _Kept | None:
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            kept = _Kept(*marshal.loads(self.path.read_bytes()))
            return kept if kept.kind == self.kind else None
        return None

    def _walk(self) -> Iterator[tuple[str, Signature | int | None]]:
        """The signatures of all that goes in: files, and folders by the time at which a name in them changed."""
        yield self.single, signature(self.single)
        waiting = list(self.roots)
        while waiting:
            place = waiting.pop()
            yield place, signature(place)
            if not os.path.isdir(place):
                continue
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir():
                        if entry.name != "__pycache__":
                            waiting.append(entry.path)
                        if entry.is_symlink():
                            raise OSError("a linked folder may lead round in a circle, and is not looked through")
                    else:
                        yield entry.path, signature(entry.path)

    def keep(self, told: Told, outgoing: dict[str, Signature | int], since: float, until: float) -> None:
        """Remember what a run said that changed nothing of what goes in; it holds between two moments.

        `outgoing` are the files and folders of the output, by their paths below it.
        """
        before, limit = self.before, time.time_ns() - GRAIN
        if before is None or any(_time(each) > limit for each in before.values()):
            return  # what changed a moment ago may change again without a trace
        problems = [astuple(each) for each in told.problems]
        came = marshal.dumps(outgoing)
        kept = _Kept(self.kind, before, came, since, until, told.rows, problems, told.held, told.count)
        with contextlib.suppress(BroadsheetError, ValueError):
            files.write(self.path, marshal.dumps(tuple(kept)))


def _time(found: Any) -> int:
    return found[1] if isinstance(found, tuple) else found or 0


def signature(path: str) -> Signature | int | None:
    """That of a file; of a folder only the time; None where there is neither, or none that can be looked at."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    if stat.S_ISREG(found.st_mode):
        return found.st_size, found.st_mtime_ns, found.st_ino
    return found.st_mtime_ns if stat.S_ISDIR(found.st_mode) else None
