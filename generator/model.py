"""The nouns that the stages hand to one another: frozen, inert, and importing nothing of ours.

Read top to bottom they tell the program: `ingest` turns a source document into a `Document` and then a `Report`,
which it writes as an article file; `build` turns that file into a `Page`, shows its `Entry` to the `Site`,
and renders one `View` for each output.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Day = dt.date | dt.datetime
"""A moment as far as a source states it: a date alone, or a date-time with its zone."""

# ---------------------------------------------------------------- ingest: a source document, read and described

BlockKind = Literal["paragraph", "heading", "quote", "bullet", "number", "verbatim"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, quotation or list item of a document."""

    text: str
    """One line of text without surrounding white space; only a `verbatim` block has line breaks."""
    lines: tuple[int, ...]
    """The numbers, from 1, of the document's lines it was made from."""
    kind: BlockKind = "paragraph"
    level: int = 2
    """For a heading its rank (2 to 6), for a list item its depth (from 1)."""
    markup: bool = False
    """True when `text` is Markdown already; False when it is plain text, to be escaped when it is written."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A value for a field, as a reader or a step found it. Several may compete for one field."""

    field: str
    """The front-matter key it speaks of: title, date, lastmod, summary, authors, lang, section, tags, name, url."""
    value: str
    origin: str
    """Where it was found, for a person to read: `og:title`, `line 1`, `folder name`."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Text that was taken out of the body, with the reason, so that nothing vanishes silently."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of one source document; the steps of `restore` give it its final form.

    Each line of `lines` that is not blank is in the `lines` of a block or is the `line` of something taken.
    """

    name: str
    """Path below `content/sources/`, with forward slashes; with `#` and a key where a file holds several documents."""
    format: str
    """What its text was written in: text, markdown, html, pdf."""
    lines: tuple[str, ...]
    """The text of the source, line by line, as a person would read it (for HTML: each visible piece of text)."""
    blocks: tuple[Block, ...]
    hints: tuple[Hint, ...] = ()
    """What the reader and the steps found, the most trustworthy of each field first."""
    taken: tuple[Taken, ...] = ()
    bare: bool = False
    """True where no markup says what a line is: its words alone tell the headline from the menu."""


@dataclass(frozen=True, slots=True)
class Field:
    """The value of one front-matter key and where it came from."""

    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Report:
    """One document, described: what `ingest` would write as an article."""

    document: Document
    fields: Mapping[str, Field]
    """By front-matter key, in the order in which they are written. A field that was not found is not in it."""
    body: str
    """Markdown."""


# ---------------------------------------------------------------- build: a content file, a site, an output


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
    terms: tuple[str, ...] = ()
    """The words and names that set it apart, the most telling first; at most twenty."""

    @property
    def publisher(self) -> str:
        """Name of the first publisher; empty when none is known."""
        return self.sources[0].name if self.sources else ""

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes at 220 words a minute, at least 1."""
        return max(1, round(self.words / 220))


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


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence of a digest, and the paragraph in which it stands word for word."""

    text: str
    entry: Entry
    paragraph: int
    """Number from 1, as in `#p4`."""
    alone: bool = False
    """True where the story has several publishers and no other one says this."""

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
    """What it is about, in words of the reports: `people injured`."""
    sides: tuple[Side, ...]
    """One where all agree, several where they differ; the one that most publishers take first."""


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


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event, or a lone report standing for itself (`lone`)."""

    slug: str
    url: str
    """Of the story page; of the article for a lone report."""
    title: str
    summary: str
    entries: tuple[Entry, ...]
    """Oldest first, undated ones last; at least one."""
    digest: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    agreed: tuple[Point, ...] = ()
    """Points on which at least two independent publishers say the same."""
    differences: tuple[Point, ...] = ()
    """Points on which publishers say something else; of each what it said last."""
    developments: tuple[Point, ...] = ()
    """Points on which a publisher says something else later, and nobody contradicts it; the sides oldest first."""
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Moment, ...] = ()
    """What the reports say happened when, in order of time."""
    publishers: tuple[str, ...] = ()
    """Each once, in the order in which they reported."""
    voices: int = 1
    """How many of them are independent: copies of one text, and publishers of one owner, count once."""
    tags: tuple[str, ...] = ()
    """Topics, those that most of its reports share first."""
    first: dt.date | None = None
    last: dt.date | None = None
    intro: str = ""
    """HTML of `content/stories/<slug>.md`, where a person wrote one."""
    retold: tuple[Retelling, ...] = ()
    """What an outside program wrote of it, where the settings name one."""
    aliases: tuple[str, ...] = ()
    lone: bool = False
    pin: bool = False
    update: bool = False
    """In an edition, that an earlier one had reports of it."""
    fresh: tuple[Citation, ...] = ()
    """What is new since the edition before the newest in which it stands: sentences that say what no earlier report
    does. In an edition that of this edition."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A person, place, organisation or subject that articles share."""

    name: str
    slug: str
    url: str
    entries: tuple[Entry, ...]
    """Newest first."""
    stories: tuple[Story, ...] = ()
    """Those about it, newest first, lone reports included."""
    neighbours: tuple[tuple[str, str, int], ...] = ()
    """Topics that occur with it, as (name, url, articles in common), the most frequent first; at most twelve."""
    intro: str = ""
    """HTML of `content/topics/<slug>.md`, where a person wrote one."""
    aliases: tuple[str, ...] = ()
    """Addresses that lead to it, those of its other names among them."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published reports."""

    name: str
    slug: str
    url: str
    entries: tuple[Entry, ...]
    """Newest first."""
    homepage: str = ""
    """The origin (`https://example.org`) that most of its reports came from, where they name one."""
    owner: str = ""
    """This and what follows as a person says it in `content/publishers.yml`."""
    country: str = ""
    licence: str = ""
    aliases: tuple[str, ...] = ()
    """Addresses that its page had, or would have, under its other names."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The stories of one day or ISO week."""

    slug: str
    """`2026-11-22` or `2026-w47`."""
    url: str
    period: Literal["day", "week"]
    first: dt.date
    last: dt.date
    stories: tuple[Story, ...]
    """Ranked; each with only those reports that stand in it, as they were known when it closed."""
    previous: str = ""
    """Address of the edition before, of the same period, as far as that was known when this one closed; else empty."""
    title: str = ""
    """What a person calls it in `content/editions/<slug>.md`; else empty."""
    intro: str = ""
    """HTML of that file."""
    omitted: tuple[str, ...] = ()
    """Slugs of what it left out, of stories and of reports."""


@dataclass(frozen=True, slots=True)
class Site:
    """All entries, ordered and linked. It holds no bodies, so an edit inside one cannot disturb another page."""

    articles: tuple[Entry, ...]
    """Newest first; undated and never-seen ones last."""
    pages: tuple[Entry, ...]
    """Hand-written pages, by weight and title."""
    stories: tuple[Story, ...]
    """Ranked, the most important first; lone reports included."""
    topics: tuple[Topic, ...]
    """By number of articles, then by name."""
    publishers: tuple[Publisher, ...]
    """By name."""
    days: tuple[Edition, ...]
    """Newest first."""
    weeks: tuple[Edition, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class View:
    """One output to render: where it goes, by which template, and what the template is told."""

    url: str
    """Address from the site's root. One that ends in `/` becomes `index.html` in that folder."""
    template: str
    """Name of a file in `templates/`."""
    values: Mapping[str, Any]
    bodies: tuple[str, ...] = ()
    """Paths of the content files whose bodies it shows; the template gets their Pages as `pages[path]`."""
    rooted: bool = False
    """True for a page that is served at any depth (`404.html`): its links start at the base path."""

    @property
    def path(self) -> str:
        """Output file below the output folder: `articles/kursk/index.html`."""
        return (self.url + "index.html" if self.url.endswith("/") else self.url).lstrip("/")
