"""What sources have changed since their reports were published, day by day and word by word, as readers see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator.model import Entry
from generator.text.changes import Run, words

AROUND = 160
"""Characters of unchanged text that are shown on either side of a change; what is longer is cut, with an ellipsis."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One value of a report, before and after."""

    key: str
    """The front-matter key, or `body`."""
    runs: tuple[Run, ...]
    """Pieces of text, each `same`, `out` or `in`."""


@dataclass(frozen=True, slots=True)
class Correction:
    """All that a source was seen to have changed in one report on one day."""

    entry: Entry
    at: dt.date
    changes: tuple[Changed, ...]


def corrections(entry: Entry) -> Iterator[Correction]:
    """Those of one report, newest first."""
    newest = sorted(entry.changes, key=lambda each: each.at, reverse=True)
    for at, several in groupby(newest, key=lambda each: each.at):
        yield Correction(entry, at, tuple(Changed(each.key, _runs(each.old, each.new)) for each in several))


@lru_cache(maxsize=4096)
def _runs(old: str, new: str) -> tuple[Run, ...]:
    """What changed, with only so much of what stayed the same as shows where."""
    runs = words(old, new)
    last = len(runs) - 1
    return tuple(
        (kind, _cut(text, first=place == 0, last=place == last) if kind == "same" else text)
        for place, (kind, text) in enumerate(runs)
    )


def _cut(text: str, *, first: bool, last: bool) -> str:
    before, after = (0 if first else AROUND), (0 if last else AROUND)
    if len(text) <= before + after + AROUND:
        return text
    head, tail = text[:before].rpartition(" ")[0], text[-after:].partition(" ")[2] if after else ""
    return f"{head} … {tail}"
