"""The process that faces browsers and the disk: it serves and watches, and waits for no build.

    builder ──tell──► channel ──► browsers          folder, browsers ──► Asked ──► builder
    folder ──► files that are only copied ──► channel ──► browsers

The builder's own process stays without threads, so that a build may fork and use all cores. One pipe joins the two.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from generator.errors import BroadsheetError, problem
from generator.serve import copies, server, watch
from generator.serve.channel import Channel

LEAVE = 5.0
"""Seconds for the other process to end by itself."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the builder is asked for: files changed, or somebody waits for a page."""

    changed: frozenset[Path]
    pages: frozenset[str]
    """The output paths of the pages that browsers show, or wait for."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is served and watched, and where."""

    folder: Path
    output: Path
    base: str
    settings: Path
    host: str
    port: int
    reload: bool
    poll: bool


class Front:
    """The builder's end of the pipe."""

    def __init__(self, pipe: Connection, port: int, news: Callable[[frozenset[Path]], frozenset[Path]]) -> None:
        """`news` are those of some files that changed that are worth a build."""
        self.pipe, self.port, self.news = pipe, port, news
        self._asked: list[Asked] = []
        self._copied: Mapping[Path, str] = {}

    def tell(self, what: str, *values: Any) -> None:
        """Have the channel hear this: the name of one of its methods, with what that is given."""
        self.pipe.send((what, values))

    def copies(self, copied: Mapping[Path, str]) -> None:
        """Tell which files are copied as they are, each to its place in the output."""
        if copied != self._copied:
            self._copied = copied
            self.tell("copies", copied)

    def urgent(self) -> bool:
        """Whether something is asked for by now."""
        while self.pipe.poll():
            said: Asked = self.pipe.recv()
            changed = self.news(said.changed)
            if changed or not said.changed:
                self._asked.append(Asked(changed, said.pages))
        return bool(self._asked)

    def next(self) -> Asked:
        """What is asked for, all that came together; waits for it."""
        while not self.urgent():
            self.pipe.poll(None)
        asked, self._asked = self._asked, []
        return Asked(frozenset().union(*(each.changed for each in asked)), asked[-1].pages)


@contextmanager
def running(place: Place, news: Callable[[frozenset[Path]], frozenset[Path]]) -> Iterator[Front]:
    """The front while it runs. Raises BroadsheetError when the address cannot be had, or the folder not be watched."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    context: Any = multiprocessing.get_context("fork" if alone else "spawn")
    here, there = context.Pipe()
    process = context.Process(target=_run, args=(there, place), daemon=True)
    process.start()
    there.close()
    try:
        told = here.recv()
        if not isinstance(told, int):
            raise BroadsheetError(told)
        yield Front(here, told, news)
    finally:
        with suppress(OSError):
            here.send(None)
        here.close()
        process.join(LEAVE)
        process.kill()
        process.join()


def _run(pipe: Connection, place: Place) -> None:
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # where all of a terminal's are told to end, the builder ends this one
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    speaking = threading.Lock()

    def say(what: Any) -> None:
        with speaking, suppress(OSError):
            pipe.send(what)

    channel = Channel(lambda pages: say(Asked(frozenset(), pages)))
    try:
        listening = server.listen(place.host, place.port, place.output, place.base, channel, reload=place.reload)
        with watch.watching(place.folder, files=[place.settings], poll=place.poll) as changes:
            threading.Thread(target=listening.serve_forever, daemon=True).start()
            say(listening.server_port)

            def pass_on() -> None:
                for changed in changes:
                    if renewed := list(copies.renewed(changed, channel.copied, place.output)):
                        channel.ready(renewed)
                    say(Asked(changed, channel.pages))

            threading.Thread(target=pass_on, daemon=True).start()
            _listen(pipe, channel)
    except BroadsheetError as error:
        say(error.problems)
    except OSError as error:
        what = f"cannot watch the folder: {error.strerror or error}"
        say([problem(what, str(place.folder), hint="try --poll, or let the system watch more folders")])


def _listen(pipe: Connection, channel: Channel) -> None:
    """Hand over to the channel what the builder tells, until that ends."""
    builder = multiprocessing.parent_process()
    while pipe in wait([pipe, *([builder.sentinel] if builder else [])]):
        try:
            told = pipe.recv()
        except (EOFError, OSError):
            return
        if told is None:
            return
        what, values = told
        getattr(channel, what)(*values)
