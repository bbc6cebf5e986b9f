"""From printed lines to paragraphs: where one ends, in the middle of a column and at the end of one or of a page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from generator.ingest.readers.pdf.page import Line
from generator.ingest.readers.pdf.seam import is_unspaced, is_wordless, joined, seam

_STOPS = frozenset(".!?…:;。！？؟।")
_CLOSING = "\"'”’»)]"
_BULLET = re.compile(r"[•▪●◦‣∙■□➢✓·]\s*(?=\S)")
_DASH = re.compile(r"[-–—*]\s+(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
_LARGER = 1.15
"""Letters so much larger than others are of another kind of text."""
_LOOSE = 1.3
"""Two lines of one paragraph are no farther apart than so many times what is usual."""
_DOUBLE = 2.0
"""Lines of one paragraph are set no wider apart than this, however many paragraphs are of a single line."""
_SHORT = 0.35
_INDENT = 0.6
"""Of the height of a line: what begins so far from where the others begin is a new paragraph."""


class Column(NamedTuple):
    """The lines of one column, and the number of the first of them in the document."""

    first: int
    lines: Sequence[Line]


class Known(NamedTuple):
    """What is known of a whole document before its paragraphs are."""

    size: float
    """Of the letters of its running text."""
    bold: bool
    """Whether its running text is bold."""
    leading: float
    """From one line of its running text to the next, in its size."""
    text: str
    """All of it that no line's end divides, whose words tell how a torn one is mended."""

    @classmethod
    def of(cls, columns: Sequence[Column]) -> Known:
        """Look at all of its columns."""
        lines = [line for column in columns for line in column.lines]
        looks: defaultdict[tuple[float, bool], int] = defaultdict(int)
        sizes: Counter[float] = Counter()
        bold = 0
        for line in lines:
            looks[line.size, line.bold] += len(line.text)
        for (size, is_bold), letters in looks.items():
            sizes[round(size * 2) / 2] += letters
            bold += letters if is_bold else -letters
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        alike = {one for one, _ in looks if _alike(one, size)}
        gaps = [
            gap / a.size
            for column in columns
            for a, b in pairwise(column.lines)
            if a.size in alike and 0 < (gap := b.y1 - a.y1) < 3 * a.size
        ]
        whole = [line.text if not line.torn else line.text.rpartition(" ")[0] for line in lines]
        leading = sorted(gaps)[3 * len(gaps) // 10] if gaps else 1.2
        return cls(size, bold > 0, leading, "\n".join(whole))


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together: a paragraph, a heading, an item of a list."""

    text: str
    numbers: tuple[int, ...]
    first: Line
    last: Line
    left: float
    """Where the lines of its column begin."""
    right: float
    """Where the longest of them ends."""
    column: int
    bold: bool
    indented: bool
    """Whether it begins farther in than the other lines of its column."""
    sign: str = ""
    """What it begins with as an item of a list, which is not in `text`."""

    @property
    def size(self) -> float:
        """Of its letters."""
        return self.first.size

    @property
    def is_open(self) -> bool:
        """Whether its last sentence goes on somewhere."""
        return self.last.torn or not _ends(self.text)


def passages(columns: Sequence[Column], known: Known) -> list[Passage]:
    """The passages of all columns, in order; one that a column's end divides is one."""
    found: list[Passage] = []
    indents = False
    for number, column in enumerate(columns):
        begun = _of_column(column, number, known)
        indents = indents or sum(each.indented for each in begun) > 0.4 * len(begun) > 1
        before = next((place for place in range(len(found) - 1, -1, -1) if _is_running(found[place], known)), None)
        first = next((place for place, each in enumerate(begun) if _is_running(each, known)), None)
        if before is not None and first is not None and number - found[before].column <= 2:
            one, other = found[before], begun[first]
            beside = all(each.size < known.size / 1.1 for each in (*found[before + 1 :], *begun[:first]))
            if beside and _goes_on(one, other, indents):
                text = joined(one.text, other.text, one.last.torn, known.text)
                found[before] = replace(
                    one,
                    text=text,
                    numbers=(*one.numbers, *other.numbers),
                    last=other.last,
                    left=other.left,
                    right=other.right,
                    column=other.column,
                )
                del begun[first]
        found += begun
    return found


def _is_running(passage: Passage, known: Known) -> bool:
    return _alike(passage.size, known.size) and passage.bold == known.bold and not passage.sign


def _goes_on(one: Passage, other: Passage, indents: bool) -> bool:
    """Whether a passage at the end of a column goes on at the head of the next."""
    if one.last.torn or other.text[0].islower():
        return one.is_open or other.text[0].islower()
    if other.indented:
        return False
    if one.is_open:
        return not (_is_short(one.last, one.left, one.right) and _stops_early(one.last, other.first, one.right))
    return indents and one.last.x1 > one.right - 2 * one.size


def _of_column(column: Column, place: int, known: Known) -> list[Passage]:
    lines = column.lines
    left, right = _edges(lines)
    parted = (not _continues(a, b, left, right, known) for a, b in pairwise(lines))
    edges = [0, *(number for number, is_edge in enumerate(parted, start=1) if is_edge), len(lines)]
    return [
        _passage(lines[start:stop], column.first + start, place, left, right, known) for start, stop in pairwise(edges)
    ]


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Where most lines of a column begin, and where the longest end."""
    starts = Counter(round(line.x0 / 2) * 2.0 for line in lines)
    return starts.most_common(1)[0][0], max(line.x1 for line in lines)


def _continues(a: Line, b: Line, left: float, right: float, known: Known) -> bool:
    """Whether line `b` is of one paragraph with `a` above it."""
    if not _alike(a.size, b.size) or (a.bold != b.bold and (a.bold or b.bold) and not a.torn):
        return False
    if a.text.isupper() and not b.text.isupper() and " " in a.text and not a.torn:
        return False
    gap = b.y1 - a.y1
    if not -0.5 * a.size < gap < _LOOSE * min(max(known.leading, 1.0), _DOUBLE) * a.size:
        return False
    first = b.text[0]
    if a.torn or (not first.isalpha() and _BULLET.match(b.text)):
        return a.torn
    if a.size > _LARGER * known.size:
        return True
    indent, tolerance, ends = b.x0 - a.x0, _INDENT * a.size, _ends(a.text)
    if (ends or indent < -tolerance) and not first.isalpha() and (_NUMBER.match(b.text) or _DASH.match(b.text)):
        return False
    if abs(b.x0 - left) > tolerance and abs(indent) > tolerance and not _MARKED.match(a.text):
        return not ends and first.islower()
    if ends or is_wordless(first):
        return not _stops_early(a, b, right)
    return first.islower() or not (_is_short(a, left, right) and _stops_early(a, b, right))


def _ends(text: str) -> bool:
    """Whether a sentence may end here."""
    return text.rstrip(_CLOSING)[-1:] in _STOPS


_MARKED = re.compile(rf"{_BULLET.pattern}|{_DASH.pattern}|{_NUMBER.pattern}|\[\d+\]")


def _is_short(line: Line, left: float, right: float) -> bool:
    """Whether so much room is left behind a line that it cannot have been broken for want of it."""
    return line.x1 < right - _SHORT * (right - left)


def _stops_early(a: Line, b: Line, right: float) -> bool:
    """Whether the first word of `b` would have found room behind `a`."""
    if is_unspaced(b.text[0]):
        return right - a.x1 > 2 * a.size
    letter = (b.x1 - b.x0) / len(b.text)
    return a.x1 + (len(b.text.split(" ", 1)[0]) + 1.5) * letter < right


def _passage(lines: Sequence[Line], number: int, place: int, left: float, right: float, known: Known) -> Passage:
    first, last = lines[0], lines[-1]
    pieces = [first.text]
    for before, line in pairwise(lines):
        pieces[-1:] = (*seam(pieces[-1], line.text, before.torn, known.text), line.text)
    text = "".join(pieces)
    sign = None if text[0].isalpha() else _BULLET.match(text) or _DASH.match(text) or _NUMBER.match(text)
    rest = text[sign.end() :] if sign else text
    bold = all(line.bold for line in lines)
    indented = first.x0 - left > _INDENT * first.size
    numbers = tuple(range(number, number + len(lines)))
    return Passage(rest, numbers, first, last, left, right, place, bold, indented, sign[0].strip() if sign else "")


def _alike(one: float, other: float) -> bool:
    return max(one, other) < _LARGER * min(one, other)
