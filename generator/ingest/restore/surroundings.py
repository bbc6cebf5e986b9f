"""What is left of the page around a story, other stories' headlines above all, is told by its look and taken out."""

from __future__ import annotations

from math import log1p

from generator.ingest import looks, zones
from generator.ingest.edit import WRITTEN, is_glued, take
from generator.model import Document
from generator.text.lines import is_prose, stops

_PER_WORD = 0.55
"""What must speak for furniture, by the logarithm of a line's words: the more it has, the more would be lost."""
_LIST = 300
"""A story with more short lines than any page puts into one is a list, and they are its own."""
_ITEMS = 3  # lines below a story that one ending in a colon announces
_COLONS = (":", "：")


def surroundings(document: Document) -> Document:
    """Take out the short lines between title and story; and if a page stood around the text, what looks like it."""
    first, last = zones.story(document)
    if last < first:
        return document
    gone = _above(document, first)
    if any(taken.reason not in WRITTEN for taken in document.taken):
        gone |= _looking_like_it(document, first, last)
    return take(document, {place: "related link" if first < place < last else "page furniture" for place in gone})


def _looking_like_it(document: Document, first: int, last: int) -> set[int]:
    """Places of what looks like furniture, the story's own lists left out."""
    found = looks.looks(document)
    own = set(_announced(document, last))
    if sum(not look.prose for look in found[first : last + 1]) > _LIST:
        own.update(range(first, last + 1))
    return {look.place for look in found if look.place not in own and _is_furniture(document, look)}


def _announced(document: Document, last: int) -> range:
    """Places of the short lines below the story that are a list: its last line, or the first of them, says so."""
    page = {taken.line for taken in document.taken if taken.reason not in WRITTEN}
    end = last + 1
    while end < len(document.blocks) and not is_prose(document.blocks[end].text):
        between = range(document.blocks[end - 1].lines[-1], document.blocks[end].lines[0])
        if not page.isdisjoint(between):
            break
        end += 1
    for place in range(last, min(last + 2, end)):
        if document.blocks[place].text.endswith(_COLONS) and end - place > _ITEMS:
            return range(last + 1, end)
    return range(0)


def _above(document: Document, first: int) -> set[int]:
    """Places of the short lines above the story of a text that has a title; but the first sentence of one that had its
    date or its place glued to it.
    """
    if not any(hint.field == "title" for hint in document.hints):
        return set()
    begun = {taken.line for taken in document.taken if taken.reason in ("date line", "dateline")}
    return {
        place
        for place, block in enumerate(document.blocks[:first])
        if block.kind == "paragraph" and not is_prose(block.text)
        if not (stops(block.text) and begun.intersection(block.lines))
    }


def _is_furniture(document: Document, look: looks.Look) -> bool:
    """Whether enough speaks for a line's being furniture."""
    return look.weight > _PER_WORD * log1p(look.words) and not is_glued(document, look.place)
