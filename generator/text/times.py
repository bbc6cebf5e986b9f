"""When a sentence says that something happened: `on Sunday`, `in August 2024`, `twelve days ago`.

What may mean two days is none: `next Monday`, a weekday in a sentence that tells neither past nor future, a day and a
month half a year away.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.text import calendars, dates, tense
from generator.text import time_words as words
from generator.text.months import NAMES, month
from generator.text.number_words import WORDS

Precision = Literal["day", "month", "year"]
FAR = 8
"""Months. One without a year that is further off may be of another year."""
NEAR = 150
"""Days. A day and month without a year are those nearest to the report; further off they may be of another year."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a text names: `text[start:end]`."""

    start: int
    end: int
    day: dt.date
    """The day, or the first day of the month or year."""
    precision: Precision


def find(text: str, lang: str, day: dt.date | None, spelled: Collection[str] | None = None) -> tuple[Time, ...]:
    """The days, months and years in a sentence, in order; `day` is that of its report, if it is known.

    `lang` is a BCP 47 tag. Without a day only those are found that name their year. `spelled` are the words of the
    sentence in small letters, where they are known already.
    """
    code = lang.split("-", maxsplit=1)[0] or "en"
    spelled = _WORD.findall(text.lower()) if spelled is None else spelled
    cued, digits = not _cues(code).isdisjoint(spelled), bool(_DIGIT.search(text))
    if not cued and not digits:
        return ()
    dated = digits and (cued or bool(_NUMERIC.search(text)))
    ago = cued and not words.AGO_WORDS.isdisjoint(spelled)
    able = ((_dates, dated), (_days, cued), (_weekdays, cued), (_ago, ago), (_months, cued), (_years, digits))
    found: list[Time] = []
    for read in (read for read, can in able if can):  # what is slow is spared most sentences
        for each in read(text, code, day):
            if all(each.end <= other.start or each.start >= other.end for other in found):
                found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def _dates(text: str, lang: str, day: dt.date | None) -> Iterator[Time]:
    """Whole dates, and days of a month, whose year is that of the report or the one beside it."""
    for each in dates.find(text, lang):
        value = each.value.date() if isinstance(each.value, dt.datetime) else each.value
        if not _bounded(text, each.start, lang):
            yield Time(_with_preposition(text, each.start), each.end, value, "day")
    for match in _day_and_month(lang).finditer(text) if day else ():
        name, of_month = match["month"] or match["month2"], match["day"] or match["day2"] or match["day3"]
        at = _nearest(month(name, lang) if name else int(match["east"]), int(of_month), day) if day else None
        if at and not _bounded(text, match.start(), lang):
            yield Time(_with_preposition(text, match.start()), match.end(), at, "day")


def _nearest(number: int, of_month: int, day: dt.date) -> dt.date | None:
    several = [calendars.day(year, number, of_month) for year in range(day.year - 1, day.year + 2)] if number else []
    near = [each for each in several if each and abs((each - day).days) <= NEAR]
    return near[0] if len(near) == 1 else None


def _with_preposition(text: str, start: int) -> int:
    before = _ON.search(text, max(0, start - 4), start)
    return before.start() if before else start


def _bounded(text: str, start: int, lang: str) -> bool:
    """Whether a word before makes the time the end or the beginning of something, or part of a range."""
    before = text[max(0, start - 24) : start]
    return bool(_until(lang).search(before)) or before.rstrip().endswith(("-", "–"))


def _days(text: str, lang: str, day: dt.date | None) -> Iterator[Time]:
    if day is None or lang not in words.DAYS:
        return
    for match in _relative(lang).finditer(text):
        said = match[0].lower()
        if text[match.end() : match.end() + 2] in ("’s", "'s") or _bounded(text, match.start(), lang):
            continue
        if said in words.DAYS[lang]:
            yield Time(match.start(), match.end(), day + dt.timedelta(days=words.DAYS[lang][said]), "day")
        elif words.LAST[lang][said] == "year":
            yield Time(match.start(), match.end(), dt.date(day.year - 1, 1, 1), "year")
        else:
            last = day.replace(day=1) - dt.timedelta(days=1)
            yield Time(match.start(), match.end(), last.replace(day=1), "month")


def _weekdays(text: str, lang: str, day: dt.date | None) -> Iterator[Time]:
    if day is None or lang not in words.WHEN:
        return
    for match in _weekday(lang).finditer(text):
        start = match.end() - len(match[0].lstrip())
        told = tense.around(text, start, match.end(), lang) if _is_when(text, match, lang) else ""
        number = words.WEEKDAYS[lang].lower().split().index(match["weekday"].lower())
        days = (number - day.weekday()) % 7
        if told == "past":
            yield Time(start, match.end(), day - dt.timedelta(days=-days % 7), "day")
        elif told == "future" and days:
            yield Time(start, match.end(), day + dt.timedelta(days=days), "day")


def _is_when(text: str, match: re.Match[str], lang: str) -> bool:
    """Whether it is the day of something: not `the Friday boat`, `every Sunday`, `until Monday` or `Monday 4 March`."""
    dated = _DATE_NEXT.match(text, match.end())
    if _NO_DAY.match(text, match.end()) or (dated and month(dated[1], lang)) or _bounded(text, match.start(), lang):
        return False
    if match.start("weekday") > match.start():
        return True  # with a preposition
    last = text[: match.start("weekday")].lower().split()[-1:]
    ends = (_GOES_ON if lang == "en" else _ENDS).match(text, match.end())
    return ends is not None and not set(last) & set(words.NOT_AFTER.get(lang, "").split("|"))


def _ago(text: str, lang: str, day: dt.date | None) -> Iterator[Time]:
    if day is None or lang not in words.AGO:
        return
    for match in _so_long_ago(lang).finditer(text):
        many = int(match["many"]) if match["many"].isdigit() else WORDS.get(lang, {}).get(match["many"].lower(), 0)
        unit = words.UNITS[match["unit"].lower()]
        if not many or _ABOUT.search(text[: match.start()]):
            continue
        if unit == "day" and many < 100:
            yield Time(match.start(), match.end(), day - dt.timedelta(days=many), "day")
        elif unit == "month" and many < 24:
            months = day.year * 12 + day.month - 1 - many
            yield Time(match.start(), match.end(), dt.date(months // 12, months % 12 + 1, 1), "month")
        elif unit == "year" and many < min(100, day.year):
            yield Time(match.start(), match.end(), dt.date(day.year - many, 1, 1), "year")


def _months(text: str, lang: str, day: dt.date | None) -> Iterator[Time]:
    for match in _in_month(lang).finditer(text):
        number = month(match["month"], lang)
        if match["year"] and number:
            yield Time(match.start(), match.end(), dt.date(int(match["year"]), number, 1), "month")
        elif day and number and (told := tense.around(text, match.start(), match.end(), lang)):
            year = day.year + (number < day.month) if told == "future" else day.year - (number > day.month)
            if abs((year - day.year) * 12 + number - day.month) <= FAR:
                yield Time(match.start(), match.end(), dt.date(year, number, 1), "month")


def _years(text: str, lang: str, day: dt.date | None) -> Iterator[Time]:
    for match in _in_year(lang).finditer(text):
        if day is None or int(match["year"]) <= day.year:
            yield Time(match.start(), match.end(), dt.date(int(match["year"]), 1, 1), "year")


_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"\d\W{0,2}[./\u2010-\u2015-]\W{0,2}\d|\d\s?[^\W\d_a-zA-ZÀ-ɏ]|\d{4}")
"""What a date without the whole name of a month has: a year, a sign between digits, a letter that is no Latin one."""
_WORD = re.compile(r"[^\W\d_]+")
_ON = re.compile(r"\b(?:[Oo]n|[Aa]m|[Ll]e|[Ee]l|[Ii]l|[Oo]p|[Ee]m)\s$")
_NO_DAY = re.compile(
    r",? (?:the )?\d|[’']s|-| (?:morning |evening |night |afternoon )?(?:news|talk|program|programme)\w*\b"
)
_DATE_NEXT = re.compile(r",? ([^\W\d_]{3,})\.? \d")
"""Monday, March 21, or Sept. 14."""
_ENDS = re.compile(r"[,.;:)]|$| (?!\w+(?:boat|paper|league|edition|show)s?\b)\w")
_GOES_ON = re.compile(r"[,.;:)]|$| (?:that|after|before|when|while|in|at|for|as|and|with|over|on|it|he|she|they)\b")
"""What follows a weekday that stands without `on`, and is no part of a name."""
_ABOUT = re.compile(r"(?i)\b(?:about|some|around|nearly|almost|over|than|rund|etwa|fast)\s$")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d–-]|[.,]\d)"


@cache
def _cues(lang: str) -> frozenset[str]:
    """Words of which one stands in each time without a digit: a quick look that spares most sentences the slow ones."""
    days = words.WEEKDAYS.get(lang, "").lower().split()
    parts = words.PARTS.get(lang, "").split("|")
    said = [*words.DAYS.get(lang, ()), *words.LAST.get(lang, ())]
    return words.AGO_WORDS.union(
        days,
        (day + part for day in days for part in parts),
        (_WORD.findall(each)[-1] for each in said),
        (spelled for each in NAMES.get(lang, ()) for spelled in each.split()),
    )


def _month_names(lang: str) -> str:
    names = [spelled for each in NAMES.get(lang, NAMES["en"]) for spelled in each.split()]
    names = [each.capitalize() for each in names] + (names if lang not in ("en", "de") else [])
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _day_and_month(lang: str) -> re.Pattern[str]:
    names = _month_names(lang)
    return re.compile(
        rf"(?<![\d./–-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)? (?:of |de |di )?(?P<month>{names})\b"
        r"(?!,? (?:de |del )?\d{4})"
        rf"|(?<!\d )\b(?P<month2>{names})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? \d{{4}}|[–:-]\d| per| %)"
        r"|(?<![年년\d])(?<![年년] )(?P<east>\d{1,2})[月월] ?(?P<day3>\d{1,2})[日号號일]"
    )


@cache
def _until(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{words.UNTIL.get(lang, '(?!)')})\s(?:(?:on|the|le|el|il|am|den|late|early) )?$")


@cache
def _relative(lang: str) -> re.Pattern[str]:
    said = sorted([*words.DAYS[lang], *words.LAST[lang]], key=len, reverse=True)
    return re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, said))})(?![\w-])")


@cache
def _weekday(lang: str) -> re.Pattern[str]:
    names = words.WEEKDAYS[lang].split()
    days = "|".join(dict.fromkeys([*names, *(each.capitalize() for each in names)]))
    pattern = words.WHEN[lang].replace("{weekday}", f"(?P<weekday>{days})").replace("{parts}", words.PARTS[lang])
    return re.compile(pattern + r"(?!\w)")


@cache
def _so_long_ago(lang: str) -> re.Pattern[str]:
    numbers = sorted(WORDS.get(lang, {"two": 2}), key=len, reverse=True)
    return re.compile(words.AGO[lang].replace("{number}", "|".join([r"\d{1,2}", *numbers])))


@cache
def _in_month(lang: str) -> re.Pattern[str]:
    before = words.IN.get(lang, "(?!)")
    year = rf"(?:,? (?:de |del )?{_YEAR})?(?! \d)"
    return re.compile(rf"(?<!\w)(?i:{before}) ?(?:early |late |mid-)?(?P<month>{_month_names(lang)})\b{year}")


@cache
def _in_year(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{words.IN.get(lang, '(?!)')}) ?{_YEAR}")
