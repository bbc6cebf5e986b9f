"""Which reports are worth comparing: those that share some of their rarest words and are not months apart.

The cost grows with the number of reports that are looked up, not with its square.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from generator.ingest.match.measure import FAR, UNIT, Vector

HOPE = UNIT * UNIT // 40
"""So alike two reports must be in these words alone to be compared in full."""
_SHIFT = 16
_WEIGHT = (1 << _SHIFT) - 1


def near(
    telling: Sequence[tuple[array[int], Vector]], days: Sequence[int], wanted: Collection[int]
) -> Iterator[tuple[int, list[int]]]:
    """For each report in `wanted`, by number, those worth comparing with it, of two wanted ones only the lower.

    `telling` are the telling words of each report with their weights, and `days` its day, 0 when that does not matter.
    """
    seen = {word for number in wanted for word in telling[number][0]}
    postings: defaultdict[int, array[int]] = defaultdict(lambda: array("Q"))
    for number, (words, weights) in enumerate(telling):
        if number not in wanted:
            _put(postings, number, words, weights, seen.intersection(words))
    for number in sorted(wanted):
        words, weights = telling[number]
        shared: dict[int, int] = {}
        for word, weight in zip(words, weights, strict=True):
            if word in postings:
                for posting in postings[word]:
                    other = posting >> _SHIFT
                    shared[other] = shared.get(other, 0) + weight * (posting & _WEIGHT)
        some = [other for other, alike in shared.items() if alike >= HOPE]
        if day := days[number]:
            some = [other for other in some if -FAR <= (days[other] or day) - day <= FAR]
        yield number, sorted(some)
        _put(postings, number, words, weights, seen)


def _put(
    postings: defaultdict[int, array[int]], number: int, words: array[int], weights: Vector, some: Collection[int]
) -> None:
    if some:
        for word, weight in zip(words, weights, strict=True):
            if word in some:
                postings[word].append(number << _SHIFT | weight)
