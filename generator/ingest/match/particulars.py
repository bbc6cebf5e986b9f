"""What tells one event from another of its kind: whom a report names and what it counts as it opens.

What happened stands at the head of a report; further down it recalls other events, with their names, figures and days.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.text import names, words

OPENING = 800
"""Characters of the body that are read: of most reports the first three or four paragraphs."""
_COUNTED = re.compile(
    r"(?<![\w.,:/–-])(\d{1,3}(?:[,. \u00a0]\d{3})+|\d+(?:[.,]\d+)?)(?![\d:/]|[.,]\d)[ \u00a0-]?(%|[^\W\d_]{3,})"
)
_GROUPED = re.compile(r"[,. \u00a0](?=\d{3}(?!\d))")
_YEARS = frozenset(map(str, range(1500, 2101)))


@dataclass(frozen=True, slots=True)
class Particulars:
    """The names, then each in the order of its numbers, which are checksums of words."""

    names: tuple[str, ...]
    """As the report spells them, in their order."""
    named: array[int]
    """The words of the names of several words."""
    counted: array[int]
    """What is counted: people, crowns, %."""
    figures: array[int]
    """Each figure with what it counts, as one number."""


def read(title: str, body: str, lang: str, common: Collection[str]) -> Particulars:
    """The particulars of a report; `common` are words that tell nothing."""
    text = f"{title}.\n\n{body[:OPENING]}"
    found = tuple(each.text for each in names.names(text, lang))
    counts = [
        (_GROUPED.sub("", figure), unit)
        for figure, unit in _COUNTED.findall(text.lower())
        if figure not in _YEARS and unit not in common
    ]
    return Particulars(
        found,
        _sorted(number(word) for name in found if " " in name for word in words.words(name) if word not in common),
        _sorted(number(unit) for _, unit in counts),
        _sorted(number(f"{value} {unit}") for value, unit in counts),
    )


def number(word: str) -> int:
    """The checksum that stands for a word."""
    return zlib.crc32(word.encode(errors="surrogatepass"))


def numbers(several: Collection[str]) -> Iterator[int]:
    """Those of several words, in their order; in a third of the time, since a report has hundreds."""
    return map(zlib.crc32, " ".join(several).encode(errors="surrogatepass").split(b" ") if several else ())


def _sorted(numbers: Iterable[int]) -> array[int]:
    return array("I", sorted(set(numbers)))
