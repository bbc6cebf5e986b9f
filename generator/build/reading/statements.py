"""What a report states in figures: the value, what it is of, and the words by which the same of another is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.build.reading.sentences import DEEPEST, Sentence
from generator.build.reading.stems import telling
from generator.text import figures, times
from generator.text.figures import Figure
from generator.text.number_words import HAPPENED, HOMES, PEOPLE, SOME_PEOPLE, TO_HOMES
from generator.text.words import stopwords, words

LONG_BEFORE = 45
"""Days. What a sentence dates further back than this is no figure of a present event."""
LEFT = "left their homes"
"""What those did who had to, which takes more than a word to know."""
_CUT = re.compile(r"[;:,—–()]\s|\s(?:and|but|while|when|after|before|und|aber|während|et|mais|y|pero)\s")
_ASIDE = re.compile(
    r", (?:including|among them|among whom|most of them|all of them|mostly|darunter|dont|incluidos)\b[^,;.]*,?"
)
_HOMES = re.compile(
    r"(?i)\b(?:from|left|leave|leaving|fled?|flee(?:ing)?|evacuat\w+) (?:from )?their (?:homes|houses)\b"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside) (?:the )?([A-ZÀ-Þ][\w’'-]+)\b(?! (?:Lane|Street|Road|Avenue|Square|Bridge|Quay|Hill)\b)"
)
"""A street is in a town, and tells no two events apart."""
_BEFORE = re.compile(
    r"(?i)\b(?:previous|earlier|decades? ago|years? ago|once|originally|at first|initial(?:ly)?|zuvor|früher|zunächst"
    r"|précédent\w*|auparavant|anterior\w*|antes)\b"
)
"""Of another event, or taken back."""
_NOT_SURE = re.compile(
    r"(?i)\b(?:could|might|may|would|feared|fears?|threat\w*|risks?|if|unless|könnte\w*|würde\w*|droh\w*|pourrai\w*|podría\w*)\b"
)
"""What has not happened."""
_PART = re.compile(r"(?i)\b(?:another|further|additional|a further|other|weitere|autres|otros|otras)\s$")
_OF_ALL = re.compile(r"\w of (?:(?:the|its|their|all) |[\w ’'-]{1,30}[’']s? )$")
"""`two of the five plants`."""
_RANGE = re.compile(
    r"(?i)\s?(?:to|or|and|bis|oder|und|à|ou|et|a|o|y|[-–]|in|out of|von|sur|de cada|su|em cada|op de)\s"
)
"""Between two figures: `10 to 15`; `six in ten voters` counts no voters."""
_JOINED = re.compile(r"-[^\W\d_]+(?=[ \u00a0])")
"""`225-page report`."""
_NAME = re.compile(r"[^\W\d_]|[ -][A-ZÀ-Þ][\w-]*(?<!s)\b(?! [^\W\d_A-ZÀ-Þ])")
"""Behind a figure that is a part of a name: `76ers`, `4x4`, `357 Magnum`."""
_AGES = frozenset("of aged age von de".split())
"""Before a figure without a unit: `a man of 34`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPANS = frozenset(
    """second seconds minute minutes hour hours day days week weeks month months year years decade decades century
    stunde stunden tag tage tagen woche wochen monat monate jahr jahre jahren minuten heures jours semaines mois ans
    horas días semanas meses años time times things thing ways block gmt per to of in on at from for with by who or
    the""".split()
)
_LASTED = re.compile(r"(?i)\b(?:lasted|dauerte|a duré|duró) (?:about |only |etwa |nur )?$")
"""After this alone such a span is of one thing."""
_KIN = (
    {"ships", "vessels", "boats", "freighters"},
    {"homes", "houses", "properties", "buildings"},
    {"votes", "ballots"},
    {"€", "euros", "euro"},
    {"£", "sterling"},
)
"""Units that are one."""
_SHARES = frozenset("% percent percentage prozent pourcent".split())
_UNNAMED = frozenset(["", "were", "was", "are", "have", "had", "from", "left", "fled"])
"""What may stand after a figure of people who are not named again."""
_NOT_ALL = frozenset("of other others more von autres otros".split())
"""After a figure: it counts only some."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of a report, and of what."""

    at: int
    """The place of its sentence in the report."""
    figure: Figure
    end: int
    """Where the words begin that may say what is counted,"""
    printed: str
    """after the value as it stands in the sentence: `at least 12`, `225-page`."""
    happened: str
    """What happened to people or homes: `people killed`; empty for all else."""
    unit: str
    around: tuple[str, ...]
    """Stems of the words in its part of the sentence,"""
    wide: tuple[str, ...]
    """and of all of the sentence; without those that figures count and those that say nothing."""
    places: tuple[str, ...]
    """Those that its part of the sentence names;"""
    anywhere: tuple[str, ...]
    """where there are none, those of all of the sentence."""
    years: tuple[int, ...]
    """Those that its sentence names, else those that the paragraph has named before."""
    dated: bool
    """Whether the sentence tells of a time long before its report."""

    @property
    def thing(self) -> tuple[str, str]:
        """By which figures are put side by side."""
        return self.unit, self.happened

    @property
    def is_amount(self) -> bool:
        """Whether it counts money, by a sign."""
        return not self.figure.unit[:1].isalpha() and self.figure.unit != "%"

    @property
    def is_share(self) -> bool:
        """Whether it counts hundredths."""
        return self.unit in _SHARES


def statements(sentences: Sequence[Sentence], lang: str, stated: dt.date | None) -> Iterator[Statement]:
    """What a report states, in order; a value that is stated again of the same thing comes again.

    `lang` is its language without a region, and `stated` the day of the report.
    """
    paragraph, years = 0, tuple[int, ...]()
    for sentence in sentences[:DEEPEST]:
        text, known = sentence.text, years if sentence.paragraph == paragraph else ()
        paragraph, years = sentence.paragraph, _years(sentence) or known
        found = tuple(figures.find(text, lang, sentence.words))
        if not found:
            continue
        units = {each.unit for each in found}
        wide, anywhere = _telling(sentence.words, units, lang), _places(text)
        bare = _ASIDE.sub(lambda aside: " " * len(aside[0]), text)
        for place, figure in enumerate(found):
            if _in_range(text, found[max(0, place - 1) : place + 2]) or _OF_ALL.search(bare, 0, figure.start):
                continue
            if lang != "de" and _NAME.match(text, figure.end):
                continue
            clause = _clause(bare, figure)
            spoken = words(clause)
            happened, unit = _thing(clause, spoken, text, figure, lang)
            if unit:
                end = match.end() if (match := _JOINED.match(text, figure.end)) else figure.end
                yield Statement(
                    sentence.place,
                    figure,
                    end,
                    text[figure.start : end],
                    happened,
                    unit,
                    _telling(spoken, units, lang),
                    wide,
                    (near := _places(clause)),
                    near or anywhere,
                    years,
                    bool(happened) and _is_of_before(sentence, lang, stated, years),
                )


def _places(text: str) -> tuple[str, ...]:
    return tuple(sorted({*_PLACE.findall(text)}))


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


def _in_range(text: str, found: Sequence[Figure]) -> bool:
    """Whether one of two figures that stand side by side is an end of `10 to 15`, or part of `6 in 10`."""
    return any(_RANGE.fullmatch(text, one.end, other.start) for one, other in pairwise(found))


def _thing(clause: str, spelled: Sequence[str], text: str, figure: Figure, lang: str) -> tuple[str, str]:
    """What happened to those that a figure counts, if it is one thing, and its unit; no unit where it is not sure."""
    unit = next((min(kin) for kin in _KIN if figure.unit in kin), figure.unit)
    spoken = set(spelled)
    if _HOMES.search(clause):
        people = unit in PEOPLE or unit in _UNNAMED
        return _if_sure(f"people who {LEFT}", "people", clause, text, figure) if people else ("", "")
    rows = [what for what, row in HAPPENED.items() if not row.isdisjoint(spoken)]
    if len(rows) == 1 and (who := _who(unit, rows[0], text, figure, lang)):
        return _if_sure(f"{who} {rows[0]}", who, clause, text, figure)
    if figure.unit in HOMES:
        rows = [what for what, row in TO_HOMES.items() if not row.isdisjoint(spoken)]
        if len(rows) == 1:
            return _if_sure(f"homes {rows[0]}", "homes", clause, text, figure)
    if unit in _SPANS and _LASTED.search(text[: figure.start]):
        return "", unit
    return "", "" if unit in _SPANS or unit in stopwords(lang or "en") else unit


def _who(unit: str, row: str, text: str, figure: Figure, lang: str) -> str:
    """Whom a figure counts, by the word after it, or where that is the word for what happened, or none."""
    before = next(reversed(words(text[max(0, figure.start - 24) : figure.start])), "")
    if before in _AGES and not unit:
        return ""
    if unit in PEOPLE or unit in HAPPENED[row] or unit in _UNNAMED:
        return "people"
    if unit in SOME_PEOPLE:
        return SOME_PEOPLE[unit]
    small = unit in stopwords(lang or "en") and unit not in _NOT_ALL
    return "people" if small and before in HAPPENED[row] else ""  # killed 3 and injured 14


def _if_sure(happened: str, unit: str, clause: str, text: str, figure: Figure) -> tuple[str, str]:
    """The same; nothing where it has not happened, was taken back, or counts only those beside others."""
    if figure.bound == "most" or _NOT_SURE.search(clause) or _BEFORE.search(text) or _PART.search(text[: figure.start]):
        return "", ""
    return happened, unit


def _is_of_before(sentence: Sentence, lang: str, stated: dt.date | None, years: Sequence[int]) -> bool:
    """Whether the sentence tells of a time long before its report; of any year where that has no day."""
    if stated is None or years:
        return bool(years) and (stated is None or max(years) < stated.year)
    found = times.find(sentence.text, lang, stated, sentence.words)
    return bool(found) and all((stated - each.day).days > LONG_BEFORE for each in found)


def _telling(spelled: Iterable[str], units: Collection[str], lang: str) -> tuple[str, ...]:
    return tuple(sorted(telling((word for word in spelled if word not in units), lang)))


def _years(sentence: Sentence) -> tuple[int, ...]:
    return tuple(sorted({int(word) for word in sentence.words if word[0] in "12" and _YEAR.fullmatch(word)}))
