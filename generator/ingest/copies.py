"""Reports with one text are one article with several sources; a source that moved is still the same source."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.ingest.finding import Reading
from generator.lock import Line


@dataclass(frozen=True, slots=True)
class Fold:
    """Which documents stand behind which article."""

    leads: Mapping[str, tuple[str, ...]]
    """By the document that an article follows: all documents with its text, that one first."""
    touched: frozenset[str]
    """The leads whose article may have to change."""
    lacking: frozenset[str]
    """Documents that must be read, too, before it is certain."""


def file_of(path: str, files: Collection[str]) -> str:
    """The file that holds a document; the document's own name when there is no such file any more."""
    file = path
    while file not in files and "#" in file:
        file = file.rpartition("#")[0]
    return file if file in files else path


def by_file(lines: Mapping[str, Line], files: Collection[str]) -> dict[str, list[Line]]:
    """The lines of the lock by the file, one of `files`, that holds their document."""
    found: dict[str, list[Line]] = defaultdict(list)
    for path, line in lines.items():
        found[file_of(path, files)].append(line)
    return found


def gone(
    lines: Mapping[str, Line], readings: Collection[str], files: Collection[str], marks: Mapping[str, str]
) -> list[str]:
    """The documents of the lock that are no longer there: their file is gone, or holds them no more.

    `marks` has the fingerprint of each file that was looked at. A document that was not found when its file was read
    keeps that of the file which held it.
    """
    read = {file_of(path, files) for path in readings}
    found = []
    for path, line in lines.items():
        file = file_of(path, files)
        dropped = file in read or marks.get(file, line.sha256) != line.sha256
        if file not in files or (dropped and path not in readings):
            found.append(path)
    return found


def follow_moves(
    lines: Mapping[str, Line], gone: Iterable[str], readings: Mapping[str, Reading]
) -> tuple[dict[str, Line], dict[str, str]]:
    """The lock's lines with those of moved sources under their new paths, and the former path of each of these.

    A source has moved when its bytes are found under a path that the lock does not know, and no longer under the old.
    """
    kept, former = dict(lines), {}
    by_bytes: dict[str, list[Line]] = defaultdict(list)
    for path in sorted(gone, key=lambda path: (lines[path].status == "duplicate", path)):
        by_bytes[_bytes(path, lines[path].sha256)].append(lines[path])
    for path in sorted(readings):
        if path not in lines and (same := by_bytes[_bytes(path, readings[path].sha256)]):
            line = same.pop(0)
            del kept[line.path]
            kept[path] = dataclasses.replace(line, path=path)
            former[path] = line.path
    return kept, former


def _bytes(path: str, sha256: str) -> str:
    return sha256 + "".join(path.partition("#")[1:])


def owns(line: Line | None) -> bool:
    """Whether an article was made from this document, and not only from one with the same text."""
    return line is not None and bool(line.article) and line.status != "duplicate"


def fold(
    lines: Mapping[str, Line],
    readings: Mapping[str, Reading],
    there: Iterable[str],
    like: Mapping[str, str] = MappingProxyType({}),
) -> Fold:
    """Bring documents with the same text together; `there` are those that can be read.

    `like` has, for those read now that are copies but for a little, the fingerprint of the text that they are copies
    of.

    An article that exists is led by the document it was made from, for life; a new one by the document that says most
    about itself, then by one in a folder, which somebody has put there, then by the first path.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for path in sorted(lines.keys() | readings.keys()):
        if mark := like.get(path) or _mark(lines.get(path), readings.get(path)):
            alike[mark].append(path)
    there = frozenset(there)
    leads: dict[str, tuple[str, ...]] = {}
    lacking: set[str] = set()
    for mark, members in alike.items():
        owners = sorted((path for path in members if owns(lines.get(path))), key=lambda path: _age(lines[path]))
        others = [path for path in members if path not in owners]
        if not owners:
            lacking |= {path for path in others if path not in readings and path in there}
            candidates = [path for path in others if path in readings and readings[path].words == mark]
            owners = sorted(candidates, key=lambda path: (-readings[path].said, "/" not in path, path))[:1]
            others = [path for path in others if path not in owners]
        leads |= {owner: (owner,) for owner in owners}
        if owners:
            leads[owners[0]] = (owners[0], *others)
    touched = _touched(leads, lines, readings)
    lacking |= {path for lead in touched for path in leads[lead] if path not in readings and path in there}
    return Fold(leads, touched, frozenset(lacking))


def _touched(
    leads: Mapping[str, tuple[str, ...]], lines: Mapping[str, Line], readings: Collection[str]
) -> frozenset[str]:
    """The leads of articles of which a document was read, or which had other documents until now."""
    before: dict[str, set[str]] = defaultdict(set)
    for path, line in lines.items():
        before[line.article].add(path)
    return frozenset(
        lead
        for lead, members in leads.items()
        if any(path in readings for path in members) or before[lines[lead].article] != set(members)
    )


def _mark(line: Line | None, reading: Reading | None) -> str:
    """The fingerprint by which a document is compared; empty when it has no part in this."""
    if reading and reading.status == "published":
        return reading.words
    if line and (owns(line) or (reading is None and line.status == "duplicate")):
        return line.like or line.words
    return ""


def _age(line: Line) -> tuple[str, str]:
    return line.first_seen, line.path
