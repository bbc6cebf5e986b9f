"""What is new in a story: sentences of its latest reports that say what none of its earlier ones does."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Sequence

from generator.build.digest import choice, worth
from generator.build.digest.reports import Report
from generator.build.digest.worth import Candidate
from generator.model import Citation
from generator.text.words import stopwords, words

MOST = 3
NEW = 1 / 3
"""Of the words of a sentence, but for small ones, this share must stand in no earlier report;"""
FEWEST = 2
"""and at least so many of them, which is enough for the first of a report: it says what is new, and of what."""
BRIEF = 9
"""A first sentence of no more words than this needs no new one: "The strike is over."."""
LEAD = 0.5
"""What such a first sentence is worth more, but never more than the best of all: the others are measured by that."""


def fresh(reports: Sequence[Report], earlier: Container[str]) -> tuple[Citation, ...]:
    """Up to three sentences, in an order that reads; none where the latest reports say nothing new.

    `reports` are those of a story that were known, oldest first; `earlier` has the paths of those that are not among
    the latest.
    """
    before = [each for each in reports if each.entry.path in earlier]
    spoken = {each.read.lang for each in before}
    old = [told for each in before for told in each.read.sentences]
    printed = {each.text for each in old}
    said = {word for each in before for word in words(each.entry.title)}.union(*(each.words for each in old))
    latest = [each for each in reports if each.entry.path not in earlier and each.read.lang in spoken]
    found = [
        each
        for each in worth.candidates(reports, latest)
        if each.it.text not in printed and _says_more(each, said, each.report.read.lang)
    ]
    found = [each for each in found if not each.it.colour] or found
    if not found:
        return ()
    weighed = worth.weigh(found, reports)
    best = weighed[0].worth
    leading = [
        dataclasses.replace(each, worth=min(best, each.worth + LEAD)) if _leads(each.candidate) else each
        for each in weighed
    ]
    ordered = sorted(leading, key=lambda each: (-each.worth, not _leads(each.candidate)))
    return tuple(each.cite() for each in choice.in_order(choice.choose(ordered, MOST)))


def _says_more(each: Candidate, said: set[str], lang: str) -> bool:
    telling = {word for word in each.it.words if len(word) > 1} - stopwords(lang)
    if _leads(each):
        return len(each.it.words) <= BRIEF or len(telling - said) >= FEWEST
    return len(telling - said) >= max(FEWEST, NEW * len(telling))


def _leads(each: Candidate) -> bool:
    """Whether it is the first sentence of its report, and tells what happened rather than how it looked."""
    return not each.it.at and not each.it.colour
