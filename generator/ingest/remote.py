"""Reads sources through an executor of the standard interface, whose workers may be anywhere.

Each gets the bytes of a file and gives back what happened while it was read: nothing of the site's folder need be
reachable for it, and it keeps nothing.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.errors import BroadsheetError, problem
from generator.ingest import rules, sources, workers
from generator.ingest.sources import Source
from generator.ingest.workers import Event

LARGEST = 8_000_000
"""Bytes of a file that is sent; a larger one is read where it is."""

_alone = threading.Lock()
"""Some of the libraries that read documents may not be in two threads of one process at once."""


class Answer(NamedTuple):
    """What a worker gives back."""

    by: str
    """The program that it has."""
    events: tuple[Event, ...]


def work(source: Source, data: bytes) -> Answer:
    """Read one source, on a worker."""
    with _alone:
        return Answer(program(), tuple(workers.events(source, data)))


def program() -> str:
    """Which Broadsheet this is: two that say the same here read alike."""
    return f"{__version__} (rules {rules.STATE})"


def read(
    folder: Path, wanted: Sequence[Source], executor: Executor, ahead: int
) -> Generator[Event, None, list[Source]]:
    """What happens while sources are read, `ahead` of them at a time; returns those that did not come back.

    Raises BroadsheetError when the workers have another Broadsheet or none, and when they are gone.
    """
    left, sent, lost = deque(wanted), dict[Future[Answer], Source](), list[Source]()
    try:
        while left or sent:
            while left and len(sent) < ahead:
                source = left.popleft()
                try:
                    data = sources.load(folder, source.path)
                except OSError as error:
                    yield Event(source.path, "failed", error.strerror or "it cannot be opened")
                else:
                    sent[_send(executor, source, data)] = source
            patience = workers.LONGEST + max((each.size for each in sent.values()), default=0) / workers.SPEED
            done, _ = wait(sent, timeout=patience, return_when=FIRST_COMPLETED)
            for future in done or list(sent):
                source = sent.pop(future)
                events = _given(future) if future in done else None
                yield from events or ()
                if events is None:
                    lost.append(source)
                    future.cancel()
    finally:
        for future in sent:
            future.cancel()
    return lost


def _send(executor: Executor, source: Source, data: bytes) -> Future[Answer]:
    try:
        return executor.submit(work, source, data)
    except (RuntimeError, OSError) as error:  # the former is what the standard ones say when they are broken
        raise BroadsheetError(_GONE) from error


def _given(future: Future[Answer]) -> tuple[Event, ...] | None:
    """What came back; None when the worker died of it."""
    try:
        answer = future.result()
    except CancelledError as error:
        raise BroadsheetError(_GONE) from error
    except (ImportError, AttributeError) as error:
        raise BroadsheetError(problem(f"the workers cannot run Broadsheet: {error}", hint=_SAME)) from error
    except Exception:  # noqa: BLE001  whatever it was: when the source is read here, it is seen
        return None
    if answer.by != program():
        what = f"the workers have Broadsheet {answer.by}, and this is {program()}"
        raise BroadsheetError(problem(what, hint=_SAME))
    return answer.events


_GONE = problem("the executor is gone", hint="what came back is kept, and the next run goes on there")
_SAME = "install the Broadsheet that you have here on each of them, and start them again"
