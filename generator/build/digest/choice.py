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
FEWEST, FLOOR = 3, 0.4
"""After so many sentences only those go on that have this share of the worth of the best; after the first where no more
than these may be told."""
AGAIN = 0.15
"""What it costs to be the first sentence of another report of the day of the lead, which tells the same once more."""


def choose(weighed: Sequence[Weighed], rare: Mapping[str, float], count: int) -> list[Candidate]:
    """At most `count` of the candidates, in the order in which they are to be read.

    The lead is a worthy one that needs nothing before it, of the day on which things happened; the others follow as the
    reports came in, and within each as it has them. `rare` says how rare each of their words is.
    """
    left = list(weighed)
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
                - AGAIN * _tells_again(left[n].candidate, chosen)
            ),
        )
        if not chosen:
            best = _first(left, fit, best)
        elif len(chosen) == 1:
            best = _newest(left, fit, best, chosen[0])
        taken = left[best].candidate
        chosen.append(taken)
        quoted[taken.publisher] += 1
        for n, each in enumerate(left):
            much = 1 if each.candidate.day == taken.day else LATER
            alike[n] = max(alike[n], similarity(vectors[n], vectors[best]) * much)
        kept = [
            n
            for n, each in enumerate(left)
            if n != best and alike[n] <= REPEATS and not _is_before(each.candidate, chosen[0])
        ]
        left, vectors, alike = [left[n] for n in kept], [vectors[n] for n in kept], [alike[n] for n in kept]
    return [*chosen[:1], *_in_order(chosen[1:])]


def _is_before(one: Candidate, other: Candidate) -> bool:
    """Whether a sentence was written before the day of another: by then it is known how things went."""
    return one.day is not None and other.day is not None and one.day < other.day


def _first(left: Sequence[Weighed], fit: Sequence[int], best: int) -> int:
    """The lead: the best one, or one nearly as good that tells what happened, of an earlier day where there is one."""
    its = left[best].candidate
    able = [
        (day, -left[n].worth, n)
        for n in fit
        if left[n].worth >= OPENS * left[best].worth
        and left[n].candidate.it.happened
        and not left[n].candidate.it.colour
        and its.day
        and (day := left[n].candidate.day)
        and (day < its.day or (not its.it.happened and left[n].candidate.report is not its.report))
    ]
    return min(able, default=(None, 0, best))[-1]


def _newest(left: Sequence[Weighed], fit: Sequence[int], best: int, lead: Candidate) -> int:
    """A sentence of the newest report, if it is of a later day than the lead and worth telling."""
    newest = max((each.candidate.day for each in left if each.candidate.day), default=None)
    late = [n for n in fit if left[n].candidate.day == newest and _is_before(lead, left[n].candidate)]
    last = max(late, key=lambda n: left[n].worth, default=best)
    return last if left[last].worth >= CLOSES * max(left[n].worth for n in fit) else best


def _tells_again(each: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether a sentence opens another report of the day of the lead, as a second lead."""
    return bool(chosen) and not each.it.at and each.day == chosen[0].day


def _introduced(each: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether what the sentence takes as known is told by the lead, or by another one that comes before it."""
    if not each.it.needs and not each.it.known:
        return True
    before = [*chosen[:1], *(other for other in chosen[1:] if _place(other) < _place(each))]
    told = frozenset[str]().union(*(singulars(other.it.words) for other in before))
    return (not each.it.needs or not told.isdisjoint(each.it.needs)) and told.issuperset(each.it.known)


def _in_order(chosen: Sequence[Candidate]) -> list[Candidate]:
    """As the reports came in; of several of one day the one goes first from which a sentence was chosen first."""
    first: dict[int, int] = {}
    for place, each in enumerate(chosen):
        first.setdefault(each.report.number, place)
    return sorted(chosen, key=lambda each: (each.day or dt.date.max, first[each.report.number], each.it.at))


def _place(each: Candidate) -> tuple[int, int]:
    return each.report.number, each.it.at
