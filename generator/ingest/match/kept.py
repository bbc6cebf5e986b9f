"""What was learned of a collection, kept between runs: a change of one article then costs what it touches.

It lies in `.broadsheet/`, may be deleted at any time, and decides nothing.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import __version__, kept
from generator.ingest.match.learned import Item, Learned
from generator.ingest.match.particulars import Particulars
from generator.ingest.match.report import Report

PATH = ".broadsheet/stories"
RULES = 18
"""The state of the rules by which reports are read and compared. Raise it with every change of them."""
_FORM = 2
"""Of `marshal`: equal values are spelled alike by it, whoever else holds a part of them."""
Why = dict[str, Mapping[str, Any]]
"""Why each article is in its story, by its name."""


class Kept:
    """The memory of the site in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PATH

    def read(self, least: int | None = None) -> tuple[Learned, Why]:
        """What was learned with this threshold, or with any, and why each article is in its story; else nothing."""
        if data := kept.load(self._path, _state()):
            stood, items, telling, why, *known = marshal.loads(data)
            if least in (None, stood):
                counts, pairs, groups = known
                words = [(array("I", some), array("H", weights)) for some, weights in telling]
                return Learned(stood, [*map(_item, items)], Counter(counts), words, pairs, groups), why
        return Learned(least or 0), {}

    def write(self, known: Learned, why: Why) -> None:
        """Keep this for the next run; a disk that refuses only makes that one slower."""
        items = [_spelled(item) for item in known.items]
        telling = [(words.tobytes(), weights.tobytes()) for words, weights in known.telling]
        told: Any = known.least, items, telling, why, dict(known.counts), known.pairs, known.groups
        kept.keep(self._path, _state(), marshal.dumps(told, _FORM))


def _state() -> str:
    """What two programs have in common that read the same of each other's."""
    return repr((__version__, RULES, sys.version, sys.byteorder))


def _spelled(item: Item) -> tuple[Any, ...]:
    report, told = item.report, item.report.told
    words = (report.words, report.made, told.named, told.counted, told.figures)
    said = (report.key, report.day, report.lang, sorted(report.years))
    return item.name, item.pin, item.letter, said, told.names, [each.tobytes() for each in words]


def _item(row: tuple[Any, ...]) -> Item:
    name, pin, letter, (key, day, lang, years), names, (words, made, *told) = row
    particulars = Particulars(names, *(array("I", each) for each in told))
    report = Report(key, day, lang, frozenset(years), array("I", words), array("B", made), particulars)
    return Item(name, report, pin, letter)
