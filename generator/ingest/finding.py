"""What reading one document gave: all of it while it is read, little while all are compared, and its text again.

A folder may give very many documents, so that of each only what tells it from others is held; its text is in the
journal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.lock import Status
from generator.model import Field, Report, Taken

SLOW, CRASHED = "its reader took too long", "its reader crashed"
"""Why a file could not be read, for reasons that may not hold the next time."""


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
