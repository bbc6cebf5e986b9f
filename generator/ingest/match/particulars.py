"""What tells one event from another of its kind: whom a report names and what it counts as it opens.

What happened stands at the head of a report; further down it recalls other events, with their names, figures and days.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.text import names, words

OPENING = 800
"""Characters of the body that are read: of most reports the first three or four paragraphs."""
_FIGURE = re.compile(r"(?<![\w.,:/–-])(\d{1,3}(?:[,. \u00a0]\d{3})+|\d+(?:[.,]\d+)?)(?![\d:/]|[.,]\d)")
_COUNTED = re.compile(r"[ \u00a0-]?(%|[^\W\d_]{3,}(?:[ -][^\W\d_]{3,})?)")
_MEASURED = re.compile(r"([^\W\d_]{3,}) (?:[^\W\d_]{1,3} )?$")
"""A measure stands before its number, which has a point: a magnitude of 5.4."""
_LONG = 24
_GROUPED = re.compile(r"[,. \u00a0](?=\d{3}(?!\d))")
_PARTED = re.compile("[ -]")
_YEARS = range(1500, 2101)


@dataclass(frozen=True, slots=True)
class Particulars:
    """The names, then each in the order of its numbers, which are checksums of words."""

    names: tuple[str, ...]
    """As the report spells them, in their order."""
    named: array[int]
    """The words of the names of several words."""
    counted: array[int]
    """What is counted: people, crowns, %. Of `26 Somali pirates` both words are."""
    figures: array[int]
    """Each figure with what it counts, as one number."""


def read(title: str, body: str, lang: str, common: Collection[str]) -> Particulars:
    """The particulars of a report; `common` are words that tell nothing."""
    text = f"{title}.\n\n{body[:OPENING]}"
    said = frozenset(words.words(text)).difference(common)
    found = tuple(each.text for each in names.names(text, lang))
    counted: defaultdict[int, set[int]] = defaultdict(set)
    for unit, value in _figures(text):
        if unit not in common:
            counted[number(unit)].add(number(f"{value} {unit}"))
    return Particulars(
        found,
        _sorted(number(word) for name in found if " " in name for word in words.words(name) if word in said),
        _sorted(counted),
        _sorted(each for figures in counted.values() for each in figures),
    )


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """What is counted or measured, and the figure."""
    for match in _FIGURE.finditer(text):
        figure = match[1]
        value = _GROUPED.sub("", figure)
        after = _COUNTED.match(text, match.end())
        if after and not (value == figure and value.isdigit() and int(value) in _YEARS):
            for unit in _PARTED.split(after[1].lower()):
                yield unit, value
        if value == figure and not value.isdigit():
            before = _MEASURED.search(text, max(0, match.start() - _LONG), match.start())
            if before:
                yield before[1].lower(), value


def number(word: str) -> int:
    """The checksum that stands for a word."""
    return zlib.crc32(word.encode(errors="surrogatepass"))


def _sorted(numbers: Iterable[int]) -> array[int]:
    return array("I", sorted(set(numbers)))
