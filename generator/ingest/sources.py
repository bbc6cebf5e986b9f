"""Which files lie below `content/sources/`, and their bytes. The only part of `ingest` that looks for inputs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from generator.errors import BroadsheetError, problem
from generator.ingest.account import Item

FOLDER = "content/sources"


@dataclass(frozen=True, slots=True)
class Found:
    """The inputs of one run."""

    paths: tuple[str, ...]
    """The files to read, below `content/sources/`, sorted."""
    aside: tuple[Item, ...]
    """The files that are not to be read, with the reason."""
    present: frozenset[str]
    """All files there are, whether this run was asked for them or not."""


def find(folder: Path, ignore: Iterable[str] = (), only: Iterable[Path] = ()) -> Found:
    """The inputs of the site in `folder`, without those whose path matches a pattern in `ignore`.

    `only` narrows them to these files and folders, named from the current folder or from the site's. Raises
    BroadsheetError when one of those is not there or lies outside `content/sources/`, and when a folder cannot be read.
    """
    root = folder / FOLDER
    wanted = [_below(root, path if path.exists() else folder / path, str(path)) for path in only]
    paths: list[str] = []
    aside: list[Item] = []
    present = _walk(root)
    patterns = tuple(ignore)
    for path in present:
        if wanted and not any(each in (path, ".") or path.startswith(each + "/") for each in wanted):
            continue
        if reason := _aside(root, path, patterns):
            aside.append(reason)
        else:
            paths.append(path)
    return Found(tuple(paths), tuple(aside), frozenset(present))


def load(folder: Path, path: str) -> bytes:
    """The bytes of one source; OSError where the system refuses."""
    return (folder / FOLDER / path).read_bytes()


def _walk(root: Path) -> list[str]:
    """All files below the folder; links to folders are not followed, because they may lead in circles."""

    def refuse(error: OSError) -> None:
        if Path(error.filename) != root or not isinstance(error, FileNotFoundError):
            raise BroadsheetError(problem(f"cannot read the folder: {error.strerror}", error.filename)) from error

    found = []
    for place, _, names in os.walk(root, onerror=refuse):
        below = Path(place).relative_to(root)
        found += [(below / name).as_posix() for name in names]
    return sorted(found)


def _aside(root: Path, path: str, ignore: tuple[str, ...]) -> Item | None:
    """What became of a file that is not to be read; None for one that is."""
    if not _is_text(path):
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return Item(shown, "unreadable", detail="unreadable: its name is not UTF-8")
    if any(part.startswith(".") for part in path.split("/")):
        return Item(path, "skipped", detail="skipped: a hidden file")
    for pattern in ignore:
        if fnmatchcase(path, pattern):
            return Item(path, "skipped", detail=f"skipped: matches `{pattern}` of the setting `ignore`")
    if not (root / path).exists():
        return Item(path, "unreadable", detail="unreadable: a link that leads nowhere")
    site = root.resolve().parents[FOLDER.count("/")]
    if not (root / path).resolve().is_relative_to(site):  # somebody else's link must not publish this machine's files
        return Item(path, "skipped", detail="skipped: a link to a file outside the site; copy the file")
    if not (root / path).is_file():  # a pipe would be waited for
        return Item(path, "skipped", detail="skipped: not a regular file")
    return None


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:  # the system's bytes, smuggled through by Python
        return False
    return True


def _below(root: Path, path: Path, told: str) -> str:
    """The path as it is counted below `content/sources/`; `told` is what the user called it."""
    if not path.exists():
        raise BroadsheetError(problem("there is no such file", told))
    for real in (os.path.abspath, os.path.realpath):  # the first keeps a link inside the folder what it is
        place = Path(os.path.relpath(real(path), real(root)))
        if ".." not in place.parts:
            return place.as_posix()
    raise BroadsheetError(problem("the file is not below content/sources/", told, hint=f"copy it to {root} first"))
