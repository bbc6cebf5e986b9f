"""Printed dates as values: `Mon., 9 March 2025, 07:55 AM ET`, `2025年3月9日`. What is not certain is no date.

A date needs its year. A time counts only with its zone, because a time without one is no moment. `04/05/2025` is read
by the custom of the language, and refused where that custom is divided, unless the printed weekday decides.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from generator.text import zones
from generator.text.date_forms import FORMS


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: `text[start:end]` says `value`."""

    start: int
    end: int
    value: dt.date | dt.datetime


_DIGITS = str.maketrans(
    {
        chr(zero + digit): str(digit)
        for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xAE6, 0xBE6, 0xC66, 0xE50, 0xFF10)
        # Arabic, Persian, Hindi, Bengali, Gujarati, Tamil, Telugu, Thai, full width
        for digit in range(10)
    }
    | {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "，": ",", "：": ":", "\u200e": " ", "\u200f": " "}
)
_MAY_BE = re.compile(
    r"[\d'’年년ก-ฮ-](?:(?<=\d)\d\d\d|(?<=['’-])\d\d|(?<=\d)[\s\u200e\u200f]?[./-][\s\u200e\u200f]?\d\d?"
    r"[\s\u200e\u200f]?[./-][\s\u200e\u200f]?\d\d|(?<=[年년])|(?<=[ก-ฮ])\.[ก-ฮ]\.\s\d\d)"
)
"""A year, as each date has it: a quick look that spares most texts the slow ones."""
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?\s*"
    r"(?P<half>[ap]\.?m\b\.?)?\s*(?:h\b|uhr\b|hrs\b|Uhr\b|klo\b)?[\s,(]*"
    r"(?P<zone>(?:GMT|UTC)\s?[+\-−–]\s?\d{1,2}(?::?\d\d)?|[+\-−]\d\d:?\d\d\b"
    r"|Z\b|[A-ZМСК]{2,5}\b|(?:Eastern|Central|Mountain|Pacific)(?:\s[Tt]ime)?\b)\)?",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\d(?:[:.h]\d|\s*[ap]\.?m)", re.IGNORECASE)
"""What each time of day has that counts."""
_BEFORE, _BEYOND = 40, 60
"""Letters around a date within which its time stands."""
_BRIDGE = re.compile(
    r"[\s,;|•·@(–-]*(?:(?:года|год|г|року|р|r)\.?[\s,–-]+)?"
    r"(?:T|at|um|às|à|a las|alle|kl\.?|klo|o godz\.?|v|в|о|saat|الساعة|om|de|on|le|am)?[\s,.:]*",
    re.IGNORECASE,
)
_DOTTED_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d\.[0-5]\d")
_BEFORE_CLOCK = re.compile(r"[\s,|•·–-]*(?:kl\.?|klo)?\s*")
_FIGURES = re.compile(r"(?<![\d/-])\d{1,2}[/-]\d{1,2}[/-](?:\d\d|\d{4})(?![\d/-])")
_SHORT = 80
"""A longer line is no date line."""

_start = attrgetter("start")


def parse(text: str, lang: str = "") -> dt.date | dt.datetime | None:
    """The first date that `text` states: a day, or a moment where its time and zone stand with it; None without one.

    `lang` is a BCP 47 tag. It decides how `04/05/2025` is read: day first in all languages but English, where only a
    region (`en-US`, `en-GB`) can tell.
    """
    found = find(text, lang)
    return found[0].value if found else None


def find(text: str, lang: str = "") -> tuple[Found, ...]:
    """All dates that `text` states, in order, with their places. See `parse`."""
    if len(text) < 6 or not _MAY_BE.search(text):
        return ()
    plain = text if text.isascii() else text.translate(_DIGITS)
    taken: list[Found] = []
    for read in FORMS:
        for start, end, value in read(plain, lang):
            place = bisect(taken, start, key=_start)
            if not (place and taken[place - 1].end > start) and not (place < len(taken) and taken[place].start < end):
                taken.insert(place, Found(start, end, value))
    return tuple(_with_time(plain, found, lang) for found in taken if not _is_clock(plain, found, taken))


def _is_clock(text: str, found: Found, dates: Iterable[Found]) -> bool:
    """Whether figures like a date are the time of day of the date before them, as Danes print it: `17.05.00`."""
    return bool(_DOTTED_CLOCK.fullmatch(text, found.start, found.end)) and any(
        each.end < found.start and _BEFORE_CLOCK.fullmatch(text, each.end, found.start) for each in dates
    )


def doubt(text: str) -> str:
    """`may be 3 April or 4 March 2026`, of a short text with a date of which custom alone could tell; else empty."""
    if len(text) > _SHORT or not _FIGURES.search(text):
        return ""
    one, other = parse(text, "en-GB"), parse(text, "en-US")
    if one is None or other is None or one == other:
        return ""
    return f"may be {one.day} {one:%B} or {other.day} {other:%B} {one.year}"


def _with_time(text: str, found: Found, lang: str) -> Found:
    """The same with the time of day, when one stands right after, in or before it together with its zone."""
    if not _TIMED.search(text, max(0, found.start - _BEFORE), found.end + _BEYOND):
        return found
    bridge = _BRIDGE.match(text, found.end)
    at = bridge.end() if bridge else found.end
    for match in (_CLOCK.match(text, at), _CLOCK.search(text, found.start, found.end)):
        if match and (moment := _moment(found.value, match, lang)):
            return Found(found.start, max(found.end, match.end()), moment)
    before = text[max(0, found.start - _BEFORE) : found.start]
    for match in _CLOCK.finditer(before):
        rest = before[match.end() :]
        moment = (
            _moment(found.value, match, lang)
            if re.fullmatch(r"[\s,|•·(–-]*(?:on\s+)?(?:\w+day,?\s*|\w{3}\.?,?\s*)?", rest)
            else None
        )
        if moment:
            return Found(found.start - len(before) + match.start(), found.end, moment)
    return found


def _moment(day: dt.date, match: re.Match[str], lang: str) -> dt.datetime | None:
    hour, minute, second = int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    elif match["minute"] is None:
        return None
    if hour > 23 or minute > 59 or second > 59:
        return None
    moment = dt.datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001  its zone is the next question
    ahead = zones.offset(match["zone"], moment, lang)
    return None if ahead is None else moment.replace(tzinfo=dt.timezone(ahead))
