"""How bytes reach the disk: a file is written whole or not at all, and only when it differs."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from generator.errors import BroadsheetError, problem


def write(path: Path, data: bytes) -> bool:
    """Make `path` hold exactly `data`; True if it did not already.

    The bytes go to a temporary file beside it, which then takes its place, so that a crash leaves the old file or the
    new one. Raises BroadsheetError when the disk refuses.
    """
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass  # absent or unreadable: writing will tell
    temporary = path.with_name(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise BroadsheetError(
            problem(
                f"cannot write the file: {error.strerror or error}",
                str(path),
                hint="check that the disk has room and that the folder may be written to",
            )
        ) from error
    return True
