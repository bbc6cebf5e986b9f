"""A few sentences that together say the most: worthy ones, each unlike those before it, of the first day and the last.

What is too like another is left out rather than weighed against its worth as by Carbonell and Goldstein ("The use of
MMR", 1998): that needs one number fewer, and comes nearer to what editors write.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from generator.build.digest.worth import Candidate, Weighed
from generator.build.reading.stems import singulars
from generator.text.weights import similarity

REPEATS, LATER = 0.3, 0.5
"""Two sentences more alike than this say the same. Likeness to one of another day counts for so much less: a report
recalls what happened before it tells what came of it."""
OPENS, CLOSES = 0.7, 0.4
"""A sentence of an earlier day that is nearly as worthy as the best opens: it tells what happened, later ones what came
of it. The newest report has its say where it has a sentence of this share of the worth of the best."""
FEWEST, FLOOR, BRIEF = 3, 0.2, 0.35
"""After so many sentences only those go on that have this share of the worth of the best. Where no more may be told,
the third share is asked of all after the first."""


def choose(weighed: Sequence[Weighed], count: int) -> list[Candidate]:
    """At most `count` of the candidates, which come by worth, the lead first and then what says most beside it.

    The lead is a worthy one that needs nothing before it, of the day on which things happened.
    """
    chosen: list[Weighed] = []
    while len(chosen) < count:
        share = FLOOR if len(chosen) >= FEWEST else BRIEF if chosen and count <= FEWEST else 0.0
        least = share * weighed[0].worth if share else 0.0
        fit = _fit(weighed, chosen, least)
        if (best := next(fit, None)) is None:
            break
        if not chosen:
            best = _first(best, fit)
        elif len(chosen) == 1:
            later = [each for each in weighed if _is_before(chosen[0].candidate, each.candidate)]
            best = _newest(best, tuple(_fit(later, chosen, least)))
        chosen.append(best)
    return [each.candidate for each in chosen]


def _fit(weighed: Sequence[Weighed], chosen: Sequence[Weighed], least: float) -> Iterator[Weighed]:
    """Those that may be told beside what is chosen already, looked for only as far as somebody asks."""
    before = [each.candidate for each in chosen]
    for each in takewhile(lambda each: each.worth >= least, weighed):
        if (
            not (before and _is_stale(each.candidate, before[0]))
            and _introduced(each.candidate, before)
            and not any(_repeats(each, other) for other in chosen)
        ):
            yield each


def _repeats(one: Weighed, other: Weighed) -> bool:
    much = 1 if one.candidate.day == other.candidate.day else LATER
    return one is other or similarity(one.vector, other.vector) * much > REPEATS


def _is_before(one: Candidate, other: Candidate) -> bool:
    return one.day is not None and other.day is not None and one.day < other.day


def _is_stale(one: Candidate, lead: Candidate) -> bool:
    """Whether a sentence told before the day of the lead how things were or would be: by then it is known."""
    return _is_before(one, lead) and not one.it.happened


def _first(best: Weighed, others: Iterable[Weighed]) -> Weighed:
    """The lead: the best one, or one nearly as good that tells what happened, of an earlier day where there is one."""
    its = best.candidate
    able = [
        (day, number, each)
        for number, each in enumerate((best, *takewhile(lambda each: each.worth >= OPENS * best.worth, others)))
        if each.candidate.it.happened
        and not each.candidate.it.colour
        and its.day
        and (day := each.candidate.day)
        and (day < its.day or (not its.it.happened and each.candidate.report is not its.report))
    ]
    return min(able, default=(None, 0, best))[-1]


def _newest(best: Weighed, later: Sequence[Weighed]) -> Weighed:
    """The best of the newest report, where one is `later` than the lead and worth telling; else the best of all."""
    newest = max((each.candidate.day for each in later if each.candidate.day), default=None)
    said = (each for each in later if each.candidate.day == newest and each.worth >= CLOSES * best.worth)
    return next(said, best)


def _introduced(each: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether what the sentence takes as known is told by the lead, or by another one that comes before it."""
    if not each.it.needs and not each.it.known:
        return True
    before = [*chosen[:1], *(other for other in chosen[1:] if _place(other) < _place(each))]
    told = frozenset[str]().union(*(singulars(other.it.words) for other in before))
    return (not each.it.needs or not told.isdisjoint(each.it.needs)) and told.issuperset(each.it.known)


def in_order(chosen: list[Candidate]) -> list[Candidate]:
    """As they are to be read: the lead, then as the reports came in, and within each as it has them.

    Of several reports of one day the one goes first from which a sentence was chosen first.
    """
    first: dict[int, int] = {}
    for place, each in enumerate(chosen[1:]):
        first.setdefault(each.report.number, place)
    return chosen[:1] + sorted(
        chosen[1:], key=lambda each: (each.day or dt.date.max, first[each.report.number], each.it.at)
    )


def _place(each: Candidate) -> tuple[int, int]:
    return each.report.number, each.it.at
