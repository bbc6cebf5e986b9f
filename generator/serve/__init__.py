"""`serve` is `build` in a loop: watch, build, tell the browsers. There is one build path, and it is the caller's.

folder ──watch──► changed paths ──build()──► output files that differ ──channel──► browsers
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.errors import BroadsheetError
from generator.serve import server, watch
from generator.serve.channel import Channel


def serve(
    folder: Path,
    output: Path,
    build: Callable[[], Iterable[str]],
    *,
    base: str,
    host: str = "127.0.0.1",
    port: int = 8000,
    reload: bool = True,
    poll: bool = False,
    started: Callable[[str], None],
    failed: Callable[[BroadsheetError], None],
) -> None:
    """Build the site of `folder` into `output`, serve it below `base`, and build again after each change, for ever.

    `build` builds and returns the output files that differ; where it raises BroadsheetError, the last good site stays,
    `failed` is told, and the browsers show the faults. `started` is told the address. Ends with KeyboardInterrupt, or
    with a BroadsheetError when there is no port to be had.
    """
    channel = Channel()
    listening = server.listen(host, port, output, base, channel if reload else None)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        with watch.watching(folder, poll=poll) as changes:
            _once(folder, build, channel, failed)
            started(f"http://{'localhost' if host in ('127.0.0.1', '::1') else host}:{listening.server_port}{base}")
            for _ in changes:
                _once(folder, build, channel, failed)
    finally:
        listening.shutdown()
        listening.server_close()


def _once(
    folder: Path, build: Callable[[], Iterable[str]], channel: Channel, failed: Callable[[BroadsheetError], None]
) -> None:
    try:
        channel.built(build())
    except BroadsheetError as error:
        failed(error)
        channel.failed(error.problems, folder)
