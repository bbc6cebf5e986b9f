"""Lists inside an article are whole: trafilatura drops single items of them, mostly the short ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.ingest.readers.html.lines import Line

_LINKS = 0.5
"""A list of which a larger share is links leads elsewhere."""


def unbroken(lines: tuple[Line, ...], kept: set[int], reasons: dict[int, str]) -> Iterator[int]:
    """The items that were lost of lists of which an item, or the heading or the sentence that opens them, was kept."""
    lists: dict[Any, list[Line]] = {}
    for line in lines:
        if line.kind in ("bullet", "number") and (home := _list(line)) is not None:
            lists.setdefault(home, []).append(line)
    for home, items in lists.items():
        if all(line.number in kept for line in items) or _of_links(items):
            continue
        known = [line for line in items if line.number in kept]
        if (known and (_is_plain(items) or _size(known) > 0.5 * _size(items))) or _is_opened(
            home, items[0], lines, kept
        ):
            yield from (line.number for line in items if not reasons[line.number])


def _list(line: Line) -> Any:
    """The outermost list that a line is an item of."""
    return next((each for each in reversed(list(line.element.iterancestors("ul", "ol")))), None)


def _is_plain(items: list[Line]) -> bool:
    """Whether each item is one line; those of a feed of reports are several."""
    return len({_item(line) for line in items}) == len(items)


def _item(line: Line) -> Any:
    item = line.inside("li")
    return line.element if item is None else item


def _size(items: list[Line]) -> int:
    return sum(len(line.text) for line in items)


def _of_links(items: list[Line]) -> bool:
    return sum(line.linked * len(line.text) for line in items) > _LINKS * _size(items)


def _is_opened(home: Any, first: Line, lines: tuple[Line, ...], kept: set[int]) -> bool:
    """Whether what stands right above a list, beside it in the page, was kept and leads to it."""
    above = lines[first.number - 2] if first.number > 1 else None
    if above is None or above.number not in kept or above.element.getparent() is not home.getparent():
        return False
    return above.kind == "heading" or above.text.endswith((":", "："))
