"""Short lines of the story that head what follows become headings."""

from __future__ import annotations

from dataclasses import replace

from generator.ingest import headings
from generator.ingest.edit import change, is_of_page
from generator.model import Block, Document
from generator.text.casing import is_capitals, sentence_case

_ENOUGH = -0.9
"""What must speak for a heading: as many are missed then as are taken for one."""
_UNSCRAPED = 2.0
"""What speaks for one between the paragraphs of a text that no page stood around: no other headlines are in it."""


def heading_line(document: Document) -> Document:
    """Make a heading of each short line of the story that looks like one."""
    more = 0.0 if any(is_of_page(taken.reason) for taken in document.taken) else _UNSCRAPED
    heads = [line.place for line in headings.lines(document) if line.weight + more * line.apart > _ENOUGH]
    found = {place: document.blocks[place] for place in heads}
    text = ""
    if any(is_capitals(block.text) for block in found.values()):
        text = "\n".join(block.text for block in document.blocks if not is_capitals(block.text))
    return change(document, {place: (_heading(block, text),) for place, block in found.items()})


def _heading(block: Block, text: str) -> Block:
    name = sentence_case(block.text, text) if is_capitals(block.text) else block.text
    return replace(block, text=name.rstrip(":"), kind="heading", level=2)
