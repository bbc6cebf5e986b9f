"""The slug of a story: it keeps the one it has for life, and a new one is named after its earliest report."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.ingest import names
from generator.ingest.articles import ALONE, Article, stem
from generator.ingest.match import report
from generator.text import slugs

NEVER = "~"
"""Sorts behind every moment: for an article that no run has seen yet."""


def choose(
    stories: Sequence[Sequence[Article]], first: Mapping[str, str], fixed: Collection[str], taken: Iterable[str]
) -> list[str]:
    """The slug of each of these stories; `first` is the moment at which an article was first seen.

    Where a story was split, the part with most of its oldest articles keeps its slug; where several were joined, that
    of the one that was there first stays. `fixed` are slugs of stories in which a person has put a report: those that
    have such a slug already keep it, since the person has added to them, and no other gets it. `taken` are those that
    no story may have newly.
    """
    kept = _kept(stories, first)
    used = {ALONE, *taken, *fixed, *(each.story for members in stories for each in members)}
    new = [number for number in range(len(stories)) if number not in kept]
    for number in sorted(new, key=lambda number: min(map(_order, stories[number]))):
        earliest = min(stories[number], key=_order)
        kept[number] = names.unlike(slugs.slug(report.title_of(earliest), stem(earliest.name)), used)
        used.add(kept[number])
    return [kept[number] for number in range(len(stories))]


def _kept(stories: Sequence[Sequence[Article]], first: Mapping[str, str]) -> dict[int, str]:
    """The slugs that stay, by the number of the story."""
    former: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for number, members in enumerate(stories):
        for each in members:
            if each.story not in ("", ALONE):
                former[each.story].append((first.get(each.name, NEVER), each.name, number))
    kept: dict[int, str] = {}
    for slug in sorted(former, key=lambda slug: (min(former[slug])[0], slug)):
        oldest = sorted(former[slug])
        parts = Counter(number for _, _, number in oldest[: (len(oldest) + 1) // 2])
        heir = parts.most_common(1)[0][0]  # of two with equally many, the one with the oldest
        kept.setdefault(heir, slug)
    return kept


def _order(article: Article) -> tuple[dt.date, str]:
    """Earliest first, undated last."""
    return report.day(article), article.name
