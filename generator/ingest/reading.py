"""One source, read: through its reader, the steps of restoration and the description, to what could be published."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator import frontmatter
from generator.ingest import recurring as recurrence
from generator.lock import Status
from generator.model import Document, Field, Report, Taken
from generator.text import shingles, words

if TYPE_CHECKING:
    from generator.ingest.readers import Unread

NOTHING: Mapping[str, frozenset[int]] = MappingProxyType({})
LONGEST = 10_000_000
"""Letters: three times the longest novels."""
SHORT = 30
"""Bodies of fewer words than this are copies of one another only if their titles are the same, too."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one document of a source gave, with all of its text. It depends on nothing but the file and the rules."""

    path: str
    """The document's name: the source's path, with `#` and a key where a file holds several."""
    status: Status
    """`published` when there is something to publish, else `empty`, `unreadable` or `skipped`."""
    reason: str = ""
    report: Report | None = None
    words: str = ""
    """Fingerprint of the text; equal for copies."""
    kept: int = 0
    """How many words there are to publish."""
    house: str = ""
    marks: str = ""
    recurs: str = ""
    sketch: str = ""
    """As in the lock."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is held of a Finding while all are compared: not its text, because a folder may give very many."""

    path: str
    sha256: str
    """Of the file's bytes."""
    status: Status
    reason: str = ""
    words: str = ""
    kept: int = 0
    said: int = 0
    """How much the document says about itself."""
    refused: tuple[tuple[str, str], ...] = ()
    """Fields that cannot be true, as (key, why)."""
    seen: str = ""
    """The moment of the run that read it."""
    house: str = ""
    marks: str = ""
    recurs: str = ""
    sketch: str = ""
    """As in the lock."""
    place: int = 0
    """Where the journal has its text."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What of a Finding an article and the lock are made of."""

    fields: Mapping[str, Field]
    body: str
    taken: tuple[Taken, ...]


def digest(data: bytes) -> str:
    """What a file's bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def read(path: str, data: bytes, recurring: Mapping[str, frozenset[int]] = NOTHING) -> Iterator[Finding]:
    """Read one file, a document at a time; at least one Finding. Never raises.

    `recurring` are the marks of lines that are no news, by document.
    """
    from generator.ingest import readers  # with hundreds of patterns: most runs of `build` have no source to read

    nothing = True
    for found in readers.read(path, data):
        nothing = False
        yield _finding(found, recurring.get(found.name, frozenset()))
    if nothing:
        yield Finding(path, "empty", "there is no text in it")


def _finding(found: Document | Unread, recurring: frozenset[int]) -> Finding:
    if not isinstance(found, Document):
        return Finding(found.name, found.status, found.reason)
    if (letters := sum(map(len, found.lines))) > LONGEST:
        return Finding(found.name, "unreadable", f"too long for an article: {letters:,} letters")
    try:
        return _describe(found, recurring)
    except Exception as fault:  # a fault of ours in one document must not keep an editor from the others
        told = " ".join(str(fault).split())[:120] or "no message"
        return Finding(found.name, "unreadable", f"describing it failed with {type(fault).__name__}: {told}")


def _describe(document: Document, recurring: frozenset[int]) -> Finding:
    from generator.ingest import describe, restore

    restored = restore.restore(document)
    report = describe.describe(restored)
    house, marks = recurrence.house(report), shingles.packed(recurrence.marks(restored))
    if recurring:
        report = describe.describe(recurrence.taken_out(restored, recurring))
    due = recurrence.due(recurring)
    count = words.count(report.body)
    if not count:
        told = "all of it was taken out as furniture" if report.document.taken else "there is no text in it"
        return Finding(document.name, "empty", told, report, house=house, marks=marks, recurs=due)
    title = str(report.fields["title"].value) if "title" in report.fields else ""
    mark = words.fingerprint(report.body if count >= SHORT else f"{title}\n{report.body}")
    sketch = shingles.sketch(shingles.shingles(report.body))
    return Finding(document.name, "published", "", report, mark, count, house, marks, due, sketch)


def refused(fields: Mapping[str, Field], now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """The fields that cannot be true, as (key, why): dates later than a day after `now`."""
    return tuple(
        (key, f"refused: {fields[key].value} is in the future ({fields[key].origin})")
        for key in ("date", "lastmod")
        if key in fields and is_future(fields[key].value, now)
    )


def is_future(value: object, now: dt.datetime) -> bool:
    """Whether a date lies more than a day ahead; a day because the source may be in another time zone."""
    when, limit = frontmatter.moment(value), now + dt.timedelta(days=1)
    if isinstance(when, dt.datetime):
        return (when if when.tzinfo else when.replace(tzinfo=now.tzinfo)) > limit
    return when is not None and when > limit.date()
