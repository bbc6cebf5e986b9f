"""What ten times as many articles cost: a cold build and one in which nothing changed, at each size.

The last columns say how far the growth is from linear: 1.00 is ten times the work for ten times the articles.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import compare
import corpus
import measure
import pages
from peers import Make, Peer
from tables import Row, figure

SIZES = (1_000, 10_000, 100_000)


def sizes(most: int) -> tuple[int, ...]:
    """The sizes that are tried for a bench of `most` articles: up to ten times as many."""
    return tuple(size for size in SIZES if size <= 10 * most)


@dataclass(frozen=True, slots=True)
class Run:
    """One generator at one size."""

    peer: Peer
    articles: int
    cold: measure.Cost
    again: measure.Cost
    output: float
    """MiB."""


def grow(makes: Sequence[Make], counts: Sequence[int], sites: Path, tools: Path, logs: Path) -> list[Run]:
    """A cold run and the same again of each, the peers in turn at each size; raises as compare.run does."""
    found = []
    for count in counts:
        for place, make in enumerate(makes):
            peer = make(sites / f"{count}-{place}", corpus.articles(count), tools)
            print(f"growth: {peer.name}, {count:,} articles", file=sys.stderr)
            cold, again = compare.run(peer, logs), compare.run(peer, logs)
            found.append(Run(peer, count, cold, again, pages.size(pages.files(peer.output))))
    return found


def rows(runs: Sequence[Run]) -> Iterator[Row]:
    """What each run took, and how far that is from linear in the size before."""
    yield [
        "", "articles", "cold: wall, s", "CPU, s", "peak memory, MiB", "again: wall, s", "peak memory, MiB",
        "output, MiB", "cold CPU / linear", "memory / linear", "output / linear",
    ]  # fmt: skip
    before: dict[str, Run] = {}
    for run in runs:
        name, cold, again = run.peer.name, run.cold, run.again
        told = map(figure, (cold.wall, cold.cpu, cold.memory, again.wall, again.memory, run.output))
        yield [name, f"{run.articles:,}", *told, *(_beside_linear(before[name], run) if name in before else [""] * 3)]
        before[name] = run


def _beside_linear(before: Run, now: Run) -> list[str]:
    times = now.articles / before.articles
    pairs = (now.cold.cpu, before.cold.cpu), (now.cold.memory, before.cold.memory), (now.output, before.output)
    return [figure(here / there / times) for here, there in pairs]
