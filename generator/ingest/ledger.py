"""Lines of the lock: what is written down about a document, and what of it never changes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.ingest import refused, rules
from generator.ingest.finding import SLOW, Contents, Reading
from generator.ingest.journal import Journal
from generator.lock import Line

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "sources.broadsheet")


@dataclass(frozen=True, slots=True)
class Run:
    """What all decisions of one run share."""

    readings: Mapping[str, Reading]
    """What was read, by document."""
    journal: Journal
    """Has their texts, and takes those of the articles made of them."""
    former: Mapping[str, str]
    """Where a document was before its source moved."""
    moment: str
    """Of the run, as the lock spells it."""
    noted: Callable[[str, str], list[tuple[str, str, str, str]]]
    """What a run that was cut off had found changed, by document and fingerprint of its file."""

    def contents(self, path: str) -> Contents | None:
        """What a document says, if it was read and there is something to publish in it."""
        read = self.readings.get(path)
        return self.journal.contents(read) if read and read.status == "published" else None


def stamp(now: dt.datetime) -> str:
    """A moment as the lock spells it: `2026-11-22T08:15:00Z`."""
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stale(before: Collection[Line], sha256: str, now: dt.datetime, vain: Container[str]) -> bool:
    """Whether a file must be read again. Documents that it held once and holds no more have no say in it."""
    current = [line for line in before if line.sha256 == sha256]
    return not current or any(outdated(line, sha256, now, vain) for line in current)


def outdated(line: Line, sha256: str, now: dt.datetime, vain: Container[str]) -> bool:
    """Whether its file must be read again. One that could not be read is, unless this program has tried it in `vain`: a
    format may have been added.

    So is one with a date that was in the future and is no longer.
    """
    if line.sha256 != sha256 or line.rules != rules.STATE:
        return True
    return (is_hopeful(line) and sha256 not in vain) or refused.is_overcome(line, now)


def is_hopeful(line: Line | Reading) -> bool:
    """Whether a file that could not be read may be readable to another program. Not so one in an archive, whose other
    documents would be read again with it, and not one that took too long: each new program would wait.
    """
    return line.status == "unreadable" and "#" not in line.path and not line.reason.startswith(SLOW)


def says(before: Iterable[Line], reading: Reading) -> bool:
    """Whether the lock says this already, and the document is as unreadable as it was."""
    return reading.status == "unreadable" and any(
        (line.path, line.sha256, line.rules, line.status, line.reason)
        == (reading.path, reading.sha256, rules.STATE, reading.status, reading.reason)
        for line in before
    )


def published(run: Run, reading: Reading, before: Line | None, article: str, wrote: Mapping[str, str]) -> Line:
    """The line of a document that has an article. When it was first seen and its id are fixed for ever."""
    urn = uuid.uuid5(_NAMESPACE, f"{reading.path}\n{reading.sha256}").urn
    contents = run.journal.contents(reading)
    return dataclasses.replace(
        _line(reading, before, contents),
        reason="",
        article=article,
        id=(before.id if before else "") or urn,
        fields={key: found.origin for key, found in contents.fields.items()} | dict(reading.refused),
        wrote=dict(sorted(wrote.items())),
    )


def rewritten(line: Line, wrote: Mapping[str, str]) -> Line:
    """The line after its article was written."""
    return dataclasses.replace(line, wrote=dict(sorted(wrote.items())))


def placed(line: Line, wrote: Mapping[str, str], why: Mapping[str, Any]) -> Line:
    """The line after its article was put into a story, or left where it is, with the reason."""
    return dataclasses.replace(line, wrote=dict(sorted(wrote.items())), why=dict(why))


def duplicate(run: Run, path: str, before: Line | None, lead: Line) -> Line:
    """The line of a copy."""
    reading = run.readings.get(path)
    line = _line(reading, before) if reading else before
    assert line is not None, "a copy was read or stands in the lock"
    reason = f"duplicate of {lead.path}"
    like = lead.words if line.words != lead.words else ""
    return dataclasses.replace(
        line, status="duplicate", reason=reason, article=lead.article, id="", like=like, taken=[]
    )


def nothing(run: Run, reading: Reading, before: Line | None, owned: bool) -> Line:
    """The line of a document with nothing to publish. An article that it once gave (`owned`) stays its own."""
    if before is None or not owned:
        return _line(reading, before, run.journal.contents(reading))
    now = _line(reading, before)
    same = {key: getattr(now, key) for key in ("sha256", "rules", "status", "reason", "house", "marks", "recurs")}
    return dataclasses.replace(before, **same)


def _line(reading: Reading, before: Line | None, contents: Contents | None = None) -> Line:
    return Line(
        path=reading.path,
        sha256=reading.sha256,
        rules=rules.STATE,
        status=reading.status,
        first_seen=before.first_seen if before else reading.seen,
        reason=reading.reason,
        words=reading.words,
        kept=reading.kept,
        house=reading.house,
        marks=reading.marks,
        recurs=reading.recurs,
        sketch=reading.sketch,
        taken=[(each.line, each.text, each.reason) for each in contents.taken] if contents else [],
        stories=before.stories if before else [],
        why=before.why if before else {},
        changes=before.changes if before else [],
    )
