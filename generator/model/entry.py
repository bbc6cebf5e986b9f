"""A content file as `build` reads it: what others may show of it, and its body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Day = dt.date | dt.datetime
"""A moment as far as a source states it: a date alone, or a date-time with its zone."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report was published."""

    name: str = ""
    url: str = ""
    file: str = ""
    known: dt.date | None = None
    """The day on which its document was first seen."""
    owner: str = ""
    """Who owns the publisher, where `content/publishers.yml` says so."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value of an article that its source has changed after it was published."""

    at: dt.date
    """The day on which it was seen."""
    key: str
    """The front-matter key, or `body`."""
    old: str
    """As text; of a body only the paragraphs that changed, a blank line between them. Empty where nothing was."""
    new: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a report stands in its story: the report that it is most like, and in what."""

    other: str
    """Slug of that report's article."""
    score: float
    """How alike the two are, from 0 to 1."""
    days: int | None
    """Days between them; none where one of them states no day."""
    names: tuple[str, ...] = ()
    """Names that both have, the rarest first; at most six."""
    words: tuple[str, ...] = ()
    """Other rare words that both have, likewise."""
    copied: bool = False
    """Whether nearly all of the one stands in the other."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What other pages may show of one content file: everything but its body."""

    path: str
    """The content file, below the site's folder: `content/articles/kiev-loses-half-of-kursk.md`."""
    kind: Literal["article", "page", "story", "topic", "edition"]
    slug: str
    url: str
    """Address on the site, from its root: `/articles/kiev-loses-half-of-kursk/`."""
    id: str
    """A URN that never changes, for feeds."""
    title: str
    summary: str = ""
    date: Day | None = None
    """As the source states it."""
    lastmod: Day | None = None
    day: dt.date | None = None
    """The day it belongs to in the site's time zone: the `stated` one, else the day it was first seen, else none."""
    stated: dt.date | None = None
    """The day that its source states, of `date` or else of `lastmod`; what counts or compares days goes by this one."""
    dated: bool = False
    """True when its source states when it was published."""
    authors: tuple[str, ...] = ()
    lang: str = ""
    dir: Literal["ltr", "rtl"] = "ltr"
    section: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    story: str = ""
    """Slug of its story; empty for a lone report."""
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Of a topic, the other names that mean it."""
    merge: tuple[str, ...] = ()
    """Of a story, the slugs of others whose reports belong to it."""
    order: tuple[str, ...] = ()
    """Of a story, the slugs of its reports, of an edition, those of its stories, in the order that a person wants."""
    omit: tuple[str, ...] = ()
    """Of an edition, the slugs of stories and reports that a person leaves out."""
    hide: bool = False
    """Of a topic, that it is shown nowhere."""
    image: str = ""
    weight: int = 0
    pin: bool = False
    draft: bool = False
    words: int = 0
    """About how many its body has: to the nearest hundred, or ten of a short one."""
    params: Mapping[str, Any] = field(default_factory=dict)
    known: dt.date | None = None
    """The day on which it was first seen; none for one that was written by hand."""
    former: tuple[tuple[dt.date, str], ...] = ()
    """The stories it was put into, each with the day, oldest first; an empty slug where it was taken out."""
    reason: Reason | None = None
    """Why it is in its story; none for one that a person put there."""
    changes: tuple[Change, ...] = ()
    """What its source changed since it was published, oldest first."""

    @property
    def publisher(self) -> str:
        """Name of the first publisher; empty when none is known."""
        return self.sources[0].name if self.sources else ""


@dataclass(frozen=True, slots=True)
class Page:
    """One content file, parsed and converted: its public face and its body."""

    entry: Entry
    markdown: str
    """The body as it stands in the file."""
    html: str
    """The body converted and, for an article, sanitised; paragraphs carry `id="p1"` and so on."""
    paragraphs: tuple[str, ...]
    """The plain text of each numbered paragraph: `paragraphs[3]` is that of `#p4`."""
    words: int = 0
    """How many the body has, to the word."""

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes at 220 words a minute, at least 1."""
        return max(1, round(self.words / 220))
