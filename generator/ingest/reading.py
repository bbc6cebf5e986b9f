"""One source, read: through its reader, the steps of restoration and the description, to what could be published."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import frontmatter
from generator.lock import Status
from generator.model import Document, Report
from generator.text import words

if TYPE_CHECKING:
    from generator.ingest.readers import Unread

SHORT = 30
"""Bodies of fewer words than this are copies of one another only if their titles are the same, too."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document of a source gave."""

    path: str
    """The document's name: the source's path, with `#` and a key where a file holds several."""
    sha256: str
    """Of the file's bytes."""
    status: Status
    """`published` when there is something to publish, else `empty` or `unreadable`."""
    reason: str = ""
    report: Report | None = None
    words: str = ""
    """Fingerprint of the text; equal for copies."""
    refused: tuple[tuple[str, str], ...] = ()
    """Fields that cannot be true, as (key, why)."""


def digest(data: bytes) -> str:
    """What a file's bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def read(path: str, data: bytes, now: dt.datetime) -> tuple[Reading, ...]:
    """Read one file; at least one Reading. Dates later than a day after `now` are refused. Never raises."""
    from generator.ingest import readers  # with hundreds of patterns: most runs of `build` have no source to read

    sha256 = digest(data)
    found = tuple(_reading(each, sha256, now) for each in readers.read(path, data))
    return found or (Reading(path, sha256, "empty", "there is no text in it"),)


def _reading(found: Document | Unread, sha256: str, now: dt.datetime) -> Reading:
    if not isinstance(found, Document):
        return Reading(found.name, sha256, "unreadable", found.reason)
    try:
        return _describe(found, sha256, now)
    except Exception as fault:  # a fault of ours in one document must not keep an editor from the others
        told = " ".join(str(fault).split())[:120] or "no message"
        return Reading(found.name, sha256, "unreadable", f"describing it failed with {type(fault).__name__}: {told}")


def _describe(document: Document, sha256: str, now: dt.datetime) -> Reading:
    from generator.ingest import describe, restore

    report = describe.describe(restore.restore(document))
    count = words.count(report.body)
    if not count:
        told = "no text is left without what was taken out" if report.document.taken else "there is no text in it"
        return Reading(document.name, sha256, "empty", told, report)
    title = str(report.fields["title"].value) if "title" in report.fields else ""
    mark = words.fingerprint(report.body if count >= SHORT else f"{title}\n{report.body}")
    refused = tuple(
        (key, f"refused: {report.fields[key].value} is in the future ({report.fields[key].origin})")
        for key in ("date", "lastmod")
        if key in report.fields and is_future(report.fields[key].value, now)
    )
    gone = {key for key, _ in refused}
    fields = {key: field for key, field in report.fields.items() if key not in gone}
    return Reading(
        document.name,
        sha256,
        "published",
        report=dataclasses.replace(report, fields=fields),
        words=mark,
        refused=refused,
    )


def is_future(value: object, now: dt.datetime) -> bool:
    """Whether a date lies more than a day ahead; a day because the source may be in another time zone."""
    when, limit = frontmatter.moment(value), now + dt.timedelta(days=1)
    if isinstance(when, dt.datetime):
        return (when if when.tzinfo else when.replace(tzinfo=now.tzinfo)) > limit
    return when is not None and when > limit.date()
