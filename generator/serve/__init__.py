"""`serve` is `build` in a loop: watch, build, tell the browsers. There is one build path, and it is the caller's.

folder ──watch──► changed paths ──build()──► output files that differ ──channel──► browsers

The pages that browsers show come first: they are told as soon as those are ready, before the rest of the site is.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.errors import BroadsheetError, problem
from generator.serve import server, watch
from generator.serve.channel import Channel

Build = Callable[[frozenset[Path], frozenset[str]], Iterable[list[str]]]
"""Given the files that changed and the pages that are looked at, yields output files that differ, as they are ready."""


def serve(
    folder: Path,
    output: Path,
    build: Build,
    *,
    base: str,
    settings: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    reload: bool = True,
    poll: bool = False,
    started: Callable[[str], None],
    failed: Callable[[Exception], None],
) -> None:
    """Build the site of `folder` into `output`, serve it below `base`, and build again after each change, for ever.

    `build` is told which files changed (nothing for all of them) and which pages browsers show; it yields the output
    files that differ, those pages first if it can. Where it raises, the last good site stays, `failed` is told the
    exception, a fault of the input or one of ours, and the browsers show it. `settings` is watched wherever it is.
    `started` is told the address. Ends with KeyboardInterrupt, or with a BroadsheetError when no port is to be had.
    """
    channel = Channel()
    listening = server.listen(host, port, output, base, channel, reload=reload)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        with watch.watching(folder, files=[settings], poll=poll) as changes:
            _once(folder, build, frozenset(), channel, failed)
            started(f"http://{'localhost' if host in ('127.0.0.1', '::1') else host}:{listening.server_port}{base}")
            for changed in changes:
                _once(folder, build, changed, channel, failed)
    finally:
        listening.shutdown()
        listening.server_close()


def _once(
    folder: Path, build: Build, changed: frozenset[Path], channel: Channel, failed: Callable[[Exception], None]
) -> None:
    channel.building()
    try:
        for differing in build(changed, channel.open):
            channel.ready(differing)
    except BroadsheetError as error:
        failed(error)
        channel.failed(error.problems, folder)
    except Exception as fault:  # ours: told, and no reason to leave an editor without the site
        failed(fault)
        what = "".join(traceback.format_exception_only(fault)).strip()
        channel.failed([problem(f"a fault of Broadsheet itself: {what}", hint="the terminal tells more")], folder)
    else:
        channel.built(())
