"""One function over several slices of work, each in a process of its own that begins with all that this one knows.

The processes are forks: what is in memory need not be sent, and what is frozen is not copied. Only Linux forks safely,
and only a process without threads; elsewhere the work is done in this one.
"""

from __future__ import annotations

import contextlib
import gc
import mmap
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

TOLD = 0.02
"""Seconds between two looks at how far the others are."""

Work = Callable[[Sequence[Any], Callable[[], None]], bytes]
"""Given a slice, and what to call after each item, gives an answer."""


def possible() -> bool:
    """Whether this process may be forked."""
    return sys.platform == "linux" and threading.active_count() == 1


def spread(work: Work, slices: Sequence[Sequence[Any]], told: Callable[[int], None]) -> Iterator[bytes]:
    """The answer of `work` for each slice; `told` hears now and then how many items are done.

    A process that dies, for want of memory or by a signal, gives no answer.
    """
    from multiprocessing import connection, get_context

    fork = get_context("fork")
    counters = mmap.mmap(-1, 8 * len(slices))
    collecting = gc.isenabled()
    gc.disable()  # it would write to pages of memory that are shared
    children, pipes = [], []
    try:
        for place, slice_ in enumerate(slices):
            reading, writing = fork.Pipe(duplex=False)
            child = fork.Process(target=_child, args=(work, slice_, writing, counters, place), daemon=True)
            child.start()
            writing.close()
            children.append(child)
            pipes.append(reading)
        waiting = set(pipes)
        while waiting:
            ready = connection.wait(waiting, TOLD)
            for pipe in [each for each in pipes if each in ready]:
                with contextlib.suppress(EOFError):
                    yield pipe.recv_bytes()
                waiting.discard(pipe)
            told(sum(struct.unpack(f"{len(slices)}q", counters[:])))
        for child in children:
            child.join()
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.join()
        if collecting:
            gc.enable()
        for pipe in pipes:
            pipe.close()
        counters.close()


def _child(work: Work, slice_: Sequence[Any], answer: Any, counters: mmap.mmap, place: int) -> None:
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        struct.pack_into("q", counters, 8 * place, done)

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, which ends the others
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # with this, and they leave no half a file
    gc.disable()
    with contextlib.suppress(BaseException):  # the first process will do what is missing, and meet the fault
        answer.send_bytes(work(slice_, tell))
