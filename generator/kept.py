"""What one process leaves to the next, as files that may be deleted at any time: it saves work and decides nothing.

What is missing, broken or of another state is as if it had never been kept, and a disk that refuses is no fault.
"""

from __future__ import annotations

import contextlib
import hashlib
from functools import lru_cache
from pathlib import Path

from generator import files
from generator.errors import BroadsheetError
from generator.unchanged import libraries

_LENGTH = hashlib.sha256().digest_size


@lru_cache(maxsize=1)
def state() -> str:
    """What two processes must have in common to use each other's values: Python, the libraries, our own code."""
    told = hashlib.sha256(libraries().encode())
    for path in sorted(files.PACKAGE.rglob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()


def load(path: Path, state: str) -> memoryview | None:
    """The bytes that were kept at `path` in this state; None where there are none, or not those that were kept."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    data = memoryview(kept)[_LENGTH:]
    return data if kept[:_LENGTH] == _mark(data, state) else None


def keep(path: Path, state: str, data: bytes) -> None:
    """Keep bytes at `path`, for those who ask in the same `state`."""
    with contextlib.suppress(BroadsheetError):  # the next process does the work again
        files.write(path, _mark(data, state) + data)


def _mark(data: bytes | memoryview, state: str) -> bytes:
    mark = hashlib.sha256(f"{state}\n".encode())
    mark.update(data)
    return mark.digest()
