"""Times of day in a sentence, where it says in which half of the day they are: `3:40 a.m.`, `half past five`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from generator.text.number_words import WORDS
from generator.text.time_words import CLOCK
from generator.text.words import spelled

_DIGIT = re.compile(r"\d")
_CUES = frozenset("noon five ten quarter twenty half".split())
"""One of which stands in each time of day without a digit."""
_PARTS = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_MORNING = re.compile(r"(?i)\b(?:morning|before dawn|at dawn|early hours|overnight)\b")
_LATER = re.compile(r"(?i)\b(?:afternoon|evening)\b")
_NIGHT = re.compile(r"(?i)\bnight\b")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that a text names: `text[start:end]`."""

    start: int
    end: int
    time: str
    """As `HH:MM`."""


def find(text: str, lang: str, words: Collection[str] | None = None) -> tuple[Clock, ...]:
    """The times of day in a sentence, in order. `lang` is a BCP 47 tag.

    `words` are those of the sentence in small letters, where they are known already.
    """
    if not _DIGIT.search(text) and _CUES.isdisjoint(spelled(text.lower()) if words is None else words):
        return ()
    code = lang.split("-", maxsplit=1)[0] or "en"
    return tuple(
        Clock(match.start(), match.end(), time)
        for match in _pattern(code).finditer(text)
        if (time := _time(match, text, code))
    )


def _time(match: re.Match[str], text: str, lang: str) -> str:
    """As `HH:MM`; empty where the half of the day is not said."""
    found = match.groupdict()
    if found.get("noon"):
        return "12:00"
    if found.get("word"):
        hour, minute = WORDS["en"].get(match["word"].lower(), 1), _PARTS[match["part"].lower()]
        hour, minute = (hour, minute) if match["side"] == "past" else ((hour - 1) or 12, 60 - minute)
    else:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = found.get("half") or ""
    if lang == "en" and not half:
        if not match["minute"] and not found.get("word"):
            return ""
        if hour < 13 and not (match["hour"] or "").startswith("0"):
            half = _half(text, hour)
            if not half:
                return ""
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def _half(text: str, hour: int) -> str:
    """The half of the day by the other words of the sentence: `a`, `p`, or nothing where they do not say."""
    morning, later = bool(_MORNING.search(text)), bool(_LATER.search(text))
    if morning != later:
        return "a" if morning else "p"
    if not morning and _NIGHT.search(text):
        return "p" if 6 <= hour < 12 else "a"
    return ""


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    numbers = "|".join(["one", *sorted(WORDS["en"], key=len, reverse=True)])
    return re.compile(CLOCK.get(lang, "(?!)").replace("{number}", numbers))
