"""What was learned of a collection, kept between runs: a change of one article then costs what it touches.

It lies in `.broadsheet/`, may be deleted at any time, and decides nothing. What is torn, damaged, or of other rules is
thrown away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator import __version__, files
from generator.errors import BroadsheetError
from generator.ingest.match.learned import Item, Learned
from generator.ingest.match.particulars import Particulars
from generator.ingest.match.report import Report

PATH = ".broadsheet/stories"
RULES = 11
"""The state of the rules by which reports are read and compared. Raise it with every change of them."""
_DIGEST = 32
_SIZE = 8
Why = dict[str, Mapping[str, Any]]
"""Why each article is in its story, by its name."""


class Kept:
    """The memory of the site in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PATH

    def read(self, least: int | None = None) -> tuple[Learned, Why]:
        """What was learned with this threshold, or with any, and why each article is in its story; else nothing."""
        try:
            data = memoryview(self._path.read_bytes())
        except OSError:
            return Learned(least or 0), {}
        if hashlib.blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
            return Learned(least or 0), {}
        try:
            start = _DIGEST + _SIZE + int.from_bytes(data[_DIGEST : _DIGEST + _SIZE], "little")
            head = json.loads(bytes(data[_DIGEST + _SIZE : start]))
            stood = head["least"] if least is None else least
            if head["of"] == _of(stood):
                return _learned(head, _columns(data[start:]), stood), head["why"]
        except (ValueError, KeyError, TypeError, StopIteration):
            pass  # whole, and yet of another form: written by another state of this module
        return Learned(least or 0), {}

    def write(self, known: Learned, why: Why) -> None:
        """Keep this for the next run; a disk that refuses only makes that one slower."""
        head = {
            "of": _of(known.least),
            "least": known.least,
            "names": [item.name for item in known.items],
            "pins": [item.pin for item in known.items],
            "langs": [item.report.lang for item in known.items],
            "years": [sorted(item.report.years) for item in known.items],
            "groups": known.groups,
            "why": why,
        }
        top = json.dumps(head).encode("ascii")
        data = bytearray(_DIGEST) + len(top).to_bytes(_SIZE, "little") + top
        for column in _spread(known):  # one at a time: they are large
            data += column.typecode.encode("ascii") + len(column).to_bytes(_SIZE, "little") + column.tobytes()
        data[:_DIGEST] = hashlib.blake2b(memoryview(data)[_DIGEST:], digest_size=_DIGEST).digest()
        with contextlib.suppress(BroadsheetError):
            files.write(self._path, data)


def _of(least: int) -> list[Any]:
    return [__version__, RULES, least, sys.byteorder, array("I").itemsize]


def _spread(known: Learned) -> Iterator[array[int]]:
    """What is known, as columns of numbers."""
    reports = [item.report for item in known.items]
    yield array("B", b"".join(report.key for report in reports))
    yield array("i", [report.day for report in reports])
    yield from _joined("I", [report.words for report in reports])
    yield from _joined("B", [report.made for report in reports])
    for part in fields(Particulars):
        yield from _joined("I", [getattr(report.told, part.name) for report in reports])
    yield from _joined("I", [words for words, _ in known.telling])
    yield from _joined("H", [weights for _, weights in known.telling])
    yield array("I", known.counts.keys())
    yield array("I", known.counts.values())
    yield array("I", [number for pair, alike in known.pairs.items() for number in (*pair, *alike)])


def _learned(head: Mapping[str, Any], columns: Iterator[array[int]], least: int) -> Learned:
    """The same from its columns."""
    keys, days = next(columns).tobytes(), next(columns)
    words, made = _parted(columns), _parted(columns)
    told = [Particulars(*each) for each in zip(*(_parted(columns) for _ in fields(Particulars)), strict=True)]
    size = len(keys) // len(days) if days else 0
    reports = [
        Report(keys[at * size : (at + 1) * size], days[at], lang, frozenset(years), words[at], made[at], told[at])
        for at, (lang, years) in enumerate(zip(head["langs"], head["years"], strict=True))
    ]
    items = [Item(*each) for each in zip(head["names"], reports, head["pins"], strict=True)]
    telling = list(zip(_parted(columns), _parted(columns), strict=True))
    counts = Counter(dict(zip(next(columns), next(columns), strict=True)))
    row = iter(next(columns))
    pairs = {(one, other): (alike, told) for one, other, alike, told in zip(row, row, row, row, strict=True)}
    return Learned(least, items, counts, telling, pairs, head["groups"])


def _columns(data: memoryview) -> Iterator[array[int]]:
    """Each column stands behind the code of its numbers and how many they are."""
    start = 0
    while start < len(data):
        column = array(chr(data[start]))
        end = start + 1 + _SIZE
        count = int.from_bytes(data[start + 1 : end], "little")
        start = end + count * column.itemsize
        column.frombytes(data[end:start])
        yield column


def _joined(code: str, parts: Sequence[array[int]]) -> Iterator[array[int]]:
    """Rows of numbers as two columns: how long each is, and all of them."""
    yield array("I", map(len, parts))
    whole = array(code)
    for part in parts:
        whole.extend(part)
    yield whole


def _parted(columns: Iterator[array[int]]) -> list[array[int]]:
    lengths, whole = next(columns), next(columns)
    ends = [*accumulate(lengths)]
    return [whole[end - length : end] for length, end in zip(lengths, ends, strict=True)]
