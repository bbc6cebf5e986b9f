"""Which headings belong to an article: those that open a passage of it, not the titles of boxes and captions."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any

from generator.ingest.readers.html.lines import Line
from generator.text.lines import count

Lines = tuple[Line, ...]

_NAMES = re.compile(
    r"(?:cross|inter|mid|sub|zwischen)-?(?:head(?:ing|line)?|line|rubrik|titel|title|titre|ueberschrift)(?=$|[\s_-])|"
    r"ladillo|mellanrubrik|mellemrubrik|mellomtittel|tussenkop"
)
_LONGEST = 100
_FEW = 20
_LABEL = 2
"""Words above the first paragraph: no more are the name of a section or a place, unless a list follows,
or other headings of its rank."""


def subheads(lines: Lines, kept: set[int]) -> Lines:
    """The lines, where kept short ones above a paragraph that are wholly bold, or called headings, are headings."""
    texts = [line for line in lines if line.number in kept]
    found = {
        line.number
        for line, after in pairwise(texts)
        if line is not texts[0]
        and line.kind == after.kind == "paragraph"
        and len(line.text) <= _LONGEST < len(after.text)
        and (line.text[-1].isalnum() or line.text[-1] in "’”»“)")
        and not line.linked
        and _stands_out(line)
    }
    return tuple(replace(line, kind="heading", level=3) if line.number in found else line for line in lines)


def _stands_out(line: Line) -> bool:
    if line.element.tag == "p" and _NAMES.search((line.element.get("class") or "").lower()):
        return True
    return all("strong" in piece.styles for piece in line.pieces if piece.text.strip())


def with_headings(lines: Lines, kept: set[int], reasons: dict[int, str]) -> set[int]:
    """The kept lines, with just those headings that open a passage of them."""
    texts = sorted(line.number for line in lines if line.number in kept and line.kind != "heading")
    if not texts:
        return set()
    extents = extents_of(lines)
    lengths = list(accumulate((len(line.text) for line in lines), initial=0))
    result = set(texts)
    levels: set[int] = set()
    listed = lines[texts[0] - lines[0].number].kind in ("bullet", "number")
    for line in reversed(lines):
        said = line.kind == "heading" and any(map(str.isalnum, line.text))
        possible = said and not reasons[line.number] and line.number < texts[-1]
        later = line.number > texts[0] or (
            line.number in kept and (count(line.text) > _LABEL or listed or line.level in levels)
        )
        if possible and later and _opens(line, texts, extents, lengths):
            result.add(line.number)
            levels.add(line.level)
    return result


def extents_of(lines: Sequence[Line]) -> dict[Any, tuple[int, int]]:
    """The first and the last line in each element."""
    extents: dict[Any, tuple[int, int]] = {}
    for line in lines:
        for element in (line.element, *line.element.iterancestors()):
            first, _ = extents.get(element, (line.number, 0))
            extents[element] = (first, line.number)
    return extents


def _opens(heading: Line, texts: list[int], extents: dict[Any, tuple[int, int]], lengths: list[int]) -> bool:
    """Whether kept text stands in a heading's own part of the page; it is above the last of it.

    The part is the nearest element that holds more than the heading and a few words: a box of links has a heading too.
    """
    place = bisect(texts, heading.number)
    for element in heading.element.iterancestors():
        first, last = extents.get(element, (heading.number, heading.number))
        if texts[place] <= last or (place and texts[place - 1] >= first):
            return True
        if lengths[last] - lengths[first - 1] - len(heading.text) > _FEW:
            return False
    return False
