"""Where the blocks of a Markdown text begin and end, and of what shape they are, as Python-Markdown sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

Lines = tuple[str, ...]
Shape = Literal["heading", "verbatim", "quote", "list", "underlined", "paragraph"]

HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*#*\s*$")
ITEM = re.compile(r"( *)([-*+]|\d{1,9}\.)( +)(?=\S)(.*)$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_FAR = 2000
"""How many lines on the end of a fence or an element is looked for."""
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_DEFINITION = re.compile(r" {0,3}(?:\[[^\]]+\]|\*\[[^\]]+\]):")
_ROW = re.compile(r"[ |:]*-[-| :]*\|[-| :]*$|\|[-| :]+$")
_TAG = re.compile(r"<(?:([a-zA-Z][\w-]*)(?=[\s/>])|!--)")
_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var "
    "wbr".split()
)


def shape_at(lines: Lines, start: int) -> tuple[Shape, int]:
    """The shape of the block that begins on line `start` (from 0, not blank), and the line after its last one."""
    return next((shape, stop) for shape, ends in _SHAPES if (stop := ends(lines, start)) > start)


# --------------------------------------------- each gives the line after the block's last one, or `start` if it is none


def _heading(lines: Lines, start: int) -> int:
    return start + 1 if lines[start].startswith("#") else start


def _fenced(lines: Lines, start: int) -> int:
    opening = FENCE.match(lines[start])
    if not opening:
        return start
    closing = re.compile(rf" {{0,3}}{re.escape(opening[1])}{opening[1][0]}*\s*$")
    stop = min(len(lines), start + _FAR)
    return next((place + 1 for place in range(start + 1, stop) if closing.match(lines[place])), start)


def _raw(lines: Lines, start: int) -> int:
    """HTML, to the end of the line on which the element closes that opened it."""
    tag = _TAG.match(lines[start])
    if not tag or (tag[1] and tag[1].lower() in _INLINE):
        return start
    opening = re.compile(rf"<{re.escape(tag[1])}[\s/>]" if tag[1] else "<!--", re.IGNORECASE)
    closing = re.compile(rf"</{re.escape(tag[1])}\s*>" if tag[1] else "-->", re.IGNORECASE)
    depth = 0
    for place in range(start, min(len(lines), start + _FAR)):
        depth += len(opening.findall(lines[place])) - len(closing.findall(lines[place]))
        if depth <= 0:
            return _to_blank(lines, place)
    return _to_blank(lines, start)


def _indented(lines: Lines, start: int) -> int:
    """Code: lines indented by four, blank ones between them included."""
    stop = start
    while stop < len(lines) and (lines[stop].startswith(("    ", "\t")) or (stop > start and not lines[stop].strip())):
        stop += 1
    return stop


def _definition(lines: Lines, start: int) -> int:
    """Addresses, footnotes and abbreviations, with their indented further lines."""
    if not _DEFINITION.match(lines[start]):
        return start
    stop = start + 1
    while stop < len(lines) and (lines[stop].startswith(("    ", "\t")) or _DEFINITION.match(lines[stop])):
        stop += 1
    return stop


def _rule(lines: Lines, start: int) -> int:
    return start + 1 if _RULE.match(lines[start]) else start


def _table(lines: Lines, start: int) -> int:
    below = lines[start + 1].strip() if start + 1 < len(lines) else ""
    return _to_blank(lines, start) if "|" in lines[start] and _ROW.match(below) else start


def _quote(lines: Lines, start: int) -> int:
    return _to_blank(lines, start) if lines[start].lstrip(" ").startswith(">") else start


def _list(lines: Lines, start: int) -> int:
    """Items and all that is indented below them; a blank line between two items does not end their list."""
    if not ITEM.match(lines[start]):
        return start
    stop = start + 1
    while stop < len(lines):
        line = lines[stop]
        if not line.strip():
            after = _to_text(lines, stop)
            if after == len(lines):
                return stop
            if not lines[after].startswith(("  ", "\t")) and not _same_list(lines[start], lines[after]):
                return stop
            stop = after
        elif HEADING.match(line) or (_RULE.match(line) and not lines[stop - 1].strip()):
            return stop
        stop += 1
    return stop


def _same_list(first: str, line: str) -> bool:
    one, other = ITEM.match(first), ITEM.match(line)
    if not one or not other or _RULE.match(line):
        return False
    return one[2][-1:] == other[2][-1:]


def _underlined(lines: Lines, start: int) -> int:
    return start + 2 if start + 1 < len(lines) and _UNDERLINE.match(lines[start + 1]) else start


def _paragraph(lines: Lines, start: int) -> int:
    """To the next blank line, heading, quotation or fence."""
    stop = start + 1
    while stop < len(lines) and lines[stop].strip():
        if lines[stop].startswith(("#", ">")) or FENCE.match(lines[stop]):
            break
        stop += 1
    return stop


def _to_text(lines: Lines, start: int) -> int:
    return next((place for place in range(start, len(lines)) if lines[place].strip()), len(lines))


def _to_blank(lines: Lines, start: int) -> int:
    return next((place for place in range(start + 1, len(lines)) if not lines[place].strip()), len(lines))


_SHAPES: tuple[tuple[Shape, Callable[[Lines, int], int]], ...] = (
    ("heading", _heading),
    ("verbatim", _fenced),
    ("verbatim", _raw),
    ("verbatim", _indented),
    ("verbatim", _definition),
    ("verbatim", _rule),
    ("verbatim", _table),
    ("quote", _quote),
    ("list", _list),
    ("underlined", _underlined),
    ("paragraph", _paragraph),
)
