"""The news from the builder to the browsers: the number of the last good build, and the faults of the last bad one."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import Problem

AROUND = 2
"""Lines of the file shown above and below the faulty one."""


@dataclass(frozen=True, slots=True)
class News:
    """What a browser is told when it asks what is new."""

    number: int
    """Counts the news, so that a listener knows what it has not heard."""
    build: int
    """Counts the builds that changed the site."""
    event: str
    data: str


class Channel:
    """One writer, the builder; many readers, the browsers. A new reader hears the latest news at once."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._news = News(0, 0, "built", json.dumps({"build": 0, "styles": []}))
        self._building = False
        self._ready: frozenset[str] = frozenset()
        self._open: Counter[str] = Counter()

    @property
    def news(self) -> News:
        """The latest."""
        return self._news

    @contextmanager
    def opened(self, page: str) -> Iterator[None]:
        """While a browser shows a page, by its output path."""
        with self._changed:
            self._open[page] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open -= Counter([page])

    @property
    def open(self) -> frozenset[str]:
        """The pages that browsers show."""
        with self._changed:
            return frozenset(self._open)

    def building(self) -> None:
        """A build begins; it ends with `built` or `failed`."""
        with self._changed:
            self._building, self._ready = True, frozenset()

    def ready(self, changed: Iterable[str]) -> None:
        """While a build runs: these output files are new already, and the others will follow."""
        self.built(changed, more=True)

    def built(self, changed: Iterable[str], *, more: bool = False) -> None:
        """A build is done, and these output files differ. Where all are style sheets, no page is reloaded."""
        changed = list(changed)
        if not changed and not more and self._news.event == "built":  # all is told already
            with self._changed:
                self._building = False
                self._changed.notify_all()
            return
        build = self._news.build + bool(changed)
        styles = changed if all(path.endswith(".css") for path in changed) else []
        if more:
            self._ready = frozenset(changed)
        self._tell("built", build, {"build": build, "styles": styles}, more=more)

    def failed(self, problems: Iterable[Problem], folder: Path) -> None:
        """A build failed; the site is the one before."""
        faults = [
            {"where": each.where, "what": each.what, "hint": each.hint, "excerpt": excerpt(each, folder)}
            for each in problems
        ]
        self._tell("failed", self._news.build, {"problems": faults})

    def _tell(self, event: str, build: int, data: dict[str, Any], *, more: bool = False) -> None:
        with self._changed:
            self._building = more
            self._news = News(self._news.number + 1, build, event, json.dumps(data))
            self._changed.notify_all()

    def wait(self, heard: int, seconds: float) -> News | None:
        """The latest news if it is newer than number `heard`, waiting for it so long; else None."""
        with self._changed:
            self._changed.wait_for(lambda: self._news.number > heard, seconds)
            return self._news if self._news.number > heard else None

    def settled(self, seconds: float, path: str = "") -> News:
        """The latest news once no build is running or this output file is ready, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._building or path in self._ready, seconds)
            return self._news


def excerpt(fault: Problem, folder: Path) -> str:
    """The lines around a fault, numbered, the faulty one marked; empty when they cannot be read."""
    if not fault.line:
        return ""
    try:
        rows = (folder / fault.path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    first = max(1, fault.line - AROUND)
    return "\n".join(
        f"{'>' if number == fault.line else ' '} {number:4} {row}"
        for number, row in enumerate(rows[first - 1 : fault.line + AROUND], start=first)
    )
