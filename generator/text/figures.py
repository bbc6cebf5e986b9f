"""Figures in a sentence: how many, of what, and how sure the text is of it: `at least 12 people`.

What only looks like a figure is none: years, dates, times of day, ages, ordinals, scores, numbers of pages and roads.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from generator.text.number_words import ABOUT, LEAST, MOST, SCALES, WORDS
from generator.text.words import spelled


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text: `text[start:end]`."""

    start: int
    end: int
    """Of the printed value, with what says how sure it is and the word that multiplies it: `about 2.1 million`."""
    value: float
    bound: str
    """`least`, `most`, `about`, or empty where the text gives it as it is."""
    unit: str
    """The sign that stands with it: `%`, `€`, `km`; else the word after it, in lower case: `people`, `crowns`."""

    def fits(self, other: Figure) -> bool:
        """Whether one of them is the other, rounded: `68` and `nearly 70`, not `12` and `at least 11`."""
        if self.value == other.value:
            return True
        rough, fine = sorted((self, other), key=lambda each: _precision(each.value))
        if (rough.value < 100 and fine.value.is_integer() and rough.bound != "about") or _precision(
            rough.value
        ) == _precision(fine.value):
            return False
        if rough.bound == "least":
            return rough.value <= fine.value <= 1.25 * rough.value
        if rough.bound == "most":
            return 0.8 * rough.value <= fine.value <= rough.value
        return float(f"{fine.value:.{_precision(rough.value) - 1}e}") == rough.value


_DIGITS = r"(?<![\w.,:/–-])(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d+)*)"
_SCALE = "|".join(sorted(map(re.escape, SCALES), key=len, reverse=True))
_SIGN = r"(?P<sign>[$€£¥])?"
_BOUNDS = "|".join(sorted(map(re.escape, LEAST | MOST | ABOUT), key=len, reverse=True))
_BOUND = re.compile(rf"\b((?i:{_BOUNDS})) $")
"""Right before a figure."""
_LONGEST_BOUND = 1 + max(map(len, LEAST | MOST | ABOUT))
_AFTER = re.compile(r"[ \u00a0\u202f-]?(?P<unit>%|per ?cent\b|[^\W\d_][\w’'-]*)?")
_DATED = re.compile(
    r"(?i)(?:jan|feb|mar|apr|ma[iy]|ju[nl]|aug|sep|o[ck]t|nov|de[cz]|janv|févr|avr|août|ene|abr|ago|dic)[a-zéû]*\.? ?$"
)
_MONTH = re.compile(
    r"(?i)(?:januar|februar|mär|april|mai|juni|juli|august|september|oktober|november|dezember|janvier|février|mars|avril"
    r"|juin|juillet|août|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre"
    r"|noviembre|diciembre|march|may|june|july|october|december)"
)
_NO_UNIT = frozenset(
    """am pm a.m p.m o’clock o'clock uhr h year-old year-olds years-old jährige jähriger ans años st nd rd th""".split()
)


def find(text: str, lang: str = "", words: Collection[str] | None = None, *, every: bool = False) -> Iterator[Figure]:
    """The figures of a sentence, in order. `lang` is a BCP 47 tag; without a table for it only digits are read.

    `words` are those of the sentence in small letters, where they are known already. With `every` come also numbers
    that count nothing: years, ages, pages.
    """
    code = lang.split("-", maxsplit=1)[0] or "en"
    in_words = not _words(code).isdisjoint(spelled(text.lower()) if words is None else words)
    for match in _matches(text, code if in_words else ""):
        if figure := _figure(match, text, code, every=every):
            yield figure


def _matches(text: str, code: str) -> Iterator[re.Match[str]]:
    """What the pattern finds, which is tried only where a figure may begin."""
    at, begins, pattern = 0, _opens(code), _pattern(code)
    while opens := begins.search(text, at):
        if match := pattern.match(text, opens.start()):
            yield match
        at = (match or opens).end()


@cache
def _opens(code: str) -> re.Pattern[str]:
    """With what a figure begins, in digits or in the words of a language."""
    letters = "".join(sorted({word[0] for word in WORDS.get(code, {})}))
    return re.compile(rf"[$€£¥\d]|\b(?i:[{letters}])" if letters else r"[$€£¥\d]")


@cache
def _words(code: str) -> frozenset[str]:
    """The parts of number words: without one, or a digit, a sentence has no figure, and most are spared the search."""
    return frozenset(part for word in WORDS.get(code, {}) for part in word.split("-"))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Figures in digits, and in the words of a language where one is given."""
    words = "|".join(sorted(WORDS.get(code, {}), key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"{_SIGN}(?:{_DIGITS}|\b(?P<word>(?i:{words}))\b(?![-’']\w))(?P<scale>[ \u00a0-]?(?i:{_SCALE})\b)?"
    )


def _figure(match: re.Match[str], text: str, code: str, *, every: bool) -> Figure | None:
    after = _AFTER.match(text, match.end())
    assert after is not None
    bound = _BOUND.search(text, max(0, match.start() - _LONGEST_BOUND), match.start())
    start = bound.start() if bound else match.start()
    unit = (after["unit"] or "").lower().rstrip(".")
    unit = "%" if unit in ("percent", "per cent") else unit
    if match["digits"]:
        value = _number(match["digits"], code)
        if value is None or (not every and _is_no_figure(match, start, text, value, unit)):
            return None
    else:
        value = float(WORDS[code][match["word"].lower()])
        if (unit in _NO_UNIT and not every) or text[:start].endswith(("-", "’", "'")):
            return None
    if match["scale"]:
        value *= SCALES[match["scale"].strip(" \u00a0-").lower()]
    sign = match["sign"] or unit
    return Figure(start, match.end(), value, _bound(bound[1] if bound else ""), sign)


def _number(digits: str, code: str) -> float | None:
    """`1,200`, `1.200`, `1 200` and `6.42` by the custom of the language; None for `1.2.3` and the like."""
    bare = re.sub(r"[ \u00a0\u202f]", "", digits)
    point, group = (".", ",") if code == "en" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?", bare):
        return float(bare.replace(group, "").replace(point, "."))
    if re.fullmatch(rf"\d+(?:{re.escape(point)}\d+)?", bare):
        return float(bare.replace(point, "."))
    return float(bare) if code != "en" and re.fullmatch(r"\d+\.\d{1,2}", bare) else None


def _is_no_figure(match: re.Match[str], start: int, text: str, value: float, unit: str) -> bool:
    before, after = text[max(0, start - 16) : start], text[match.end() : match.end() + 12]
    digits = match["digits"]
    if (after[:1] in ("-", "–", "/", ":") and after[1:2].isdigit()) or re.match(r"[.,]\d", after):
        return True  # a range, a score, a time, a version
    if unit in _NO_UNIT or _MONTH.match(after.lstrip(" .")) or (start == match.start() and _DATED.search(before)):
        return True  # a time of day, an age, a date
    if re.match(r"(?:st|nd|rd|th|er|e|º|ª|s)\b|\s?[ap]\.\s?m\b|\.\s+[A-ZÄÖÜ]\w+\s+\d{4}", after):
        return True
    if not match["sign"] and digits.isdigit() and len(digits) == 4 and 1500 <= value <= 2100 and start == match.start():
        return True  # a year
    return bool(
        re.search(r"(?i)(?:\b(?:no|nr|page|p|route|berth|section|article|flight|number|chapter|aged?|§)\.? )$", before)
    )


def _bound(said: str) -> str:
    said = said.lower()
    return "least" if said in LEAST else "most" if said in MOST else "about" if said else ""


def _precision(value: float) -> int:
    """How many digits of a figure say something."""
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0")) or 1
