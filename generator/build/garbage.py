"""Spares a build the search for garbage, which a large site makes long and which finds next to nothing."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Have nobody look for garbage meanwhile: to go through all values again and again takes a sixth of a build."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
