"""`serve` is `build` in a loop: watch, build, tell the browsers. There is one build path, and it is the caller's.

folder ──watch──► changed paths ──build──► output files that differ ──channel──► browsers

What browsers show comes first: they are told as soon as it is ready, before the rest of the site is. What is only
copied, such as styles, waits for no build. A build gives way to what is asked for meanwhile, and goes on afterwards.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from generator.errors import BroadsheetError, problem
from generator.serve.front import Asked, Front, Place, running

__all__ = ["Builds", "GiveWay", "Place", "serve"]

LOOK = 0.005
"""Seconds between two looks at whether something else is asked for."""


class Builds(Protocol):
    """The builds of one site, of which each knows what the ones before it learned."""

    def again(self, changed: frozenset[Path], pages: frozenset[str], pause: Callable[[], None]) -> Iterable[list[str]]:
        """Build after these files have changed; yields output files that differ, as they are ready.

        `pages`, which somebody looks at or waits for, come first, if they can. No file at the first time, and where it
        is to go on. `pause` is to be called again and again, and raises GiveWay when it is to be asked again at once.
        """

    def news(self, changed: frozenset[Path]) -> frozenset[Path]:
        """Those of these files that changed that it has not written itself."""

    def copied(self) -> Mapping[Path, str]:
        """The files that are copied as they are, each with its place in the output."""


class GiveWay(BaseException):
    """Something else is more urgent than the build that is running. It is no Exception, so that nobody takes it for a
    fault.
    """


def serve(place: Place, builds: Builds, *, started: Callable[[str], None], failed: Callable[[Exception], None]) -> None:
    """Build a site, serve it, and build again after each change, for ever.

    Where a build raises anything but GiveWay, the last good site stays, `failed` is told the exception, a fault of the
    input or one of ours, and the browsers show it. `started` is told the address. Ends with KeyboardInterrupt, or with
    a BroadsheetError when no port is to be had.
    """
    with running(place, builds.news) as front:
        host = "localhost" if place.host in ("127.0.0.1", "::1") else place.host
        asked, told = Asked(frozenset(), frozenset()), False
        while True:
            done = _once(place.folder, builds, asked, front, failed)
            if not told:
                started(f"http://{host}:{front.port}{place.base}")
                told = True
            asked = front.next() if done or front.urgent() else Asked(frozenset(), frozenset())


def _once(folder: Path, builds: Builds, asked: Asked, front: Front, failed: Callable[[Exception], None]) -> bool:
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
        for differing in builds.again(asked.changed, asked.pages, pause):
            front.tell("ready", differing, asked.pages)
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
        front.copies(builds.copied())
        front.tell(end)
    return True
