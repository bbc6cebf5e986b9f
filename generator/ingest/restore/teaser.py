"""Headlines of other stories that stand between two paragraphs, with their kickers, are taken out."""

from __future__ import annotations

from generator.ingest import zones
from generator.ingest.edit import take
from generator.model import Document
from generator.text.lines import count, is_prose, stops

_MOST = 3  # lines of a teaser: its kicker, its headline, its author; a longer run may be a list
_HEADLINE = 6  # words
_ALIKE = 5  # letters of a word that the next paragraph has, too


def teaser(document: Document) -> Document:
    """Take out two or three short lines in a row inside the story, one of which is as long as a headline.

    The last of them stays where it may head what follows, and all do below a colon: then they are a list.
    """
    if not document.bare:
        return document
    first, last = zones.story(document)
    reasons: dict[int, str] = {}
    place = first + 1
    while place < last:
        end = place
        while end < last and _short(document, end):
            end += 1
        run = range(place, end)
        if 2 <= len(run) <= _MOST and _teases(document, run):
            reasons |= dict.fromkeys(run if not _heads(document, end - 1) else run[:-1], "related link")
        place = end + 1
    return take(document, reasons)


def _short(document: Document, place: int) -> bool:
    block = document.blocks[place]
    return block.kind == "paragraph" and not is_prose(block.text) and not stops(block.text) and count(block.text) <= 20


def _teases(document: Document, run: range) -> bool:
    before, after = document.blocks[run[0] - 1], document.blocks[run[-1] + 1]
    if not (is_prose(before.text) and stops(before.text) and is_prose(after.text)):
        return False
    if after.text[0].islower() or after.text[0] in ",.;:)(":
        return False  # pieces of a sentence that a link broke
    texts = [document.blocks[place].text for place in run]
    if any(text.endswith((":", ",", ";")) or _is_said(text) for text in texts):
        return False
    others = run if not _heads(document, run[-1]) else run[:-1]
    return any(count(document.blocks[place].text) >= _HEADLINE for place in others)


def _is_said(text: str) -> bool:
    """Whether a line begins as no headline does: with a dash, a quotation mark, a number, a small letter."""
    return text[0].islower() or not text[0].isalpha() or "http" in text


def _heads(document: Document, place: int) -> bool:
    """Whether a line shares a word with the paragraph below it."""
    words = document.blocks[place].text.casefold().split()
    following = document.blocks[place + 1].text.casefold()
    return any(word[:_ALIKE] in following for word in words if len(word) >= _ALIKE)
