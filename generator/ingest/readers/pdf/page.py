"""A page of a PDF as its printed lines: what each says, where it stands, how large and how bold it is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple

from generator.ingest.readers.pdf.letters import Letters
from generator.ingest.readers.tidy import tidy

_PRINTED = re.compile("[^\\s\ufffe](?:[^\n\f\ufffe]*[^\\s\ufffe])?")
"""PDFium ends a line with a line feed; with U+FFFE where it saw a hyphen that divides a word."""
_SPACED = re.compile(r"(?:\S ){3,}\S")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EACH = 16
"""Of so many letters one tells which way a page runs."""
_GAP = 0.9
"""So many line heights between two letters are no space but the gap between columns or cells."""
_SPACE = 0.4
"""Between letters that are set apart, so many line heights more than usual are the space between two words."""
_WIDE = 0.5
"""Lines wider than this share of the page may be lines of two columns in one; a few of them tell."""
_SAMPLE = 6
_NEAR = 3.0
_MOST_GAPS = 10
_TINY = 2.5


class Line(NamedTuple):
    """One printed line, or the part of it that stands in one column."""

    text: str
    x0: float
    """From the side on which its script begins: on an Arabic page from the right."""
    y0: float
    """From the top of the page downwards, as all its measures."""
    x1: float
    y1: float
    size: float
    """Height of its letters, from the lowest to the highest that its font has."""
    bold: bool = False
    torn: bool = False
    """True when it ended in a hyphen within a word, which is not in `text`."""
    unseen: str = ""
    """Why no reader of the page sees it; empty when it is seen."""


class Page(NamedTuple):
    """The lines of one page, in the order of the file."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def page_of(page: Any, textpage: Any, number: int) -> Page:
    """The lines of one page of PDFium's, with the coordinates of the page as it is shown."""
    letters = Letters(page, textpage)
    lines, spans = _lines(letters)
    sideways = [span for line, span in zip(lines, spans, strict=True) if line.unseen]
    if 2 * len(sideways) > len(lines):  # so is the page
        (_, top, _, _), (_, end, _, _) = (letters.place(place) for place in (sideways[0][0], sideways[0][1] - 1))
        letters = Letters(page, textpage, turned=1 if top > end else 3)
        lines, spans = _lines(letters)
    lines = _divided(lines, spans, letters)
    width, height, sample = letters.width, letters.height, letters.text[::_EACH]
    if 2 * len(_RIGHT_TO_LEFT.findall(sample)) > len(sample):
        lines = [line._replace(x0=width - line.x1, x1=width - line.x0) for line in lines]
    return Page(number, width, height, tuple([_seen(line, width, height) for line in initials(lines)]))


def _lines(letters: Letters) -> tuple[list[Line], list[tuple[int, int]]]:
    """The lines, and of each the numbers of its first letter and of the one behind its last."""
    lines: list[Line] = []
    spans: list[tuple[int, int]] = []
    for match in _PRINTED.finditer(letters.text):
        start, stop = match.span()
        if line := _line(letters, start, stop, torn=letters.text[stop : stop + 1] == "\ufffe"):
            lines.append(line)
            spans.append((start, stop))
    return lines, spans


def _line(letters: Letters, start: int, stop: int, torn: bool) -> Line | None:
    """The line of the letters from `start` to before `stop`; None when nothing is to be seen."""
    text, place = letters.text, letters.place
    said = tidy(text[start:stop])
    if not said:
        return None
    ax0, ay0, ax1, ay1 = place(start)
    bx0, by0, bx1, by1 = place(stop - 1)
    size = ay1 - ay0
    if size != by1 - by0:  # one of them may be raised, or another sign's: a third one tells
        middle = place((start + stop) // 2 - text[(start + stop) // 2].isspace())
        size = sorted((size, by1 - by0, middle[3] - middle[1]))[1]
    x0, y0, x1, y1 = min(ax0, bx0), min(ay0, by0), max(ax1, bx1), max(ay1, by1)
    if abs(ay0 - by0) > 2 * size and abs(ax0 - bx0) < size:
        return Line(said, x0, y0, x1, y1, ax1 - ax0, unseen="printed sideways")
    if said[1:2] == " " and _SPACED.fullmatch(said):
        said = tidy(_drawn_together(letters, start, stop)) or said
    return Line(said, x0, y0, x1, y1, size, letters.is_bold(start) and letters.is_bold(stop - 1), torn)


def _drawn_together(letters: Letters, start: int, stop: int) -> str:
    """A letter-spaced line as it would be written: only where the gap is wider than most does a word end."""
    text = letters.text
    shown = [(text[number], letters.place(number)) for number in range(start, stop) if not text[number].isspace()]
    gaps = [after[0] - before[2] for (_, before), (_, after) in pairwise(shown)]
    usual, room = sorted(gaps)[len(gaps) // 2], _SPACE * (shown[0][1][3] - shown[0][1][1])
    return shown[0][0] + "".join(
        (" " if gap > usual + room else "") + letter for gap, (letter, _) in zip(gaps, shown[1:], strict=True)
    )


def _divided(lines: list[Line], spans: list[tuple[int, int]], letters: Letters) -> list[Line]:
    """The lines, each cut where a column ends; a sample of them tells where that may be."""
    wide = [place for place, line in enumerate(lines) if line.x1 - line.x0 > _WIDE * letters.width and not line.unseen]
    sample = wide[:: len(wide) // _SAMPLE + 1]
    edges = [x for place in sample for _, x in _gaps(lines[place], *spans[place], letters)[:_MOST_GAPS]]
    places = [x for x in edges if sum(abs(x - other) < _NEAR for other in edges) >= min(2, len(sample))]
    if not places:
        return lines
    result: list[Line] = []
    for line, (start, stop) in zip(lines, spans, strict=True):
        crosses = not line.unseen and any(line.x0 + 1 < x < line.x1 - 1 for x in places)
        cuts = [number for number, _ in _gaps(line, start, stop, letters)] if crosses else []
        parts = (
            [_line(letters, one, other - 1, False) for one, other in pairwise((start, *cuts, stop + 1))] if cuts else []
        )
        found = [part for part in parts if part] or [line]
        result += [*found[:-1], found[-1]._replace(torn=line.torn)]
    return result


def _gaps(line: Line, start: int, stop: int, letters: Letters) -> list[tuple[int, float]]:
    """Where in a line so much room is that another column begins: the number of its first letter, and its edge."""
    text, place = letters.text, letters.place
    found: list[tuple[int, float]] = []
    if letters.at_once(start, stop):
        return found
    space = text.find(" ", start + 1, stop - 1)
    while space > 0:
        if not text[space - 1].isspace() and not text[space + 1].isspace():
            before, after = place(space - 1), place(space + 1)
            if max(after[0] - before[2], before[0] - after[2]) > _GAP * line.size:
                found.append((space + 1, after[0] if after[0] > before[0] else after[2]))
        space = text.find(" ", space + 1, stop - 1)
    return found


def initials(lines: list[Line]) -> list[Line]:
    """The lines, each large letter that begins a story put before its word, and those beside it moved to the left."""
    result: list[Line] = []
    large: Line | None = None
    smallest = min((line.size for line in lines), default=0.0)
    for line in lines:
        if large and line.x0 >= large.x1 - 1 and large.y0 - line.size < line.y0 and line.y1 < large.y1 + line.size:
            if result[-1] is large:
                apart = line.x0 - large.x1 > line.size or not line.text[0].islower()
                result.pop()
                begun = f"{large.text}{' ' * (apart and large.text in 'AIOÀÉ')}{line.text}"
                result.append(line._replace(text=begun, x0=large.x0))
            else:
                result.append(line._replace(x0=large.x0))
            continue
        large = line if len(line.text) == 1 and line.text.isalpha() and line.text.isupper() else None
        if large and large.size < 1.8 * smallest:
            large = None
        result.append(line)
    return result


def _seen(line: Line, width: float, height: float) -> Line:
    """The line, marked if it stands beyond the edge of the page or is too small to be read."""
    if line.unseen:
        return line
    if line.x1 < 0 or line.y1 < 0 or line.x0 > width or line.y0 > height:
        return line._replace(unseen="outside the page")
    return line._replace(unseen="too small to be seen") if line.size < _TINY else line
