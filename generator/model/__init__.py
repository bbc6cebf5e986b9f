"""The nouns that the stages hand to one another: frozen, inert, and importing nothing of ours.

Read in this order they tell the program. `document`: `ingest` turns a source document into a Document, and then into a
Report, which it writes as an article file. `entry`: `build` turns that file into a Page, and shows its Entry to others.
`digest`: a story is told by its Digest. `site`: the Site holds all of them, and for each output one View is rendered.
"""

from __future__ import annotations

from generator.model.digest import Citation, Digest, Fact, Moment, Point, Quote, Retelling, Side
from generator.model.document import STORY_OF_LETTER, Block, BlockKind, Document, Field, Hint, Report, Taken
from generator.model.entry import Change, Day, Entry, Page, Reason, Source
from generator.model.site import Edition, Publisher, Site, Story, Topic, View

__all__ = [
    "STORY_OF_LETTER",
    "Block",
    "BlockKind",
    "Change",
    "Citation",
    "Day",
    "Digest",
    "Document",
    "Edition",
    "Entry",
    "Fact",
    "Field",
    "Hint",
    "Moment",
    "Page",
    "Point",
    "Publisher",
    "Quote",
    "Reason",
    "Report",
    "Retelling",
    "Side",
    "Site",
    "Source",
    "Story",
    "Taken",
    "Topic",
    "View",
]
