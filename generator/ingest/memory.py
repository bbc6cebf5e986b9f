"""What a run leaves to the next, which may then have nothing to read: how files were, which failed, what was told.

It lies in `.broadsheet/`, may be deleted at any time, saves work, and decides nothing. A file is not read again as long
as the system says that its size, its times and its place on the disk are what they were. Where its last change is so
young that another one could bear the same time, its bytes are compared.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator import __version__, kept, lock
from generator.ingest import articles, rules, sources
from generator.ingest.account import Account
from generator.ingest.sources import Found
from generator.unchanged import GRAIN, libraries

PATH = ".broadsheet/ingest"

Sign = list[Any]
"""Of a file: the mark of its bytes; behind it what the system said of it when it had them, unless that was young."""


class Memory:
    """What the last run of the site in `folder` has left, if that was by this program and with these `settings`."""

    def __init__(self, folder: Path, *settings: object) -> None:
        self._folder, self._path = folder, folder / PATH
        self._state = ascii((__version__, rules.STATE, libraries(), settings))
        self._files: dict[str, Sign] = {}
        self._aside, self._account, vain = "", None, list[str]()
        if data := kept.load(self._path, self._state):
            self._files, self._aside, self._account, vain = marshal.loads(data)
        self.vain = frozenset(vain)
        """The marks of the files that could not be read: it is not tried again until they, or the program, change."""
        self._now: dict[str, Sign] = {}

    def mark(self, path: str) -> tuple[str, int]:
        """What a file below the site's folder is known by, and its size; OSError where the system refuses."""
        known = self._files.get(path, [""])
        status = os.stat(f"{self._folder}/{path}")  # text: a Path for each file would take longer than all the rest
        sign = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
        if known[1:] != sign:
            with (self._folder / path).open("rb") as file:
                limit, status = time.time_ns() - GRAIN, os.fstat(file.fileno())
                mark = hashlib.file_digest(file, "sha256").hexdigest()
            sign = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
            known = [mark, *sign] if max(sign[1:3]) < limit else [mark]
        self._now[path] = known
        return str(known[0]), status.st_size

    def account(self, found: Found) -> Account | None:
        """What is to be told of a run that finds these sources, if nothing has changed since the last; else None."""
        if self._account is None or self._aside != repr(found.aside):
            return None
        there = [lock.PATH, *map(articles.path, articles.names(self._folder)), *map(sources.place, found.paths)]
        try:
            if self._files.keys() != set(there) or any(self.mark(path)[0] != self._files[path][0] for path in there):
                return None
        except OSError:
            return None
        if self._now != self._files:
            self._write(self._now)
        return Account.of(self._account)

    def holds(self, names: Iterable[str]) -> dict[str, str] | None:
        """The marks of the articles of these names, if they and the lock are as the last run left them; else None."""
        left = {path: sign[0] for path, sign in self._files.items() if path.startswith(articles.FOLDER)}
        marks = dict[str, str]()
        try:
            for name in names:
                marks[name] = self.mark(articles.path(name))[0]
                if marks[name] != left.get(articles.path(name)):
                    return None
            same = self.mark(lock.PATH)[0] == self._files[lock.PATH][0]
        except (OSError, KeyError):
            return None
        return marks if same and len(marks) == len(left) else None

    def forget(self) -> None:
        """Remember no file: so it is to be after a run with faults, which are to be told in every run."""
        self._account = None
        self._write({})

    def keep(self, found: Found, left: Mapping[str, str], account: Account | None) -> None:
        """Remember the state that a run leaves, with the marks of its articles, by name.

        `account` is what is to be told as long as nothing changes; none where some sources are to be read again.
        """
        known = {**self._files, **self._now}
        there = {path: known[path] for each in found.present if (path := sources.place(each)) in known}
        marks = {articles.path(name): mark for name, mark in left.items()}
        with contextlib.suppress(OSError):
            marks[lock.PATH] = hashlib.sha256((self._folder / lock.PATH).read_bytes()).hexdigest()
        for path, mark in marks.items():  # what was written just now is young
            there[path] = known[path] if path in known and known[path][0] == mark else [mark]
        self._aside, self._account = repr(found.aside), account and account.as_data()
        self._write(there)

    def _write(self, there: Mapping[str, Sign]) -> None:
        told: Any = there, self._aside, self._account, sorted(self.vain)
        kept.keep(self._path, self._state, marshal.dumps(told))
