"""How well reports of one event are put together, on sets in which somebody has said which belong together.

A set is a file of JSON lines, a report each: `id`, `event` (equal for reports of one event), `text`, and `title`,
`date` and `lang` where they are known. All sets are scored with one threshold, that of the settings unless told.

BCubed: Bagga and Baldwin, "Entity-based cross-document coreferencing using the vector space model" (1998). Of each
report it asks how many of those it was put with belong to it, and how many of those that belong to it are with it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Any

from generator.config import Config
from generator.ingest import match
from generator.ingest.articles import Article
from generator.text import language

ROW = "{:<28} {:>7} {:>6} {:>6} {:>7} {:>9} {:>7} {:>6} {:>7}"


@dataclass(frozen=True, slots=True)
class Score:
    """How the groups that were found compare with the events."""

    bcubed: float
    """F1 of the two means below."""
    precision: float
    recall: float
    pairs: float
    """Of the pairs that were put together, how many belong together."""
    pairs_found: float
    """Of the pairs that belong together, how many were put together."""


def read(path: Path) -> tuple[list[Article], dict[str, str]]:
    """The reports of a set, and the event of each by its name."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = [Article(str(row["id"]), b"", _meta(row), row["text"].encode()) for row in rows]
    return articles, {str(row["id"]): str(row["event"]) for row in rows}


def _meta(row: Mapping[str, Any]) -> dict[str, Any]:
    said = {"title": row.get("title") or "", "lang": row.get("lang") or language.of(row["text"])}
    return said | ({"date": dt.date.fromisoformat(row["date"][:10])} if row.get("date") else {})


def found(articles: Iterable[Article], threshold: float) -> dict[str, str]:
    """The group of each report, by its name; that of a lone one is its own name."""
    free = {each.name for each in articles}
    placed = match.place(articles, free, first={}, threshold=threshold)
    return {name: at.story or f"\0{name}" for name, at in placed.items()}


def score(told: Mapping[str, str], true: Mapping[str, str]) -> Score:
    """Compare the group of each report with its event; both name the same reports, at least one."""
    groups, events, both = _sizes(told.items()), _sizes(true.items()), _sizes((n, (told[n], true[n])) for n in true)
    precision = sum(size * size / groups[group] for (group, _), size in both.items()) / len(true)
    recall = sum(size * size / events[event] for (_, event), size in both.items()) / len(true)
    right, put, real = (sum(comb(size, 2) for size in sizes.values()) for sizes in (both, groups, events))
    return Score(
        2 * precision * recall / (precision + recall),
        precision,
        recall,
        right / put if put else 1.0,
        right / real if real else 1.0,
    )


def _sizes(pairs: Iterable[tuple[str, Any]]) -> dict[Any, int]:
    sizes: defaultdict[Any, int] = defaultdict(int)
    for _, value in pairs:
        sizes[value] += 1
    return sizes


def faults(told: Mapping[str, str], true: Mapping[str, str]) -> list[str]:
    """Each group that holds several events, and each event in several groups, for a person to look up."""
    lines = []
    for what, by, other in (("one story of", told, true), ("one event in", true, told)):
        members: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(true):
            members[by[name]].append(name)
        parts = [(names, len({other[name] for name in names})) for names in members.values()]
        lines += [f"{what} {count}: {' '.join(names)}" for names, count in parts if count > 1]
    return lines


def main(argv: Sequence[str] | None = None) -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sets", nargs="+", type=Path, help="JSON lines: id, event, text, title, date, lang")
    parser.add_argument("--threshold", type=float, default=Config().story_threshold)
    parser.add_argument("--faults", action="store_true", help="name what was put together wrongly, and what was parted")
    asked = parser.parse_args(argv)
    print(ROW.format("set", "reports", "events", "F1", "BCubed", "precision", "recall", "pairs", "ms each"))
    for path in asked.sets:
        articles, true = read(path)
        started = time.process_time()
        told = found(articles, asked.threshold)
        spent = 1000 * (time.process_time() - started) / len(articles)
        at = score(told, true)
        print(
            ROW.format(
                path.stem[:28],
                len(articles),
                len(set(true.values())),
                f"{at.bcubed:.3f}",
                f"{at.precision:.3f}/{at.recall:.3f}",
                f"{at.pairs:.3f}",
                f"{at.pairs_found:.3f}",
                "",
                f"{spent:.1f}",
            )
        )
        for line in faults(told, true) if asked.faults else ():
            print(f"  {line}")


if __name__ == "__main__":
    main()
