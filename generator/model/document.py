"""A source document on its way to an article: read, restored and described."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

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


STORY_OF_LETTER = "heading of the story"
"""The origin of the title of each story of a newsletter: by it one letter's stories are known, and never joined."""


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
    """What its text was written in: the name of a reader."""
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
