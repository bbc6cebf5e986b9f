"""Quality beside what is true: `bench/score.py TASK SET`, for any set of cases.

    set.jsonl ──► cases ──► what the program makes of each ──► parts of figures ──► a table

A figure is the sum of its parts over all cases. `--worst` shows the cases that cost it most, to see what to mend; look
at them in one half of your data, and score the other half without looking.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import score_dates
import score_language
import score_names
import score_pages
import score_tags
import score_text
import sets

Scorer = Callable[[sets.Case], Iterator[sets.Part]]

TASKS: dict[str, Scorer] = {
    "text": score_text.score,
    "pages": score_pages.score,
    "dates": score_dates.score,
    "language": score_language.score,
    "names": score_names.score,
    "tags": score_tags.score,
}
"""What can be scored, and by what."""

Scores = dict[str, list[tuple[str, sets.Part]]]
"""By figure: the name of each case and its part."""


def scores(task: str, cases: Iterable[sets.Case]) -> Scores:
    """All parts of all figures."""
    found: Scores = {}
    for case in cases:
        for part in TASKS[task](case):
            found.setdefault(part.figure, []).append((case.name, part))
    return found


def value(parts: Iterable[tuple[str, sets.Part]]) -> float:
    """A figure: what is right of all."""
    each = [part for _, part in parts]
    return sum(part.right for part in each) / (sum(part.of for part in each) or 1)


def main() -> None:
    """Score the sets, print a table for each."""
    arguments = _arguments()
    for path in arguments.sets:
        try:
            found = scores(arguments.task, sets.read(path))
        except sets.SetError as fault:
            sys.exit(f"score: {fault}")
        print(f"{path}\n")
        for figure, parts in found.items():
            print(f"  {value(parts):.3f}  {figure}, {len(parts):,} cases")
            if figure == arguments.worst:
                for name, part in sorted(parts, key=lambda each: -each[1].cost):
                    if part.cost:
                        print(f"           {part.right:.2f} of {part.of:g}  {name}: {part.told}")
        print()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Quality beside what is true, on any set of cases.")
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET", help="a file of JSON Lines, or its folder")
    parser.add_argument("--worst", metavar="FIGURE", help="show the cases that are not right in this figure")
    return parser.parse_args()


if __name__ == "__main__":
    main()
