"""Who holds an office, by one report: `the mayor of Almery, Ilse Brandt`, `Ilse Brandt, Almery’s mayor`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.build.reading.sentences import DEEPEST, Sentence
from generator.text.office_words import ARTICLES, CHANGES, HOLDS, OFFICES
from generator.text.words import words

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]*\w(?: (?:(?:de|van|von|der|den|di|da|al) )*[A-ZÀ-Þ][\w’'-]*\w)+)"
_PLACE = r"[A-ZÀ-Þ][\w’'-]*\w(?: [A-ZÀ-Þ][\w’'-]*\w)*"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office, where the report names one alone."""

    at: int
    """The place of the sentence in its report."""
    title: str
    """The office as the sentence has it."""
    of: str
    """Of which place or body; may be empty."""
    printed: str
    """The name as the sentence has it."""

    @property
    def office(self) -> str:
        """The office as it is compared."""
        return self.title.lower()


def holders(sentences: Sequence[Sentence], lang: str, full: Mapping[str, str]) -> Iterator[Holder]:
    """Those whom a report names, one of each office; `full` has its full names by last name."""
    by_office: dict[str, list[Holder]] = defaultdict(list)
    for each in _named(sentences, lang or "en", full):
        by_office[each.office].append(each)
    for several in by_office.values():
        if len({each.printed for each in several}) == 1:
            yield several[0]


def _named(sentences: Sequence[Sentence], lang: str, full: Mapping[str, str]) -> Iterator[Holder]:
    if lang not in OFFICES:
        return
    last = frozenset(word for name in full for word in words(name))
    for sentence in sentences[:DEEPEST]:
        if last.isdisjoint(sentence.words):
            continue
        if _office(lang).search(sentence.text.lower()) and not _changes(lang).search(sentence.text):
            for pattern in _patterns(lang):
                for match in pattern.finditer(sentence.text):
                    name = match["name"]
                    whole = full.get(name.rsplit(" ", 1)[-1], "")  # a title may have been taken for a part of the name
                    if f" {whole}".endswith(f" {name}"):
                        of = match["of"] or match.groupdict().get("of2") or ""
                        yield Holder(sentence.place, match["office"], of, name)


@cache
def _office(lang: str) -> re.Pattern[str]:
    """In small letters, as most sentences have none."""
    return re.compile(rf"\b{OFFICES[lang].lower()}\b")


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    """An office before its holder, and behind."""
    office = rf"(?P<office>(?i:{OFFICES[lang]}))"
    of = rf"(?: (?:{HOLDS[lang]})(?P<of>{_PLACE}))?"
    return (
        re.compile(rf"\b{office}{of},? {_NAME}"),
        re.compile(rf"{_NAME}, (?:{ARTICLES[lang]})?(?:(?P<of2>[A-ZÀ-Þ][\w-]*)[’']s )?{office}{of}\b"),
    )


@cache
def _changes(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{CHANGES[lang]})\b")
