"""The news from the builder to the browsers: the number of the last good build, and the faults of the last bad one."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
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

    @property
    def news(self) -> News:
        """The latest."""
        return self._news

    def building(self) -> None:
        """A build begins; it ends with `built` or `failed`."""
        with self._changed:
            self._building = True

    def built(self, changed: Iterable[str]) -> None:
        """A build is done, and these output files differ. Where all are style sheets, no page is reloaded."""
        changed = list(changed)
        build = self._news.build + bool(changed)
        styles = changed if all(path.endswith(".css") for path in changed) else []
        self._tell("built", build, {"build": build, "styles": styles})

    def failed(self, problems: Iterable[Problem], folder: Path) -> None:
        """A build failed; the site is the one before."""
        faults = [
            {"where": each.where, "what": each.what, "hint": each.hint, "excerpt": excerpt(each, folder)}
            for each in problems
        ]
        self._tell("failed", self._news.build, {"problems": faults})

    def _tell(self, event: str, build: int, data: dict[str, Any]) -> None:
        with self._changed:
            self._building = False
            self._news = News(self._news.number + 1, build, event, json.dumps(data))
            self._changed.notify_all()

    def wait(self, heard: int, seconds: float) -> News | None:
        """The latest news if it is newer than number `heard`, waiting for it so long; else None."""
        with self._changed:
            self._changed.wait_for(lambda: self._news.number > heard, seconds)
            return self._news if self._news.number > heard else None

    def settled(self, seconds: float) -> News:
        """The latest news once no build is running, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._building, seconds)
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
