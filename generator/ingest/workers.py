"""Reads many sources at once, in as many processes as the machine has cores: no document needs another to be read.

A process that dies harms only the file it was at, and so does a file that takes for ever: its process is ended. What is
read in this process, because it is little or because `jobs` is 1, has no such guard; but the journal knows what was
begun when a run was cut off, and the next run reads that apart.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Literal, NamedTuple

from generator.ingest import journal, reading, sources
from generator.ingest.finding import CRASHED, SLOW
from generator.ingest.sources import Source

WORTH = 2_000_000
"""Fewer bytes than this are read before a second process has started."""
LONGEST, SPEED = 60.0, 500_000
"""Seconds, and bytes a second on top of them, that a document may take."""
_AHEAD = 4
"""So many files are handed to a process at a time, so that it need not wait for the next."""
_AT_ONCE = 100
"""So many events of one process are taken before the others are heard."""


class Event(NamedTuple):
    """What happened to a source while it was read: `begin`, each `document`, `end`; or it `failed`, or its reader
    `died` at any of them.
    """

    path: str
    kind: Literal["begin", "document", "end", "failed", "died"]
    value: bytes | str = ""
    """What its readings are known by, the line for the journal, the reason."""


def read(folder: Path, wanted: Sequence[Source], jobs: int, apart: Collection[str] = ()) -> Iterator[Event]:
    """What happens while sources are read, in the order in which it does; those `apart` in another process."""
    many = jobs > 1 and sum(each.size for each in wanted) >= WORTH
    left = yield from _elsewhere(folder, [each for each in wanted if many or each.path in apart], jobs if many else 1)
    here = {each.path for each in left}
    for each in wanted:
        if each.path in here or not (many or each.path in apart):
            yield from _one(folder, each)


def _one(folder: Path, source: Source) -> Iterator[Event]:
    path = source.path
    try:
        data = sources.load(folder, path)
    except OSError as error:
        yield Event(path, "failed", error.strerror or "it cannot be opened")
        return
    yield from events(source, data)


def events(source: Source, data: bytes) -> Iterator[Event]:
    """What happens while the bytes of a source are read."""
    path = source.path
    yield Event(path, "begin", reading.digest(data) + source.state)
    for found in reading.read(path, data, source.recurring):
        yield Event(path, "document", journal.spell(path, found))
    yield Event(path, "end")


@dataclass(slots=True)
class _Worker:
    """A process that reads, and what it was given to read."""

    process: BaseProcess
    pipe: Connection
    queue: deque[Source] = field(default_factory=deque)
    """The first of them is the one it is at."""
    quiet: float = 0
    """For so many seconds it was listened to and said nothing."""
    ready: bool = False

    def take(self, source: Source) -> None:
        if not self.queue:
            self.quiet = 0
        self.queue.append(source)
        with contextlib.suppress(OSError):  # it is dead, which will be seen
            self.pipe.send(source)

    def hear(self) -> list[Event] | None:
        """What it has to say, or None when it is dead."""
        events: list[Event] = []
        try:
            while len(events) < _AT_ONCE and (not events or self.pipe.poll()):
                said = self.pipe.recv()
                self.quiet, self.ready = 0, True
                if said is None:
                    break
                if said.kind in ("end", "failed"):
                    self.queue.popleft()
                events.append(said)
        except (EOFError, OSError):
            return events or None  # the next time it has nothing to say
        return events

    def late(self) -> bool:
        """Whether it takes for ever; to start it may take as long as the machine needs."""
        return self.ready and bool(self.queue) and self.quiet > LONGEST + self.queue[0].size / SPEED

    def end(self) -> None:
        self.pipe.close()
        if self.process.pid:
            self.process.kill()
            self.process.join()


def _elsewhere(folder: Path, wanted: Sequence[Source], jobs: int) -> Generator[Event, None, Iterable[Source]]:
    """Read in processes; returns what is left to read because none can be started."""
    left, workers = deque(wanted), list[_Worker]()
    try:
        while jobs and (left or any(each.queue for each in workers)):
            while len(workers) < min(jobs, len(left)):
                workers.append(_start(folder))
            for each in workers:
                while left and len(each.queue) < _AHEAD:
                    each.take(left.popleft())
            started = time.monotonic()
            talking = wait([each.pipe for each in workers], timeout=1)
            passed = min(time.monotonic() - started, 2)  # it is more when all of us were stopped with Ctrl-Z
            for each in list(workers):
                each.quiet += passed
                events = each.hear() if each.pipe in talking else []
                yield from events or ()
                if events is None or each.late():
                    workers.remove(each)
                    each.end()
                    if each.ready and each.queue:
                        yield Event(each.queue.popleft().path, "died", CRASHED if events is None else SLOW)
                    left.extendleft(reversed(each.queue))
                    jobs -= not each.ready
    finally:
        for each in workers:
            each.end()
    return left


def _start(folder: Path) -> _Worker:
    # spawned, not forked: `serve` has threads, and a fork of a process with threads may hang
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(folder, theirs), daemon=True)
    worker = _Worker(process, ours)
    try:
        with _undisturbed():
            process.start()
    except BaseException:  # Ctrl-C waited until it was started
        worker.end()
        raise
    theirs.close()
    return worker


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """A process that is started meanwhile never hears of Ctrl-C, which goes to all: to end it is for its parent."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # which the first start would start, and let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(folder: Path, pipe: Connection) -> None:
    """What a process does: read what it is told to, until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from generator.ingest import describe, readers, restore  # noqa: F401  so that no document is charged for it

    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            for event in _one(folder, pipe.recv()):
                pipe.send(event)


def _end_with_parent() -> None:
    """A process that is busy would not notice that nobody waits for it any more."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
