"""What is left of the page around a story, other stories' headlines above all, is told by its look and taken out."""

from __future__ import annotations

from collections.abc import Collection
from math import log1p

from generator.ingest import looks, zones
from generator.ingest.edit import WRITTEN, is_glued, take
from generator.model import Document
from generator.text.lines import count, is_prose, stops

_PER_WORD = 0.45
"""What must speak for furniture, by the logarithm of a line's words: the more it has, the more would be lost."""
_LIST = 300
"""A story with more short lines than any page puts into one is a list, and they are its own."""
_SEVERAL = 3
"""So many lines outside the story that look like furniture show a page, even if none says what it is."""
_ITEMS = 3  # lines below a story that one ending in a colon announces
_SENTENCE = 5  # words of the line that announces it
_COLONS = (":", "：")


def surroundings(document: Document) -> Document:
    """Take out the short lines between title and story; and if a page stood around the text, what looks like it."""
    first, last = zones.story(document)
    if last < first:
        return document
    scraped = any(taken.reason not in WRITTEN for taken in document.taken)
    outside = [each for each in (*document.blocks[:first], *document.blocks[last + 1 :]) if each.kind != "bullet"]
    looking = _looking_like_it(document, first, last) if scraped or len(outside) >= _SEVERAL else set()
    if not scraped and not _stand_around(looking, first, last):
        looking = set()
    gone = _above(document, first) | looking
    return take(document, {place: "related link" if first < place < last else "page furniture" for place in gone})


def _looking_like_it(document: Document, first: int, last: int) -> set[int]:
    """Places of what looks like furniture, the story's own lists left out."""
    found = looks.looks(document)
    own = {*_announced(document, last), *(at for at, block in enumerate(document.blocks) if block.kind == "bullet")}
    if sum(not look.prose for look in found[first : last + 1]) > _LIST:
        own.update(range(first, last + 1))
    gone: set[int] = set()
    for look in found:
        if look.place in own or is_glued(document, look.place):
            continue
        below = not look.prose and look.place - 1 in gone  # a paragraph does not go because the one above it went
        if look.weight(below=below) > _PER_WORD * log1p(look.words):
            gone.add(look.place)
    return gone


def _stand_around(looking: Collection[int], first: int, last: int) -> bool:
    """Whether so many lines outside the story look like furniture that a page must have stood around it."""
    return sum(not first <= place <= last for place in looking) >= _SEVERAL


def _announced(document: Document, last: int) -> range:
    """Places of the short lines below the story that are a list, if its last line says so, or the first
    of them in as many words as a sentence has: `Links:` is a page's.
    """
    page = {taken.line for taken in document.taken if taken.reason not in WRITTEN}
    end = last + 1
    while end < len(document.blocks) and not is_prose(document.blocks[end].text):
        between = range(document.blocks[end - 1].lines[-1], document.blocks[end].lines[0])
        if not page.isdisjoint(between):
            break
        end += 1
    for place in range(last, min(last + 2, end)):
        text = document.blocks[place].text
        if text.endswith(_COLONS) and end - place > _ITEMS and count(text) >= _SENTENCE:
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
