"""What `04/05/2025` means: by the custom of a language, the calendar, a printed weekday or the dates beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal

from generator.text import calendars
from generator.text.months import WEEKDAYS

Order = Literal["day", "month", ""]
"""Which comes first; empty where custom is divided."""

_BEFORE = re.compile(r"(?P<name>[^\W\d_]{2,12})\.?,?\s*(?:the|den|le|,)?\s*$")
_YEAR_FIRST = frozenset(["", "zh", "ja", "ko", "hu", "lt", "sv", "fa"])
"""Languages in which a date of three short numbers may begin with its year, and the unknown one."""
_FIGURES = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sign>[/-])(?P<b>\d{1,2})(?P=sign)(?:19|20)\d\d(?![\d/-])")


def custom(lang: str) -> Order:
    """The order of a language: day first in all but English, where only a region (`en-US`, `en-GB`) can tell."""
    tag = lang.casefold()
    code, _, region = tag.partition("-")
    if tag in ("en-us", "en-ph", "fil"):
        return "month"
    return "" if tag in ("", "en", "en-ca") or region == "us" or code in ("zh", "ja", "ko") else "day"


def evidence(texts: Iterable[str]) -> Order:
    """The order of those dates in `texts` that can be read in one way only (`25/03/2025`), where they agree."""
    seen: set[Order] = set()
    for text in texts:
        for match in _FIGURES.finditer(text):
            first, second = int(match["a"]), int(match["b"])
            if 12 < max(first, second) <= 31 and 1 <= min(first, second) <= 12:
                seen.add("day" if first > second else "month")
    return seen.pop() if len(seen) == 1 else ""


def read(first: int, second: int, year: int, sign: str, lang: str, before: str) -> dt.date | None:
    """`first/second/year` as a day, if one reading is left; `before` is the text before it, `sign` what parts it."""
    short = year < 100
    full = year + (2000 if year < 50 else 1900) if short else year
    day_first, month_first = calendars.day(full, second, first), calendars.day(full, first, second)
    year_first = calendars.day(2000 + first, second, year) if short and _code(lang) in _YEAR_FIRST else None
    weekdays = _weekdays(before)
    fitting = {each for each in (day_first, month_first) if each and each.weekday() in weekdays}
    if len(fitting) == 1:
        return fitting.pop()
    possible = {each for each in (day_first, month_first, year_first) if each}
    if len(possible) < 2 or year_first:
        return possible.pop() if len(possible) == 1 else None
    order = custom(lang)
    if "." in sign:  # not an English sign, and elsewhere the day's
        return None if order == "month" or (short and not order) else day_first
    return {"day": day_first, "month": month_first, "": None}[order]


def _code(lang: str) -> str:
    return lang.casefold().partition("-")[0]


def _weekdays(before: str) -> set[int]:
    """The weekdays, from 0, that the word at the end of `before` can mean: `So.` is Sunday here and Saturday there."""
    if not (match := _BEFORE.search(before)):
        return set()
    name = match["name"].casefold()
    return {
        number
        for number, names in enumerate(WEEKDAYS)
        if any(each == name or (each.startswith(name) and len(name) <= 4) for each in names.split())
    }
