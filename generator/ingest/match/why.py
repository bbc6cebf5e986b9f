"""Why a report is in its story: which of the others it is most like, and in what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.ingest import groups
from generator.ingest.articles import Article
from generator.ingest.match import measure, report
from generator.ingest.match.learned import Learned
from generator.ingest.match.particulars import number
from generator.text import names, words

MOST = 6
"""So many names, and so many other words, are told."""


def reasons(known: Learned, article: Callable[[str], Article]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """For each article whose group was found anew, by name, why it is in it; `article` gives one by its name."""
    alike = known.likeness()
    for members in known.groups:
        if members[0] in known.fresh:
            named = {number: _names(article(known.items[number].name)) for number in members}
            pairs = ((one, other) for one in members for other in members if one < other)
            table = {pair: (known.pairs.get(pair) or alike(*pair))[0] for pair in pairs}
            for one in members:
                other = max((each for each in members if each != one), key=lambda each: table[_pair(one, each)])
                score = table[_pair(one, other)]
                yield known.items[one].name, _reason(known, article, (one, other), score, (named[one], named[other]))


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _reason(
    known: Learned,
    article: Callable[[str], Article],
    pair: tuple[int, int],
    score: int,
    named: tuple[Mapping[str, str], Mapping[str, str]],
) -> dict[str, Any]:
    one, other = (known.items[number] for number in pair)
    days = abs(one.report.day - other.report.day) if one.report.day and other.report.day else None
    spelled = report.spellings(article(one.name))
    theirs = {*other.report.words}
    shared = [number for number in one.report.words if number in theirs and number in spelled]
    worded = [number for number in shared if not spelled[number].isdecimal()]
    rare = sorted(worded, key=lambda number: (measure.class_of(known.counts[number]), spelled[number]))
    both = [name for key, name in named[0].items() if key in named[1]]
    inside = {word for name in both for word in words.words(name)}

    def rank(name: str) -> tuple[int, str]:
        return min(measure.class_of(known.counts[number(word)]) for word in words.words(name) or [name]), name

    return {
        "other": other.name,
        "score": min(max(0, score), groups.GRAIN) / groups.GRAIN,
        "days": days,
        "names": sorted(both, key=rank)[:MOST],
        "words": [spelled[number] for number in rare if spelled[number] not in inside][:MOST],
    }


def _names(article: Article) -> dict[str, str]:
    """The names in an article as it spells them, by themselves in lower case."""
    return {each.text.casefold(): each.text for each in names.names(article.body, report.lang(article))}
