"""Which files could not be read, by their bytes: that is not tried again until they or the program have changed.

Why each of them could not be read stands in the lock. This lies in `.broadsheet/`, where each machine has its own, may
be deleted at any time, and saves work alone.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import re
from collections.abc import Collection
from pathlib import Path

from generator import __version__, files
from generator.errors import BroadsheetError
from generator.ingest import rules

PATH = ".broadsheet/unreadable"
SLOW, CRASHED = "its reader took too long", "its reader crashed"
"""Reasons that may not hold the next time."""
_NAME = re.compile(r"[\w.-]+")


class Tried:
    """What the runs on the site in `folder` have tried in vain."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PATH
        self._marks: frozenset[str] | None = None

    def __contains__(self, mark: object) -> bool:
        """Whether a file of this fingerprint was tried by this program."""
        return mark in self._known()

    @property
    def state(self) -> str:
        """Equal as long as the same program has tried the same files in vain; empty where there are none."""
        return f"{_program()} {sorted(marks)}" if (marks := self._known()) else ""

    def keep(self, marks: Collection[str]) -> None:
        """Remember these and no others. A disk that refuses only makes the next run slower."""
        if self._known() != (marks := frozenset(marks)):
            self._marks = marks
            with contextlib.suppress(BroadsheetError):
                files.write(self._path, json.dumps({"by": _program(), "marks": sorted(marks)}).encode())

    def _known(self) -> frozenset[str]:
        """Read when they are first asked for: most sites have no such file."""
        if self._marks is None:
            self._marks = frozenset()
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):  # none, torn, or of another program
                kept = json.loads(self._path.read_bytes())
                if kept["by"] == _program():
                    self._marks = frozenset(kept["marks"])
        return self._marks


@functools.cache
def _program() -> str:
    """This program, with the libraries that it reads with."""
    from importlib import metadata  # most runs need not know

    def version(name: str) -> str:
        try:
            return f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            return name

    try:
        needs = metadata.requires("broadsheet") or []
    except metadata.PackageNotFoundError:  # it runs where it was unpacked
        needs = []
    names = sorted(match[0] for each in needs if "extra ==" not in each and (match := _NAME.match(each)))
    return hashlib.sha256(repr((__version__, rules.STATE, [*map(version, names)])).encode()).hexdigest()[:16]
