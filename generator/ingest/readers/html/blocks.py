"""Lines of a page's article as Blocks: what one line break divided comes together, tables are kept as tables."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from generator.ingest.readers.html.inline import markdown_of
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.opening import ends
from generator.model import Block, BlockKind

_KINDS: dict[str, BlockKind] = {"heading": "heading", "quote": "quote", "bullet": "bullet", "number": "number"}
_MOST_CELLS = 100_000
"""A table with more, all its rows as wide as the widest, is none that anybody reads."""


def blocks_of(lines: list[Line], base: str) -> list[Block]:
    """The blocks, in order; each line is in one of them; relative links are relative to `base`."""
    highest = min((line.level for line in lines if line.kind == "heading"), default=2)
    tables = {_table(line) for line in lines} - {None}
    layout = {table for table in tables if table.find(".//table") is not None}
    blocks: list[Block] = []
    for table, run in groupby(lines, _table):
        group = list(run)
        blocks += _running(group, highest - 2, base) if table is None else _tabular(group, base, layout=table in layout)
    return blocks


def _table(line: Line) -> Any:
    return line.inside("table") if line.kind == "cell" else None


def _running(lines: list[Line], shift: int, base: str) -> list[Block]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, shift, base) for group in groups]


def _block(lines: list[Line], shift: int, base: str) -> Block:
    kind, level = lines[0].kind, 2
    if kind == "heading":
        level = min(6, max(2, lines[0].level - shift))
    elif kind in ("bullet", "number"):
        level = max(1, lines[0].level)
    text = " ".join(markdown_of(line.pieces, base) for line in lines)
    return Block(text, tuple(line.number for line in lines), _KINDS.get(kind, "paragraph"), level, markup=True)


def _continues(before: Line, line: Line) -> bool:
    """Whether two lines are one paragraph: after a single line break, unless each is a paragraph by itself."""
    if line.number != before.number + 1 or line.kind != before.kind:
        return False
    if line.kind in ("bullet", "number"):
        return before.inside("li") is line.inside("li")
    if before.element is not line.element or not line.after_break:
        return False
    return line.kind == "heading" or not (ends(before.text) and len(before.text) > 60)


def _tabular(lines: list[Line], base: str, *, layout: bool) -> list[Block]:
    """A table of figures or words as Markdown's; one that only arranges the page (`layout`) as its paragraphs."""
    cells: dict[Any, list[str]] = {}
    for line in lines:
        cells.setdefault(line.inside("td", "th"), []).append(markdown_of(line.pieces, base).replace("|", "\\|"))
    found = dict.fromkeys(row for cell in cells if (row := cell.getparent()).tag == "tr")
    printed = list(found) if len(found) > 1 else []  # one row is no table, and of a long one there may be many runs
    rows = [[" ".join(cells.get(cell, ())) for cell in row if cell.tag in ("td", "th")] for row in printed]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    sized = width > 1 and len(rows) > 1 and width * len(rows) <= _MOST_CELLS
    if layout or not sized or max(len(line.text) for line in lines) > 200:
        return [Block(markdown_of(line.pieces, base), (line.number,), markup=True) for line in lines]
    rows = [row + [""] * (width - len(row)) for row in rows]
    rows.insert(1, ["---"] * width)
    text = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return [Block(text, tuple(line.number for line in lines), "verbatim", markup=True)]
