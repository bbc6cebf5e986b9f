"""Printed dates: whether a line's date is read, and read as the right day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sets import Case, Part

from generator.text import dates


def score(case: Case) -> Iterator[Part]:
    """The first date of the line against `date`; null where the line states none."""
    text, true = case.truth["text"], case.truth["date"]
    found = dates.parse(text, case.truth.get("lang", ""))
    day = str(found.date() if isinstance(found, dt.datetime) else found) if found else None
    told = f"{day}, not {true}: {text}"
    yield Part("right", day == true, 1, told)
    yield Part("wrong day", day is not None and day != true, 1, told, less=True)
