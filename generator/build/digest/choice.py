"""A few sentences that together say the most: worthy ones, unlike one another, from several publishers.

Carbonell and Goldstein, "The use of MMR, diversity-based reranking" (1998).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.build.digest.candidates import Candidate
from generator.build.digest.pointing import stems
from generator.build.digest.worth import Weighed
from generator.text.weights import similarity, vector

REPEATS = 0.4
"""Two sentences more alike than this say the same."""
SHARE = 0.35
"""How much likeness to what is chosen already counts against worth."""
VOICE = 0.06
"""What each sentence of a publisher that is quoted already costs the next."""
OPENS = 0.85
"""The first report that is nearly as worthy as the best opens: it tells what happened, later ones what came of it."""
FEWEST, FLOOR = 3, 0.4
"""After so many sentences only those go on that have this share of the worth of the best."""
LONG_LIST = 80
"""How many of the most worthy are considered."""


def choose(weighed: Sequence[Weighed], rare: Mapping[str, float], count: int) -> list[Candidate]:
    """At most `count` of the candidates, in the order in which they are to be read.

    The lead is a worthy one that needs nothing before it; the others follow as the reports came in, and within each
    as it has them. `rare` says how rare each of their words is.
    """
    left = list(weighed[:LONG_LIST])
    vectors = [vector(each.told, rare) for each in left]
    alike = [0.0] * len(left)
    chosen: list[Candidate] = []
    quoted: Counter[str] = Counter()
    while len(chosen) < count:
        least = FLOOR * weighed[0].worth if len(chosen) >= FEWEST else 0.0
        fit = [n for n, each in enumerate(left) if each.worth >= least and _introduced(each.candidate, chosen)]
        if not fit:
            break
        best = max(fit, key=lambda n: left[n].worth - SHARE * alike[n] - VOICE * quoted[left[n].candidate.publisher])
        if not chosen:
            near = [n for n in fit if left[n].worth >= OPENS * left[best].worth]
            best = min(near, key=lambda n: _place(left[n].candidate))
        taken = vectors[best]
        chosen.append(left[best].candidate)
        quoted[left[best].candidate.publisher] += 1
        alike = [max(likeness, similarity(each, taken)) for likeness, each in zip(alike, vectors, strict=True)]
        kept = [n for n in range(len(left)) if n != best and alike[n] <= REPEATS]
        left, vectors, alike = [left[n] for n in kept], [vectors[n] for n in kept], [alike[n] for n in kept]
    return [*chosen[:1], *sorted(chosen[1:], key=_place)]


def _introduced(each: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether what the sentence takes as known is told by the lead, or by another one that comes before it."""
    if not each.needs:
        return True
    before = [other for other in chosen[1:] if _place(other) < _place(each)]
    return any(not each.needs.isdisjoint(stems(other.sentence.text)) for other in [*chosen[:1], *before])


def _place(each: Candidate) -> tuple[int, int]:
    return each.report, each.sentence.place
