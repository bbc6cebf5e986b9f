"""`ingest`: source documents → article files. The whole program on this page, a stage a line.

    sources/*  ──read──►  Readings  ──fold──►  one article for each text  ──publish──►  what to write, and what not
                                                    ──join──►  story: …  ──write──►  articles/*.md, then ingest.lock

All is decided before anything is written, and the lock is written last: a run that is cut off leaves whole files, and
the next one completes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from generator import lock
from generator.config import Config
from generator.errors import BroadsheetError, problem
from generator.ingest import account, articles, copies, ledger, match, memory, publish, reading, sources, workers
from generator.ingest.account import Account, Item
from generator.ingest.reading import Reading
from generator.lock import Line

__all__ = ["RULES", "ingest"]

RULES = 1
"""The state of the rules by which sources are read. Raise it with every change that gives some source another article:
then all of them are read again, and the articles that nobody has touched are brought up to date."""

TRIES = 3
"""So often a run begins anew because a person has saved an article meanwhile, which would be lost otherwise."""

Progress = Callable[[int, int, str], None]
"""Told how many inputs are done, how many there are, and which one is next."""


def ingest(
    folder: Path,
    config: Config,
    *,
    now: dt.datetime,
    paths: Iterable[Path] = (),
    jobs: int = 1,
    progress: Progress | None = None,
) -> Account:
    """Bring the articles of the site in `folder` up to date with its sources, or with those in `paths` alone.

    `now` is the aware moment of the run; `jobs` is how many processes may read. Raises BroadsheetError when the lock
    cannot be read, one of `paths` is not below `content/sources/`, the disk refuses, or the articles keep changing.
    """
    written: list[str] = []
    paths, last = tuple(paths), ""
    for _ in range(TRIES):
        try:
            return _run(folder, config, now, paths, jobs, progress, written)
        except articles.TouchedError as touched:
            last = articles.path(str(touched))
    hint = "run it again when no other program writes articles"
    raise BroadsheetError(problem("the articles keep changing while `ingest` runs", last, hint=hint))


def _run(
    folder: Path,
    config: Config,
    now: dt.datetime,
    paths: Iterable[Path],
    jobs: int,
    progress: Progress | None,
    written: list[str],
) -> Account:
    """One run; raises articles.TouchedError, and writes nothing more, when a person was quicker. Adds to `written`."""
    lines = lock.read(folder)
    found = sources.find(folder, config.ignore, paths)
    readings, failed = _read(folder, found, lines, now, jobs, progress)
    if not readings and not lines:  # every article is a person's, so that nothing here is for us to do
        return account.tell((), (*found.aside, *failed), {}, (), ())
    standing = articles.load(folder)
    if not readings and memory.holds(folder, standing, config.story_threshold, RULES):
        asked = {name for line in lines.values() if ledger.refused(line) and (name := line.article) in standing}
        return account.tell(
            found.paths,
            (*found.aside, *failed),
            lines,
            standing,
            copies.gone(lines, {}, found.present),
            problems=publish.problems(lines, {name: articles.parse(name, standing[name]) for name in asked}),
        )
    lines, former = copies.follow_moves(lines, copies.gone(lines, readings, found.present), readings)
    readings, fold = _fold(folder, lines, readings, found.present, now)
    run = ledger.Run(readings, former, ledger.stamp(now), RULES)
    shelf = {name: articles.parse(name, data) for name, data in standing.items()}
    done = publish.publish(run, lines, shelf, fold)
    free = publish.without_story(done)
    stories = match.stories(done.shelf.values(), free, threshold=config.story_threshold, taken=articles.stories(folder))
    done = publish.join(done, stories)
    for name, each in done.shelf.items():
        if articles.write(folder, each, standing):
            written.append(articles.path(name))
    lock.write(folder, done.lines.values())
    memory.keep(folder, done.shelf, config.story_threshold, RULES)
    return account.tell(
        found.paths,
        (*found.aside, *failed),
        done.lines,
        done.shelf,
        copies.gone(done.lines, readings, found.present),
        outcomes=done.outcomes,
        stories=stories,
        written=written,
        problems=publish.problems(done.lines, done.shelf),
    )


def _read(
    folder: Path,
    found: sources.Found,
    lines: Mapping[str, Line],
    now: dt.datetime,
    jobs: int,
    progress: Progress | None,
) -> tuple[dict[str, Reading], list[Item]]:
    """The documents that are not as the lock knows them, and the files that the system does not let us read."""
    known = copies.by_file(lines, found.present)
    changed, failed = [], []
    for path in found.paths:
        try:
            mark = reading.digest(sources.load(folder, path))
        except OSError as error:
            failed.append(Item(path, "unreadable", detail=f"unreadable: {error.strerror}"))
            continue
        before = known.get(path, [])
        if not before or any(ledger.outdated(line, mark, RULES, now) for line in before):
            changed.append(path)
    readings: dict[str, Reading] = {}
    for number, (path, got) in enumerate(workers.read(folder, changed, now, jobs)):
        if progress:
            progress(number, len(changed), path)
        if isinstance(got, OSError):
            failed.append(Item(path, "unreadable", detail=f"unreadable: {got.strerror}"))
        else:
            readings |= {each.path: each for each in got if not ledger.says(known.get(path, []), each, RULES)}
    return readings, failed


def _fold(
    folder: Path, lines: Mapping[str, Line], readings: Mapping[str, Reading], present: Collection[str], now: dt.datetime
) -> tuple[dict[str, Reading], copies.Fold]:
    """Which documents stand behind which article; with the readings of those that had to be looked at for it, too."""
    readings, present = dict(readings), set(present)
    while True:
        there = lines.keys() - set(copies.gone(lines, readings, present))
        fold = copies.fold(lines, readings, there)
        if not fold.lacking:
            return readings, fold
        for path in sorted({copies.file_of(each, present) for each in fold.lacking}):
            try:
                readings |= {each.path: each for each in reading.read(path, sources.load(folder, path), now)}
            except OSError:
                present.discard(path)  # its article stays as it is
