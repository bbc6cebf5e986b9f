"""Why a report is in its story: which of the others it is most like, and in what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

from generator.ingest import groups
from generator.ingest.articles import Article
from generator.ingest.match import measure, report
from generator.ingest.match.learned import Item, Learned
from generator.ingest.match.particulars import number
from generator.text import shingles, words

MOST = 6
"""So many names, and so many other words, are told."""
COPIED = 0.8
"""Of one text, so much stands in another that tells little of its own: an agency wrote both."""
_LIKE = groups.GRAIN // 2
"""Two texts of which one is nearly in the other are at least so alike."""


def reasons(known: Learned, article: Callable[[str], Article]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """For each article in a group that is new or has changed, by name, why it is there; `article` gives one by name."""
    alike = known.likeness()
    for members in known.groups:
        if members[0] in known.fresh:
            table = {}
            for pair in combinations(members, 2):
                table[pair] = table[pair[::-1]] = (known.pairs.get(pair) or alike(*pair))[0]
            for one in members:
                other = max((each for each in members if each != one), key=lambda each: table[one, each])
                item, like = known.items[one], known.items[other]
                mine, score = article(item.name), table[one, other]
                copied = score >= _LIKE and _copied(mine.body, article(like.name).body)
                told = _reason(known, item, like, score, report.spellings(mine))
                yield item.name, told | {"copied": True} if copied else told


def _copied(one: str, other: str) -> bool:
    """Whether the shorter of two texts stands nearly whole in the other."""
    mine, theirs = shingles.shingles(one), shingles.shingles(other)
    return len(mine & theirs) >= COPIED * min(len(mine), len(theirs)) > 0


def _reason(known: Learned, one: Item, other: Item, score: int, spelled: Mapping[int, str]) -> dict[str, Any]:
    days = abs(one.report.day - other.report.day) if one.report.day and other.report.day else None
    theirs = {*other.report.words}
    shared = [each for each in one.report.words if each in theirs and each in spelled]
    names = _names(one, other, {*shared})
    inside = {word for name in names for word in words.words(name)}

    def rare(word: str) -> tuple[int, str]:
        return measure.class_of(known.counts[number(word)]), word

    worded = {spelled[each] for each in shared if not spelled[each].isdecimal()}
    return {
        "other": other.name,
        "score": min(max(0, score), groups.GRAIN) / groups.GRAIN,
        "days": days,
        "names": sorted(names, key=lambda name: (min(map(rare, words.words(name)))[0], name))[:MOST],
        "words": sorted(worded - inside, key=rare)[:MOST],
    }


def _names(one: Item, other: Item, shared: set[int]) -> list[str]:
    """The names in the opening of either of which both have every word; of `Smith` and `Ann Smith` the longer one."""
    common = words.stopwords(one.report.lang)
    found: dict[frozenset[int], str] = {}
    for name in (*one.report.told.names, *other.report.told.names):
        said = frozenset(number(word) for word in words.words(name) if word not in common)
        if said and said <= shared:
            found.setdefault(said, name)
    return [name for said, name in found.items() if not any(said < longer for longer in found)]
