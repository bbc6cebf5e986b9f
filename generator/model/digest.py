"""What is told of a story in the words of its reports, each with the paragraph in which it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from generator.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence of a digest, and the paragraph in which it stands word for word."""

    text: str
    entry: Entry
    paragraph: int
    """Number from 1, as in `#p4`."""
    alone: bool = False
    """True where the story has several publishers and no other one says this."""
    rank: int = 0
    """How many others say more: where there is room for three, they are those of which no more than two do."""

    @property
    def url(self) -> str:
        """Address of the very paragraph: `/articles/kiev-loses-half-of-kursk/#p4`."""
        return f"{self.entry.url}#p{self.paragraph}"


@dataclass(frozen=True, slots=True)
class Retelling:
    """A sentence that an outside program wrote of a story. It is no quotation, and is shown as what it is."""

    text: str
    citations: tuple[Citation, ...]
    """The paragraphs that it goes by, each whole; at least one."""


@dataclass(frozen=True, slots=True)
class Side:
    """What some publishers say of a point, in the words of one of them."""

    value: str
    """As it is printed: `at least 12`."""
    citations: tuple[Citation, ...]
    """The sentences that say it, at least one; at most one of each report."""

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who says it, each once."""
        return tuple(dict.fromkeys(each.entry.publisher for each in self.citations if each.entry.publisher))


@dataclass(frozen=True, slots=True)
class Point:
    """One thing of which several reports of a story state a value: how many were hurt, where, when, who."""

    kind: Literal["number", "place", "time", "name"]
    subject: str
    """What it is about, in words of the reports: `people injured`, `members`, `mayor`; empty of times and amounts."""
    sides: tuple[Side, ...]
    """One where all agree, several where they differ; the one that most publishers take first."""
    whole: bool = False
    """Whether the subject can be understood without the sentences that are cited."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a report puts between quotation marks."""

    text: str
    """What stands between the marks, word for word."""
    speaker: str
    """As the text names them, `Mayor Ilse Brandt`; empty where it names nobody."""
    citation: Citation
    """The sentence in which it stands."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that a report says happened at a time."""

    day: dt.date
    """The day, or the first day of the month or year."""
    precision: Literal["time", "day", "month", "year"]
    clock: str
    """The time of day as `HH:MM`, where the precision is `time`; else empty."""
    said: str
    """The words that name the time, as they are printed: `on Sunday`."""
    citation: Citation

    @property
    def at(self) -> str:
        """The day as far as it is known: `2026-11-22T08:15`, `2026-11-22`, `2026-11` or `2026`."""
        day = self.day.isoformat()[: {"year": 4, "month": 7}.get(self.precision, 10)]
        return f"{day}T{self.clock}" if self.clock else day


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the box of key facts."""

    kind: Literal["who", "where", "when", "how many"]
    value: str
    """As it is printed in the sentence that is cited."""
    citation: Citation
    publishers: int
    """How many independent publishers say so."""
    subject: str = ""
    """Of `how many`, what is counted: `people injured`."""
    day: dt.date | None = None
    """Of `when`, the day that the words mean,"""
    clock: str = ""
    """and the time of day as `HH:MM`, where they state one."""


@dataclass(frozen=True, slots=True)
class Digest:
    """All that is told of a story in the words of its reports; each part empty where they say nothing of the kind."""

    sentences: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    agreed: tuple[Point, ...] = ()
    differences: tuple[Point, ...] = ()
    developments: tuple[Point, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Moment, ...] = ()
