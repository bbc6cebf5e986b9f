"""Finds the weights of `generator/ingest/looks.py`: `bench/weigh_looks.py SET …`, sets as `score.py text` reads them.

A logistic regression over the lines that are left of each text when the steps before `surroundings` are done: those of
the body against those of the page, as the set says. Short lines and paragraphs are weighed apart. A page counts for so
many lines at most, and weights far from nothing cost, by the spread of their feature, so that few pages prove little.
Newton's method; what is printed is the table to put into the module.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path

import sets
from score_text import Verdicts

from generator.ingest import looks, readers, restore
from generator.model import Document

MOST = 60
"""Lines that a page counts for."""
PENALTY = 30.0
ROUNDS = 12

Row = tuple[tuple[float, ...], bool, float]
"""The features of a line, whether it is furniture, and for how many lines it counts."""


def rows(case: sets.Case) -> Iterator[tuple[bool, Row]]:
    """The lines of a case that its set says something of; and whether each is a paragraph."""
    verdicts = Verdicts.of(case.truth)
    for document in readers.read(case.name, case.data):
        if not isinstance(document, Document):
            continue
        left = before(document, "surroundings")
        seen = looks.looks(left)
        for each in seen:
            lines = [left.lines[number - 1] for number in left.blocks[each.place].lines]
            lines = [line for line in lines if sets.key(line)]
            news = any(map(verdicts.is_news, lines))
            if lines and (news or all(map(verdicts.is_furniture, lines))):
                yield each.prose, (each.seen, not news, min(1.0, MOST / len(seen)))


def before(document: Document, step_: str) -> Document:
    """A document as a step of the restoration finds it."""
    for name, step in restore.steps(document):
        if name == step_:
            break
        document = step(document)
    return document


def weights(found: Sequence[Row]) -> list[float]:
    """The weights that make what is said of the lines the likeliest, the first of them that of what is always seen."""
    size = len(found[0][0])
    total = sum(count for *_, count in found)
    means = [sum(seen[at] * count for seen, _, count in found) / total for at in range(size)]
    spreads = [
        (sum((seen[at] - means[at]) ** 2 * count for seen, _, count in found) / total) ** 0.5 or 1.0
        for at in range(size)
    ]
    means[0], spreads[0] = 0.0, 1.0
    even = [
        ([(value - mean) / spread for value, mean, spread in zip(seen, means, spreads, strict=True)], furniture, count)
        for seen, furniture, count in found
    ]
    told = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-PENALTY * weight * (at > 0) for at, weight in enumerate(told)]
        bend = [[PENALTY * (at == other and at > 0) for other in range(size)] for at in range(size)]
        for seen, furniture, count in even:
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, sum(map(float.__mul__, seen, told))))))
            off, spread = count * (furniture - likely), count * likely * (1 - likely)
            for at, value in enumerate(seen):
                slope[at] += off * value
                row, part = bend[at], spread * value
                for other in range(at + 1):
                    row[other] += part * seen[other]
        for at in range(size):
            for other in range(at):
                bend[other][at] = bend[at][other]
        told = [weight + step for weight, step in zip(told, solved(bend, slope), strict=True)]
    told = [weight / spread for weight, spread in zip(told, spreads, strict=True)]
    told[0] -= sum(weight * mean for weight, mean in zip(told[1:], means[1:], strict=True))
    return told


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a positive definite system, by Gauss and Jordan."""
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(table)):
        pivot = table[at] = [value / table[at][at] for value in table[at]]
        for other, row in enumerate(table):
            if other != at and row[at]:
                table[other] = [value - row[at] * own for value, own in zip(row, pivot, strict=True)]
    return [row[-1] for row in table]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The weights of what a line looks like.")
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET")
    cases = [case for path in parser.parse_args().sets for case in sets.read(path) if case.truth.get("body")]
    found = [row for case in cases for row in rows(case)]
    columns = [weights([row for is_prose, row in found if is_prose == prose]) for prose in (False, True)]
    print(f"{len(cases):,} texts, {len(found):,} lines\n")
    for name, *pair in zip(looks.WEIGHTS, *columns, strict=True):
        print(f'    "{name}": ({", ".join(f"{weight:.2f}" for weight in pair)}),')


if __name__ == "__main__":
    main()
