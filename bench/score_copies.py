"""How well copies of one text are found, on sets in which somebody has said which documents are copies.

A set is a file of JSON lines, a document each: `id`, `copy` (equal for documents of one text), `text`, and `title`
where it is known. Each is laid down as a source and read by the whole of `ingest`, whose lock tells what it took for a
copy. Of the pairs of documents, those with the same `copy` are to be found, and no others.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Any

from generator import lock
from generator.config import Config
from generator.ingest import ingest, sources

ROW = "{:<28} {:>9} {:>7} {:>9} {:>7} {:>7}"
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Score:
    """How the copies that were found compare with those there are, by pairs of documents."""

    recall: float
    precision: float


def read(path: Path) -> list[Mapping[str, Any]]:
    """The documents of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def found(documents: Iterable[Mapping[str, Any]], folder: Path) -> dict[str, str]:
    """What `ingest` makes of each document, by `id`: the article that has its text. `folder` is empty and is filled."""
    names = {}
    for number, each in enumerate(documents):
        name = f"{number:07}.txt"
        names[name] = str(each["id"])
        text = f"{each['title']}\n\n{each['text']}\n" if each.get("title") else f"{each['text']}\n"
        path = folder / sources.FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ingest(folder, Config(), now=NOW)
    lines = lock.read(folder)
    return {known: lines[name].article or name for name, known in names.items()}


def score(told: Mapping[str, str], true: Mapping[str, str]) -> Score:
    """Compare the text that each document was taken for with the one it is."""
    both = Counter((told[name], true[name]) for name in true)
    right, put, real = (_pairs(each) for each in (both, Counter(told.values()), Counter(true.values())))
    return Score(right / real if real else 1.0, right / put if put else 1.0)


def _pairs(sizes: Mapping[Any, int]) -> int:
    return sum(comb(size, 2) for size in sizes.values())


def faults(told: Mapping[str, str], true: Mapping[str, str]) -> list[str]:
    """Each pair that was missed, and each that is none, for a person to look up; the first documents of each."""
    lead: dict[tuple[str, str], str] = {}
    lines = []
    for what, by, other in (("missed", true, told), ("no copy", told, true)):
        lead.clear()
        for name in sorted(true):
            first = lead.setdefault((what, by[name]), name)
            if other[name] != other[first]:
                lines.append(f"{what}: {first} {name}")
    return lines


def main(argv: Sequence[str] | None = None) -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sets", nargs="+", type=Path, help="JSON lines: id, copy, text, title")
    parser.add_argument(
        "--faults", action="store_true", help="name the pairs that were missed, and those that are none"
    )
    asked = parser.parse_args(argv)
    print(ROW.format("set", "documents", "pairs", "precision", "recall", "ms each"))
    for path in asked.sets:
        documents = read(path)
        true = {str(each["id"]): str(each["copy"]) for each in documents}
        with tempfile.TemporaryDirectory() as folder:
            started = time.process_time()
            told = found(documents, Path(folder))
            spent = 1000 * (time.process_time() - started) / len(documents)
        at = score(told, true)
        real = _pairs(Counter(true.values()))
        precision, recall = f"{at.precision:.3f}", f"{at.recall:.3f}"
        print(ROW.format(path.stem[:28], len(documents), real, precision, recall, f"{spent:.1f}"))
        for line in faults(told, true) if asked.faults else ():
            print(f"  {line}")


if __name__ == "__main__":
    main()
