"""The body of an article as Markdown, from the blocks of its document.

What Python-Markdown makes of it are the same blocks again, with the same text. One paragraph stands on one line,
because people edit these files and read their diffs.
"""

from __future__ import annotations

from itertools import groupby

from generator.model import Block, Document
from generator.text.lines import single
from generator.text.marks import escape, unmarked

_LISTS = ("bullet", "number")


def body_of(document: Document) -> str:
    """The blocks as Markdown, a blank line between them, list items and the paragraphs of a quotation together."""
    parts = [_passage(kind, list(run)) for kind, run in groupby(_visible(document), _company)]
    return "\n\n".join(part for part in parts if part) + ("\n" if parts else "")


def plain(block: Block) -> str:
    """The text of a block as a reader sees it, without the marks of Markdown."""
    if not block.markup:
        return block.text
    if "\n" not in block.text:
        return unmarked(block.text)
    return "\n".join(unmarked(line) for line in block.text.split("\n"))


def _visible(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.text.strip()]


def _company(block: Block) -> str:
    """Blocks of one company that follow each other are written together."""
    return "list" if block.kind in _LISTS else block.kind


def _passage(kind: str, blocks: list[Block]) -> str:
    if kind == "list":
        return _list(blocks)
    if kind == "quote":
        return "\n>\n".join(f"> {_line(block)}" for block in blocks)
    return "\n\n".join(_heading(block) if kind == "heading" else _line(block) for block in blocks)


def _line(block: Block) -> str:
    if block.kind == "verbatim":
        return block.text.strip("\n") if block.markup else "\n".join(map(escape, block.text.split("\n")))
    text = single(block.text)
    return text if block.markup else escape(text)


def _heading(block: Block) -> str:
    text = _line(block)
    before = text.removesuffix("#")
    if before != text and (len(before) - len(before.rstrip("\\"))) % 2 == 0:
        text = before + "\\#"  # a closing sign would vanish
    return f"{'#' * min(max(block.level, 2), 6)} {text}"


def _list(blocks: list[Block]) -> str:
    """Items, each indented by its depth and numbered among its own kind.

    Markdown cannot tell two kinds of list apart inside an item, so the items below it are all of the first one's kind.
    """
    rows: list[str] = []
    open_lists: list[tuple[str, int]] = []
    for block in blocks:
        depth = min(max(block.level, 1), len(open_lists) + 1)
        kind, count = open_lists[depth - 1] if len(open_lists) >= depth else (block.kind, 0)
        if kind != block.kind and depth == 1:
            rows.append("")  # a blank line ends the list
            kind, count = block.kind, 0
        open_lists = [*open_lists[: depth - 1], (kind, count + 1)]
        sign = f"{count + 1}." if kind == "number" else "-"
        rows.append(f"{'    ' * (depth - 1)}{sign} {_line(block)}")
    return "\n".join(rows)
