"""Where the story of a scraped document begins and ends among the lines of the page around it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from generator.ingest.markdown import plain
from generator.model import Block, Document
from generator.text.lines import count, is_prose

_SHORT = -6  # what a short line speaks against the story's going on, in words of prose
_MOST = 60  # words of a paragraph that count


def story(document: Document, aside: Collection[int] = ()) -> tuple[int, int]:
    """Places of the first and the last block of the story; those `aside` do not count.

    It is the run of blocks with the greatest sum, where a paragraph counts for its words and a short line against
    them: teasers and comments that many short lines keep apart are not of the story. (Maximum subsequence, as in
    Pasternack and Roth, "Extracting article text from the web", 2009.) A document without prose gives (number of
    blocks, -1): nothing is inside its story.
    """
    return _story(_Blocks(document.blocks), frozenset(aside))


class _Blocks:
    """The blocks of a document, equal to themselves alone: so they are quickly looked up."""

    __slots__ = ("blocks",)

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks

    def __hash__(self) -> int:
        return id(self.blocks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Blocks) and self.blocks is other.blocks


@lru_cache(maxsize=2)  # many steps of a restoration ask, and few of them change anything
def _story(document: _Blocks, aside: frozenset[int]) -> tuple[int, int]:
    best, sum_, start, end = 0, 0, len(document.blocks), -1
    opened = 0
    for place, block in enumerate(document.blocks):
        if place in aside:
            continue
        text = plain(block) if block.markup else block.text
        if block.kind in ("paragraph", "quote") and (words := _words(text)):
            if sum_ <= 0:
                sum_, opened = 0, place
            sum_ += words
            if sum_ > best:
                best, start, end = sum_, opened, place
        elif block.kind in ("paragraph", "heading"):
            sum_ += _SHORT
    return start, end


@lru_cache(maxsize=4096)  # a step that changes a few blocks leaves the others
def _words(text: str) -> int:
    """The words of a paragraph that count; none of a short line."""
    return min(count(text), _MOST) if is_prose(text) else 0
