"""What a scraper did to a report is undone here, a step at a time; one idea a file, Document in, Document out.

No step loses a word: what leaves the body is in a hint or in the list of things taken. To add a step, write a module
with one function and add a line to `STEPS`; the order is the order of execution.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.ingest.restore.biography import biography
from generator.ingest.restore.byline import byline
from generator.ingest.restore.caption import caption
from generator.ingest.restore.date_line import date_line
from generator.ingest.restore.dateline import dateline
from generator.ingest.restore.furniture import furniture
from generator.ingest.restore.glued_heading import glued_heading
from generator.ingest.restore.heading_line import heading_line
from generator.ingest.restore.leftover import leftover
from generator.ingest.restore.masthead import masthead
from generator.ingest.restore.repeats import repeats
from generator.ingest.restore.section import section
from generator.ingest.restore.standfirst import standfirst
from generator.ingest.restore.title_line import title_line
from generator.ingest.restore.unjoined import unjoined
from generator.model import Document

STEPS: tuple[tuple[str, Callable[[Document], Document]], ...] = (
    ("unjoined", unjoined),
    ("repeats", repeats),  # early: what is printed twice is often the title, and the others need to know
    ("furniture", furniture),  # before all that must know where the story begins
    ("date line", date_line),
    ("caption", caption),
    ("glued heading", glued_heading),
    ("section", section),
    ("masthead", masthead),
    ("title line", title_line),  # after the headings, one of which may be the title
    ("byline", byline),  # after the title, which may look like two names
    ("standfirst", standfirst),
    ("dateline", dateline),
    ("biography", biography),  # after the byline, whose names it looks for
    ("heading line", heading_line),
    ("leftover", leftover),  # last: what is left around the story
)


def restore(document: Document) -> Document:
    """The document as it was written: headings, hints and body, without what the page around it said."""
    for _, step in STEPS:
        document = step(document)
    return document
