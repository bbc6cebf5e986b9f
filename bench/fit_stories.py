"""The weights by which stories are found, fitted: what each set gains and loses when one of them changes.

    sets ──► each whole, and with three reports of each event ──► F1 and pair precision with these weights ──► one value

A reader's folder has few reports of an event, and few of them teach little: weights that suit ten reports of each event
alone would put two events together there. One weight is changed after the other, as long as that makes the value
better; each step is printed. `--once` only tells what each weight is worth: the value without it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import score_stories

from generator.config import Config
from generator.ingest.articles import Article
from generator.ingest.match import measure, report, weights
from generator.ingest.match.learned import Item, Learned, learn
from generator.text import language

PRECISION = 0.95
"""Of the pairs put together so many should be right; what is lacking counts twice."""
FEW, SAMPLES = 3, 3
TRIES: Mapping[str, tuple[float, ...]] = {
    "TITLE": (0, 1, 1.5, 2),
    "PARTICULAR": (1, 1.2, 1.3, 1.5),
    "CHANCE": (0, 0.5, 0.6, 0.7, 1),
    "FADE": (1000, 6, 8, 10, 12, 15),
    "OTHER_NAMES": (1, 0.7, 0.5, 0.4, 0.3),
    "OTHER_FIGURES": (1, 0.9, 0.8, 0.7),
    "UNDATED": (1, 0.6, 0.7, 0.8),
    "COHESION": (0, 0.6, 0.64, 0.68, 0.72),
    "TYPICAL": (0, 0.05, 0.057, 0.065),
    "LONG": (0, 0.15, 0.2, 0.25, 0.3),
}
"""Each weight with the values to try, that first with which it counts for nothing."""
_CASE = re.compile(r"^\S.*\n\.\n((?:.+\n)+)\.\n((?:.+\n)+)\.$", re.MULTILINE)
READ = ("TITLE", "PARTICULAR")
"""Those that count when a report is read."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Reports of which somebody has said which belong together."""

    name: str
    articles: Sequence[Article]
    events: Mapping[str, str]


def samples(path: Path) -> Iterator[Sample]:
    """A set, and the same with few reports of each event; or the cases of the tests, all in one collection."""
    read, events = _cases(path) if path.suffix == ".md" else score_stories.read(path)
    articles = list({each.name: each for each in read}.values())
    yield Sample(path.stem, articles, events)
    of: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(events):
        of[events[name]].append(name)
    if any(len(names) > FEW for names in of.values()):
        for seed in range(SAMPLES):
            chance = random.Random(seed)
            some = {name for names in of.values() for name in chance.sample(names, min(FEW, len(names)))}
            few = [each for each in articles if each.name in some]
            yield Sample(f"{path.stem}, {FEW} each", few, {name: events[name] for name in some})


def _cases(path: Path) -> tuple[list[Article], dict[str, str]]:
    """Cases as in `tests/cases/story_pairs.md`: a name, a report a line, and a story a line by its reports' numbers."""
    articles, events = [], {}
    for case, found in enumerate(_CASE.finditer(path.read_text(encoding="utf-8"))):
        stories = {number: line for line in found[2].splitlines() for number in line.split()}
        for number, row in enumerate(found[1].splitlines(), start=1):
            day, title, body = row.split(" | ")
            meta = {"title": title, "lang": language.of(f"{title}. {body}")}
            date = {} if day == "-" else {"date": dt.date.fromisoformat(day)}
            articles.append(Article(f"{case:03}-{number}", b"", meta | date, body.encode()))
            events[articles[-1].name] = f"{case} {stories[str(number)]}"
    return articles, events


class Fit:
    """The samples with the weights as they stand in `weights`."""

    def __init__(self, found: Sequence[Sample]) -> None:
        self._samples = found
        self._read: dict[tuple[float, ...], list[list[Item]]] = {}

    def scores(self) -> list[score_stories.Score]:
        """That of each sample."""
        key = tuple(getattr(weights, name) for name in READ)
        if key not in self._read:
            self._read[key] = [
                [Item(a.name, report.read(a), "") for a in sorted(each.articles, key=lambda a: a.name)]
                for each in self._samples
            ]
        measure.fading.cache_clear()
        return [_score(items, each.events) for items, each in zip(self._read[key], self._samples, strict=True)]

    def value(self) -> float:
        """F1, less twice what the precision of pairs lacks; the mean of all samples."""
        found = self.scores()
        return sum(each.bcubed - 2 * max(0, PRECISION - each.pairs) for each in found) / len(found)

    def with_(self, name: str, value: float) -> float:
        """The value when one weight is another one."""
        standing = getattr(weights, name)
        setattr(weights, name, value)
        try:
            return self.value()
        finally:
            setattr(weights, name, standing)

    def table(self) -> str:
        """A line for each sample."""
        rows = zip(self._samples, self.scores(), strict=True)
        return "\n".join(
            f"  {s.name:<28} F1 {at.bcubed:.3f}  pairs {at.pairs:.3f}/{at.pairs_found:.3f}" for s, at in rows
        )


def _score(items: Sequence[Item], events: Mapping[str, str]) -> score_stories.Score:
    known = learn(items, Learned(round(Config().story_threshold * 1_000_000)))
    told = {item.name: item.name for item in items}
    told |= {items[number].name: f"\0{group[0]}" for group in known.groups for number in group}
    return score_stories.score(told, events)


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, or tell what each weight is worth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sets", nargs="+", type=Path, help="as for score_stories.py, or cases of the tests")
    parser.add_argument("--once", action="store_true", help="only tell what each weight is worth")
    asked = parser.parse_args(argv)
    fit = Fit([each for path in asked.sets for each in samples(path)])
    best = fit.value()
    print(f"{best:.4f} as it stands\n{fit.table()}", flush=True)
    if asked.once:
        for name, tries in TRIES.items():
            print(f"{fit.with_(name, tries[0]) - best:+.4f} with {name} = {tries[0]}", flush=True)
        return
    moved = True
    while moved:
        moved = False
        for name, tries in TRIES.items():
            found = {value: fit.with_(name, value) for value in tries if value != getattr(weights, name)}
            value = max(found, key=found.__getitem__)
            if found[value] > best + 0.0005:
                best, moved = found[value], True
                setattr(weights, name, value)
                print(f"{best:.4f} with {name} = {value}", flush=True)
    print(fit.table())


if __name__ == "__main__":
    main()
