"""The news from the builder to the browsers: which files differ, the number of builds, and the faults of the last one.

And from the browsers to the builder: which pages they show, and for which they wait.
"""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.errors import Problem

AROUND = 2
"""Lines of the file shown above and below the faulty one."""
ASSETS = (".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
"""How the names of those files end that an open page loads besides itself."""
KEPT = 100
"""So many news are remembered for browsers that have not heard them."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that browsers are told."""

    number: int
    """Counts the news, so that a listener knows what it has not heard."""
    build: int
    """Counts the times that the site changed."""
    event: str
    faults: tuple[dict[str, Any], ...] = ()
    assets: tuple[str, ...] = ()
    """Files that differ, of those that pages load."""
    pages: bool = True
    """Whether pages differ as well."""


class Channel:
    """One writer, the builder; many readers, the browsers. A new reader hears the latest news at once."""

    def __init__(self, ask: Callable[[frozenset[str]], object] = lambda pages: None) -> None:
        """`ask` is told the pages that somebody looks at or waits for, when a page is waited for while a build runs."""
        self._ask = ask
        self.copied: Mapping[Path, str] = {}
        """The files that are copied as they are, each with its place in the output."""
        self._changed = threading.Condition()
        self._news = deque([News(0, 0, "built")], KEPT)
        self._building = False
        self._ready: frozenset[str] = frozenset()
        self._open: Counter[str] = Counter()
        self._wanted: Counter[str] = Counter()

    # ---------------------------------------------------------------- the browsers' side

    @property
    def news(self) -> News:
        """The latest."""
        return self._news[-1]

    @contextmanager
    def opened(self, page: str) -> Iterator[None]:
        """While a browser shows a page, by its output path."""
        with self._among(self._open, page):
            yield

    @contextmanager
    def _among(self, pages: Counter[str], page: str) -> Iterator[None]:
        with self._changed:
            pages[page] += 1
        try:
            yield
        finally:
            with self._changed:
                pages -= Counter([page])

    @property
    def pages(self) -> frozenset[str]:
        """The pages that browsers show, or wait for."""
        with self._changed:
            return frozenset(self._open) | frozenset(self._wanted)

    def wait(self, heard: int, seconds: float, build: int = sys.maxsize) -> tuple[int, str, str] | None:
        """What is new for who heard number `heard`, waiting for it so long: its number, the event and its data.

        None when nothing is. A new listener, which heard -1, is told how things stand, and what pages load that is not
        as it was at `build`.
        """
        with self._changed:
            self._changed.wait_for(lambda: self.news.number > heard, seconds)
            fresh = [each for each in self._news if each.number > heard]
        return (fresh[-1].number, fresh[-1].event, json.dumps(_told(fresh, heard, build))) if fresh else None

    def settled(self, seconds: float, path: str = "") -> News:
        """The latest news once no build is running or this page is ready, or after so many seconds."""
        with self._among(self._wanted, path):
            if self._building and path not in self._ready:
                self._ask(self.pages)
            with self._changed:
                self._changed.wait_for(lambda: not self._building or path in self._ready, seconds)
                return self.news

    # ---------------------------------------------------------------- the builder's side

    def copies(self, copied: Mapping[Path, str]) -> None:
        """These files are copied as they are, each to its place in the output."""
        self.copied = copied

    def building(self) -> None:
        """A build begins, or goes on; it ends with `built` or `failed`."""
        with self._changed:
            self._building, self._ready = True, frozenset()

    def ready(self, changed: Collection[str], pages: Collection[str] = ()) -> None:
        """While a build runs: these output files are new already, and these pages as they must be."""
        with self._changed:
            self._ready = self._ready.union(changed, pages)
            if changed:
                assets = tuple(path for path in changed if path.endswith(ASSETS))
                self._tell(News(0, self.news.build + 1, "ready", (), assets, any(map(_is_page, changed))))
            self._changed.notify_all()

    def built(self, changed: Collection[str] = ()) -> None:
        """A build came to its end, and these output files differ besides those that were ready."""
        self.ready(changed)
        with self._changed:
            self._building = False
            if self.news.event != "built":
                self._tell(News(0, self.news.build, "built", pages=False))
            self._changed.notify_all()

    def idle(self) -> None:
        """No build runs, and nothing is new, not even what is wrong."""
        with self._changed:
            self._building = False
            self._changed.notify_all()

    def failed(self, problems: Iterable[Problem], folder: Path) -> None:
        """A build failed; the site is the one before."""
        faults = tuple(
            {"where": each.where, "what": each.what, "hint": each.hint, "excerpt": excerpt(each, folder)}
            for each in problems
        )
        with self._changed:
            self._building = False
            self._tell(News(0, self.news.build, "failed", faults, pages=False))
            self._changed.notify_all()

    def _tell(self, news: News) -> None:
        self._news.append(replace(news, number=self.news.number + 1))


def _told(fresh: list[News], heard: int, build: int) -> dict[str, Any]:
    """The data of the last of these, in which all that came before it is told."""
    last = fresh[-1]
    unheard = fresh if heard >= 0 else [each for each in fresh if each.build > build]
    assets = dict.fromkeys(path for each in unheard for path in each.assets)
    told = {"build": last.build, "assets": list(assets), "pages": heard < 0 or any(each.pages for each in fresh)}
    return told | ({"problems": last.faults} if last.event == "failed" else {})


def _is_page(path: str) -> bool:
    return path.endswith(".html")


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
