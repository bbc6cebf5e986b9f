"""`content/ingest.lock`: what `ingest` did with every source, and what it wrote. JSON lines, sorted by path.

`ingest` writes it; `build` reads two machine-owned facts from it, an article's id and the moment it was first seen.
One line for each source merges well in git.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from generator import files
from generator.errors import BroadsheetError, problem

PATH = "content/ingest.lock"

Status = Literal["published", "duplicate", "empty", "unreadable", "skipped"]


@dataclass(frozen=True, slots=True)
class Line:
    """What was done with one source."""

    path: str
    """Below `content/sources/`; `#` and a key where a file holds several documents."""
    sha256: str
    """Of the file's bytes."""
    rules: int
    """Which state of Broadsheet's rules read it; another one reads it again."""
    status: Status
    first_seen: str
    """Moment of the first run that met it: `2026-11-22T08:15:00Z`."""
    reason: str = ""
    """Why it was not published: `duplicate of x.txt`, or what the reader said."""
    article: str = ""
    """Name of the article file without `.md`; it stays when a person has deleted the file."""
    id: str = ""
    """The article's URN, fixed at first import."""
    words: str = ""
    """Fingerprint of the text without regard to lines and punctuation; equal ones are copies of one document."""
    fields: dict[str, str] = field(default_factory=dict)
    """Where the value of each front-matter key was found."""
    wrote: dict[str, str] = field(default_factory=dict)
    """Fingerprint of each value as `ingest` last wrote it, by key, `body` among them; another one in the file is a
    person's."""
    kept: int = 0
    """How many words there are to publish."""
    house: str = ""
    """By what the documents of its publisher are known to one another."""
    marks: str = ""
    """Hashes of its short lines, packed; those that many documents of its publisher share are furniture."""
    recurs: str = ""
    """Tells whether what recurs in it is still what was taken out for that reason."""
    sketch: str = ""
    """A sample of hashes of its text, packed, by which copies are found that differ a little."""
    like: str = ""
    """Of such a copy, the fingerprint of the text that it is a copy of."""
    taken: list[tuple[int, str, str]] = field(default_factory=list)
    """What was taken out of the body: line, text, reason."""
    stories: list[tuple[str, str]] = field(default_factory=list)
    """The stories that its article was in, each with the moment of the run that found it there; an empty slug where it
    was in none any more."""
    why: dict[str, Any] = field(default_factory=dict)
    """Why we put it into its story: the article it is most like (`other`), `score`, `days`, `names`, `words`, and
    `copied` where nearly all of the one stands in the other."""
    changes: list[tuple[str, str, str, str]] = field(default_factory=list)
    """What its source changed since it was published: moment, key, old value, new value."""


def read(folder: Path) -> dict[str, Line]:
    """The lock of the site in `folder`, by path; empty when there is none.

    Raises BroadsheetError naming the bad line.
    """
    path = folder / PATH
    try:
        rows = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BroadsheetError(problem(f"cannot read the lock: {error}", PATH)) from error
    lines = {}
    for number, row in enumerate(rows, start=1):
        if not row.strip():
            continue
        try:
            line = _parse(row)
            if line.path in lines:
                raise ValueError(f"there is one for `{line.path}` above it")
        except (ValueError, TypeError, RecursionError) as error:
            hint = "a merge may have left its marks: keep one of the two lines, or neither to read the source again"
            raise BroadsheetError(problem(f"not a line of the lock: {error}", PATH, number, hint=hint)) from error
        lines[line.path] = line
    return lines


def _parse(row: str) -> Line:
    """One line; ValueError or TypeError when it is none."""
    values = json.loads(row)
    if not isinstance(values, dict):
        raise ValueError("it is no object")
    line = Line(**values)
    for each in dataclasses.fields(Line):
        if not _FORMS.get(each.name, _is_text)(getattr(line, each.name)):
            raise ValueError(f"`{each.name}` has a value that it cannot have")
    return dataclasses.replace(
        line,
        taken=[(number, text, reason) for number, text, reason in line.taken],
        stories=[(at, slug) for at, slug in line.stories],
        changes=[(at, key, old, new) for at, key, old, new in line.changes],
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return type(value) is int


def _is_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _rows(*kinds: type) -> Callable[[Any], bool]:
    """Whether a value is a list of rows, each with values of these kinds."""
    return lambda value: (
        isinstance(value, list)
        and all(isinstance(each, list) and [type(part) for part in each] == [*kinds] for each in value)
    )


_FORMS: dict[str, Callable[[Any], bool]] = {
    "rules": _is_number,
    "kept": _is_number,
    "status": lambda value: value in get_args(Status),
    "fields": _is_texts,
    "wrote": _is_texts,
    "taken": _rows(int, str, str),
    "stories": _rows(str, str),
    "why": lambda value: isinstance(value, dict),
    "changes": _rows(str, str, str, str),
}
"""What the values of a line must be that are not plain text."""


def write(folder: Path, lines: Iterable[Line]) -> bool:
    """Write the lock; True if it changed."""
    data = bytearray()
    for line in sorted(lines, key=lambda line: line.path):  # not joined, which would hold all of it three times
        data += _spell(line).encode() + b"\n"
    return files.write(folder / PATH, data)


def _spell(line: Line) -> str:
    """Empty values are left out where they can be: the lock is read by people too."""
    values = {
        each.name: value
        for each in dataclasses.fields(line)
        if (value := getattr(line, each.name)) or each.default is each.default_factory is dataclasses.MISSING
    }
    return json.dumps(values, ensure_ascii=False)
