"""`ingest`: source documents → article files. The whole program on this page, a stage a line.

    sources/*  ──read──►  Readings  ──fold──►  one article for each text  ──publish──►  what to write, and what not
                  │                                 ──join──►  story: …  ──write──►  articles/*.md, then ingest.lock
                  │                                     ──tell──►  digests/*.json, where a program is named
               journal

All is decided before anything is written, and the lock is written last: a run that is cut off leaves whole files, and
the next one completes it. What was read until then it finds in the journal.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator import lock
from generator.config import Config
from generator.errors import BroadsheetError, problem
from generator.ingest import (
    account,
    articles,
    copies,
    corrections,
    executors,
    history,
    ledger,
    names,
    publish,
    sources,
)
from generator.ingest.account import Account
from generator.ingest.intake import Intake, Progress
from generator.ingest.journal import Journal
from generator.ingest.last_run import LastRun
from generator.ingest.memory import Memory
from generator.lock import Line

if TYPE_CHECKING:
    from generator.ingest import match

__all__ = ["ingest"]

TRIES = 3
"""So often a run begins anew because a person has saved an article meanwhile, which would be lost otherwise."""


def ingest(
    folder: Path,
    config: Config,
    *,
    now: dt.datetime,
    paths: Iterable[Path] = (),
    jobs: int = 1,
    executor: str = executors.LOCAL,
    progress: Progress | None = None,
) -> Account:
    """Bring the articles of the site in `folder` up to date with its sources, or with those in `paths` alone.

    `now` is the aware moment of the run; `jobs` is how many processes may read, and `executor` where: one of EXECUTORS.
    Raises BroadsheetError when the lock cannot be read, one of `paths` is not below `content/sources/`, the executor is
    not to be had, the disk refuses, or the articles keep changing.
    """
    written: list[str] = []
    paths, last = tuple(paths), ""
    executors.check(executor)
    for _ in range(TRIES):
        try:
            with Journal(folder, now, whole=not paths) as journal:
                merged = history.merged(folder)
                memory = Memory(folder, config.story_threshold, sorted(merged.items()), config.digest.marks(folder))
                intake = Intake(folder, journal, memory, now, jobs, progress, executor)
                return _run(config, paths, merged, intake, written)
        except articles.TouchedError as touched:
            last = articles.path(str(touched))
    hint = "run it again when no other program writes articles"
    raise BroadsheetError(problem("the articles keep changing while `ingest` runs", last, hint=hint))


def _run(
    config: Config,
    paths: Collection[Path],
    merged: Mapping[str, str],
    intake: Intake,
    written: list[str],
) -> Account:
    """One run; raises articles.TouchedError, and writes nothing more, when a person was quicker. Adds to `written`."""
    folder = intake.folder
    found = sources.find(folder, config.ignore, paths)
    last = LastRun(intake, found, not paths)
    if told := last.account():
        return told
    lines = before = lock.read(folder)
    readings = intake.read(found, lines)
    if not readings and (told := last.repeated(lines)):
        return told
    standing = articles.load(folder)
    lines, former = copies.follow_moves(lines, copies.gone(lines, readings, found.present, intake.marks), readings)
    readings, fold = intake.fold(found, lines, readings, standing)
    run = ledger.Run(readings, intake.journal, former, ledger.stamp(intake.now), corrections.noted(folder))
    published = publish.publish(run, lines, standing, fold)
    placings = _placed(folder, published, config.story_threshold, merged)
    done = publish.join(published, placings, intake.journal)
    done = dataclasses.replace(done, lines=history.record(done.lines, done.shelf, run.moment))
    _write(folder, lines, done, standing, written)
    from generator.ingest import outside

    retold = outside.tell(folder, config, done.shelf.values())
    if retold.complete:
        last.replace(done)
    else:
        intake.memory.forget()
    intake.journal.clear()
    return account.tell(
        found.paths,
        (*found.aside, *intake.failed.values()),
        done.lines,
        done.shelf,
        copies.gone(done.lines, readings, found.present, intake.marks),
        outcomes=done.outcomes,
        stories={name: at.story for name, at in placings.items() if at.story not in ("", published.shelf[name].story)},
        written=written,
        problems=(
            *publish.problems(done.lines, done.shelf),
            *names.moved(before, done.lines, done.shelf),
            *retold.problems,
        ),
    )


def _placed(
    folder: Path, done: publish.Published, threshold: float, merged: Mapping[str, str]
) -> dict[str, match.Placing]:
    """The story of each article whose story is ours to decide."""
    from generator.ingest import match

    lines = done.lines.values()
    return match.place(
        done.shelf.values(),
        publish.free(done),
        first=history.first_seen(lines),
        threshold=threshold,
        taken=history.told(folder) | history.slugs(lines),
        merged=merged,
        letters=history.letters(lines),
        memory=match.Kept(folder),
    )


def _write(
    folder: Path,
    before: Mapping[str, Line],
    done: publish.Published,
    standing: Mapping[str, articles.Article],
    written: list[str],
) -> None:
    """Articles that differ from those `standing`, then the lock; till that is there, what sources changed is noted."""
    corrections.note(folder, before, done.lines)
    for name, each in done.shelf.items():
        if articles.write(folder, each, standing):
            written.append(articles.path(name))
    lock.write(folder, done.lines.values())
    corrections.forget(folder)
