"""Says that something of the site changed, once it is quiet: the only module that knows watchdog.

What an event tells is ignored except for its path: the build finds out itself what is different.
"""

from __future__ import annotations

import fnmatch
import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET = 0.02
"""Seconds without a further event before a change is told: editors save a file in several steps."""
WHOLE = ("content", "templates")
"""Folders that are watched to their depths; of the site's folder itself only the files."""
_TELLING = frozenset({"created", "modified", "moved", "deleted"})
_NOISE = ("*~", "*.swp", "*.swx", "4913", "#*#", "*.tmp")


class _Inbox(FileSystemEventHandler):
    """Puts the path of each telling event into a queue."""

    def __init__(self, root: Path, inbox: queue.SimpleQueue[Path]) -> None:
        self.root, self.inbox = root, inbox

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _TELLING or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            if name and matters(path := Path(str(name)).resolve(), self.root):
                self.inbox.put(path)


def matters(path: Path, root: Path) -> bool:
    """Whether a change of this path can change the site: no hidden file, no editor's scratch file, not the output."""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        return False
    if not parts or any(part.startswith(".") for part in parts):
        return False
    if len(parts) > 1 and parts[0] not in WHOLE:
        return False
    return not any(fnmatch.fnmatchcase(parts[-1], pattern) for pattern in _NOISE)


@contextmanager
def watching(root: Path, *, poll: bool = False) -> Iterator[Iterator[frozenset[Path]]]:
    """Watch from now on; gives the endless iterator of the paths that changed, a set each time it has become quiet.

    With `poll` the folders are looked through every second, for network and container mounts that send no events.
    """
    root = root.resolve()
    inbox: queue.SimpleQueue[Path] = queue.SimpleQueue()
    observer: BaseObserver = PollingObserver(timeout=1) if poll else Observer()
    handler = _Inbox(root, inbox)
    observer.schedule(handler, str(root), recursive=False)
    watched: set[str] = set()
    _watch_whole(observer, handler, root, watched)
    observer.start()
    try:
        yield _changes(inbox, partial(_watch_whole, observer, handler, root, watched))
    finally:
        observer.stop()
        observer.join()


def _changes(inbox: queue.SimpleQueue[Path], widen: Callable[[], None]) -> Iterator[frozenset[Path]]:
    while True:
        batch = _batch(inbox)
        widen()
        yield batch


def _watch_whole(observer: BaseObserver, handler: _Inbox, root: Path, watched: set[str]) -> None:
    """Watch the content and template folders that are there by now."""
    for name in WHOLE:
        if name not in watched and (root / name).is_dir():
            observer.schedule(handler, str(root / name), recursive=True)
            watched.add(name)


def _batch(inbox: queue.SimpleQueue[Path]) -> frozenset[Path]:
    """Wait for a first path, then for quiet; a second at the most, so that endless writing is shown, too."""
    paths = {inbox.get()}
    end = time.monotonic() + 1
    while time.monotonic() < end:
        try:
            paths.add(inbox.get(timeout=QUIET))
        except queue.Empty:
            break
    return frozenset(paths)
