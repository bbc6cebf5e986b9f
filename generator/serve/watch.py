"""Says that something of the site changed, once it is quiet: the only module that knows watchdog.

What an event tells is ignored except for its path: the build finds out itself what is different.
"""

from __future__ import annotations

import logging
import os
import queue
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from generator.files import is_scratch

QUIET = 0.01
"""Seconds without a further event before a change is told: editors save a file in several steps."""
BETWEEN = 0.1
"""The same while a file is empty or not there, which may be one of those steps."""
WHOLE = ("content", "templates")
"""Folders that are watched to their depths; of the site's folder itself only whether they are there."""
EVERY = 1.0
"""Seconds between two looks through the folders where the system does not tell of changes."""
logging.getLogger("watchdog").addHandler(logging.NullHandler())
"""What it notes of lost events and of its own end is no news to an editor."""
_TELLING = frozenset({"created", "modified", "moved", "deleted"})


class _Inbox(FileSystemEventHandler):
    """Puts the path of each telling event below `folder` into a queue, as a path below `place`."""

    def __init__(self, tell: Callable[[Path], None], folder: Path, place: Path) -> None:
        self.tell, self.folder, self.place = tell, folder, place

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _TELLING or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name))
            if name and path.is_relative_to(self.folder):
                self.tell(self.place / path.relative_to(self.folder))


class _Folders:
    """The content and template folders that are watched: those that are there, each as the folder that it is by now.

    Of a link the folder that it leads to is watched, because an observer does not follow links.
    """

    def __init__(self, root: Path, observer: BaseObserver, tell: Callable[[Path], None]) -> None:
        self.root, self.observer, self.tell = root, observer, tell
        self.held: dict[Path, tuple[int, ObservedWatch]] = {}

    def renew(self, told: Collection[Path] = ()) -> None:
        """Watch what came, let go what went; what is told of itself, or is another folder now, went and came."""
        there = {place.resolve(): place for place in _places(self.root)}
        for folder, (inode, watch) in list(self.held.items()):
            if folder not in there or there[folder] in told or _inode(folder) != inode:
                self.observer.unschedule(watch)
                del self.held[folder]
        for folder in there.keys() - self.held.keys():
            inbox = _Inbox(self.tell, folder, there[folder])
            with suppress(FileNotFoundError):  # it went meanwhile: that is told next
                self.held[folder] = _inode(folder), self.observer.schedule(inbox, str(folder), recursive=True)


def matters(path: Path, root: Path) -> bool:
    """Whether a change of this path can change the site: no hidden file, no editor's scratch file, no other folder.

    Nor a file beside them, such as the one to which what is said here goes: each line would call for the next.
    """
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        return False
    if not parts or parts[0] not in WHOLE or any(part.startswith(".") for part in parts):
        return False
    return not is_scratch(parts[-1])


@contextmanager
def watching(root: Path, *, files: Iterable[Path] = (), poll: bool = False) -> Iterator[Iterator[frozenset[Path]]]:
    """Watch from now on; gives the endless iterator of the paths that changed, a set each time it has become quiet.

    `files` are told, too, wherever they are. With `poll` the folders are looked through every second, for network and
    container mounts that send no events.
    """
    root = root.resolve()
    named = frozenset(form for file in files for form in (file.parent.resolve() / file.name, file.resolve()))
    observer: BaseObserver = PollingObserver(timeout=EVERY) if poll else Observer()
    inbox: queue.SimpleQueue[Path] = queue.SimpleQueue()

    def tell(path: Path) -> None:
        if path in named or matters(path, root):
            inbox.put(path)

    for folder in {root, *(file.parent for file in named if file.parent.is_dir())}:
        observer.schedule(_Inbox(tell, folder, folder), str(folder), recursive=False)
    folders = _Folders(root, observer, tell)
    folders.renew()
    observer.start()
    try:
        yield _changes(inbox, folders.renew)
    finally:
        observer.stop()
        observer.join()


def _changes(inbox: queue.SimpleQueue[Path], renew: Callable[[Collection[Path]], None]) -> Iterator[frozenset[Path]]:
    while True:
        batch = _batch(inbox)
        renew(batch)
        yield batch


def _places(root: Path) -> list[Path]:
    """The content and template folders that are there by now, and the folders elsewhere that are linked into them."""
    places = []
    for top in (root / name for name in WHOLE):
        with suppress(OSError):  # not there, or not any more
            inside = list(top.iterdir())
            places += [top, *(place for place in inside if place.is_symlink() and place.is_dir())]
    return places


def _inode(folder: Path) -> int:
    return folder.stat().st_ino if folder.exists() else 0


def _batch(inbox: queue.SimpleQueue[Path]) -> frozenset[Path]:
    """Wait for a first path, then for quiet; a second at the most, so that endless writing is shown, too."""
    paths = {inbox.get()}
    end = time.monotonic() + 1
    while time.monotonic() < end:
        try:
            paths.add(inbox.get(timeout=QUIET))
        except queue.Empty:
            if all(map(_is_whole, paths)) or time.monotonic() > end - 1 + BETWEEN:
                break
    return frozenset(paths)


def _is_whole(path: Path) -> bool:
    """Whether something is at this path, and in it."""
    with suppress(OSError):
        return path.stat().st_size > 0
    return False
