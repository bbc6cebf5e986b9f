"""Headings in capitals that lost their line break become headings again, in sentence case."""

from __future__ import annotations

from dataclasses import replace

from generator.ingest.edit import change
from generator.model import Block, Document
from generator.text.capitals import acronyms_of, heading_end
from generator.text.casing import is_capitals, sentence_case
from generator.text.lines import is_prose

_SEVERAL = 2
"""So many doubtful headings are believed; or one, where another is sure."""


def glued_heading(document: Document) -> Document:
    """Split `KIEV LOSES HALF OF KURSK Military experts from…` into its heading and its paragraph."""
    candidates = {
        place: block.text
        for place, block in enumerate(document.blocks)
        if block.kind == "paragraph" and not block.markup and block.text[:3].upper() == block.text[:3]
    }
    if not candidates:
        return document
    rest = " ".join(block.text for block in document.blocks if not is_capitals(block.text))
    acronyms = acronyms_of(rest)
    ends = {place: heading_end(text, acronyms) for place, text in candidates.items()}
    first = next((place for place, block in enumerate(document.blocks) if is_prose(block.text)), 0)
    doubtful = {place: heading_end(text, acronyms, sure=False) for place, text in candidates.items() if place > first}
    if any(ends.values()) or sum(map(bool, doubtful.values())) >= _SEVERAL:  # but a lead may open in capitals
        ends |= doubtful
    ends = {place: end for place, end in ends.items() if end}
    if not ends:
        return document
    text = "\n".join(
        block.text[ends.get(place, 0) :] for place, block in enumerate(document.blocks) if not is_capitals(block.text)
    )
    return change(document, {place: _split(document.blocks[place], end, text) for place, end in ends.items()})


def _split(block: Block, end: int, text: str) -> tuple[Block, Block]:
    heading = sentence_case(block.text[:end].strip(), text)
    return replace(block, text=heading, kind="heading", level=2), replace(block, text=block.text[end:].strip())
