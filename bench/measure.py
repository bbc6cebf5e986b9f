"""What one run of a command costs: the time on the wall, the work of all its processes, and the memory of all of them.

The memory is that of the whole tree of processes at one moment, the most of what was seen. Where the system tells it
(Linux), a page of memory that several processes share counts once, so that forked workers are charged for what they
take and not for what they were given; elsewhere what is told is the largest process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_UNIT = 1 if sys.platform == "darwin" else 1024
"""In which the system counts memory, in bytes."""
_PROC = Path("/proc")
_PAUSE = 0.05
"""Seconds between two looks at the memory; and never more than a twentieth of the time is spent on looking."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all its processes, those of the system included."""
    memory: float
    """MiB of all its processes together, at the worst moment."""


class CommandError(Exception):
    """The command did not end well; the message is what it said."""


def run(command: Sequence[str | Path], *, folder: Path, log: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run `command` in `folder` and measure it; what it prints goes to the file `log`.

    Raises CommandError with the end of what it printed when it does not exit with 0.
    """
    environment = environ() | dict(variables or {})
    with log.open("wb") as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
        watch = Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        watch.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")
        raise CommandError(f"`{command[0]}` ended with {process.returncode}:\n{said[-2000:]}")
    largest = usage.ru_maxrss * _UNIT / 2**20
    return Cost(wall, usage.ru_utime + usage.ru_stime, watch.most or largest)


def environ() -> dict[str, str]:
    """The variables for what is measured.

    That Python shall keep no compiled code, which whoever runs the bench may wish, would slow down ours alone.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Watch(threading.Thread):
    """Looks at the memory of a process and of all that it has started, until told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.most = 0.0
        """MiB; 0 where the system does not tell."""
        self._pid, self._ended = pid, threading.Event()

    def run(self) -> None:
        """Look, and pause for twenty times the work that it took."""
        pause = 0.0
        while not self._ended.wait(pause):
            started = time.thread_time()
            self.most = max(self.most, memory(self._pid))
            pause = max(_PAUSE, 20 * (time.thread_time() - started))

    def end(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()


def memory(pid: int) -> float:
    """MiB that a process and its descendants have now, what they share counted once; 0 where it cannot be told."""
    return sum(map(_share, _tree(pid))) / 1024


def _tree(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        with suppress(OSError):  # it has ended meanwhile
            for task in _PROC.glob(f"{each}/task/*/children"):
                with suppress(OSError):
                    found += map(int, task.read_text().split())
    return found


def _share(pid: int) -> int:
    """KiB of one process; of a page that n processes have, the n-th part."""
    try:
        told = (_PROC / str(pid) / "smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")), 0)
