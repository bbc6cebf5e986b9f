"""The forms in which dates are printed, and how each is read. `dates` looks for them in a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from generator.text.months import WEEKDAYS, month

Reading = tuple[int, int, dt.date]
"""Start and end in the text, and the day."""

_WORD = r"[^\W\d_](?:[^\W\d_]|[׳\u0300-\u036f\u0900-\u0963\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])+"
_MONTH = rf"(?P<month>(?:تشرين|كانون)\s+\w+|[เแโไใ]?[ก-ฮ][\u0e30-\u0e4e]?\.[ก-ฮ](?=\.)|{_WORD})(?:/{_WORD})?"
_DAY = r"(?<![\d.,:/\-–])(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:1[5-9]|2[0-5])\d\d)(?=\D|$|\d{1,2}:\d\d)"
_JOIN = r"(?:\s*(?:of|de|del|d['’]|di|da|do|din|ta['’])\s+|\s*d['’]|\s*[-–./]\s*|\s+)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|re|de|e|ste|\.º|º|ª|°|\.|-?го|-?е)(?!\w))?"

_DAY_MONTH_YEAR = re.compile(
    rf"{_DAY}{_ORDINAL},?{_JOIN}?{_MONTH}\.?,?{_JOIN}?(?:[พค]\.ศ\.\s*)?(?P<short>['’]\d\d(?!\d)|{_YEAR})"
)
_MONTH_DAY_YEAR = re.compile(rf"(?<!\w){_MONTH}\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+){_YEAR}")
_YEAR_MONTH_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d\d|19\d\d)(?:\. gada|\.|,|\s*m\.)?\s*[-/]?\s*"
    rf"(?:(?P<early>\d{{1,2}})\.\s+)?{_MONTH}\.?\s*[-/]?\s*(?P<day>\d{{1,2}})?(?!\d)"
)
_NUMBERS = re.compile(
    r"(?<![\d.,:/\-–])(?:"
    r"(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.]\s?)(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d|[-/.]\d)"
    r"|(?P<a>\d{1,2})(?P<s2>\s?[-/.]\s?)(?P<b>\d{1,2})(?P=s2)(?P<y2>(?:(?:19|20)\d\d|\d\d)(?=\D|$|\d{1,2}:\d\d))(?![-/.]\d)"
    r")"
)
_GLUED_ISO = re.compile(r"(?<!\d)(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?=T?\d\d:\d\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y1>(?:19|20)\d\d)(?P<m1>\d\d)(?P<d1>\d\d)(?=T\d{4,6}(?:Z|[+-]\d{4})?(?!\d))")
_VIETNAMESE = re.compile(
    r"(?<!\d)(?P<day>\d{1,2}) (?:tháng|thg) (?P<month>\d{1,2})(?:,| năm) (?P<year>(?:19|20)\d\d)(?!\d)"
)
_EAST = re.compile(
    r"(?:(?P<year>\d{4})|(?P<era>令和|平成|昭和)(?P<nth>\d{1,2}|元)|(?P<han>[一二三四五六七八九〇零]{4}))\s?[年년]\s?"
    r"(?:(?P<month>\d{1,2})|(?P<hanmonth>[一二三四五六七八九十]{1,2}))\s?[月월]\s?"
    r"(?:(?P<day>\d{1,2})|(?P<handay>[一二三四五六七八九十]{1,3}))\s?[日号號일]"
)
_BEFORE = re.compile(r"(?P<name>[^\W\d_]{2,12})\.?,?\s*(?:the|den|le|,)?\s*$")
_HAN = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}


def _day(year: int, month_: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month_, day)
    except ValueError:
        return None


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that may overlap: one that turns out to be no date must not hide the next."""
    at = 0
    while match := pattern.search(text, at):
        yield match
        at = match.start() + 1


def _named(text: str, lang: str) -> Iterator[Reading]:
    """Dates with the month's name, in each order."""
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _YEAR_MONTH_DAY):
        for match in _matches(pattern, text):
            number = month(match["month"], lang)
            day = match["day"] or (match["early"] if pattern is _YEAR_MONTH_DAY else None)
            if not number or not day or _is_range(text, match.start()):
                continue
            year = match["year"] or "20" + match["short"][-2:]
            if value := _day(_common_era(int(year)), number, int(day)):
                yield match.start(), match.end(), value


def _is_range(text: str, start: int) -> bool:
    """Whether the date is the end of `9–12 March 2025`, which is no day."""
    return bool(re.search(r"\d\s*[–—-]\s*$", text[max(0, start - 5) : start]))


def _common_era(year: int) -> int:
    """Thai newspapers count from the Buddha's death."""
    return year - 543 if 2400 < year < 2600 else year


def _numbers(text: str, lang: str) -> Iterator[Reading]:
    """Dates in figures."""
    for pattern in (_GLUED_ISO, _COMPACT, _NUMBERS):
        for match in pattern.finditer(text):
            if match["y1"]:
                value = _day(int(match["y1"]), int(match["m1"]), int(match["d1"]))
            else:
                value = _figures(text, match, lang)
            if value:
                yield match.start(), match.end(), value


def _figures(text: str, match: re.Match[str], lang: str) -> dt.date | None:
    """`a/b/year` as a date, if custom, the calendar or the printed weekday leave one reading."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y2"])
    short = len(match["y2"]) == 2
    year += 2000 * short
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    weekdays = _weekdays(text[max(0, match.start() - 16) : match.start()])
    fitting = {each for each in (day_first, month_first) if each and each.weekday() in weekdays}
    if fitting or short:
        return fitting.pop() if len(fitting) == 1 else None
    if not day_first or not month_first or day_first == month_first:
        return day_first or month_first
    if "." in match["s2"]:
        return day_first
    tag = lang.casefold()
    if tag in ("en-us", "fil", "en-ph"):
        return month_first
    return None if tag in ("", "en", "en-ca") else day_first


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


def _eastern(text: str, lang: str) -> Iterator[Reading]:
    """Chinese, Japanese and Korean dates, also with an era or in characters."""
    for match in _EAST.finditer(text):
        if match["era"]:
            year = _ERAS[match["era"]] + (1 if match["nth"] == "元" else int(match["nth"]))
        else:
            year = int(match["year"] or "".join(str(_HAN[each]) for each in match["han"]))
        number = int(match["month"] or _han(match["hanmonth"]))
        if value := _day(year, number, int(match["day"] or _han(match["handay"]))):
            yield match.start(), match.end(), value


def _vietnamese(text: str, lang: str) -> Iterator[Reading]:
    """`9 tháng 3 năm 2025`: months are numbers."""
    for match in _VIETNAMESE.finditer(text):
        if value := _day(int(match["year"]), int(match["month"]), int(match["day"])):
            yield match.start(), match.end(), value


def _han(text: str) -> int:
    """A number below a hundred in Chinese characters."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return _HAN[text] if len(text) == 1 else 0
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if len(ones) == 1 else 0)


FORMS: tuple[Callable[[str, str], Iterator[Reading]], ...] = (_numbers, _eastern, _vietnamese, _named)
"""Each finds the dates of its form in a text with plain digits, read by the custom of a language."""
