"""The forms in which dates are printed, and how each is read. `dates` looks for them in a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from generator.text import calendars, date_order
from generator.text.months import month

Reading = tuple[int, int, dt.date]
"""Start and end in the text, and the day."""

_INDIC = r"\u0900-\u0963\u0981-\u09e3\u0a01-\u0a63\u0a81-\u0ae3\u0b82-\u0be5\u0c00-\u0c63\u0c81-\u0ce3\u0d00-\u0d63"
_WORD = rf"[^\W\d_](?:[^\W\d_]|[׳\u0300-\u036f{_INDIC}\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]){{1,15}}"
_TWO_WORDS = r"(?:تشرين|كانون)\s+\w+"
_MONTH = (
    rf"(?P<month>{_TWO_WORDS}|[เแโไใ]?[ก-ฮ][\u0e30-\u0e4e]?\.[ก-ฮ](?=\.)|{_WORD})"
    rf"(?:\s?/\s?(?:{_TWO_WORDS}|{_WORD}))?[.॰]?"
)
_ALONE = r"(?<![\d./\-–])(?<!\d[,:])"
"""Before a day: not the rest of a longer number."""
_DAY = r"(?P<day>\d(?<![\d./\-–]\d)(?<!\d[,:]\d)\d?)"
"""The same after its first figure: a pattern that begins with one is quickly looked for."""
_YEAR = r"(?P<year>(?:1[3-9]|2[0-5])\d\d)(?=\D|$|\d{1,2}:\d\d|\d{1,2}\s?(?i:min))"
_CLOCK = r"(?:,?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s[AaPp][Mm])?(?:\s+(?:[A-Z]{3,4}|[+-]\d{4}))?)"
_JOIN = r"(?:\s*(?:of|de|del|d['’]|di|da|do|din|ta['’])\s+|\s*d['’]|\s*[-–./]\s*|\s+)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|re|de|e|ste|\.º|º|ª|°|\.|-?го|-?е)(?!\w))?"

_DAY_MONTH_YEAR = re.compile(
    rf"{_DAY}{_ORDINAL}[,،]?{_JOIN}?{_MONTH}[,،]?{_JOIN}?(?:[พค]\.ศ\.\s*)?"
    rf"(?P<short>(?:['’]|(?<=-))\d\d(?!\d)|(?<=[ก-ฮ]\.[ก-ฮ]\.\s)\d\d(?![\d.:])|{_YEAR})"
)
_THEN_YEAR = rf"\d\d?(?:st|nd|rd|th)?{_CLOCK}?(?:\s*,\s*|\s+|-){_YEAR}"
_MONTH_DAY_YEAR = re.compile(rf"(?:(?<!\w)|(?<=[a-z])(?=[A-Z])){_MONTH}[\s-]*(?=(?P<day>\d{{1,2}})){_THEN_YEAR}")
_DAY_YEAR = re.compile(_THEN_YEAR)
"""What the form above needs, quickly looked for: that one tries each word of a text, from so many letters before it."""
_BEFORE = 80
_YEAR_MONTH_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d\d|19\d\d)(?:\. gada|\.|,|\s*m\.)?\s*[-/]?\s*"
    rf"(?:(?P<early>\d{{1,2}})\.\s+)?{_MONTH}\s*[-/]?\s*(?P<day>\d{{1,2}})?(?!\d)"
)
_NUMBERS = re.compile(
    rf"{_ALONE}(?:"
    r"(?P<y1>1[349]\d\d|20\d\d)(?P<s1>[-/.]\s?)(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d|[-/.]\d)"
    r"|(?P<a>\d{1,2})(?P<s2>\s?[-/.]\s?)(?P<b>\d{1,2})(?P=s2)(?P<y2>(?:(?:19|20|25)\d\d|\d\d)(?=\D|$|\d{1,2}:\d\d))(?![-/.]\d)"
    r")"
)
_GLUED_ISO = re.compile(r"(?<!\d)(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?=T?\d\d:\d\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y1>(?:19|20)\d\d)(?P<m1>\d\d)(?P<d1>\d\d)(?=T\d{4,6}(?:Z|[+-]\d{4})?(?!\d))")
_VIETNAMESE = re.compile(
    r"(?<!\d)(?P<day>\d{1,2}) (?:tháng |thg |th\.? ?)(?P<month>\d{1,2}|\w+(?: (?:một|hai))?)(?:,? năm|,)? "
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_ON = re.compile(r"\s*[–—-]\s*\d{1,2}\.?\s+[^\W\d_]{3,12}\.?\s+\d{4}")
_EAST = re.compile(
    r"(?:(?P<year>\d{4})|(?P<era>令和|平成|昭和|民國|民国)(?P<nth>\d{1,3}|[一二三四五六七八九十]{1,3}|元)|(?P<han>[一二三四五六七八九〇零]{4}))\s?[年년]\s?"
    r"(?:(?P<month>\d{1,2})|(?P<hanmonth>[一二三四五六七八九十]{1,2}))\s?[月월]\s?"
    r"(?:(?P<day>\d{1,2})|(?P<handay>[一二三四五六七八九十]{1,3}))\s?[日号號일]"
)
_VIETNAMESE_MONTHS = [*"một hai ba tư năm sáu bảy tám chín mười".split(), "mười một", "mười hai"]


def _matches(pattern: re.Pattern[str], text: str, at: int) -> Iterator[re.Match[str]]:
    """Matches from `at` on that may overlap: one that turns out to be no date must not hide the next."""
    while match := pattern.search(text, at):
        yield match
        at = match.start() + 1


def _named(text: str, lang: str) -> Iterator[Reading]:
    """Dates with the month's name, in each order."""
    ahead = _DAY_YEAR.search(text)
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _YEAR_MONTH_DAY) if ahead else (_DAY_MONTH_YEAR, _YEAR_MONTH_DAY):
        at = max(0, ahead.start() - _BEFORE) if ahead and pattern is _MONTH_DAY_YEAR else 0
        for match in _matches(pattern, text, at):
            day = match["day"] or (match["early"] if pattern is _YEAR_MONTH_DAY else None)
            if not day or _is_range(text, match.start(), match.end()):
                continue
            year = match["year"] or ("25" if "ก" <= match["month"][0] <= "๎" else "20") + match["short"][-2:]
            if value := _of_month(int(year), match["month"], int(day), lang):
                yield match.start(), match.end(), value


def _of_month(year: int, name: str, day: int, lang: str) -> dt.date | None:
    if year < 1500:
        number = calendars.persian_month(name)
        return calendars.persian(year, number, day) if number else None
    number = month(name, lang)
    return calendars.day(year, number, day) if number else None


def _is_range(text: str, start: int, end: int) -> bool:
    """Whether the date is an end of `9–12 March 2025` or `1 March 1950 – 9 March 2025`, which is no day."""
    return bool(re.search(r"\d\s*[–—-]\s*$", text[max(0, start - 5) : start]) or _ON.match(text, end))


def _numbers(text: str, lang: str) -> Iterator[Reading]:
    """Dates in figures."""
    for pattern in (_GLUED_ISO, _COMPACT, _NUMBERS):
        for match in pattern.finditer(text):
            if match["y1"]:
                value = _year_first(int(match["y1"]), int(match["m1"]), int(match["d1"]), lang)
            else:
                before = text[max(0, match.start() - 16) : match.start()]
                value = date_order.read(int(match["a"]), int(match["b"]), int(match["y2"]), match["s2"], lang, before)
            if value:
                yield match.start(), match.end(), value


def _year_first(year: int, month_: int, day: int, lang: str) -> dt.date | None:
    if year < 1500:
        return calendars.persian(year, month_, day) if lang.startswith("fa") else None
    return calendars.day(year, month_, day)


def _eastern(text: str, lang: str) -> Iterator[Reading]:
    """Chinese, Japanese and Korean dates, also with an era or in characters."""
    for match in _EAST.finditer(text):
        if match["era"]:
            year = calendars.ERAS[match["era"]] + (1 if match["nth"] == "元" else _figure(match["nth"]))
        else:
            year = _figure(match["year"] or match["han"])
        number, day = _figure(match["month"] or match["hanmonth"]), _figure(match["day"] or match["handay"])
        if value := calendars.day(year, number, day):
            yield match.start(), match.end(), value


def _figure(text: str) -> int:
    return int(text) if text.isdecimal() else calendars.han(text)


def _vietnamese(text: str, lang: str) -> Iterator[Reading]:
    """`9 tháng 3 năm 2025`: months are numbers."""
    for match in _VIETNAMESE.finditer(text):
        name = match["month"].casefold()
        number = _VIETNAMESE_MONTHS.index(name) + 1 if name in _VIETNAMESE_MONTHS else 0
        number = int(name) if name.isdecimal() else number
        if value := calendars.day(int(match["year"]), number, int(match["day"])):
            yield match.start(), match.end(), value


FORMS: tuple[Callable[[str, str], Iterator[Reading]], ...] = (_numbers, _eastern, _vietnamese, _named)
"""Each finds the dates of its form in a text with plain digits, read by the custom of a language."""
