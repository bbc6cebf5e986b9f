"""Describes a document: the value of each field of its article, and where that value was found.

A field that the document does not state is absent. Each line of FIELDS is one key of the front matter, in the order in
which they are written, and the function that finds its value.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from generator.ingest.describe.authors import authors
from generator.ingest.describe.dates import date, lastmod
from generator.ingest.describe.draft import draft
from generator.ingest.describe.language import lang
from generator.ingest.describe.plain import Plain
from generator.ingest.describe.publisher import section, source
from generator.ingest.describe.quotation import marked
from generator.ingest.describe.summary import summary
from generator.ingest.describe.tags import tags
from generator.ingest.describe.title import FIRST_HEADING, title
from generator.ingest.markdown import body_of, plain
from generator.model import Document, Field, Report, Taken
from generator.text.lines import is_prose

FIELDS: tuple[tuple[str, Callable[[Plain], Field | None]], ...] = (
    ("title", title),
    ("date", date),
    ("lastmod", lastmod),
    ("draft", draft),
    ("summary", summary),
    ("authors", authors),
    ("lang", lang),
    ("section", section),
    ("tags", tags),
    ("source", source),
)


def describe(document: Document) -> Report:
    """The document with its fields and its body in Markdown."""
    read = Plain.of(document)
    fields = {key: found for key, find in FIELDS if (found := find(read))}
    taken = any(hint.field == "title" and hint.origin == FIRST_HEADING for hint in document.hints)  # by the reader
    if not taken and "title" in fields and fields["title"].origin == FIRST_HEADING:
        document = _without_first_heading(document)
    if "lang" in fields:
        document = marked(document, fields["lang"].value)
    return Report(document, fields, body_of(document))


def _without_first_heading(document: Document) -> Document:
    """A heading that became the title does not stand above the text once more; one inside the text stays."""
    place = next(place for place, block in enumerate(document.blocks) if block.kind == "heading")
    if any(is_prose(plain(block)) for block in document.blocks[:place]):
        return document
    head = document.blocks[place]
    taken = tuple(Taken(line, document.lines[line - 1], "title") for line in head.lines)
    blocks = (*document.blocks[:place], *document.blocks[place + 1 :])
    return dataclasses.replace(document, blocks=blocks, taken=(*document.taken, *taken))
