"""Reads many sources at once, in as many processes as the machine has cores: no document needs another to be read."""

from __future__ import annotations

import datetime as dt
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from generator.ingest import reading, sources
from generator.ingest.reading import Reading

WORTH = 300
"""Fewer files than this are read before a second process has started."""


def read(
    folder: Path, paths: Sequence[str], now: dt.datetime, jobs: int
) -> Iterator[tuple[str, tuple[Reading, ...] | OSError]]:
    """Each path with its readings, or with the error of a file that cannot be read; in the order of `paths`."""
    one = partial(_one, folder, now)
    if jobs < 2 or len(paths) < WORTH:
        yield from zip(paths, map(one, paths), strict=True)
        return
    # spawned, not forked: `serve` has threads, and a fork of a process with threads may hang
    with ProcessPoolExecutor(min(jobs, len(paths)), multiprocessing.get_context("spawn")) as pool:
        try:
            yield from zip(paths, pool.map(one, paths, chunksize=4), strict=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _one(folder: Path, now: dt.datetime, path: str) -> tuple[Reading, ...] | OSError:
    try:
        return reading.read(path, sources.load(folder, path), now)
    except OSError as error:
        return error
