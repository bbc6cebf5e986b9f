"""The lines of a Markdown text as blocks: what is simple is understood, the rest is kept as it is written.

A text falls into pieces at its blank lines, as Python-Markdown divides it; indented lines belong to the piece above.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Block

Lines = tuple[str, ...]

_HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_ITEM = re.compile(r"( *)([-*+]|\d{1,9}\.)( +)(?=\S)(.*)$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ROW = re.compile(r"[ |:]*-[-| :]*\|[-| :]*$|\|[-| :]+$")
_TAG = re.compile(
    r"<(?!(?:abbr|a|bdi|bdo|br|b|cite|code|data|del|dfn|em|img|ins|i|kbd|mark|q|samp|small|span|strong|sub|sup|s|time|u|var|"
    r"wbr)[\s/>])(?:([a-zA-Z][\w-]*)(?=[\s/>])|!--)"
)
"""An element that begins no paragraph."""
_VERBATIM = re.compile(rf"    |\t|{_FENCE.pattern}|{_TAG.pattern}| {{0,3}}\*?\[[^\]]+\]:")
"""Code, elements; addresses, footnotes and abbreviations."""
_FAR = 2000
"""How many lines on the end of a fence or an element is looked for."""
_BREAKS = ("  ", "\\")
_ATTRIBUTES = re.compile(r"\{:?[ ]*[.#\w][^}]*\}\s*$")
_NESTED = re.compile(r"#|>|\||<|\[[ xX]\]|[-*+] |\d+\. |```|~~~")


def blocks_of(lines: Lines, start: int = 0) -> list[Block]:
    """The blocks of `lines` after the first `start` ones; each line that is not blank is in one of them."""
    blocks: list[Block] = []
    place = _to_text(lines, start)
    while place < len(lines):
        stop = _end(lines, place)
        blocks += _understood(lines, place, stop) or [
            Block("\n".join(lines[place:stop]), tuple(range(place + 1, stop + 1)), "verbatim", markup=True)
        ]
        place = _to_text(lines, stop)
    return blocks


def _end(lines: Lines, start: int) -> int:
    """The line after the last one of the piece that begins on line `start`."""
    stop = _closed(lines, start)
    item = _ITEM.match(lines[start])
    if stop > start + 1 or _HEADING.match(lines[start]) or _RULE.match(lines[start]):
        return stop
    if not item and start + 1 < len(lines) and _UNDERLINE.match(lines[start + 1]):
        return start + 2
    apart = ("#",) if item or lines[start].lstrip().startswith((">", "|")) else ("#", ">", "```", "~~~")
    while True:
        while (
            stop < len(lines)
            and lines[stop].strip()
            and not (lines[stop].startswith(apart) or _RULE.match(lines[stop]))
        ):
            stop += 1
        below = _to_text(lines, stop)
        if below in (stop, len(lines)) or not _belongs(lines[below], lines[start], item):
            return stop
        stop = below + 1


def _closed(lines: Lines, start: int) -> int:
    """The line after the one that closes the fence or the element opened on line `start`; the next where none does."""
    fence, tag = _FENCE.match(lines[start]), _TAG.match(lines[start])
    if not fence and not tag:
        return start + 1
    opening = re.compile(rf"<{tag[1]}[\s/>]" if tag and tag[1] else "<!--", re.IGNORECASE)
    closing = re.compile(rf"</{tag[1]}\s*>" if tag and tag[1] else "-->", re.IGNORECASE)
    if fence:
        opening, closing = re.compile(r"(?!)"), re.compile(rf"^ {{0,3}}{fence[1]}{fence[1][0]}*\s*$")
    depth = 1 if fence else 0
    for place in range(start + (fence is not None), min(len(lines), start + _FAR)):
        depth += len(opening.findall(lines[place])) - len(closing.findall(lines[place]))
        if depth <= 0:
            return place + 1
    return start + 1


def _belongs(line: str, first: str, item: re.Match[str] | None) -> bool:
    """Whether what follows a blank line is of the piece that begins with `first`: indented, or the next item."""
    if line.startswith(("    ", "\t")) or (item and line.startswith("  ")):
        return item is not None or bool(_VERBATIM.match(first))
    other = _ITEM.match(line)
    return bool(item and other and not _RULE.match(line) and other[2][-1] == item[2][-1])


def _understood(lines: Lines, start: int, stop: int) -> list[Block]:
    """The blocks of a piece; nothing when it is to stand as it is written."""
    first = lines[start]
    if (
        _VERBATIM.match(first)
        or _RULE.match(first)
        or ("|" in first and stop > start + 1 and _ROW.match(lines[start + 1].strip()))
    ):
        return []
    if signs := _HEADING.match(first):
        return [Block(signs[2], (start + 1,), "heading", len(signs[1]), markup=True)] if signs[2] else []
    if first.lstrip(" ").startswith(">"):
        return _quotation(lines, start, stop)
    if _ITEM.match(first):
        return _items(lines, start, stop)
    if stop == start + 2 and _UNDERLINE.match(lines[start + 1]):
        return [Block(first.strip(), (start + 1, stop), "heading", 1 if "=" in lines[start + 1] else 2, markup=True)]
    rows = lines[start:stop]
    if any(row.endswith(_BREAKS) for row in rows[:-1]) or _ATTRIBUTES.search(rows[-1]) or rows[-1].lstrip()[:1] == ":":
        return []  # a line break, attributes or a definition would be lost
    return [Block(" ".join(row.strip() for row in rows), tuple(range(start + 1, stop + 1)), markup=True)]


def _to_text(lines: Lines, start: int) -> int:
    return next((place for place in range(start, len(lines)) if lines[place].strip()), len(lines))


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
        item = _ITEM.match(line)
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
        elif blank or _FENCE.match(line.strip()) or _NESTED.match(line.strip()):
            return []
        else:
            last = blocks[-1]
            blocks[-1] = replace(last, text=f"{last.text} {line.strip()}", lines=(*last.lines, place + 1))
    return blocks if len(lines[start]) == len(lines[start].lstrip()) else []


def _follows(blocks: list[Block], depth: int) -> bool:
    """Whether an item before is numbered and of the same list."""
    before = next((block for block in reversed(blocks) if block.level <= depth), None)
    return before is not None and before.level == depth and before.kind == "number"
