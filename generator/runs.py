"""The two programs as commands run them: `ingest` alone, or both one after the other, once or again and again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator import lock, unchanged
from generator.config import Config
from generator.errors import BroadsheetError, Problem, problem
from generator.options import Site, now, processes
from generator.say import Say

if TYPE_CHECKING:
    from generator.build import Result
    from generator.build.watched import Watched
    from generator.ingest.account import Account

_RENDERED = [(name,) for name in ("static", "pages", "topics", "editions", "publishers.yml")]
"""What below `content/` concerns the build alone."""


def ingest(
    say: Say,
    folder: Path,
    settings: Config,
    paths: tuple[Path, ...] = (),
    *,
    jobs: int | None = None,
    executor: str = "local",
    brief: bool = False,
) -> Account:
    """Bring the articles up to date, and tell what became of each source; of all together only if it is to be brief."""
    from generator import ingest as program

    if not (folder / "content").is_dir():
        hint = "bring it back, or make content/sources/ and put documents there"
        raise BroadsheetError(problem("there is no content/ here, and without it no site", str(folder), hint=hint))
    progress = say.progress("reading")
    try:
        account = program.ingest(
            folder, settings, now=now(), paths=paths, jobs=processes(jobs), executor=executor, progress=progress
        )
    except KeyboardInterrupt:
        read = f"{progress.number:,} of {progress.total:,} new or changed sources are read; the next run goes on there"
        raise KeyboardInterrupt(read if progress.total else "") from None
    say.done()
    for row in () if brief else account.rows():
        say.line(row, detail=True)
    rows = list(_summary(account, folder))
    say.news(rows[-1:] if brief else rows)
    say.problems(account.problems)
    if say.strict:
        unread = (item for item in account.items if item.outcome == "unreadable")
        say.problems(problem(item.detail, f"content/sources/{item.path}", level="warning") for item in unread)
    say.account["ingest"] = account.as_dict()
    return account


def _summary(account: Account, folder: Path) -> Iterator[str]:
    """A line for each input that a person should know of, then the sums; of a site that is empty still, what to do."""
    *rows, sums = account.summary()
    empty = not (account.items or account.vanished or any((folder / "content" / "articles").rglob("*.md")))
    yield from (*rows, f"{sums}: put documents into {folder / 'content' / 'sources'}" if empty else sums)


@dataclass(slots=True)
class Runs:
    """Both programs, one after the other: the one build path. What one run has learned the next one knows."""

    say: Say
    site: Site
    output: Path
    drafts: bool
    future: bool
    jobs: int | None
    executor: str = "local"
    _builder: Watched | None = None
    _own: dict[Path, object] = field(default_factory=dict)
    """What `ingest` wrote, with its signature then: such a change is no news."""
    _ingested: bool = False
    """Whether `ingest` has nothing to do."""
    _behind: bool = True
    """Whether a run is to be done still, because the last one gave way."""

    def once(self) -> None:
        """One run; where nothing changed since the last one of its kind, it says again what that one said."""
        started, moment = time.monotonic(), now()
        short = not (self.say.as_json or self.say.verbose or self.say.strict)
        look = unchanged.Look(
            self.site.folder, self.output, self.site.file, self.site.base_url, self.drafts, self.future
        )
        if short and (told := look.last(moment.timestamp())):
            self.say.news(told.rows)
            self._tell(told.problems, told.held, (0, told.count, 0), started)
            self._place()
            return
        with closing(self):
            settings = self.site.settings()
            account = self._ingest(settings)
            started = time.monotonic()
            result, builder = self._build(settings, seen=unchanged.NOTHING if account.written else look.seen)
            changing = account.written or settings.digest.command  # the program may change as well
            if short and not changing and look.same(self.site.folder / lock.PATH):
                problems, count = (*account.problems, *result.problems), len(result.written) + result.unchanged
                told = unchanged.Told(tuple(_summary(account, self.site.folder)), problems, result.held, count)
                look.keep(told, builder.standing.left(), *builder.window.seconds())
        self._done(result, started)
        self._place()

    def again(self, changed: frozenset[Path], pages: frozenset[str], pause: Callable[[], None]) -> Iterator[list[str]]:
        """A run after these files have changed, or a first one; yields output files that differ, as they are ready.

        `pages`, which somebody is looking at or waits for, come first. `pause` is called again and again, and may end
        the run with what is no Exception; the next one does what is left.
        """
        if not (changed or self._behind):
            return
        if not self._behind:
            self.say.begin()
        self._behind = True
        self._ingested = self._ingested and not any(map(self._is_for_ingest, changed))
        try:
            settings = self.site.settings()
            if self._builder:
                yield from self._builder.ahead(changed, pages, settings, pause)
                yield []  # of these pages, what is not told by now is as it must be
            if not self._ingested:
                self._ingest(settings)
            started = time.monotonic()
            result, builder = self._build(settings, pause)
        except Exception:  # a fault, and to try again is no use before something is changed
            self._behind = False
            raise
        self._behind = False
        self._done(result, started)
        yield [*result.written, *result.removed]
        builder.rest()

    def news(self, changed: frozenset[Path]) -> frozenset[Path]:
        """Those of these files that are not as `ingest` left them."""
        return frozenset(path for path in changed if unchanged.signature(str(path)) != self._own.get(path, ()))

    def copied(self) -> dict[Path, str]:
        """The files that are copied as they are, each with its place in the output."""
        return self._builder.copied() if self._builder else {}

    def close(self) -> None:
        """Keep what was learned for the next process."""
        if self._builder:
            self._builder.close()

    def _ingest(self, settings: Config) -> Account:
        from generator.build import output

        output.claim(self.output, self.site.folder)  # before an hour of reading, if the pages cannot be written
        account = ingest(self.say, self.site.folder, settings, jobs=self.jobs, executor=self.executor)
        home = self.site.folder.resolve()
        written = [home / name for name in (*account.written, lock.PATH)]
        folders = {folder for path in written for folder in path.parents if folder.is_relative_to(home)}
        self._own |= {path: unchanged.signature(str(path)) for path in (*written, *folders)}
        self._ingested = True
        return account

    def _build(
        self, settings: Config, pause: Callable[[], None] = lambda: None, seen: unchanged.Seen = unchanged.NOTHING
    ) -> tuple[Result, Watched]:
        from generator.build.watched import Watched

        self._builder = builder = self._builder or Watched(self.site.folder, self.output)
        try:
            result = builder.build(
                settings,
                now=now(),
                drafts=self.drafts,
                future=self.future,
                jobs=processes(self.jobs),
                progress=self.say.stages(),
                pause=pause if builder.sound else lambda: None,
                seen=seen,
            )
        finally:
            self.say.done()
        return result, builder

    def _is_for_ingest(self, path: Path) -> bool:
        """Whether `ingest` may have something to do when this file of the site has changed."""
        home = self.site.folder.resolve()
        parts = path.relative_to(home).parts if path.is_relative_to(home) else ()
        return parts[:1] != ("templates",) and not (parts[:1] == ("content",) and parts[1:2] in _RENDERED)

    def _done(self, result: Result, started: float) -> None:
        for verb, paths in (("wrote", result.written), ("removed", result.removed)):
            for path in paths:
                self.say.line(f"{verb} {path}", detail=True)
        self._tell(result.problems, result.held, (len(result.written), result.unchanged, len(result.removed)), started)
        self.say.account["build"] = result.as_dict()

    def _tell(
        self,
        problems: Iterable[Problem],
        held: Iterable[tuple[str, str]],
        counts: tuple[int, int, int],
        started: float,
    ) -> None:
        """What a build did; `counts` are the files that were written, unchanged and removed."""
        self.say.problems(problems)
        for path, reason in held:
            self.say.line(f"held back {path}: {reason}")
        told = zip(counts, ("written", "unchanged", "removed"), strict=True)
        sums = ", ".join(f"{count:,} {what}" for count, what in told if count)
        self.say.line(f"{sum(counts[:2]):,} files: {sums} in {time.monotonic() - started:.1f} s")

    def _place(self) -> None:
        self.say.line(f"→ {self.output / 'index.html'}")
