"""How a site reaches its folder: exactly these files are in it afterwards, and only those that differ are written."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.staged import MARK, Stage, refused
from generator.build.world import signature
from generator.errors import BroadsheetError, problem
from generator.unchanged import GRAIN, Signature

_KEPT = re.compile(r"\.(?!\d+\.tmp$|well-known$|nojekyll$)")
"""What may stand at the top of the folder without being ours: `.git`, `.gitignore`."""
_OURS = re.compile(rb'\s*\{\s*"generator"\s*:\s*(\{\s*"name"\s*:\s*)?"Broadsheet\b')
"""How it begins; it is as long as the site is large, and need not be read."""
_OWN = re.compile(r"\.(?:\d+\.tmp|nojekyll)")
"""What a build that was cut short may have left there; nothing is lost with it."""
_STAGE = re.compile(r"\.(\d+)\.tmp")


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of the output folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def claim(output: Path, folder: Path) -> None:
    """Make sure that the output may go to `output`; `folder` is the site's.

    Raises BroadsheetError when it would overwrite the site's own files, or a folder that is not ours.
    """
    place, home = output.resolve(), folder.resolve()
    for kept in (home, home / "content", home / "templates"):
        inside = kept != home and kept in place.parents
        if place == kept or place in kept.parents or inside:
            what = f"the pages cannot go there: it {'lies in' if inside else 'holds'} the site's own files"
            raise BroadsheetError(problem(what, str(output), hint="name a folder of its own with --output"))
    if output.exists() and not output.is_dir():
        raise BroadsheetError(problem("the pages cannot go there: it is a file", str(output)))
    _refuse_foreign(output)


def clear(output: Path) -> tuple[str, ...]:
    """Empty the output folder, and say which files were in it. Raises BroadsheetError when it is not ours."""
    _refuse_foreign(output)
    return settle(output, {}).removed


def _refuse_foreign(output: Path) -> None:
    if not _ours(output):
        what = "the folder holds files that Broadsheet did not write, and they would be lost"
        raise BroadsheetError(problem(what, str(output), hint="empty it, or name another one with --output"))


def _ours(output: Path) -> bool:
    if not output.is_dir() or all(_KEPT.match(each.name) or _OWN.fullmatch(each.name) for each in output.iterdir()):
        return True
    try:
        with (output / MARK).open("rb") as file:
            return _OURS.match(file.read(200)) is not None
    except OSError:
        return False


def settle(output: Path, wanted: Mapping[str, bytes | Path]) -> Settled:
    """Make `output` hold exactly the files of `wanted`, by their paths below it.

    Hidden files at its top that are not ours stay. A file to be copied that is gone by now is left out. Raises
    BroadsheetError when the disk refuses; before anything is touched, if it is one to be copied that cannot be read.
    """
    stage = Stage(output)
    try:
        there = {name: found for name, data in wanted.items() if (found := held(data)) is not None}
        removed = Standing(output).settle(there, folders(there))
        for name, data in there.items():
            stage.put(name, data)
        written = stage.publish(there)
    finally:
        stage.drop()
    return Settled(tuple(sorted(written)), tuple(sorted(removed)), len(there) - len(written))


def held(data: bytes | Path) -> bytes | None:
    """The bytes of a wanted file; None when one to be copied is gone. Raises BroadsheetError when it cannot be read."""
    if isinstance(data, bytes):
        return data
    try:
        return data.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the file: {error.strerror or error}", str(data))) from error


def folders(paths: Iterable[str]) -> set[str]:
    """All folders in which these files stand, as paths below the output."""
    found: set[str] = set()
    for path in paths:
        for parent in _parents(path):
            if parent in found:
                break
            found.add(parent)
    return found


class Standing:
    """What stands in the output by our own doing, by signatures: whether somebody else changed it is one look."""

    def __init__(
        self, output: Path, files: dict[str, Signature] | None = None, folders: dict[str, int] | None = None
    ) -> None:
        self.output, self.files, self.folders = output, files or {}, folders or {}
        """Files by path; folders, the output itself as `""`, with the time of their last change, 0 for a recent one."""
        self.root = os.path.join(output, "")
        self._touched: set[str] = set()

    def altered(self) -> list[str]:
        """The files that are not there as we left them."""
        return [path for path, known in self.files.items() if signature(self.root + path) != known]

    def settle(self, wanted: Container[str], needed: Iterable[str]) -> list[str]:
        """Remove whatever is not `wanted`, and say which files that were; `needed` are the folders of what is.

        Only folders that changed since, or of which something goes, are looked into. Hidden files at the top that are
        not ours stay. Raises BroadsheetError when the disk refuses.
        """
        needed = {"", *needed}
        stale = {path for path in self.files if path not in wanted}
        losing = {next(each for each in (*_parents(path), "") if each in needed) for path in stale}
        removed: list[str] = []
        for folder in sorted(needed):
            known = self.folders.get(folder)
            if not known or folder in losing or known != self.changed(folder):
                self._touched.add(folder)
                removed += self._visit(folder, wanted, needed)
        for path in stale:
            del self.files[path]
        self.folders = {folder: when for folder, when in self.folders.items() if folder in needed}
        return removed

    def _visit(self, folder: str, wanted: Container[str], needed: Container[str]) -> Iterator[str]:
        place, prefix = self.output / folder, folder and folder + "/"
        try:
            entries = sorted(os.scandir(place), key=lambda each: each.name)
        except (FileNotFoundError, NotADirectoryError):
            return
        for entry in entries:
            path = prefix + entry.name
            if not folder and (_KEPT.match(entry.name) or (entry.is_dir() and _at_work(entry.name))):
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
        for path in paths:
            found = signature(self.root + path)
            if found:
                self.files[path] = found
                self._touched.update(("", *_parents(path)))
        recent = time.time_ns() - GRAIN
        for folder in self._touched:
            changed = self.changed(folder)
            self.folders[folder] = changed if changed < recent else 0
        self._touched.clear()

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


def _parents(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name
