"""`serve` is `build` in a loop: watch, build, tell the browsers. There is one build path, and it is the caller's.

folder ──watch──► changed paths ──build()──► output files that differ ──channel──► browsers

What browsers show comes first: they are told as soon as it is ready, before the rest of the site is. A build gives way
to what is asked for meanwhile, and goes on afterwards.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.errors import BroadsheetError, problem
from generator.serve.front import Asked, Front, Place, running

__all__ = ["GiveWay", "Place", "serve"]

LOOK = 0.005
"""Seconds between two looks at whether something else is asked for."""

News = Callable[[frozenset[Path]], frozenset[Path]]
"""Given files that changed, those of them that the builder did not write itself."""
Build = Callable[[frozenset[Path], frozenset[str], Callable[[], None]], Iterable[list[str]]]
"""Given the files that changed, the pages that somebody looks at or waits for, and what it is to call again and again,
yields output files that differ, as they are ready."""


class GiveWay(BaseException):
    """Something else is more urgent than the build that is running. It is no Exception, so that nobody takes it for a
    fault.
    """


def serve(
    place: Place, build: Build, news: News, *, started: Callable[[str], None], failed: Callable[[Exception], None]
) -> None:
    """Build a site, serve it, and build again after each change, for ever.

    `build` is told which files changed (none at the first time, and where it is to go on) and which pages browsers
    show; it yields the output files that differ, those pages first if it can. What it is given to call raises GiveWay
    when it is to be asked again at once. `news` are those of the files that changed that it has not written itself.
    Where it raises anything else, the last good site stays, `failed` is told the exception, a fault of the input or one
    of ours, and the browsers show it. `started` is told the address. Ends with KeyboardInterrupt, or with a
    BroadsheetError when no port is to be had.
    """
    with running(place, news) as front:
        host = "localhost" if place.host in ("127.0.0.1", "::1") else place.host
        asked, told = Asked(frozenset(), frozenset()), False
        while True:
            done = _once(place.folder, build, asked, front, failed)
            if not told:
                started(f"http://{host}:{front.port}{place.base}")
                told = True
            asked = front.next() if done or front.urgent() else Asked(frozenset(), frozenset())


def _once(folder: Path, build: Build, asked: Asked, front: Front, failed: Callable[[Exception], None]) -> bool:
    """One build; whether it came to an end, be it a bad one."""
    looked = time.monotonic()

    def pause() -> None:
        nonlocal looked
        if time.monotonic() - looked > LOOK:
            looked = time.monotonic()
            if front.urgent():
                raise GiveWay

    front.tell("building")
    end = "idle"
    try:
        for differing in build(asked.changed, asked.pages, pause):
            front.ready(differing, asked.pages)
            end = "built"
    except GiveWay:
        return False
    except BroadsheetError as error:
        failed(error)
        front.tell("failed", error.problems, folder)
    except Exception as fault:  # noqa: BLE001  ours: told, and no reason to leave an editor without the site
        failed(fault)
        what = "".join(traceback.format_exception_only(fault)).strip()
        ours = problem(f"a fault of Broadsheet itself: {what}", hint="the terminal tells more")
        front.tell("failed", [ours], folder)
    else:
        front.tell(end)
    return True
