"""Which folder a site may go to: one that is empty or ours, and none that holds what a person wrote."""

from __future__ import annotations

import re
from pathlib import Path

from generator.build.staged import MARK
from generator.build.standing import KEPT, Standing
from generator.errors import BroadsheetError, problem

_OURS = re.compile(rb'\s*\{\s*"generator"\s*:\s*(\{\s*"name"\s*:\s*)?"Broadsheet\b')
"""How it begins; it is as long as the site is large, and need not be read."""
_OWN = re.compile(r"\.(?:\d+\.tmp|nojekyll)")
"""What a build that was cut short may have left there; nothing is lost with it."""


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
    return tuple(sorted(Standing(output).settle({})))


def _refuse_foreign(output: Path) -> None:
    if not _ours(output):
        what = "the folder holds files that Broadsheet did not write, and they would be lost"
        raise BroadsheetError(problem(what, str(output), hint="empty it, or name another one with --output"))


def _ours(output: Path) -> bool:
    if not output.is_dir() or all(KEPT.match(each.name) or _OWN.fullmatch(each.name) for each in output.iterdir()):
        return True
    try:
        with (output / MARK).open("rb") as file:
            return _OURS.match(file.read(200)) is not None
    except OSError:
        return False


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
