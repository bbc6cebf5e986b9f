"""One function over much work, in several processes that each begin with all that this one knows.

The processes are forks: what is in memory need not be sent, and what is frozen is not copied. Only Linux forks safely,
and only a process without threads; elsewhere the work is done in this one.
"""

from __future__ import annotations

import contextlib
import gc
import mmap
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

LEAVE = 0.5
"""Seconds for a process to end that is told to."""
RUN = 16
"""So many items that follow each other are taken at once, if there are many."""

Work = Callable[[Iterator[Any]], bytes]
"""Given its items one by one, as long as there are any, gives an answer."""


def possible() -> bool:
    """Whether this process may be forked."""
    return sys.platform == "linux" and threading.active_count() == 1


class Shares:
    """Which process does which items: first those of its own share, from its front, then what others have left.

    What others have left is taken from the back of the largest rest. So nobody waits for another's long items, and
    neighbours, which often use the same values, mostly stay together. It all stands in memory that the processes have
    in common, under a lock that goes with whoever holds it.
    """

    def __init__(self, count: int, jobs: int) -> None:
        self.run = max(1, min(RUN, count // (RUN * jobs)))
        self.file = os.memfd_create("shares")
        os.ftruncate(self.file, 3 * 8 * jobs)
        numbers = memoryview(mmap.mmap(self.file, 0)).cast("q")
        self.begin, self.end, self.done = (numbers[start : start + jobs] for start in range(0, 3 * jobs, jobs))
        for place in range(jobs):
            self.begin[place], self.end[place] = count * place // jobs, count * (place + 1) // jobs

    def items(
        self, place: int, items: Sequence[Any], told: Callable[[int], object] = lambda done: None
    ) -> Iterator[Any]:
        """What the process at this place does; an item is done when the next one is asked for, and `told` hears it."""
        while run := self._next(place):
            for number in run:
                yield items[number]
                self.done[place] += 1
                told(sum(self.done))

    def _next(self, place: int) -> range:
        import fcntl

        begin, end = self.begin, self.end
        fcntl.lockf(self.file, fcntl.LOCK_EX)
        try:
            if begin[place] < end[place]:
                run = range(begin[place], min(begin[place] + self.run, end[place]))
                begin[place] = run.stop
            else:
                largest = max(range(len(begin)), key=lambda each: end[each] - begin[each])
                run = range(max(begin[largest], end[largest] - self.run), end[largest])
                end[largest] = run.start
        finally:
            fcntl.lockf(self.file, fcntl.LOCK_UN)
        return run


def spread(
    work: Work, here: Callable[[Iterator[Any]], object], items: Sequence[Any], jobs: int, told: Callable[[int], None]
) -> Iterator[bytes]:
    """Share the items among `jobs` processes, of which this is one; the answers of `work` from the others.

    This one does its own by `here`, and after each of them `told` hears how many all of them have done. A process that
    dies, for want of memory or by a signal, gives no answer.
    """
    from multiprocessing import get_context

    fork = get_context("fork")
    shares = Shares(len(items), jobs)
    collecting = gc.isenabled()
    gc.disable()  # it would write to pages of memory that are shared
    children, pipes = [], []
    try:
        for place in range(1, jobs):
            reading, writing = fork.Pipe(duplex=False)
            child = fork.Process(target=_child, args=(work, shares.items(place, items), writing), daemon=True)
            child.start()
            writing.close()
            children.append(child)
            pipes.append(reading)
        here(shares.items(0, items, told))
        for pipe in pipes:
            with contextlib.suppress(EOFError):
                yield pipe.recv_bytes()
        told(sum(shares.done))
        for child in children:
            child.join()
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.join(LEAVE)
            child.kill()  # one that did not hear it, because it was where Python hears nothing
            child.join()
        if collecting:
            gc.enable()
        for pipe in pipes:
            pipe.close()
        os.close(shares.file)


class Aside:
    """One piece of work that another process does while this one goes on; called, it gives the answer.

    Where no process can be had, or it dies, the work is done when the answer is asked for.
    """

    def __init__(self, work: Callable[[], bytes]) -> None:
        self.work = work
        self._child = 0
        if possible():
            self._pipe, answer = os.pipe()
            self._child = os.fork()
            if not self._child:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                with contextlib.suppress(BaseException), open(answer, "wb") as file:
                    file.write(work())
                os.kill(os.getpid(), signal.SIGKILL)  # what is open is the first process's to put away
            os.close(answer)

    def __call__(self) -> bytes:
        """What the work gives."""
        answer = b""
        if self._child:
            with open(self._pipe, "rb", closefd=False) as file:
                answer = file.read()
            self.leave()
        return answer or self.work()

    def leave(self) -> None:
        """Wait for no answer."""
        if self._child:
            os.close(self._pipe)
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0


def _child(work: Work, items: Iterator[Any], answer: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, which ends the others
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # with this, and they leave no half a file
    gc.disable()
    with contextlib.suppress(BaseException):  # the first process will do what is missing, and meet the fault
        try:
            answer.send_bytes(work(items))
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)  # nothing is left to be put away, and nothing to be told
