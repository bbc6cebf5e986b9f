"""Which articles belong to one story: alike in their words, near in time, in whatever order they came.

    articles ──read──►  Reports  ──learn──►  groups of those that are alike  ──choose──►  slugs  ──►  Placings
                                    │
                         what was learned last time

The measure is the one that did best in comparisons on public sets: TF-IDF, with the title, names and numbers counting
more, faded by the days between two reports and weighed by what bears on their being of one event (`bearing.py`), and
joined by average link where two groups tell the same (`groups.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.ingest import groups
from generator.ingest.articles import ALONE, Article
from generator.ingest.match import report, slug, why
from generator.ingest.match.apart import nearest
from generator.ingest.match.kept import Kept
from generator.ingest.match.learned import Item, Learned, learn
from generator.ingest.match.report import Report

__all__ = ["Kept", "Placing", "nearest", "place"]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an article belongs."""

    story: str = ""
    """The slug of its story, empty when it has none."""
    why: Mapping[str, Any] = field(default_factory=dict)
    """The article of its story that it is most like (`other`), how alike they are (`score`), the `days` between them,
    the rarest `names` and `words` of both, and `copied` where one is nearly in the other. Empty for an article without
    a story, or alone in one."""


def place(
    articles: Iterable[Article],
    free: Collection[str],
    *,
    first: Mapping[str, str],
    threshold: float,
    taken: Iterable[str] = (),
    merged: Mapping[str, str] | None = None,
    letters: Mapping[str, str] | None = None,
    memory: Kept | None = None,
) -> dict[str, Placing]:
    """The place of every article named in `free`, those whose story is ours to decide.

    The others take part if a person has put them into a story, which may take free ones in; such stories are never
    joined. `first` is the moment at which an article was first seen, by name; `taken` are slugs that a new story must
    not have; `merged` tells which story a person has put into which, and `letters` of which newsletter an article is a
    part. A second call on what the first one gave gives the same. `memory` spares work and changes nothing.
    """
    shelf = {each.name: each for each in articles}
    pool = sorted(name for name, each in shelf.items() if _takes_part(each, free))
    pins = _pins([shelf[name] for name in pool], free, merged or {})
    before, reasons = memory.read(_least(threshold)) if memory else (Learned(_least(threshold)), {})
    known = learn(_items([shelf[name] for name in pool], pins, letters or {}, before), before)
    stand = {known.items[number].name for members in known.groups for number in members if number not in known.fresh}
    reasons = {name: each for name, each in reasons.items() if name in stand}
    reasons |= why.reasons(known, shelf.__getitem__)
    if memory:
        memory.write(known, reasons)
    stories = _stories([[pool[number] for number in members] for members in known.groups], shelf, pins, first, taken)
    placed = {name: Placing(story, reasons.get(name, {})) for name, story in stories.items()}
    return {name: placed.get(name, Placing(pins.get(name, ""))) for name in sorted(free)}


def _takes_part(article: Article, free: Collection[str]) -> bool:
    return not article.fault and article.story != ALONE and (bool(article.story) or article.name in free)


def _least(threshold: float) -> int:
    return round(threshold * groups.GRAIN)


def _pins(pool: Iterable[Article], free: Collection[str], merged: Mapping[str, str]) -> dict[str, str]:
    """The stories that a person has decided on, by article: their own, and those that they have put together."""
    into = {old: _end(old, merged) for old in (*merged, *merged.values())}
    return {each.name: into.get(each.story, each.story) for each in pool if each.name not in free or each.story in into}


def _end(story: str, merged: Mapping[str, str]) -> str:
    """The story into which one goes, by however many steps; of a ring the first by name."""
    way = [story]
    while (story := merged.get(story, "")) and story not in way:
        way.append(story)
    return min(way[way.index(story) :]) if story else way[-1]


def _items(pool: Iterable[Article], pins: Mapping[str, str], letters: Mapping[str, str], before: Learned) -> list[Item]:
    """The articles that take part, read as far as they have not been read before."""
    read: dict[bytes, Report] = {item.report.key: item.report for item in before.items}
    return [
        Item(
            each.name,
            read.get(report.key(each)) or report.read(each),
            pins.get(each.name, ""),
            letters.get(each.name, ""),
        )
        for each in pool
    ]


def _stories(
    found: Iterable[Sequence[str]],
    shelf: Mapping[str, Article],
    pins: Mapping[str, str],
    first: Mapping[str, str],
    taken: Iterable[str],
) -> dict[str, str]:
    """The slug of the story of each article that is in a group."""
    ours: list[Sequence[str]] = []
    stories: dict[str, str] = {}
    for members in found:
        pin = next((pins[name] for name in members if name in pins), "")
        if pin:
            stories |= dict.fromkeys(members, pin)
        else:
            ours.append(members)
    fixed = frozenset(pins.values())
    chosen = slug.choose([[shelf[name] for name in members] for members in ours], first, fixed, taken)
    return stories | {name: story for members, story in zip(ours, chosen, strict=True) for name in members}
