"""What is read in a run: only what the lock does not know yet, and of that nothing twice."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.ingest import copies, executors, journal, ledger, recurring, sources
from generator.ingest.account import Item
from generator.ingest.articles import Article
from generator.ingest.finding import CRASHED, Finding, Reading
from generator.ingest.journal import Journal
from generator.ingest.memory import Memory
from generator.ingest.sources import Found, Source
from generator.lock import Line

Progress = Callable[[int, int, str], None]
"""Told how many inputs are done, how many there are, and which one is at work."""

Recurring = Mapping[str, Mapping[str, frozenset[int]]]
"""By file and document, the marks of lines that recur."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How one run reads."""

    folder: Path
    journal: Journal
    memory: Memory
    now: dt.datetime
    jobs: int
    progress: Progress | None
    executor: str = executors.LOCAL
    failed: dict[str, Item] = field(default_factory=dict)
    """The files that the system does not let us read, as they are met."""
    marks: dict[str, str] = field(default_factory=dict)
    """The fingerprints of the others, as they are met."""

    def read(self, found: Found, lines: Mapping[str, Line]) -> dict[str, Reading]:
        """The documents that are not as the lock knows them. Raises BroadsheetError when the journal cannot be kept."""
        known = copies.by_file(lines, found.present)
        changed, readings = [], dict[str, Reading]()
        vain = {line.sha256 for line in lines.values() if ledger.is_hopeful(line) and line.sha256 in self.memory.vain}
        for each in self._look(found.paths, _recurring(lines, found.present)):
            before = known.get(each.path, [])
            if ledger.stale(before, each.sha256, self.now, self.memory.vain):
                changed.append(each)
        for path, got in self._readings(changed):
            before = known.get(path, [])
            hopeful = filter(ledger.is_hopeful, got)
            vain |= {each.sha256 for each in hopeful if not each.reason.startswith(CRASHED)}
            if not all(ledger.says(before, each) for each in got):
                readings |= {each.path: each for each in got}
        self.memory.vain = frozenset(vain)
        return readings

    def fold(
        self, found: Found, lines: Mapping[str, Line], readings: Mapping[str, Reading], standing: Mapping[str, Article]
    ) -> tuple[dict[str, Reading], copies.Fold]:
        """Which documents stand behind which article; with the readings of those that had to be looked at for it.

        `standing` are the articles on disk, by name.
        """
        present = set(found.present)
        while True:
            readings = self._settle(found, lines, readings)
            there = lines.keys() - set(copies.gone(lines, readings, present, self.marks))
            fold = copies.fold(lines, readings, there, self._like(lines, readings, standing))
            if not fold.lacking:
                return readings, fold
            lacking = sorted({copies.file_of(each, present) for each in fold.lacking})
            looked = list(self._look(lacking, _recurring({**lines, **readings}, found.present)))
            readings |= self._read(looked)
            present -= set(lacking).difference(each.path for each in looked)  # their articles stay as they are

    def _settle(self, found: Found, lines: Mapping[str, Line], readings: Mapping[str, Reading]) -> dict[str, Reading]:
        """The readings, with those made anew in whose documents other lines recur by now than were taken out.

        For what was read has made some lines recur that stood in too few documents before.
        """
        tried: set[tuple[str, str]] = set()
        while True:
            known: dict[str, Line | Reading] = {**lines, **readings}
            recurs = recurring.of(known)
            stale = {
                file
                for path, each in known.items()
                if each.marks and each.recurs != recurring.due(recurs.get(path, ()))
                if (file := copies.file_of(path, found.present)) in found.present
            }
            looked = list(self._look(sorted(stale), _recurring(known, found.present)))
            looked = [each for each in looked if (each.path, each.key) not in tried]
            if not looked:
                return dict(readings)
            tried |= {(each.path, each.key) for each in looked}
            readings = {**readings, **self._read(looked)}

    def _like(
        self, lines: Mapping[str, Line], readings: Mapping[str, Reading], standing: Mapping[str, Article]
    ) -> dict[str, str]:
        """For each document read now that is a copy but for a little: the fingerprint of what it is a copy of.

        What was one stays one while neither text changes, whatever a person has made of the article meanwhile.
        """
        aged = sorted((line.first_seen, -line.kept, path) for path, line in lines.items() if copies.owns(line))
        owners = {path: _newest(lines[path], readings.get(path)) for _, _, path in aged}
        new = {path: read for path, read in readings.items() if read.status == "published" and path not in owners}

        from generator.ingest import near

        def text(path: str) -> str | None:
            if path in readings:
                return self.journal.contents(readings[path]).body
            name = lines[path].article
            return standing[name].body if name in standing else None

        owned = {each.words for each in owners.values()}
        stays = {
            path: line.like
            for path, read in new.items()
            if (line := lines.get(path)) and line.words == read.words and line.like in owned
        }
        unknown = {path: read for path, read in new.items() if path not in stays and read.words not in owned}
        return stays | near.like(unknown, owners, text)

    def _look(self, paths: Iterable[str], recurring: Recurring) -> Iterator[Source]:
        for path in paths:
            try:
                mark, size = self.memory.mark(sources.place(path))
                self.marks[path] = mark
                yield Source(path, mark, size, dict(recurring.get(path, {})))
            except OSError as error:
                self._fail(path, error.strerror)

    def _fail(self, path: str, why: str | None) -> None:
        self.failed[path] = Item(path, "unreadable", detail=f"unreadable: {why}")

    def _read(self, wanted: list[Source]) -> dict[str, Reading]:
        return {each.path: each for _, got in self._readings(wanted) for each in got}

    def _readings(self, wanted: list[Source]) -> Iterator[tuple[str, tuple[Reading, ...]]]:
        """Each file with its readings: those that the journal has, then those that are made now."""
        left = []
        for each in wanted:
            if got := self.journal.readings(each.path, each.key):
                yield each.path, got
            else:
                left.append(each)
        done, at = len(wanted) - len(left), dict[str, _Place]()
        for path, kind, value in executors.read(self.executor, self.folder, left, self.jobs, self.journal.begun):
            place = at.setdefault(path, _Place(path))
            if kind == "begin":
                self.journal.begin(path, str(value), ledger.stamp(self.now))
                place.begun = True
            elif isinstance(value, bytes):
                place.met(self.journal.add(path, value))
            elif kind == "failed":
                self._fail(path, value)
            else:
                if kind == "died":
                    if not place.begun:
                        mark = next(each.key for each in left if each.path == path)
                        self.journal.begin(path, mark, ledger.stamp(self.now))
                    self.journal.add(path, journal.spell(path, place.ended(value)))
                yield path, self.journal.end(path)
            if self.progress:
                self.progress(done, len(wanted), str(place))
            if kind not in ("begin", "document"):
                done += 1
                del at[path]


def _newest(line: Line, read: Reading | None) -> Line | Reading:
    """What is known of an article's text: as it was read now, else as the lock has it."""
    return read if read and read.status == "published" else line


def _recurring(known: Mapping[str, Line | Reading], present: Collection[str]) -> Recurring:
    found: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    for path, marks in recurring.of(known).items():
        found[copies.file_of(path, present)][path] = marks
    return found


@dataclass(slots=True)
class _Place:
    """How far a file is read."""

    path: str
    begun: bool = False
    documents: int = 0
    named: bool = False
    """Whether one of its documents has its very name."""

    def __str__(self) -> str:
        return f"{self.path}, document {self.documents:,}" if self.documents > 1 else self.path

    def met(self, read: Reading) -> None:
        """Count a document."""
        self.documents += 1
        self.named = self.named or read.path == self.path

    def ended(self, why: str) -> Finding:
        """What stands for the rest of a file whose reader has died."""
        name = f"{self.path}#{self.documents + 1}" if self.named else self.path
        after = f" after {self.documents:,} document{'s' * (self.documents != 1)}" if self.documents else ""
        return Finding(name, "unreadable", why + after)
