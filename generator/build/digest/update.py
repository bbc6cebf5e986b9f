"""What is new in a story: sentences of its latest reports that say what none of its earlier ones does."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Sequence

from generator.build.digest import choice, worth
from generator.build.digest.candidates import Candidate, candidates
from generator.build.digest.reported import reported
from generator.model import Citation, Page
from generator.text.words import stopwords, words

MOST = 3
NEW = 1 / 3
"""Of the words of a sentence, but for small ones, this share must stand in no earlier report;"""
FEWEST = 2
"""and at least so many of them, which is enough for the first of a report: it says what is new, and of what."""
BRIEF = 9
"""A first sentence of no more words than this needs no new one: "The strike is over."."""
LEAD = 0.5
"""What such a first sentence is worth more."""


def fresh(pages: Sequence[Page], earlier: Container[str]) -> tuple[Citation, ...]:
    """Up to three sentences, in an order that reads; none where the latest reports say nothing new.

    `pages` are the reports of a story that were known, oldest first; `earlier` has the paths of those that are not
    among the latest.
    """
    before = [page for page in pages if page.entry.path in earlier]
    spoken = {page.entry.lang.split("-")[0] for page in before}
    said = {word for page in before for text in (page.entry.title, *page.paragraphs) for word in words(text)}
    reports = reported(pages)
    latest = [each for each in reports if each.entry.path not in earlier and each.lang in spoken]
    printed = {each.text for report in reports if report.entry.path in earlier for each in report.sentences}
    found = [
        each
        for one in latest
        for each in candidates(one, len(reports))
        if each.sentence.text not in printed and _says_more(each, said, one.lang)
    ]
    if not found:
        return ()
    weighed, rare = worth.weigh(found, reports)
    leading = [
        dataclasses.replace(each, worth=each.worth + LEAD) if _leads(each.candidate) else each for each in weighed
    ]
    chosen = choice.choose(sorted(leading, key=lambda each: -each.worth), rare, MOST)
    return tuple(reports[each.report].cite(each.sentence) for each in chosen)


def _says_more(each: Candidate, said: set[str], lang: str) -> bool:
    telling = {word for word in each.words if len(word) > 1} - stopwords(lang)
    if _leads(each):
        return len(each.words) <= BRIEF or len(telling - said) >= FEWEST
    return len(telling - said) >= max(FEWEST, NEW * len(telling))


def _leads(each: Candidate) -> bool:
    """Whether it is the first sentence of its report, and tells what happened rather than how it looked."""
    return not each.sentence.place and not each.colour
