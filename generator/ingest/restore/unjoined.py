"""Dates and bylines above a story that were joined to the line before them, as if they were wrapped, come apart."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest import zones
from generator.ingest.edit import change
from generator.model import Block, Document
from generator.text import bylines, dates

_HEAD = 3  # blocks of the story, which its title may begin
_MOST_LINES = 8
_SHORT = 60
_OPENING = re.compile(r"(?:by|von|par|por|di|door|af|av|przez)\s", re.IGNORECASE)


def unjoined(document: Document) -> Document:
    """Split the blocks above a story where one of their lines is a date or a byline by itself."""
    blocks = {}
    first, _ = zones.story(document)
    for place, block in enumerate(document.blocks[: first + _HEAD]):
        if 1 < len(block.lines) <= _MOST_LINES and block.kind == "paragraph":
            parts = _parts(document, block)
            if len(parts) > 1:
                blocks[place] = parts
    return change(document, blocks)


def _parts(document: Document, block: Block) -> tuple[Block, ...]:
    printed = [(number, " ".join(document.lines[number - 1].split())) for number in block.lines]
    if " ".join(text for _, text in printed) != block.text:
        return (block,)
    parts: list[Block] = []
    alone_before = False
    for number, text in printed:
        alone = _stands_alone(text)
        if parts and not alone and not alone_before:
            parts[-1] = replace(parts[-1], text=f"{parts[-1].text} {text}", lines=(*parts[-1].lines, number))
        else:
            parts.append(replace(block, text=text, lines=(number,)))
        alone_before = alone
    return tuple(parts)


def _stands_alone(text: str) -> bool:
    """Whether a line is nothing but a date, or opens with "By" and names somebody or ends in a date."""
    if len(text) > _SHORT:
        return False
    found = bylines.parse(text)
    if found and found.opened:
        return True
    days = dates.find(text)
    if days and _OPENING.match(text) and days[-1].end > len(text) - 3:
        return True
    return (
        bool(days)
        and not re.search(r"[^\W\d_]{4,}", text[: days[0].start].replace("day", ""))
        and len(text) - days[0].end < 16
    )
