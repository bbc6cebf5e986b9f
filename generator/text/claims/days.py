"""Dates, as far as a text gives them: a day, a day of some year, a month, a weekday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.text import dates, months
from generator.text.claims.claim import Claim, Report

_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_PARTIAL = tuple(
    map(
        re.compile,
        (
            rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?: of| de)? {_WORD}(?:,? (?:de )?{_YEAR})?",
            rf"\b{_WORD} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,:]*\d)(?:,? {_YEAR})?",
            rf"\b{_WORD} {_YEAR}",
            r"(?i:\b(?:in|since|until|till|by|from|early|late|mid|last|next|this|im|seit|bis|en|depuis|desde)[ -])"
            rf"{_WORD}(?!\w)",
        ),
    )
)
"""A day and its month, either first; a month and its year; a month where a word before it says that it is one."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of a month's name, where nothing beside it says that it is one: `mar` is the sea."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days of some reports: their own, those they state, and those that their weekdays mean."""

    days: frozenset[dt.date]
    parts: frozenset[tuple[int, int, int]]
    """Year, month and day, 0 for what is not said."""
    weekdays: frozenset[int]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Days:
        """From the reports themselves."""
        days: set[dt.date] = set()
        parts: set[tuple[int, int, int]] = set()
        weekdays: set[int] = set()
        for report in reports:
            days |= {_day(each.value) for each in dates.find(report.text, report.lang)}
            parts |= {part for _, _, part in _partial(report.text, report.lang)}
            named = {number for _, number in _weekdays(report.text)}
            weekdays |= named
            if report.day:
                days |= {report.day, report.day - dt.timedelta(days=1)}
                days |= {day for number in named for day in _nearest(report.day, number)}
        return cls(frozenset(days), frozenset(parts), frozenset(weekdays))

    def read(self, text: str, lang: str) -> list[tuple[Claim, bool]]:
        """The dates in `text`, each with whether a report has it."""
        found = [(each.start, each.end, self._has_day(_day(each.value))) for each in dates.find(text, lang)]
        for start, end, part in _partial(text, lang):
            if not any(first < end and start < last for first, last, _ in found):
                found.append((start, end, self._has_part(*part)))
        for match, number in _weekdays(text):
            known = number in self.weekdays or any(day.weekday() == number for day in self.days)
            found.append((match.start(), match.end(), known))
        return [(Claim("date", text[start:end], start), known) for start, end, known in found]

    def _has_day(self, day: dt.date) -> bool:
        return (
            day in self.days
            or self.parts.intersection({(0, day.month, day.day), (day.year, day.month, day.day)}) != frozenset()
        )

    def _has_part(self, year: int, month: int, day: int) -> bool:
        whole = {(each.year, each.month, each.day) for each in self.days} | self.parts
        return any(
            each_month == month and (not year or each_year in (0, year)) and (not day or each_day == day)
            for each_year, each_month, each_day in whole
        )


def _day(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _partial(text: str, lang: str) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """Dates of which something is not said: where they stand, and year, month and day."""
    code = lang.split("-", maxsplit=1)[0]
    taken: list[tuple[int, int]] = []
    for pattern in _PARTIAL:
        for match in pattern.finditer(text):
            said = match.groupdict()
            bare = not said.get("day") and not said.get("year")
            number = 0 if bare and len(said["month"]) < _SHORTEST else months.month(said["month"], code)
            if not number or (code == "en" and not said["month"][0].isupper()) or int(said.get("day") or 1) > 31:
                continue
            start, end = match.start("month") if bare else match.start(), match.end()
            end -= text[end - 1] == "."
            if not any(first < end and start < last for first, last in taken):
                taken.append((start, end))
                yield start, end, (int(said.get("year") or 0), number, int(said.get("day") or 0))


def _weekdays(text: str) -> Iterator[tuple[re.Match[str], int]]:
    for match in _LETTERS.finditer(text):
        word = match[0].casefold()
        for number, names in enumerate(months.WEEKDAYS):
            if len(word) > 3 and match[0][0].isupper() and word in names.split():
                yield match, number


def _nearest(day: dt.date, weekday: int) -> tuple[dt.date, dt.date]:
    """The weekday on or before a day, and the next one after it."""
    before = day - dt.timedelta(days=(day.weekday() - weekday) % 7)
    return before, before + dt.timedelta(days=7)
