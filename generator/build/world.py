"""What a build sees of the disk and of the clock: asked in each build, as cheaply as can be.

A file is what its hash says. It is read for that only where its size, its time or its place on the disk is another than
at an earlier look, or where that look came so soon after a change that a second change might have left all three alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BroadsheetError, problem
from generator.unchanged import GRAIN, Seen, Signature, signature


@dataclass(frozen=True, slots=True)
class Window:
    """From when until when everything is due that was due at some moment, and nothing else."""

    since: dt.datetime | None = None
    until: dt.datetime | None = None

    def seconds(self) -> tuple[float, float]:
        """Its two ends as a system counts time."""
        return (
            self.since.timestamp() if self.since else float("-inf"),
            self.until.timestamp() if self.until else float("inf"),
        )

    def holds(self, now: dt.datetime) -> bool:
        """Whether what is due is the same now."""
        return (self.since is None or self.since <= now) and (self.until is None or now < self.until)


def fingerprint(data: bytes) -> str:
    """What a file is that holds these bytes."""
    return hashlib.sha256(data).hexdigest()


class World:
    """The site's folder, with what was found in it at earlier looks."""

    def __init__(self, folder: Path, stamps: dict[str, tuple[Signature, bool, str]] | None = None) -> None:
        self.root = os.path.join(folder, "")
        self.stamps = stamps or {}
        """By path the signature, whether it is to be trusted, and the hash."""
        self.last: tuple[str, bytes] = ("", b"")
        """The hash of the file that was read last, and its bytes: mostly they are wanted next."""

    def still(self, seen: Seen) -> set[str]:
        """The files that are surely as they were at the last look."""
        found: set[str] = set()
        for name, (known, sure, _) in self.stamps.items():
            path = self._path(name)
            if sure and (seen.get(path) or signature(path)) == known:
                found.add(name)
        return found

    def _path(self, name: str) -> str:
        return self.root + name if name.startswith("content/") else os.path.join(self.root, name)

    def stamp(self, name: str) -> str | None:
        """The hash of a file, named from the site's folder or from the root; None where there is none.

        Raises BroadsheetError when it cannot be read.
        """
        path = self._path(name)
        now, found = time.time_ns(), signature(path)
        if not isinstance(found, tuple):
            self.stamps.pop(name, None)
            return None
        known = self.stamps.get(name)
        if known and known[1] and known[0] == found:
            return known[2]
        try:
            with open(path, "rb", buffering=0) as file:
                data = file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise BroadsheetError(problem(f"cannot read the file: {error.strerror or error}", name)) from error
        digest = fingerprint(data)
        self.last = digest, data
        self.stamps[name] = found, found[1] + GRAIN < now, digest
        return digest
