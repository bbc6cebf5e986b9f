"""Finds the weights of `generator/ingest/titles.py`: `bench/weigh_titles.py SET …`, sets as `score.py text` reads them.

A conditional logit: each line of the head of a text may be chosen as its title, or none of them, and the weights are
those that make the choice of the set the likeliest. A text whose title is printed in no such line tells nothing.
Weights far from nothing cost, as in `weigh_looks.py`, whose equations are solved here, too; what is printed is the
table to put into the module. Sets of other pages than the news, `--others`, count for a part of a case each.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from math import exp
from pathlib import Path

import sets
from weigh_looks import before, solved

from generator.ingest import readers, titles
from generator.model import Document

PENALTY = 12.0
ROUNDS = 20
_STRIDE = 0.5
"""How far a weight may go in a round: a longer stride may end where the curve is another."""
OTHERS = 0.3
"""For so much of a case of the news a case of other pages counts."""
_LITTLE = 1e-5

Choice = tuple[list[dict[int, float]], list[int], float]
"""The lines of a text, each as the features that are not 0, by their place in the table; which are its title; and for
how many texts it counts.
"""


def choices(case: sets.Case, counts: float = 1.0) -> list[Choice]:
    """What may be chosen as the title of a case that counts for so much."""
    found = []
    for document in readers.read(case.name, case.data):
        if not isinstance(document, Document) or not document.bare:
            continue
        left = before(document, "title line")
        lines = titles.candidates(left)
        texts = [left.blocks[line.place].text for line in lines]
        true = sets.key(case.truth.get("title") or "")
        right = [at for at, text in enumerate(texts) if true and sets.key(text) == true]
        if lines and (right or not true):
            found.append(
                ([{at: value for at, value in enumerate(line.seen) if value} for line in lines], right, counts)
            )
    return found


def weights(found: Sequence[Choice], size: int) -> list[float]:
    """The likeliest weights, by Newton's method."""
    spreads = _spreads(found, size)
    even = [
        ([{at: value / spreads[at] for at, value in line.items()} for line in lines], right, counts)
        for lines, right, counts in found
    ]
    told = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-PENALTY * weight * (at > 0) for at, weight in enumerate(told)]
        bend = [[(PENALTY if at else _LITTLE) * (at == other) for other in range(size)] for at in range(size)]
        for choice in even:
            _add(choice, told, slope, bend)
        for at in range(size):
            for other in range(at):
                bend[other][at] = bend[at][other]
        steps = solved(bend, slope)
        short = min(1.0, _STRIDE / max(map(abs, steps)))
        told = [weight + short * step for weight, step in zip(told, steps, strict=True)]
    return [weight / spread for weight, spread in zip(told, spreads, strict=True)]


def _add(choice: Choice, told: Sequence[float], slope: list[float], bend: list[list[float]]) -> None:
    """Add what one text says to the slope and to the bend of the likelihood."""
    lines, right, counts = choice
    odds = [exp(max(-30.0, min(30.0, sum(value * told[at] for at, value in line.items())))) for line in lines]
    total = sum(odds) + 1.0  # that there is none weighs nothing
    mean = [0.0] * len(told)
    for line, odd in zip(lines, odds, strict=True):
        likely = odd / total
        if likely < _LITTLE:
            continue
        for at, value in line.items():
            part = counts * likely * value
            mean[at] += likely * value
            row = bend[at]
            for other, otherwise in line.items():
                if other <= at:
                    row[other] += part * otherwise
    if right:
        for at, value in lines[max(right, key=odds.__getitem__)].items():
            slope[at] += counts * value
    some = [at for at, value in enumerate(mean) if value]
    for at in some:
        slope[at] -= counts * mean[at]
        for other in some:
            if other <= at:
                bend[at][other] -= counts * mean[at] * mean[other]


def _spreads(found: Sequence[Choice], size: int) -> list[float]:
    """How far each feature lies from its mean, on the average; 1 for what is always seen."""
    count = sum(len(lines) for lines, *_ in found)
    sums, squares = [0.0] * size, [0.0] * size
    for lines, *_ in found:
        for line in lines:
            for at, value in line.items():
                sums[at] += value
                squares[at] += value * value
    spreads = [
        max(0.0, square / count - (sum_ / count) ** 2) ** 0.5 for sum_, square in zip(sums, squares, strict=True)
    ]
    return [1.0, *(spread or 1.0 for spread in spreads[1:])]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The weights of what a title looks like.")
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET")
    parser.add_argument("--others", nargs="+", type=Path, metavar="SET", default=[])
    arguments = parser.parse_args()
    given = [(path, 1.0) for path in arguments.sets] + [(path, OTHERS) for path in arguments.others]
    found = [each for path, counts in given for case in sets.read(path) for each in choices(case, counts)]
    print(f"{len(found):,} texts, {sum(len(lines) for lines, *_ in found):,} lines\n")
    for name, weight in zip(titles.WEIGHTS, weights(found, len(titles.WEIGHTS)), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
