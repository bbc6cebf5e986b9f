"""The lines of a Markdown text as blocks: what is simple is understood, the rest is kept verbatim."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.readers.markdown.shapes import FENCE, HEADING, ITEM, Lines, shape_at
from generator.model import Block

_BREAKS = ("  ", "\\")
_ATTRIBUTES = re.compile(r"\{:?[ ]*[.#\w][^}]*\}\s*$")
_NESTED = re.compile(r"#|>|\||<|\[[ xX]\]|[-*+] |\d+\. |```|~~~")


def blocks_of(lines: Lines, start: int = 0) -> list[Block]:
    """The blocks of `lines` after the first `start` ones; each line that is not blank is in one of them."""
    blocks: list[Block] = []
    place = start
    while place < len(lines):
        if not lines[place].strip():
            place += 1
            continue
        shape, stop = shape_at(lines, place)
        made: list[Block] = []
        if shape in ("heading", "underlined"):
            made = _heading(lines, place)
        elif shape == "quote":
            made = _quotation(lines, place, stop)
        elif shape == "list":
            made = _items(lines, place, stop)
        elif shape == "paragraph":
            made = _paragraph(lines, place, stop)
        blocks += made or _kept(lines, place, stop)
        place = stop
    return blocks


def _kept(lines: Lines, start: int, stop: int) -> list[Block]:
    """The lines as they stand."""
    while not lines[stop - 1].strip():
        stop -= 1
    return [Block("\n".join(lines[start:stop]), tuple(range(start + 1, stop + 1)), "verbatim", markup=True)]


def _heading(lines: Lines, start: int) -> list[Block]:
    """A heading with signs before it or a line below it; nothing when it has no text."""
    if not (signs := HEADING.match(lines[start])):
        level = 1 if lines[start + 1].startswith("=") else 2
        return [Block(lines[start].strip(), (start + 1, start + 2), "heading", level, markup=True)]
    return [Block(signs[2], (start + 1,), "heading", len(signs[1]), markup=True)] if signs[2] else []


def _paragraph(lines: Lines, start: int, stop: int) -> list[Block]:
    """One paragraph on one line; nothing when a line break, attributes or a definition would be lost by that."""
    rows = lines[start:stop]
    if any(row.endswith(_BREAKS) for row in rows[:-1]) or _ATTRIBUTES.search(rows[-1]) or rows[-1].lstrip()[:1] == ":":
        return []
    return [Block(" ".join(row.strip() for row in rows), tuple(range(start + 1, stop + 1)), markup=True)]


def _quotation(lines: Lines, start: int, stop: int) -> list[Block]:
    """The paragraphs of a quotation; nothing when it holds more than paragraphs."""
    inner = tuple(re.sub(r"^ {0,3}> ?", "", line) for line in lines[start:stop])
    if any(line.lstrip().startswith(">") for line in inner):
        return []  # a quotation in a quotation
    blocks = blocks_of(inner)
    if not blocks or any(block.kind != "paragraph" for block in blocks):
        return []
    made = [replace(block, kind="quote", lines=tuple(start + number for number in block.lines)) for block in blocks]
    bare = tuple(start + 1 + place for place, line in enumerate(inner) if not line.strip())
    made[-1] = replace(made[-1], lines=tuple(sorted((*made[-1].lines, *bare))))
    return made


def _items(lines: Lines, start: int, stop: int) -> list[Block]:
    """The items of a list; nothing when one holds more than a paragraph, or the numbers do not begin with one."""
    blocks: list[Block] = []
    indents: list[int] = []
    blank = False
    for place in range(start, stop):
        line = lines[place].expandtabs(4)
        item = ITEM.match(line)
        if not line.strip():
            blank = True
        elif line.endswith(_BREAKS) or (item and _NESTED.match(item[4])):
            return []
        elif item:
            indents = [*(indent for indent in indents if indent < len(item[1])), len(item[1])]
            kind = "number" if item[2][-1] == "." else "bullet"
            if kind == "number" and item[2] != "1." and not _follows(blocks, len(indents)):
                return []
            blocks.append(Block(item[4].strip(), (place + 1,), "bullet", len(indents), markup=True))
            blocks[-1] = replace(blocks[-1], kind="number") if kind == "number" else blocks[-1]
            blank = False
        elif blank or FENCE.match(line.strip()) or _NESTED.match(line.strip()):
            return []
        else:
            last = blocks[-1]
            blocks[-1] = replace(last, text=f"{last.text} {line.strip()}", lines=(*last.lines, place + 1))
    return blocks if len(lines[start]) == len(lines[start].lstrip()) else []


def _follows(blocks: list[Block], depth: int) -> bool:
    """Whether an item before is numbered and of the same list."""
    before = next((block for block in reversed(blocks) if block.level <= depth), None)
    return before is not None and before.level == depth and before.kind == "number"
