"""Finds the weights of `generator/ingest/headings.py`: `bench/weigh_headings.py SET …`, sets as for `score.py text`.

A logistic regression, as in `weigh_looks.py`, over the short lines that are left inside each story when the steps
before `heading line` are done: those that the set calls headings against all others of which it says something. What
is printed is the table to put into the module. Sets of other pages than the news, `--others`, count for a part each.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import sets
from score_text import Verdicts
from weigh_looks import Row, before, weights

from generator.ingest import headings, readers
from generator.model import Document

MOST = 20
"""Lines that a page counts for."""
OTHERS = 0.3
"""For so much of a page of the news another counts."""


def rows(case: sets.Case, counts: float = 1.0) -> Iterator[Row]:
    """The short lines of a case that counts for so much: those of which its set says something."""
    verdicts = Verdicts.of(case.truth)
    true = set(map(sets.key, case.truth["headings"]))
    for document in readers.read(case.name, case.data):
        if not isinstance(document, Document) or not document.bare:
            continue
        left = before(document, "heading line")
        said = [(line, sets.key(left.blocks[line.place].text)) for line in headings.lines(left)]
        said = [(line, key) for line, key in said if key in true or key not in verdicts.unsaid]
        for line, key in said:
            yield line.seen, key in true, counts * min(1.0, MOST / len(said))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The weights of what a heading looks like.")
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET")
    parser.add_argument("--others", nargs="+", type=Path, metavar="SET", default=[])
    arguments = parser.parse_args()
    given = [(path, 1.0) for path in arguments.sets] + [(path, OTHERS) for path in arguments.others]
    cases = [(case, counts) for path, counts in given for case in sets.read(path) if "headings" in case.truth]
    found = [row for case, counts in cases for row in rows(case, counts)]
    print(f"{len(cases):,} texts, {len(found):,} lines\n")
    for name, weight in zip(headings.WEIGHTS, weights(found), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
