"""How the steps of `restore` change a document so that each of its lines stays accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from generator.ingest.markdown import plain
from generator.model import Block, Document, Hint, Taken

WRITTEN = frozenset(
    {"title", "byline", "dateline", "date line", "caption", "photo credit", "separating line", "nothing visible"}
)
"""The reasons for which a line is taken out of a text that nobody scraped, too."""


def is_of_page(reason: str) -> bool:
    """Whether a line went as part of the page around the story."""
    return reason not in WRITTEN and not reason.startswith("repeats")


def is_glued(document: Document, place: int) -> bool:
    """Whether a heading shares its line with the paragraph it stood in."""
    block, *rest = document.blocks[place : place + 2]
    return block.kind == "heading" and any(block.lines[-1] in each.lines for each in rest)


def furniture(document: Document) -> list[int]:
    """How many lines before each line were taken out as part of the page."""
    gone = {taken.line for taken in document.taken if taken.reason not in WRITTEN}
    return [0, *accumulate(line in gone for line in range(1, len(document.lines) + 1))]


def above(document: Document) -> dict[int, str]:
    """Why the last line that prints something above each line was taken out, by the number of the latter."""
    reasons = {taken.line: taken.reason for taken in document.taken}
    printed = [number for number, line in enumerate(document.lines, start=1) if line.strip()]
    return {below: reasons[number] for number, below in pairwise(printed) if number in reasons}


def fate(document: Document, block: Block, reason: str) -> list[Taken]:
    """What is to be said of a block that is taken out whole: one line at a time."""
    if len(block.lines) < 2:
        return [Taken(line, plain(block), reason) for line in block.lines]
    printed = [Taken(line, document.lines[line - 1].strip(), reason) for line in block.lines]
    if block.text.split() != " ".join(each.text for each in printed).split():
        printed[0] = replace(printed[0], text=plain(block))
    return printed


def take(document: Document, reasons: Mapping[int, str], hints: Iterable[Hint] = ()) -> Document:
    """The document without the blocks at the given places, each taken for its reason; and with more hints."""
    return change(document, dict.fromkeys(reasons, ()), reasons=reasons, hints=hints)


def change(
    document: Document,
    blocks: Mapping[int, Sequence[Block]],
    *,
    taken: Iterable[Taken] = (),
    reasons: Mapping[int, str] | None = None,
    hints: Iterable[Hint] = (),
) -> Document:
    """The document with each block at a place of `blocks` replaced by those given.

    A place in `reasons` gives up its whole block for that reason; `taken` tells of parts of blocks. A hint that the
    document has already is not given twice.
    """
    hints = tuple(hint for hint in hints if hint not in document.hints)
    if not blocks and not hints:
        return document
    reasons = reasons or {}
    kept: list[Block] = []
    gone = list(taken)
    for place, block in enumerate(document.blocks):
        if place in reasons:
            gone += fate(document, block, reasons[place])
        kept += blocks.get(place, (block,))
    left = tuple(kept) if blocks else document.blocks  # the very same: what is known of them stays known
    return replace(document, blocks=left, taken=document.taken + tuple(gone), hints=document.hints + hints)
