"""What ten times as many articles cost: a cold build and one in which nothing changed, at each size.

The last columns say how far the growth is from linear: 1.00 is ten times the work for ten times the articles.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import compare
import corpus
import pages
from peers import Make
from tables import Row, figure

SIZES = (1_000, 10_000, 100_000)


def sizes(most: int) -> tuple[int, ...]:
    """The sizes that are tried for a bench of `most` articles: up to ten times as many."""
    return tuple(size for size in SIZES if size <= 10 * most)


def rows(makes: Sequence[Make], counts: Sequence[int], sites: Path, tools: Path, logs: Path) -> Iterator[Row]:
    """For each peer and size a cold run, the same again, and the output; each once, the peers in turn at each size."""
    yield [
        "", "articles", "cold: wall, s", "CPU, s", "peak memory, MiB", "again: wall, s", "peak memory, MiB",
        "output, MiB", "cold CPU / linear", "memory / linear", "output / linear",
    ]  # fmt: skip
    before: dict[str, tuple[int, float, float, float]] = {}
    for count in counts:
        for make in makes:
            peer = make(sites / f"{count}-{len(list(sites.iterdir()))}", corpus.articles(count), tools)
            print(f"growth: {peer.name}, {count:,} articles", file=sys.stderr)
            cold, again = compare.run(peer, logs), compare.run(peer, logs)
            out = pages.size(pages.files(peer.output))
            now = count, cold.cpu, cold.memory, out
            ratios = _beside_linear(before[peer.name], now) if peer.name in before else ["", "", ""]
            before[peer.name] = now
            told = map(figure, (cold.wall, cold.cpu, cold.memory, again.wall, again.memory, out))
            yield [peer.name, f"{count:,}", *told, *ratios]


def _beside_linear(before: tuple[int, float, float, float], now: tuple[int, float, float, float]) -> list[str]:
    times = now[0] / before[0]
    return [figure(here / there / times) for here, there in zip(now[1:], before[1:], strict=True)]
