"""Lines of a page's article as Blocks: what one line break divided comes together, tables are kept as tables."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Any

from generator.ingest.readers.html.inline import markdown_of
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.opening import ends
from generator.model import Block, BlockKind

_KINDS: dict[str, BlockKind] = {"heading": "heading", "quote": "quote", "bullet": "bullet", "number": "number"}


def blocks_of(lines: list[Line], base: str) -> list[Block]:
    """The blocks, in order; each line is in one of them; relative links are relative to `base`."""
    highest = min((line.level for line in lines if line.kind == "heading"), default=2)
    blocks: list[Block] = []
    for table, run in groupby(lines, _table):
        group = list(run)
        blocks += _running(group, highest - 2, base) if table is None else _tabular(table, group, base)
    return blocks


def _table(line: Line) -> Any:
    return line.inside("table") if line.kind == "cell" else None


def _running(lines: list[Line], shift: int, base: str) -> list[Block]:
    blocks: list[Block] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _continues(before, line):
            last = blocks[-1]
            blocks[-1] = replace(
                last, text=f"{last.text} {markdown_of(line.pieces, base)}", lines=(*last.lines, line.number)
            )
        else:
            level = (
                min(6, max(2, line.level - shift))
                if line.kind == "heading"
                else max(1, line.level)
                if line.kind in ("bullet", "number")
                else 2
            )
            blocks.append(
                Block(
                    markdown_of(line.pieces, base),
                    (line.number,),
                    _KINDS.get(line.kind, "paragraph"),
                    level,
                    markup=True,
                )
            )
        before = line
    return blocks


def _continues(before: Line, line: Line) -> bool:
    """Whether two lines are one paragraph: after a single line break, unless each is a paragraph by itself."""
    if line.number != before.number + 1 or line.kind != before.kind:
        return False
    if line.kind in ("bullet", "number"):
        return before.inside("li") is line.inside("li")
    if before.element is not line.element or not line.after_break:
        return False
    return line.kind == "heading" or not (ends(before.text) and len(before.text) > 60)


def _tabular(table: Any, lines: list[Line], base: str) -> list[Block]:
    """A table of figures or words as Markdown's; one that only arranges the page as its paragraphs."""
    cells: dict[Any, list[str]] = {}
    for line in lines:
        cells.setdefault(line.inside("td", "th"), []).append(markdown_of(line.pieces, base).replace("|", "\\|"))
    rows = [[" ".join(cells.get(cell, ())) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) < 2 or max(len(line.text) for line in lines) > 200 or table.find(".//table") is not None:
        return [Block(markdown_of(line.pieces, base), (line.number,), markup=True) for line in lines]
    rows = [row + [""] * (width - len(row)) for row in rows]
    rows.insert(1, ["---"] * width)
    text = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return [Block(text, tuple(line.number for line in lines), "verbatim", markup=True)]
