"""On which names reports differ: who holds an office, and how a name is spelled. In doubt nothing is said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from generator.build.digest import speakers
from generator.build.digest.compared import Compared
from generator.build.digest.reported import DEEPEST, Reported, Sentence
from generator.build.digest.statements import stem
from generator.build.voices import voice
from generator.model import Point, Side
from generator.text.office_words import ARTICLES, CHANGES, HOLDS, OFFICES
from generator.text.words import stopwords, words

MOST, NEAR = 4, 3
"""Points that are told; days between two reports that are compared."""
SHARED = 3
"""Telling words that two sentences must share for an office in them to be one that many may hold."""
LONG = 4
"""Letters of the shortest name of which one that differs by a letter is another spelling."""
_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]*\w(?: (?:(?:de|van|von|der|den|di|da|al) )*[A-ZÀ-Þ][\w’'-]*\w)+)"
_PLACE = r"[A-ZÀ-Þ][\w’'-]*\w(?: [A-ZÀ-Þ][\w’'-]*\w)*"


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds an office, by one report."""

    office: str
    of: str
    name: str
    """With plain apostrophes, as some print them and some do not;"""
    printed: str
    """and as the sentence has it."""
    title: str
    """The office as the sentence has it."""
    sentence: Sentence

    @property
    def last(self) -> str:
        """The last word of the name."""
        return self.name.rsplit(" ", 1)[-1]


def compare(reports: Sequence[Reported]) -> Compared:
    """Names in pairs of reports of which neither knows the other's."""
    texts = [_plain("\n".join((report.entry.title, *report.paragraphs))) for report in reports]
    holders = [_only(_holders(report)) for report in reports]
    points: list[Point] = []
    for one, other in combinations(range(len(reports)), 2):
        if voice(reports[one].entry) == voice(reports[other].entry) or _far(reports[one], reports[other]):
            continue
        for office in holders[one].keys() & holders[other].keys():
            mine, theirs = holders[one][office], holders[other][office]
            if _differ(mine, theirs, texts[one], texts[other], reports[one].lang):
                sides = (
                    Side(each.printed, (reports[each.sentence.report].cite(each.sentence),)) for each in (mine, theirs)
                )
                points.append(Point("name", mine.title, tuple(sides)))
    return Compared(differences=tuple(sorted(points, key=lambda each: each.subject)[:MOST]))


def _far(one: Reported, other: Reported) -> bool:
    days = one.entry.stated, other.entry.stated
    return bool(days[0] and days[1] and abs((days[0] - days[1]).days) > NEAR)


def _holders(report: Reported) -> Iterator[_Holder]:
    lang = report.lang or "en"
    if lang not in OFFICES:
        return
    able = [each for each in report.sentences[:DEEPEST] if _office(lang).search(each.text.lower())]
    known = speakers.people(report).full if able else {}
    for sentence in able:
        for pattern in _patterns(lang):
            for match in pattern.finditer(sentence.text):
                printed = match["name"]
                full = known.get(printed.rsplit(" ", 1)[-1], "")  # a title may have been taken for a part of the name
                if f" {full}".endswith(f" {printed}") and not _changes(lang).search(sentence.text):
                    of = match["of"] or match.groupdict().get("of2") or ""
                    yield _Holder(match["office"].lower(), of, _plain(printed), printed, match["office"], sentence)


@cache
def _office(lang: str) -> re.Pattern[str]:
    """In small letters, as most sentences have none."""
    return re.compile(rf"\b{OFFICES[lang].lower()}\b")


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    """An office before its holder, and behind: `the mayor of Almery, Ilse Brandt`, `Ilse Brandt, Almery’s mayor`."""
    office = rf"(?P<office>(?i:{OFFICES[lang]}))"
    of = rf"(?: (?:{HOLDS[lang]})(?P<of>{_PLACE}))?"
    return (
        re.compile(rf"\b{office}{of},? {_NAME}"),
        re.compile(rf"{_NAME}, (?:{ARTICLES[lang]})?(?:(?P<of2>[A-ZÀ-Þ][\w-]*)[’']s )?{office}{of}\b"),
    )


@cache
def _changes(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{CHANGES[lang]})\b")


def _only(found: Iterator[_Holder]) -> dict[str, _Holder]:
    """By office, its holder, where a report names one alone."""
    by_office: dict[str, list[_Holder]] = defaultdict(list)
    for each in found:
        by_office[each.office].append(each)
    return {office: several[0] for office, several in by_office.items() if len({each.name for each in several}) == 1}


def _differ(one: _Holder, other: _Holder, text: str, its: str, lang: str) -> bool:
    """Whether two reports name two holders of one office, or spell one name in two ways."""
    spelled = _spelled(one.name, other.name)
    mine, theirs = (one.name, other.name) if spelled else (one.last, other.last)
    if one.name == other.name or _stands(mine, its) or _stands(theirs, text):
        return False
    if spelled:
        return True
    if one.of != other.of:
        return False
    small = stopwords(lang or "en")
    told = [
        {stem(word) for word in words(each.sentence.text) if len(word) > 2 and word not in small}
        for each in (one, other)
    ]
    return len(told[0] & told[1]) >= SHARED + len(one.office.split())


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _stands(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _spelled(one: str, other: str) -> bool:
    """Whether two names are one in two spellings: all words the same, but for one that differs by a letter."""
    mine, theirs = one.split(), other.split()
    if len(mine) != len(theirs):
        return False
    unlike = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(unlike) == 1 and min(map(len, unlike[0])) >= LONG and _one_letter(*unlike[0])


def _one_letter(one: str, other: str) -> bool:
    """Whether a word becomes the other by one letter that is put in, left out or changed."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    return short[same:] == long[same + 1 :] or short[same + 1 :] == long[same + 1 :]
