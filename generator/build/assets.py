"""Files that are copied as they are: the theme's, the site's own, and pictures beside articles and pages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.config import Config
from generator.errors import BroadsheetError, Problem, problem
from generator.files import is_scratch


def files(folder: Path) -> tuple[str, ...]:
    """The files below `folder`, as paths with forward slashes, sorted; hidden and editors' own ones left out.

    Raises BroadsheetError when a folder cannot be read, and for names that are no text, which no page could link to.
    """
    try:
        names = sorted(_below(str(folder), "")) if folder.is_dir() else []
    except OSError as error:
        place = str(error.filename or folder)
        raise BroadsheetError(problem(f"cannot read the folder: {error.strerror or error}", place)) from error
    try:
        "".join(names).encode()
    except UnicodeEncodeError:
        raise BroadsheetError(fault for name in names for fault in _garbled(folder, name)) from None
    return tuple(names)


def _below(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and entry.name != ".well-known":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file() and not is_scratch(entry.name):
                yield prefix + entry.name


def _garbled(folder: Path, name: str) -> Iterator[Problem]:
    try:
        name.encode()
    except UnicodeEncodeError:
        place = str(folder / name).encode(errors="surrogateescape").decode(errors="replace")
        yield problem("the name of the file is not UTF-8", place, hint="rename it")


def static(folders: Iterable[Path]) -> dict[str, Path]:
    """The theme's static files by output path; `folders` of templates, of which the first that has a file wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for name in files(folder / "static"):
            found.setdefault(f"static/{name}", folder / "static" / name)
    return dict(sorted(found.items()))


def extra(config: Config) -> dict[str, bytes]:
    """What GitHub Pages asks for: not to run Jekyll, and the domain where one is configured."""
    found: dict[str, bytes] = {".nojekyll": b""}
    if config.cname:
        found["CNAME"] = f"{config.cname}\n".encode()
    return found
