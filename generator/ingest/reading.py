"""One source, read: through its reader, the steps of restoration and the description, to what could be published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.ingest import recurring as recurrence
from generator.ingest.finding import Finding
from generator.model import Document
from generator.text import shingles, words

if TYPE_CHECKING:
    from generator.ingest.readers import Unread

NOTHING: Mapping[str, frozenset[int]] = MappingProxyType({})
LONGEST = 10_000_000
"""Letters: three times the longest novels."""
SHORT = 30
"""Bodies of fewer words than this are copies of one another only if their titles are the same, too."""


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
    except Exception as fault:  # noqa: BLE001  a fault of ours in one document must not keep an editor from the others
        from generator.ingest.readers.fault import message

        return Finding(found.name, "unreadable", f"describing it failed with {type(fault).__name__}: {message(fault)}")


def _describe(document: Document, recurring: frozenset[int]) -> Finding:
    from generator.ingest import describe, restore

    restored = restore.restore(document)
    report = describe.describe(restored)
    house, marks = recurrence.house(report), shingles.packed(recurrence.marks(restored))
    if recurring:
        report = describe.describe(recurrence.taken_out(restored, recurring))
    due = recurrence.due(recurring)
    count = words.count(report.body)
    if not count or all(word.startswith(("https://", "http://")) for word in report.body.split()):
        told = "all of it was taken out as furniture" if report.document.taken else "there is no text in it"
        told = "it holds addresses alone: save the pages themselves" if count else told
        return Finding(document.name, "empty", told, report, house=house, marks=marks, recurs=due)
    title = str(report.fields["title"].value) if "title" in report.fields else ""
    mark = words.fingerprint(report.body if count >= SHORT else f"{title}\n{report.body}")
    sketch = shingles.sketch(shingles.shingles(report.body))
    return Finding(document.name, "published", "", report, mark, count, house, marks, due, sketch)
