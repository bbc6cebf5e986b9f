"""What was read, on disk until the run is complete: one that is killed is gone on with, and memory holds no texts.

A file of JSON lines below `.broadsheet/`, each line with its checksum: `begin` a file, its documents, `end`. Each run
writes one of its own, into which it takes over what those before it have left; so two runs at once write nothing into
each other's. What is torn, damaged, or written by other rules is thrown away: it can always be read again. Behind the
lines stand the texts of the articles that the run is going to write.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import secrets
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from generator import __version__
from generator.errors import BroadsheetError, problem
from generator.ingest import refused, rules
from generator.ingest.articles import digest
from generator.ingest.finding import Contents, Finding, Reading
from generator.model import Field, Taken

FOLDER = ".broadsheet"
NAMES = "readings-*.jsonl"
_SAID = ("words", "kept", "house", "marks", "recurs", "sketch")
"""What a Finding and a Reading tell of a text in the same words."""


def spell(file: str, found: Finding) -> bytes:
    """A document of `file` as a line of the journal."""
    row: dict[str, Any] = {"of": file, "path": found.path, "status": found.status, "reason": found.reason}
    if found.report:
        fields = {key: (each.value, each.origin) for key, each in found.report.fields.items()}
        taken = [(each.line, each.text, each.reason) for each in found.report.document.taken]
        row |= {"fields": fields, "body": found.report.body, "taken": taken}
        row |= {key: getattr(found, key) for key in _SAID}
    return _line(row)


def _line(row: Mapping[str, Any]) -> bytes:
    data = json.dumps(row, default=_plain).encode("ascii")
    return _checksum(data) + b" " + data + b"\n"


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest()[:16].encode("ascii")


def _plain(value: object) -> str:
    """Dates are spelled as in front matter. Anything else is a fault of ours."""
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"a field cannot be {type(value).__name__}")


def _row(line: bytes) -> dict[str, Any] | None:
    """What a line says; None if it is not whole."""
    mark, _, data = line[:-1].partition(b" ")
    if not line.endswith(b"\n") or mark != _checksum(data):
        return None
    row: dict[str, Any] = json.loads(data)
    return row


class Journal:
    """The journal of one run, begun with what the runs before it have left. Leave it to close it."""

    def __init__(self, folder: Path, now: dt.datetime, whole: bool = True) -> None:
        """`now` is the moment of the run; not `whole` when it reads only some of the sources."""
        self._folder, self._now, self._lasts = folder / FOLDER, now, False
        self._head = _line({"broadsheet": __version__, "rules": rules.STATE})
        self._path = self._folder / NAMES.replace("*", secrets.token_hex(6))
        self._file: BinaryIO | None = None
        self._end = 0
        self._last: tuple[int, Contents] | None = None
        self._begun: dict[str, tuple[str, str, list[Reading]]] = {}
        self._whole: dict[tuple[str, str], tuple[Reading, ...]] = {}
        for left in sorted(self._folder.glob(NAMES)):
            self._take_over(left)
        self._lasts = bool(self._whole) and not whole  # then another run goes on with it

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        if self._file:
            self._file.close()

    @property
    def begun(self) -> frozenset[str]:
        """The files that were begun and not ended: one of them may be what ended the run."""
        return frozenset(self._begun)

    def readings(self, file: str, key: str) -> tuple[Reading, ...]:
        """The readings of a file in this state (`Source.key`); none when it was not read."""
        return self._whole.get((file, key), ())

    def begin(self, file: str, key: str, seen: str) -> None:
        """Note that a file is being read, in the run of the moment `seen`."""
        self._begun[file] = (key, seen, [])
        self._write(_line({"begin": file, "key": key, "seen": seen}))

    def add(self, file: str, line: bytes) -> Reading:
        """Note a document of a file that was begun, as `spell` gave it."""
        row = _row(line)
        assert row is not None, "it was spelled here"
        return self._note(file, row, line)

    def end(self, file: str) -> tuple[Reading, ...]:
        """Note that all of a file was read; its readings."""
        key, _, found = self._begun.pop(file)
        self._write(_line({"end": file, "documents": len(found)}))
        return self._whole.setdefault((file, key), tuple(found))

    def contents(self, read: Reading) -> Contents:
        """The text of a document, without the fields that are refused. Raises BroadsheetError when it is gone."""
        if self._last and self._last[0] == read.place:  # an article is made in several steps
            return self._last[1]
        row = _row(self._at(read.place))
        if row is None or row["path"] != read.path:
            raise BroadsheetError(problem("the file was changed while `ingest` runs", str(self._path)))
        gone = {key for key, _ in read.refused}
        contents = Contents(
            {key: each for key, each in _fields(row).items() if key not in gone},
            row.get("body", ""),
            tuple(Taken(*each) for each in row.get("taken", ())),
        )
        self._last = read.place, contents
        return contents

    def put(self, text: bytes) -> Text:
        """Lay down the text of an article. Raises BroadsheetError when the disk refuses."""
        place = self._write(b"\n" + text)  # no line begins so: here ends what another run goes on with
        return Text(self, place + 1, len(text), digest(text))

    def text(self, place: int, size: int) -> bytes:
        """What was laid down there. Raises BroadsheetError when the disk refuses."""
        return self._at(place, size)

    def clear(self) -> None:
        """The run is complete: everything is in the lock."""
        if self._file:
            self._file.close()
            self._file = None
            if not self._lasts:
                with contextlib.suppress(OSError):
                    self._path.unlink()

    def _note(self, file: str, row: Mapping[str, Any], line: bytes) -> Reading:
        key, seen, found = self._begun[file]
        fields = _fields(row)
        impossible = refused.fields(fields, self._now)
        source = fields["source"].value if "source" in fields else ()
        read = Reading(
            row["path"],
            key.partition("+")[0],
            row["status"],
            row["reason"],
            **{each: row[each] for each in _SAID if each in row},
            said=len(fields) - len(impossible) + len(source),
            refused=impossible,
            seen=seen,
            place=self._write(line),
        )
        found.append(read)
        return read

    def _at(self, place: int, size: int | None = None) -> bytes:
        """So much of the file from this place on, else the line."""
        assert self._file is not None, "it was written here"
        try:
            self._file.seek(place)
            return self._file.readline() if size is None else self._file.read(size)
        except OSError as error:
            raise BroadsheetError(problem(f"cannot read the file: {error.strerror}", str(self._path))) from error

    def _write(self, line: bytes) -> int:
        """Append a line and hand it to the system, which keeps it when this process dies; where it stands."""
        try:
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file = self._path.open("x+b")
                self._end = self._file.write(self._head)
            self._file.seek(self._end)
            place, self._end = self._end, self._end + self._file.write(line)
            self._file.flush()
        except OSError as error:
            what, hint = f"cannot write the file: {error.strerror}", "check that the disk has room"
            raise BroadsheetError(problem(what, str(self._path), hint=hint)) from error
        return place

    def _take_over(self, left: Path) -> None:
        """Go on with what another run has left, and remove its file: a run that is still at work keeps its own open."""
        with contextlib.suppress(OSError), left.open("rb") as lines:
            if lines.readline() == self._head:
                self._replay(iter(lines))
        with contextlib.suppress(OSError):
            left.unlink()

    def _replay(self, lines: Iterator[bytes]) -> None:
        for line in lines:
            row = _row(line)
            if row is None:
                return
            file = row.get("of", row.get("end", ""))
            if begun := row.get("begin"):
                if (begun, row["key"]) not in self._whole:
                    self.begin(begun, row["key"], row["seen"])
            elif "of" in row and file in self._begun:
                self._note(file, row, line)
            elif file in self._begun and row["documents"] == len(self._begun[file][2]):
                self.end(file)


def _fields(row: Mapping[str, Any]) -> dict[str, Field]:
    """The fields of a document; what is spelled alike in many is held once."""
    rows = row.get("fields", {}).items()
    return {sys.intern(key): Field(value, sys.intern(origin)) for key, (value, origin) in rows}


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article that was laid down."""

    journal: Journal
    place: int
    size: int
    digest: bytes

    def read(self) -> bytes:
        """The text."""
        return self.journal.text(self.place, self.size)
