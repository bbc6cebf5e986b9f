"""What tells one event from another of its kind: whom a report names in full, its figures, its weekdays."""

from __future__ import annotations

import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.text import names, words
from generator.text.time_words import WEEKDAYS

_FIGURE = re.compile(r"(?<![\w.,:/–-])(\d{1,3}(?:[,. \u00a0]\d{3})+|\d+(?:[.,]\d+)?)(?![\d:/]|[.,]\d)")
_COUNTED = re.compile(r"[ \u00a0-]?(%|[^\W\d_]{3,})")
_MEASURED = re.compile(r"([^\W\d_]{3,}) (?:[^\W\d_]{1,3} )?$")
"""A measure stands before its number, which has a point: a magnitude of 5.4."""
_LONG = 24
_GROUPED = re.compile(r"[,. \u00a0](?=\d{3}(?!\d))")
_YEARS = range(1500, 2101)
WEEK = 7
_WITH = {"pt": "feira"}
"""Words without which the weekdays of a language are ordinals."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Each in the order of its numbers, which are checksums but for the days."""

    named: array[int]
    """The words of the names of several words."""
    counted: array[int]
    """What is counted: people, crowns, %."""
    figures: array[int]
    """Each figure with what it counts, as one number."""
    days: array[int]
    """The last day of each weekday that is named, as ordinal numbers; of the first week for one without a date."""


def read(text: str, lang: str, day: int, said: Collection[str], common: Collection[str]) -> Particulars:
    """The particulars of a text; `said` are its words without the `common` ones, `day` is that of the report, or 0."""
    full = (each.text for each in names.names(text, lang) if " " in each.text)
    counted: defaultdict[int, set[int]] = defaultdict(set)
    for unit, value in _figures(text):
        if unit not in common:
            counted[number(unit)].add(number(f"{value} {unit}"))
    known = _weekdays(lang) if _WITH.get(lang, "") in ("", *said) else {}
    return Particulars(
        _sorted(number(word) for name in full for word in words.words(name) if word in said),
        _sorted(counted),
        _sorted(each for figures in counted.values() for each in figures),
        _sorted((day or WEEK) - ((day or WEEK) - 1 - known[word]) % WEEK for word in known.keys() & said),
    )


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """What is counted or measured, and the figure."""
    for match in _FIGURE.finditer(text):
        figure = match[1]
        value = _GROUPED.sub("", figure)
        after = _COUNTED.match(text, match.end())
        if after and not (value == figure and value.isdigit() and int(value) in _YEARS):
            yield after[1].lower(), value
        if value == figure and not value.isdigit():
            before = _MEASURED.search(text, max(0, match.start() - _LONG), match.start())
            if before:
                yield before[1].lower(), value


def number(word: str) -> int:
    """The checksum that stands for a word."""
    return zlib.crc32(word.encode(errors="surrogatepass"))


def _sorted(numbers: Iterable[int]) -> array[int]:
    return array("I", sorted(set(numbers)))


@cache
def _weekdays(lang: str) -> Mapping[str, int]:
    """The weekdays of a language, from 0 for Monday; none where it has no table."""
    return {word: number for number, word in enumerate(WEEKDAYS.get(lang, "").lower().split())}
