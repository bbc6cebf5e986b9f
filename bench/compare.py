"""Whole runs of all peers, in turn, in each state of their sites.

The peers take turns, so that what else the machine does falls on all alike, and each run of ours is compared with the
peer's run next to it: such a ratio holds on any machine, a number of seconds on none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import edits
import measure
from peers import Peer
from tables import Row, spread

Costs = Mapping[str, Sequence[Sequence[measure.Cost]]]
"""By the name of an edit: a list of runs for each peer."""

QUANTITIES: tuple[tuple[str, Callable[[measure.Cost], float]], ...] = (
    ("wall, s", lambda cost: cost.wall),
    ("CPU, s", lambda cost: cost.cpu),
    ("peak memory, MiB", lambda cost: cost.memory),
)


def compare(rivals: Sequence[Peer], runs: int, states: Sequence[edits.Edit], logs: Path) -> Costs:
    """Run all in turn: once to warm up, then `runs` times in each state.

    Raises measure.CommandError when a run fails, and edits.StaleError when it does not show the edit.
    """
    costs: dict[str, list[list[measure.Cost]]] = {state.name: [[] for _ in rivals] for state in states}
    for peer in rivals:
        run(peer, logs)
    for state in states:
        for number in range(1, runs + 1):
            print(f"{state.name}: {number} of {runs}", file=sys.stderr)
            turn = list(enumerate(rivals))
            for place, peer in turn if number % 2 else reversed(turn):
                shown = state.make(peer, number)
                costs[state.name][place].append(run(peer, logs))
                edits.check(peer, shown)
    return costs


def run(peer: Peer, logs: Path) -> measure.Cost:
    """One run of a peer; what it prints goes to a file in `logs`."""
    return measure.run(peer.command, folder=peer.folder, log=logs / f"{peer.name.lower().replace(' ', '-')}.log")


def rows(rivals: Sequence[Peer], costs: Costs) -> Iterator[Row]:
    """Medians with their least and most, and how the first peer's compare with each other's, pair by pair."""
    names = [f"{peer.name} {peer.version}" for peer in rivals]
    yield ["", "", *names, *(f"{rivals[0].name} / {peer.name}" for peer in rivals[1:])]
    for state, found in costs.items():
        for quantity, take in QUANTITIES:
            ours, *theirs = columns = [[take(cost) for cost in runs] for runs in found]
            ratios = [[a / b for a, b in zip(ours, their, strict=True)] for their in theirs]
            yield [state, quantity, *map(spread, columns), *map(spread, ratios)]
