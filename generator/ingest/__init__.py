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
    match,
    outside,
    publish,
    refused,
    rules,
    sources,
)
from generator.ingest.account import Account
from generator.ingest.intake import Intake, Progress
from generator.ingest.journal import Journal
from generator.ingest.memory import Memory
from generator.ingest.spool import Spool
from generator.ingest.tried import Tried
from generator.lock import Line

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
            with Journal(folder, now, whole=not paths) as journal, Spool(folder) as spool:
                intake = Intake(folder, journal, Memory(folder), Tried(folder), now, jobs, progress, executor)
                return _run(folder, config, paths, intake, spool, written)
        except articles.TouchedError as touched:
            last = articles.path(str(touched))
    hint = "run it again when no other program writes articles"
    raise BroadsheetError(problem("the articles keep changing while `ingest` runs", last, hint=hint))


def _run(
    folder: Path, config: Config, paths: Collection[Path], intake: Intake, spool: Spool, written: list[str]
) -> Account:
    """One run; raises articles.TouchedError, and writes nothing more, when a person was quicker. Adds to `written`."""
    found, merged = sources.find(folder, config.ignore, paths), articles.merged(folder)
    settings: tuple[object, ...]
    settings = config.story_threshold, rules.STATE, sorted(merged.items()), config.digest.command
    if not paths and (told := intake.memory.account(found, *settings, intake.tried.state)):
        intake.journal.clear()
        return told
    lines = lock.read(folder)
    readings = intake.read(found, lines)
    settings = *settings, intake.tried.state
    if not readings:
        names = articles.names(folder)
        marks = intake.memory.holds(names, *settings)
        if not lines or marks is not None:
            told = _nothing_new(lines, found, intake, names)
            if marks:
                intake.memory.keep(found, marks, told if _lasts(lines, found, intake, paths) else None, *settings)
            return told
    standing = articles.load(folder)
    lines, former = copies.follow_moves(lines, copies.gone(lines, readings, found.present, intake.marks), readings)
    readings, fold = intake.fold(found, lines, readings, standing)
    moment = ledger.stamp(intake.now)
    run = ledger.Run(readings, intake.journal, spool, former, moment, corrections.noted(folder))
    done = publish.publish(run, lines, standing, fold)
    placings = match.place(
        done.shelf.values(),
        publish.free(done),
        first=history.first_seen(done.lines.values()),
        threshold=config.story_threshold,
        taken=articles.stories(folder) | history.slugs(done.lines.values()),
        merged=merged,
        memory=match.Kept(folder),
    )
    joined = {name: at.story for name, at in placings.items() if at.story and at.story != done.shelf[name].story}
    done = publish.join(done, placings, spool)
    done = dataclasses.replace(done, lines=history.record(done.lines, done.shelf, moment))
    corrections.note(folder, lines, done.lines)
    for name, each in done.shelf.items():
        if articles.write(folder, each, standing):
            written.append(articles.path(name))
    lock.write(folder, done.lines.values())
    corrections.forget(folder)
    retold = outside.tell(folder, config, done.shelf.values())
    if retold.complete:
        _remember(done, found, intake, paths, settings)
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
        stories=joined,
        written=written,
        problems=(*publish.problems(done.lines, done.shelf), *retold.problems),
    )


def _remember(
    done: publish.Published, found: sources.Found, intake: Intake, paths: Collection[Path], settings: Iterable[object]
) -> None:
    """Keep for the next run what this one leaves, and what is to be told if nothing changes till then."""
    if any(article.fault for article in done.shelf.values()):
        intake.memory.forget()
        return
    left = {name: article.mark.hex() for name, article in done.shelf.items()}
    lasts = _lasts(done.lines, found, intake, paths)
    told = _nothing_new(done.lines, found, intake, left) if lasts else None
    intake.memory.keep(found, left, told, *settings)


def _lasts(lines: Mapping[str, Line], found: sources.Found, intake: Intake, paths: Collection[Path]) -> bool:
    """Whether a run that finds nothing changed has nothing to read, and nothing else to tell than that."""
    return not (paths or intake.failed) and not any(
        refused.of(line) or ledger.outdated(line, line.sha256, intake.now, intake.tried)
        for line in lines.values()
        if intake.marks.get(copies.file_of(line.path, found.present)) == line.sha256
    )


def _nothing_new(lines: Mapping[str, Line], found: sources.Found, intake: Intake, names: Collection[str]) -> Account:
    """The account of a run in which all is as the last one left it, or in which every article is a person's."""
    asked = {name for line in lines.values() if refused.of(line) and (name := line.article) in names}
    intake.journal.clear()
    return account.tell(
        found.paths,
        (*found.aside, *intake.failed.values()),
        lines,
        names,
        copies.gone(lines, {}, found.present, intake.marks),
        problems=publish.problems(lines, {name: articles.read(intake.folder, name) for name in asked}),
    )
