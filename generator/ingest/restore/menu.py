"""The bullets before the lines around a story are a menu's: without them, the other steps see what the lines are."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from generator.ingest import zones
from generator.ingest.edit import change
from generator.model import Block, Document
from generator.text.lines import count, is_prose, stops

_POINTS = 5.0  # words an item, on the average, from which a list above the story says what is in it


def menu(document: Document) -> Document:
    """Make plain lines of the bullets outside the story; but its own points above it, and a list that ends it, stay."""
    bullets = [place for place, block in enumerate(document.blocks) if block.kind == "bullet"]
    first, last = zones.story(document) if bullets else (0, -1)
    if last < first:
        return document
    lines: dict[int, tuple[Block, ...]] = {}
    for _, run in groupby(enumerate(bullets), key=lambda each: each[1] - each[0]):
        places = [place for _, place in run]
        if not (first < places[0] < last or places[0] == last + 1 or _are_points(document, places)):
            lines |= {place: (replace(document.blocks[place], kind="paragraph"),) for place in places}
    return change(document, lines)


def _are_points(document: Document, places: list[int]) -> bool:
    """Whether the items of a list are sentences, or as long as those."""
    texts = [document.blocks[place].text for place in places]
    if any(is_prose(text) or (stops(text) and count(text) >= _POINTS) for text in texts):
        return True
    return sum(map(count, texts)) >= _POINTS * len(texts)
