"""How a site reaches its folder: exactly these files are in it afterwards, and only those that differ are written."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import files
from generator.errors import BroadsheetError, problem

MARK = "digest.json"
"""The file by which a folder is known to be ours. It is written first, so that a build cut short is ours too."""

_KEPT = re.compile(r"\.(?!\d+\.tmp$|well-known$|nojekyll$)")
"""What may stand at the top of the folder without being ours: `.git`, `.gitignore`."""
_OWN = re.compile(r"\.(?:\d+\.tmp|nojekyll)")
"""What a build that was cut short may have left there; nothing is lost with it."""


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
        generator = json.loads((output / MARK).read_bytes())["generator"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    name = generator.get("name") if isinstance(generator, dict) else generator
    return isinstance(name, str) and name.startswith("Broadsheet")


def settle(output: Path, wanted: Mapping[str, bytes | Path]) -> Settled:
    """Make `output` hold exactly the files of `wanted`, by their paths below it.

    Hidden files at its top that are not ours stay. A file to be copied that is gone by now is left out. Raises
    BroadsheetError when the disk refuses; before anything is touched, if it is one to be copied that cannot be read.
    """
    wanted = {name: data for name, data in wanted.items() if _held(data, 0) is not None}
    removed = tuple(sorted(_remove_stale(output, wanted)))
    written = []
    for name in sorted(wanted, key=lambda name: (name != MARK, name)):
        data = _held(wanted[name])
        if data is not None and files.write(output / name, data):
            written.append(name)
    return Settled(tuple(sorted(written)), removed, len(wanted) - len(written))


def _held(data: bytes | Path, size: int = -1) -> bytes | None:
    """The bytes of a wanted file, of one to be copied at most `size`; None when that is gone."""
    if isinstance(data, bytes):
        return data
    try:
        with data.open("rb") as file:
            return file.read(size)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the file: {error.strerror or error}", str(data))) from error


def _remove_stale(output: Path, wanted: Mapping[str, bytes | Path]) -> Iterator[str]:
    """Remove what is not wanted, deepest first, and yield the files among it."""
    folders = {parent for name in wanted for parent in _parents(name)}
    for place, below, names in os.walk(output, topdown=False):
        top = Path(place).relative_to(output).as_posix()
        prefix = "" if top == "." else top + "/"
        if _KEPT.match(prefix.partition("/")[0]):
            continue
        links = [each for each in below if os.path.islink(os.path.join(place, each))]
        for name in sorted([*names, *links]):
            if prefix + name not in wanted and (prefix or not _KEPT.match(name)):
                _refused(os.unlink, Path(place, name))
                yield prefix + name
        for name in below:
            path = Path(place, name)
            if name not in links and prefix + name not in folders and (prefix or not _KEPT.match(name)):
                _refused(os.rmdir, path)


def _parents(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _refused(act: Callable[[Path], None], path: Path) -> None:
    try:
        act(path)
    except OSError as error:
        hint = "check that the folder may be written to"
        raise BroadsheetError(problem(f"cannot remove: {error.strerror or error}", str(path), hint=hint)) from error
