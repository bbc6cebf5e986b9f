"""What is told of a story in the words of its reports, each word for word, each with the paragraph in which it stands.

    report  ── reading/ ──►  what it says by itself  ─┐
    report  ── reading/ ──►  what it says by itself  ─┼─►  Digest
    report  ── reading/ ──►  what it says by itself  ─┘
                                                        sentences    worth → choice → alone
                                                        points       counts, happenings, roles
                                                        facts        who, where, when, how many
                                                        quotes
                                                        timeline

Nothing is written here, so nothing can be invented. One figure on its way to a row of the page, `At least 12 people
were killed` in one of three reports:

    text/figures.find                `At least 12`, a bound and a value, before `people`                    Figure
    reading/statements.statements    of what its part of the sentence tells: `people killed`               Statement
    reading.read                     kept by the engine, with all else that the report says                Reading
    reports.numbered                 the report beside the others: a number, and whose voice it is         Report
    counts.compare                   with what others state of the same `thing`; values apart are sides    Point
    facts.facts                      under How many, if two voices have it                                 Fact
    digest                           all parts of the story together                                       Digest
    build/stories.several            the parts as those of a Story; `partials/compared.html` prints its `sides`
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from generator.build.digest import alone, choice, facts, points, worth
from generator.build.digest import quotes as quoted
from generator.build.digest import timeline as timed
from generator.build.digest.reports import Report, of_one_language
from generator.model import Citation, Digest

MOST = 7
"""Sentences."""
COURSE = 2
"""Lines of a timeline at least: one alone is under When already."""


def digest(reports: Sequence[Report], sentences: Sequence[Citation] | None = None) -> Digest:
    """What is told of a story; its reports come oldest first. Empty for a lone report.

    `sentences` are those that are `told` of it, where they are known already.
    """
    if len(reports) < 2:
        return Digest()
    sentences = told(reports) if sentences is None else sentences
    reports = of_one_language(reports)
    compared, timeline = points.compare(reports), timed.timeline(reports)
    box = facts.facts(reports, compared)
    boxed = {(each.value, each.subject) for each in box}
    return dataclasses.replace(
        compared,
        agreed=tuple(each for each in compared.agreed if (each.sides[0].value, each.subject) not in boxed),
        sentences=tuple(sentences),
        facts=box,
        quotes=quoted.quotes(reports),
        timeline=timeline if len(timeline) >= COURSE else (),
    )


def told(reports: Sequence[Report]) -> tuple[Citation, ...]:
    """The sentences of `digest`: three to seven where the reports are long enough, fewer where they are short."""
    reports = of_one_language(reports) if len(reports) > 1 else ()
    return alone.mark(chosen(reports, _length(reports)), reports) if reports else ()


def chosen(reports: Sequence[Report], count: int) -> tuple[Citation, ...]:
    """The sentences, at most `count`, by which a story or a lone report is best told, in an order that reads."""
    reports = of_one_language(reports)
    weighed = worth.weigh(worth.candidates(reports), reports)
    found = choice.choose(weighed, count)
    return tuple(each.cite(found.index(each)) for each in choice.in_order(found))


def _length(reports: Sequence[Report]) -> int:
    """How many sentences: one for each forty words, but no more than two beyond the number of reports."""
    words = sum(report.entry.words for report in reports)
    return max(1, min(MOST, 2 + len(reports), words // 40))
