"""Years that are not counted as in the West: Buddhist, Persian, East Asian eras, and digits in Chinese characters."""

from __future__ import annotations

import datetime as dt

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Japanese and Taiwanese eras, with the year before their first."""
_HAN = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
_PERSIAN = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_PERSIAN_MONTHS = {name: number for number, name in enumerate(_PERSIAN, 1)}


def day(year: int, month: int, of_month: int) -> dt.date | None:
    """A day of the Western calendar, or of the Buddhist one, whose years are 543 ahead; None when there is none."""
    try:
        return dt.date(year - 543 if 2400 < year < 2600 else year, month, of_month)
    except ValueError:
        return None


def persian_month(name: str) -> int:
    """The number of a month of the Persian calendar, 0 for another word."""
    return _PERSIAN_MONTHS.get(name.replace("ي", "ی"), 0)


def persian(year: int, month: int, of_month: int) -> dt.date | None:
    """A day of the Persian solar calendar; in the years 1244 to 1500 its leap years follow a cycle of 33 years."""
    if not (1244 <= year < 1500 and 1 <= month <= 12 and 1 <= of_month <= 31 - (month > 6)):
        return None
    leaps = sum(_is_leap(each) for each in range(1244, year))
    if month == 12 and of_month == 30 and not _is_leap(year):
        return None
    before = (month - 1) * 31 - max(0, month - 7)
    return dt.date(1865, 3, 21) + dt.timedelta(days=(year - 1244) * 365 + leaps + before + of_month - 1)


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def han(text: str) -> int:
    """A number in Chinese characters: digit by digit (`二〇二五`), or below a hundred (`二十五`); 0 when it is none."""
    tens, ten, ones = text.partition("十")
    if ten:
        return (_HAN.get(tens, 0) if tens else 1) * 10 + _HAN.get(ones or "〇", 0)
    return int("".join(str(_HAN.get(digit, 0)) for digit in text) or 0)
