"""What is copied as it is, such as styles and pictures, is put into its place at once: it waits for no build."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator import files
from generator.errors import BroadsheetError


def renewed(changed: Collection[Path], copied: Mapping[Path, str], output: Path) -> Iterator[str]:
    """Bring the copies of these files up to date, and say which are not what they were, by their place in the output.

    `copied` says where in the output which file is. What is not there yet, or not any more, is left to the build that
    follows, and so is a file that cannot be read or written.
    """
    for path in changed & copied.keys():
        place = output / copied[path]
        if place.is_file() and not place.is_symlink():
            with suppress(OSError, BroadsheetError):
                if files.write(place, path.read_bytes()):
                    yield copied[path]
