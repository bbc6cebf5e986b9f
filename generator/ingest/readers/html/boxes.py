"""Boxes of a page that no name gives away: cards of other reports, small forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.opening import is_sentence

Lines = tuple[Line, ...]

_SMALL = 500
"""Letters of a box around a form; an article has more."""
_SHARE = 0.2
"""Of the text: an element with as much is where the article stands."""


def boxed(root: Any, lines: Lines, kept: set[int], reasons: Mapping[int, str]) -> dict[int, str]:
    """The kept lines that stand in such boxes, by number, with what the boxes are; none of a page that is all boxes."""
    found = dict.fromkeys(_cards(lines, kept, reasons), "related link")
    found |= dict.fromkeys(_forms(root, lines, kept), "sign-up")
    left = (line for line in lines if line.number in kept and not reasons[line.number] and line.number not in found)
    return found if sum(len(line.text) for line in left if is_sentence(line)) >= _SMALL else {}


def _cards(lines: Lines, kept: set[int], reasons: Mapping[int, str]) -> Iterator[int]:
    """What stands below the text, each beside a heading that leads to another report."""
    homes: Counter[Any] = Counter()
    headings = Counter(line.element.getparent() for line in lines if line.kind == "heading")
    for line in lines:
        if line.number in kept and not reasons[line.number]:
            homes[line.element.getparent()] += len(line.text)
    whole = homes.total()
    cards = set()
    for line in lines:
        if line.kind == "heading" and reasons[line.number] == "related link":
            card = line.element.getparent()
            if homes[card] <= _SHARE * whole and headings[card] == 1:
                cards.add(card)
    stands = [line for line in lines if line.number in kept and line.element.getparent() in cards]
    inside = {line.number for line in stands}
    text = [line.number for line in lines if line.number in kept and line.number not in inside and is_sentence(line)]
    yield from (number for number in inside if number > max(text, default=0))


def _forms(root: Any, lines: Lines, kept: set[int]) -> Iterator[int]:
    """The words around a form, when both are a small part of the page."""
    boxes = set()
    for form in root.iter("form"):
        box = None
        for element in form.iterancestors():
            if element.tag in ("body", "article", "main") or _length(element) > _SMALL:
                break
            box = element
        if box is not None:
            boxes.add(box)
    for line in lines if boxes else ():
        if line.number in kept and any(each in boxes for each in line.element.iterancestors()):
            yield line.number


def _length(element: Any) -> int:
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _SMALL:
            break
    return size
