"""What one run of a command costs: the time on the wall, the work of all its processes, the memory of the largest.

Needs `wait4`, which Linux and macOS have.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNIT = 1 if sys.platform == "darwin" else 1024
"""In which the system counts memory, in bytes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all its processes, those of the system included."""
    memory: float
    """MiB of the largest process. A child is charged what its parent held when it was started, so that nothing
    below the size of the bench itself, some 20 MiB, can be seen."""


class CommandError(Exception):
    """The command did not end well; the message is what it said."""


def run(command: Sequence[str | Path], *, folder: Path, log: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run `command` in `folder` and measure it; what it prints goes to the file `log`.

    Raises CommandError with the end of what it printed when it does not exit with 0.
    """
    environment = {**os.environ, **(variables or {})}
    with log.open("wb") as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")
        raise CommandError(f"`{command[0]}` ended with {process.returncode}:\n{said[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT / 2**20)
