"""What else is about the same: articles or stories that share rare topics, found through an index of topics.

Each item is compared only with its neighbours in time below its few rarest topics, so that the cost grows linearly
with the collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from math import log2
from typing import TypeVar

Item = TypeVar("Item")

COMMON = 200
"""A topic of more items than this says too little to relate two of them."""
RAREST = 6
"""How many of an item's topics are asked, the rarest first."""
NEAR = 8
"""How many neighbours on either side are looked at below each topic."""


def related(
    items: Sequence[Item],
    topics: Callable[[Item], Sequence[str]],
    group: Callable[[Item], Hashable],
    limit: int,
    asked: Callable[[Item], bool] = lambda _: True,
) -> list[tuple[Item, ...]]:
    """For each item at most `limit` others of another group, those that share the rarest topics first.

    Those of which it is not `asked` get none. `items` are in order of time; among equals the nearest in time wins. A
    topic weighs 1 / log2(1 + number of its items), the weight of shared neighbours of Adamic and Adar, "Friends and
    neighbors on the Web" (2003).
    """
    if not limit:
        return [()] * len(items)
    below: dict[str, list[int]] = defaultdict(list)
    places: list[list[tuple[str, int]]] = []
    for number, item in enumerate(items):
        own = [(name, len(below[name])) for name in dict.fromkeys(topics(item))]
        for name, _ in own:
            below[name].append(number)
        places.append(own)
    weights = {name: 1 / log2(1 + len(numbers)) for name, numbers in below.items() if 2 <= len(numbers) <= COMMON}
    groups = [group(item) for item in items]
    found: list[tuple[Item, ...]] = []
    for number, own in enumerate(places):
        if not asked(items[number]):
            found.append(())
            continue
        telling = sorted((each for each in own if each[0] in weights), key=lambda each: (-weights[each[0]], each[0]))
        scores: dict[int, float] = defaultdict(float)
        for name, place in telling[:RAREST]:
            for other in below[name][max(0, place - NEAR) : place + NEAR + 1]:
                if groups[other] != groups[number]:
                    scores[other] += weights[name]
        best = sorted((-round(score, 9), abs(other - number), other) for other, score in scores.items())
        found.append(tuple(items[other] for _, _, other in best[:limit]))
    return found
