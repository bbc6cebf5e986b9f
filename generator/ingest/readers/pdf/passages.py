"""From printed lines to paragraphs: where one ends, in the middle of a column and at the end of one or of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from generator.ingest.readers.pdf.page import Line
from generator.ingest.readers.pdf.seam import LONGEST_WORD, UNSPACED, joined, seam

_ENDS = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•▪●◦‣∙■□➢✓·]\s*(?=\S)")
_DASH = re.compile(r"[-–—*]\s+(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
_WORDLESS = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")
"""Scripts whose lines break anywhere, so that each line but the last of a paragraph is full."""
_LARGER = 1.15
"""Letters so much larger than others are of another kind of text."""
_LOOSE = 1.3
"""Two lines of one paragraph are no farther apart than so many times what is usual."""
_DOUBLE = 2.0
"""Lines of one paragraph are set no wider apart than this, however many paragraphs are of a single line."""
_SHORT = 0.35
_INDENT = 0.6
"""Of the height of a line: what begins so far from where the others begin is a new paragraph."""


class Printed(NamedTuple):
    """A line, and its number in the document."""

    line: Line
    number: int


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
    def of(cls, columns: Sequence[Sequence[Line]]) -> Known:
        """Look at all of its columns."""
        sizes: Counter[float] = Counter()
        bold: Counter[bool] = Counter()
        for line in (line for column in columns for line in column):
            sizes[round(line.size * 2) / 2] += len(line.text)
            bold[line.bold] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        gaps = [
            (b.y1 - a.y1) / a.size
            for column in columns
            for a, b in pairwise(column)
            if _alike(a.size, size) and 0 < b.y1 - a.y1 < 3 * a.size
        ]
        whole = (line.text if not line.torn else line.text.rpartition(" ")[0] for column in columns for line in column)
        leading = sorted(gaps)[3 * len(gaps) // 10] if gaps else 1.2
        return cls(size, bold[True] > bold[False], leading, "\n".join(whole))


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
        return self.last.torn or not _ENDS.search(self.text[-LONGEST_WORD:])


def passages(columns: Sequence[Sequence[Printed]], known: Known) -> list[Passage]:
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


def _of_column(column: Sequence[Printed], number: int, known: Known) -> list[Passage]:
    if not column:
        return []
    left, right = _edges([each.line for each in column])
    groups: list[list[Printed]] = []
    for each in column:
        if groups and _continues(groups[-1][-1].line, each.line, left, right, known):
            groups[-1].append(each)
        else:
            groups.append([each])
    return [_passage(group, number, left, right, known) for group in groups]


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
    if _BULLET.match(b.text) or a.torn:
        return a.torn
    if a.size > _LARGER * known.size:
        return True
    indent, tolerance = b.x0 - a.x0, _INDENT * a.size
    if (_NUMBER.match(b.text) or _DASH.match(b.text)) and (indent < -tolerance or _ENDS.search(a.text)):
        return False
    if abs(b.x0 - left) > tolerance and abs(indent) > tolerance and not _MARKED.match(a.text):
        return not _ENDS.search(a.text) and b.text[0].islower()
    if _ENDS.search(a.text) or _WORDLESS.match(b.text):
        return not _stops_early(a, b, right)
    return b.text[0].islower() or not (_is_short(a, left, right) and _stops_early(a, b, right))


_MARKED = re.compile(rf"{_BULLET.pattern}|{_DASH.pattern}|{_NUMBER.pattern}|\[\d+\]")


def _is_short(line: Line, left: float, right: float) -> bool:
    """Whether so much room is left behind a line that it cannot have been broken for want of it."""
    return line.x1 < right - _SHORT * (right - left)


def _stops_early(a: Line, b: Line, right: float) -> bool:
    """Whether the first word of `b` would have found room behind `a`."""
    if UNSPACED.match(b.text):
        return right - a.x1 > 2 * a.size
    letter = (b.x1 - b.x0) / len(b.text)
    return a.x1 + (len(b.text.split(" ", 1)[0]) + 1.5) * letter < right


def _passage(group: Sequence[Printed], number: int, left: float, right: float, known: Known) -> Passage:
    first, last = group[0].line, group[-1].line
    pieces = [first.text]
    for (before, _), (line, _) in pairwise(group):
        pieces[-1:] = (*seam(pieces[-1], line.text, before.torn, known.text), line.text)
    text = "".join(pieces)
    sign = _BULLET.match(text) or _DASH.match(text) or _NUMBER.match(text)
    rest = text[sign.end() :] if sign else text
    bold = all(each.line.bold for each in group)
    indented = first.x0 - left > _INDENT * first.size
    numbers = tuple(each.number for each in group)
    return Passage(rest, numbers, first, last, left, right, number, bold, indented, sign[0].strip() if sign else "")


def _alike(one: float, other: float) -> bool:
    return max(one, other) < _LARGER * min(one, other)
