"""What a scraper did to a report is undone here, a step at a time; one idea a file, Document in, Document out.

No step loses a word: what leaves the body is in a hint or in the list of things taken. To add a step, write a module
with one function and add a line to `STEPS`; the order is the order of execution.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.ingest.markdown import plain
from generator.ingest.restore.biography import biography
from generator.ingest.restore.byline import byline
from generator.ingest.restore.caption import caption
from generator.ingest.restore.date_line import date_line
from generator.ingest.restore.dateline import dateline
from generator.ingest.restore.furniture import furniture
from generator.ingest.restore.glued_heading import glued_heading
from generator.ingest.restore.heading_line import heading_line
from generator.ingest.restore.menu import menu
from generator.ingest.restore.notice import notice
from generator.ingest.restore.repeats import repeats
from generator.ingest.restore.section import section
from generator.ingest.restore.standfirst import standfirst
from generator.ingest.restore.surroundings import surroundings
from generator.ingest.restore.title_line import title_line
from generator.ingest.restore.unjoined import unjoined
from generator.model import Block, Document
from generator.text.lines import is_prose

Step = Callable[[Document], Document]
BARE, ANY = True, False

STEPS: tuple[tuple[str, Step, bool], ...] = (
    ("unjoined", unjoined, BARE),
    ("menu", menu, BARE),  # before all that know furniture by its lines
    ("repeats", repeats, BARE),  # early: what is printed twice is often the title, and the others need to know
    ("furniture", furniture, ANY),  # before all that must know where the story begins
    ("notice", notice, ANY),
    ("date line", date_line, BARE),
    ("caption", caption, ANY),
    ("glued heading", glued_heading, ANY),
    ("section", section, BARE),
    ("title line", title_line, BARE),  # after the headings, one of which may be the title
    ("byline", byline, ANY),  # after the title, which may look like two names
    ("standfirst", standfirst, BARE),
    ("dateline", dateline, ANY),
    ("biography", biography, ANY),  # after the byline, whose names it looks for
    ("heading line", heading_line, BARE),
    ("surroundings", surroundings, BARE),  # last: when all that can be named is gone, and what stood beside it is known
)
"""Each with what it is for: `BARE` documents, in which no markup says what a line is, or `ANY`."""

ABOVE: tuple[Step, ...] = (date_line, section, byline)
"""What is done to the few lines above the text of a manuscript, whose rest is somebody's own writing."""
_MOST = 5
"""So many blocks may stand above the text of a manuscript; more of them are its text."""


def steps(document: Document) -> list[tuple[str, Step]]:
    """The steps that are for a document, by name, in their order."""
    return [(name, step) for name, step, bare in STEPS if document.bare or not bare]


def restore(document: Document) -> Document:
    """The document as it was written: headings, hints and body, without what the page around it said."""
    if document.format == "markdown":
        return _above(document)
    if not (document.bare or document.format == "html" or any(hint.field == "date" for hint in document.hints)):
        document = _above(document)  # a letter of Word's, a chapter: no page around it says when it was published
    for _, step in steps(document):
        document = step(document)
    return document


def _above(document: Document) -> Document:
    """A manuscript, its date and its byline read and taken from above its text."""
    start = next((place for place, block in enumerate(document.blocks) if is_prose(plain(block))), 0)
    above = [block for block in document.blocks[:start] if block.kind == "paragraph"]
    if not 0 < len(above) <= _MOST:
        return document
    read = [Block(plain(block), block.lines) for block in (*above, *document.blocks[start : start + 2])]
    looked = replace(document, format="text", bare=True, blocks=tuple(read), hints=(), taken=())
    for step in ABOVE:
        looked = step(looked)
    left = {line for block in looked.blocks for line in block.lines}
    known = {hint.field for hint in document.hints}
    return replace(
        document,
        blocks=tuple(block for block in document.blocks if block not in above or left.intersection(block.lines)),
        hints=(*document.hints, *(hint for hint in looked.hints if hint.field not in known)),
        taken=(*document.taken, *(taken for taken in looked.taken if taken.line not in left)),
    )
