"""What a report states in figures: the value, what it is of, and the words by which the same of another is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.build.digest.reported import Reported, Sentence
from generator.build.voices import voice
from generator.text import figures
from generator.text.figures import Figure
from generator.text.number_words import PEOPLE, SAME
from generator.text.words import stopwords, words

DEEPEST = 40
"""Sentences of a report that are looked at."""
_MAY = re.compile(r"\d|(?i:\b(?:t[whe]|f[oiu]|s[ie]|e[li]|n[ei]|z[ew]|d[eioru]|a[ch]|v[ie]|q[ui]|o[cn]|c[ai]))")
"""A digit, or what a number word begins with: a quick look."""
_CUT = re.compile(r"[;:,—–()]\s|\s(?:and|but|while|when|after|before|und|aber|während|et|mais|y|pero)\s")
_HOMES = re.compile(
    r"(?i)\b(?:from|left|leave|leaving|fled?|flee(?:ing)?|evacuat\w+) (?:from )?their (?:homes|houses)\b"
)
_PLACE = re.compile(r"\b(?:in|at|near|outside) (?:the )?([A-ZÀ-Þ][\w’'-]+)")
_LONG_AGO = re.compile(r"(?i)\b(?:centur(?:y|ies)|jahrhundert|siècle|siglo)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAST_YEAR = re.compile(r"(?i)\b(?:last year|a year ago|voriges jahr|l’an dernier|el año pasado)\b")
_SPANS = frozenset(
    """second seconds minute minutes hour hours day days week weeks month months year years decade decades century
    stunde stunden tag tage tagen woche wochen monat monate jahr jahre jahren minuten heures jours semaines mois ans
    horas días semanas meses años time times things thing ways per to of in on at from for with by who or the""".split()
)
HOMELESS = len(SAME)
"""The row of those who had to leave their homes, which takes more than a word to know."""
_KIN = (
    {"ships", "vessels", "boats", "freighters"},
    {"homes", "houses", "properties", "buildings"},
    {"votes", "ballots"},
)
"""Units that are one."""
_SAID = frozenset(
    """said says told tells according reported report reports added also per cent percent year years about million
    billion monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that any two sentences of news may share."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of a report, and of what."""

    report: int
    sentence: Sentence
    voice: str
    day: dt.date | None
    figure: Figure
    printed: str
    """The value as it stands in the sentence."""
    row: int | None
    """What happened to people, as a place in `SAME`, or HOMELESS; None for all else."""
    unit: str
    around: frozenset[str]
    """Stems of the words in its part of the sentence,"""
    wide: frozenset[str]
    """and of all of the sentence; without those that figures count and those that say nothing."""
    places: frozenset[str]
    years: frozenset[int]


def statements(report: Reported) -> Iterator[Statement]:
    """What a report states, in order; a value that is stated again of the same thing comes again."""
    for sentence in report.sentences[:DEEPEST]:
        if _MAY.search(sentence.text):
            yield from _of(sentence, report)


def _of(sentence: Sentence, report: Reported) -> Iterator[Statement]:
    text, lang = sentence.text, report.entry.lang
    found = tuple(figures.find(text, lang))
    wide = _told(text, found, lang)
    for figure in found:
        clause = _clause(text, figure)
        if not clause or _LONG_AGO.search(text):
            continue
        row = _row(clause)
        unit = _unit(figure.unit)
        if row is not None and _is_people(figure.unit, row):
            unit = "people"
        elif unit in _SPANS or unit in stopwords(lang) or not unit:
            continue
        yield Statement(
            sentence.report,
            sentence,
            voice(report.entry),
            report.entry.stated,
            figure,
            text[figure.start : figure.end],
            row if unit == "people" else None,
            unit,
            _told(clause, found, lang),
            wide,
            frozenset(_PLACE.findall(clause)),
            _years(text, report.entry.stated),
        )


def _clause(text: str, figure: Figure) -> str:
    """The part of a sentence around a figure, up to the next comma or conjunction on both sides."""
    start, end = 0, len(text)
    for cut in _CUT.finditer(text):
        if cut.end() <= figure.start:
            start = cut.end()
        elif cut.start() >= figure.end:
            end = cut.start()
            break
    return text[start:end]


def _row(clause: str) -> int | None:
    """What the clause says happened to people, if it is one thing."""
    if _HOMES.search(clause):
        return HOMELESS
    found = {number for number, row in enumerate(SAME) if not row.isdisjoint(words(clause))}
    return found.pop() if len(found) == 1 else None


def _is_people(unit: str, row: int) -> bool:
    """Whether a figure counts people: by the word after it, or where that is the word for what happened, or none."""
    if unit in PEOPLE or unit == "":
        return True
    if row == HOMELESS:
        return unit in ("from", "left", "had", "have", "were", "fled")
    return unit in SAME[row] or unit in ("were", "was", "are", "have", "had", "others", "more")


def _unit(unit: str) -> str:
    return next((min(kin) for kin in _KIN if unit in kin), unit)


def _told(text: str, counted: Iterable[Figure], lang: str) -> frozenset[str]:
    """Stems of the words of a text that may say what a figure in it is of."""
    small = stopwords(lang or "en") | _SAID | {each.unit for each in counted}
    return frozenset(
        stem(word) for word in words(text) if len(word) > 2 and word not in small and not word[0].isdigit()
    )


def _years(text: str, day: dt.date | None) -> frozenset[int]:
    found = set(map(int, _YEAR.findall(text)))
    if day and _LAST_YEAR.search(text):
        found.add(day.year - 1)
    return frozenset(found)


@cache
def stem(word: str) -> str:
    """A word without its commonest endings, good enough to tell `flooded` and `flooding` to be one."""
    for ending in ("ings", "ing", "ies", "ed", "es", "en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
