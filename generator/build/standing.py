"""What stands in the output by our own doing, so that a build need not read what nobody touched."""

from __future__ import annotations

import marshal
import os
import re
import time
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from pathlib import Path

from generator.build import forked
from generator.build.staged import refused
from generator.unchanged import GRAIN, Signature, signature

KEPT = re.compile(r"\.(?!\d+\.tmp$|well-known$|nojekyll$)")
"""What may stand at the top of the folder without being ours: `.git`, `.gitignore`."""
MANY = 1000
"""So many files are looked at by another process, which takes as long as to load what a build knows."""
_STAGE = re.compile(r"\.(\d+)\.tmp")


class Standing:
    """The files and folders of an output by their signatures: whether somebody else changed one is one look."""

    def __init__(
        self, output: Path, files: dict[str, Signature] | None = None, folders: dict[str, int] | None = None
    ) -> None:
        self.output, self.files, self.folders = output, files or {}, folders or {}
        """Files by path; folders, the output itself as `""`, with the time of their last change, 0 for a recent one."""
        self.root = os.path.join(output, "")
        self._touched: set[str] = set()
        self._look: Callable[[], bytes] = self._differing
        self._moved: set[str] = set()

    def look(self) -> None:
        """Begin to look whether somebody else changed anything; `altered` tells."""
        self.leave()
        self._look = forked.Aside(self._differing) if len(self.files) >= MANY else self._differing

    def leave(self) -> None:
        """Look no longer."""
        if isinstance(self._look, forked.Aside):
            self._look.leave()

    def altered(self) -> list[str]:
        """The files that are not there as we left them."""
        files, folders = marshal.loads(self._look())
        self._moved = set(folders)
        return list(files)

    def _differing(self) -> bytes:
        """The files that are not there as we left them, and the folders to which names came or from which they went."""
        files = [path for path, known in self.files.items() if signature(self.root + path) != known]
        folders = [path for path, known in self.folders.items() if not known or self.changed(path) != known]
        return marshal.dumps((files, folders))

    def settle(self, wanted: Mapping[str, object], made: Collection[str] = ()) -> list[str]:
        """Remove whatever is not `wanted`, and say which files that were.

        Only folders that have changed, that get what is `made`, or of which something goes, are looked into. Hidden
        files at the top that are not ours stay. Raises BroadsheetError when the disk refuses.
        """
        stale, receiving = self.files.keys() - wanted.keys(), self._receiving(made)
        needed = folders(wanted) if stale or not self.folders else self.folders.keys() | receiving
        losing = {next(each for each in (*_parents(path), "") if each in needed) for path in stale}
        losing |= self._moved | (needed - self.folders.keys()) | receiving
        removed: list[str] = []
        for folder in sorted(losing & needed):
            self._touched.add(folder)
            removed += self._visit(folder, wanted, needed)
        for path in stale:
            del self.files[path]
        if stale:
            self.folders = {folder: when for folder, when in self.folders.items() if folder in needed}
        return removed

    def _receiving(self, made: Iterable[str]) -> set[str]:
        """The folders that get a new name when these files are written: their own, and those above one that is new."""
        found, waiting = {""}, {path.rpartition("/")[0] for path in made}
        while waiting := waiting - found:
            found |= waiting
            waiting = {folder.rpartition("/")[0] for folder in waiting if folder not in self.folders}
        return found

    def _visit(self, folder: str, wanted: Container[str], needed: Container[str]) -> Iterator[str]:
        prefix = folder and folder + "/"
        try:
            entries = sorted(os.scandir(self.root + folder), key=lambda each: each.name)
        except (FileNotFoundError, NotADirectoryError):
            return
        for entry in entries:
            path = prefix + entry.name
            if not folder and (KEPT.match(entry.name) or (entry.is_dir() and _at_work(entry.name))):
                continue
            if entry.is_dir(follow_symlinks=False):
                if path not in needed:
                    yield from self._visit(path, (), ())
                    refused(os.rmdir, entry.path)
            elif path not in wanted:
                refused(os.unlink, entry.path)
                yield path

    def note(self, paths: Iterable[str]) -> None:
        """Remember how these files stand now, and the folders that were looked into or written to."""
        there = {path: found for path in paths if isinstance(found := signature(self.root + path), tuple)}
        self.files |= there
        self._touched |= self._receiving(there)
        recent = time.time_ns() - GRAIN
        for folder in self._touched:
            changed = self.changed(folder)
            self.folders[folder] = changed if changed < recent else 0
        self._touched.clear()

    def left(self) -> dict[str, Signature | int]:
        """Files and folders with what tells whether they are changed."""
        return self.files | {folder: known or self.changed(folder) for folder, known in self.folders.items()}

    def changed(self, folder: str) -> int:
        """When a name in this folder last changed; 0 where there is no such folder."""
        try:
            return os.stat(self.root + folder).st_mtime_ns
        except OSError:
            return 0


def _at_work(name: str) -> bool:
    """Whether it is the folder of a build that is running: this one, or another one beside it."""
    if not (match := _STAGE.fullmatch(name)):
        return False
    if int(match[1]) == os.getpid() or os.name != "posix":  # elsewhere to ask for a process may end it
        return int(match[1]) == os.getpid()
    try:
        os.kill(int(match[1]), 0)
    except (OSError, OverflowError):
        return False
    return True


def folders(paths: Iterable[str]) -> set[str]:
    """All folders in which these files stand, as paths below the output, which is one of them."""
    found, waiting = {""}, set(paths)
    while waiting := {path.rpartition("/")[0] for path in waiting} - found:
        found |= waiting
    return found


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
