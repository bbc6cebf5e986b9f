"""A few sentences that together say the most: worthy ones, unlike one another, from several publishers and days.

Carbonell and Goldstein, "The use of MMR, diversity-based reranking" (1998).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.build.digest.worth import Candidate, Weighed
from generator.build.reading.stems import singulars
from generator.text.weights import similarity, vector

REPEATS, LATER = 0.4, 0.75
"""Two sentences more alike than this say the same. Likeness to one of another day counts for so much less: a report
recalls what happened before it tells what came of it."""
SHARE = 0.35
"""How much likeness to what is chosen already counts against worth."""
VOICE = 0.06
"""What each sentence of a publisher that is quoted already costs the next."""
OPENS, CLOSES = 0.7, 0.4
"""A sentence of an earlier day that is nearly as worthy as the best opens: it tells what happened, later ones what came
of it. The newest report has its say where it has a sentence of this share of the worth of the best."""
DEEP = 1
"""A lead of an earlier day stands so deep in its report at most."""
FEWEST, FLOOR = 3, 0.4
"""After so many sentences only those go on that have this share of the worth of the best; after the first where no more
than these may be told."""
AGAIN = 0.15
"""What it costs to be the first sentence of another report of the day of the lead, which tells the same once more."""
LONG_LIST = 80
"""How many of the most worthy are considered."""


def choose(
    weighed: Sequence[Weighed], rare: Mapping[str, float], count: int, days: Sequence[dt.date | None] = ()
) -> list[Candidate]:
    """At most `count` of the candidates, in the order in which they are to be read.

    The lead is a worthy one that needs nothing before it, of the day on which things happened; the others follow as the
    reports came in, and within each as it has them. `rare` says how rare each of their words is, `days` on which day
    each report was written.
    """
    left = list(weighed[:LONG_LIST])
    vectors = [vector(each.told, rare) for each in left]
    alike = [0.0] * len(left)
    chosen: list[Candidate] = []
    quoted: Counter[str] = Counter()
    while len(chosen) < count:
        least = FLOOR * weighed[0].worth if len(chosen) >= (FEWEST if count > FEWEST else 1) else 0.0
        fit = [n for n, each in enumerate(left) if each.worth >= least and _introduced(each.candidate, chosen)]
        if not fit:
            break
        best = max(
            fit,
            key=lambda n: (
                left[n].worth
                - SHARE * alike[n]
                - VOICE * quoted[left[n].candidate.publisher]
                - AGAIN * _tells_again(left[n].candidate, chosen, days)
            ),
        )
        if not chosen:
            best = _first(left, fit, best, days)
        elif len(chosen) == 1:
            best = _newest(left, fit, best, chosen[0], days)
        taken = left[best]
        chosen.append(taken.candidate)
        quoted[taken.candidate.publisher] += 1
        for n, each in enumerate(left):
            same_day = _day(each.candidate, days) == _day(taken.candidate, days)
            alike[n] = max(alike[n], similarity(vectors[n], vectors[best]) * (1 if same_day else LATER))
        kept = [
            n
            for n, each in enumerate(left)
            if n != best and alike[n] <= REPEATS and not _is_overtaken(each.candidate, chosen[0], days)
        ]
        left, vectors, alike = [left[n] for n in kept], [vectors[n] for n in kept], [alike[n] for n in kept]
    return [*chosen[:1], *_in_order(chosen[1:], days)]


def _day(each: Candidate, days: Sequence[dt.date | None]) -> dt.date | None:
    return days[each.report.number] if each.report.number < len(days) else None


def _first(left: Sequence[Weighed], fit: Sequence[int], best: int, days: Sequence[dt.date | None]) -> int:
    """The lead: the best one, or one nearly as good that tells what happened, of an earlier day where there is one."""
    its = _day(left[best].candidate, days)
    able = [
        n
        for n in fit
        if left[n].worth >= OPENS * left[best].worth
        and left[n].candidate.it.happened
        and not left[n].candidate.colour
        and its is not None
        and _day(left[n].candidate, days) is not None
    ]
    early = [
        n
        for n in able
        if (left[n].candidate.it.at <= DEEP or left[n].candidate.stands)
        and (day := _day(left[n].candidate, days))
        and its
        and day < its
    ]
    if not early and not left[best].candidate.it.happened:
        early = able
    return min(early, key=lambda n: (_day(left[n].candidate, days), -left[n].worth), default=best)


def _newest(
    left: Sequence[Weighed], fit: Sequence[int], best: int, lead: Candidate, days: Sequence[dt.date | None]
) -> int:
    """A sentence of the newest report, if it is of a later day than the lead and worth telling."""
    known = [day for day in days if day is not None]
    its = _day(lead, days)
    if its is None or not known or max(known) <= its:
        return best
    late = [n for n in fit if _day(left[n].candidate, days) == max(known)]
    newest = max(late, key=lambda n: (left[n].worth, -n), default=best)
    return newest if left[newest].worth >= CLOSES * max(left[n].worth for n in fit) else best


def _tells_again(each: Candidate, chosen: Sequence[Candidate], days: Sequence[dt.date | None]) -> bool:
    """Whether a sentence opens another report of the day of the lead, as a second lead."""
    return bool(chosen) and not each.it.at and _day(each, days) == _day(chosen[0], days)


def _is_overtaken(each: Candidate, lead: Candidate, days: Sequence[dt.date | None]) -> bool:
    """Whether a sentence was written before the day of which the lead tells: by then it is known how things went."""
    mine, its = _day(each, days), _day(lead, days)
    return mine is not None and its is not None and mine < its


def _introduced(each: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether what the sentence takes as known is told by the lead, or by another one that comes before it."""
    if not each.it.needs and not each.it.known:
        return True
    before = [*chosen[:1], *(other for other in chosen[1:] if _place(other) < _place(each))]
    told = frozenset[str]().union(*(singulars(other.it.words) for other in before))
    return (not each.it.needs or not told.isdisjoint(each.it.needs)) and told.issuperset(each.it.known)


def _in_order(chosen: Sequence[Candidate], days: Sequence[dt.date | None]) -> list[Candidate]:
    """As the reports came in; of several of one day the one goes first from which a sentence was chosen first."""
    first: dict[int, int] = {}
    since: dict[dt.date, int] = {}
    for place, each in enumerate(chosen):
        first.setdefault(each.report.number, place)
    for report, day in enumerate(days):
        if day is not None:
            since.setdefault(day, report)

    def when(each: Candidate) -> tuple[int, int, int]:
        day = _day(each, days)
        return (since[day] if day else each.report.number), first[each.report.number], each.it.at

    return sorted(chosen, key=when)


def _place(each: Candidate) -> tuple[int, int]:
    return each.report.number, each.it.at
