"""Where the story of a scraped document begins and ends among the lines of the page around it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from generator.ingest.edit import furniture
from generator.ingest.markdown import plain
from generator.model import Document
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
    return _story(_Seen(document), frozenset(aside))


class _Seen:
    """A document, equal to those alone that have its very blocks and lost the very same: so it is quickly looked up."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document.blocks)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Seen):
            return NotImplemented
        return self.document.blocks is other.document.blocks and self.document.taken is other.document.taken


@lru_cache(maxsize=2)  # many steps of a restoration ask, and few of them change anything
def _story(seen: _Seen, aside: frozenset[int]) -> tuple[int, int]:
    document = seen.document
    gone = furniture(document)
    best, sum_, start, end = 0, 0, len(document.blocks), -1
    opened, above = 0, 0
    for place, block in enumerate(document.blocks):
        if block.lines:
            sum_ += _SHORT * (gone[block.lines[0]] - gone[above])
            above = block.lines[-1]
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
