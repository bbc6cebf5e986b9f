"""How bytes reach the disk: a file is written whole or not at all, and only when it differs.

And which names are those of files that are none of a site's: editors put them beside what they edit.
"""

from __future__ import annotations

import contextlib
import fnmatch
import os
import re
from pathlib import Path
from typing import BinaryIO

from generator.errors import BroadsheetError, problem

PACKAGE = Path(__file__).parent

SCRATCH = ("*~", "*.swp", "*.swx", "*.swo", "4913", "#*#", "*.tmp", "~$*", "Thumbs.db", "desktop.ini")
"""Patterns of the names of files that editors and desktops leave behind."""


_SCRATCH = re.compile("|".join(map(fnmatch.translate, SCRATCH)))


def packaged() -> Path:
    """The theme's folder: inside the package when it was installed, beside it in the repository."""
    installed = PACKAGE / "theme"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


def is_scratch(name: str) -> bool:
    """Whether a file of this name is an editor's or a desktop's own; `name` without its folder."""
    return _SCRATCH.match(name) is not None


def write(path: Path, data: bytes | bytearray) -> bool:
    """Make `path` hold exactly `data`; True if it did not already.

    The bytes go to a temporary file beside it, which then takes its place, so that a crash leaves the old file or the
    new one. A link stays a link: what it leads to is written. Raises BroadsheetError when the disk refuses.
    """
    name = os.path.realpath(path) if os.path.islink(path) else os.fspath(path)
    try:
        with open(name, "rb", buffering=0) as file:
            if file.read() == data:
                return False
    except OSError:
        pass  # absent or unreadable: writing will tell
    folder = os.path.dirname(name)
    temporary = os.path.join(folder, f".{os.getpid()}.tmp")
    try:
        with _opened(temporary, folder) as file:
            file.write(data)
        os.replace(temporary, name)
    except BaseException as error:  # of the disk, or Ctrl-C
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        if not isinstance(error, OSError):
            raise
        raise BroadsheetError(
            problem(
                f"cannot write the file: {error.strerror or error}",
                name,
                hint="check that the disk has room and that the folder may be written to",
            )
        ) from error
    return True


def _opened(name: str, folder: str) -> BinaryIO:
    """A new file; its folder is made where there is none, which is seldom."""
    try:
        return open(name, "wb")
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        return open(name, "wb")
