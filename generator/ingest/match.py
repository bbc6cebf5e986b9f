"""Which articles belong to one story: alike in their words, near in time, and never moved once they are in one.

The measure is the one that did best in comparisons on three public sets: TF-IDF over the body, over the title with the
opening, and over the title, faded by the days between two reports, and joined by average link.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import exp

from generator import frontmatter
from generator.ingest import groups, names
from generator.ingest.articles import ALONE, Article, stem
from generator.text import slugs, weights, words

BODY, OPENING, TITLE = 0.5, 0.3, 0.2
"""How much each part of a report counts."""
NAME = 4
"""How much more a name counts than another word: reports of one event share its people and places, reports of one
kind of event share the words of their trade."""
OPENING_LENGTH = 600
"""How many characters of the body are its opening."""
FADE = 14
"""Days in which likeness falls to a third: two floods a year apart are two stories."""
UNKNOWN_GAP = (0, 7, 10)
"""Days thought to lie between two reports of which none, one or both have no date. Nothing speaks against them, so they
are not kept apart, but they must be rather more alike than two reports of one day."""
FAR = 3 * FADE
"""Two reports further apart than this are never in one story, whoever stands between them."""
APART = -100.0
"""The likeness of two reports that may not be in one story: no average outweighs it."""
RARE = 100
"""A word that stands in more reports than this does not by itself make two of them worth comparing."""
TELLING = 30
"""So many of its weightiest rare words stand for a report when those worth comparing are sought."""
HOPE = 0.05
"""So alike two reports must be in these words alone to be compared in full."""
_QUOTES = "\"'“”„‘’«»()[]*_#>.,;:!?…"
_ENDS = '.!?:…"”»'
_ADDRESS = re.compile(r"\]\([^)]*\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d+\.\d+\.\d+\b")


@dataclass(frozen=True, slots=True)
class _Weighed:
    body: weights.Vector
    opening: weights.Vector
    title: weights.Vector
    day: dt.date | None
    lang: str
    years: frozenset[str]
    """Years and versions that the title names: last year's survey is not this year's."""


def stories(
    articles: Iterable[Article], free: Collection[str], *, threshold: float, taken: Iterable[str] = ()
) -> dict[str, str]:
    """The story of each article named in `free` that belongs to one, by the article's name.

    The others take part if they are in a story, which then may grow; stories that exist are never joined. `taken` are
    slugs that a new story must not have. A second call with what the first one gave changes nothing.
    """
    pool = sorted(
        (each for each in articles if (each.story or each.name in free) and each.story != ALONE and not each.fault),
        key=lambda each: each.name,
    )
    weighed = _weigh(pool)
    known = {number: each.story for number, each in enumerate(pool) if each.story}
    near = weights.neighbours([each.body for each in weighed], RARE, TELLING, HOPE)
    found = groups.groups(
        len(pool),
        (pair for pair in near if _faded(weighed[pair[0]], weighed[pair[1]]) >= threshold),
        lambda one, other: _alike(weighed[one], weighed[other]),
        threshold,
        known,
    )
    used = {ALONE, *known.values(), *taken}
    given: dict[str, str] = {}
    for numbers in sorted(found, key=lambda numbers: min(_order(pool[number]) for number in numbers)):
        if len(numbers) > 1:
            slug = next((known[number] for number in numbers if number in known), "")
            first = min((pool[number] for number in numbers), key=_order)
            slug = slug or names.unlike(slugs.slug(str(first.meta.get("title", "")), stem(first.name)), used)
            used.add(slug)
            given |= {pool[number].name: slug for number in numbers if number not in known}
    return given


def _weigh(pool: Sequence[Article]) -> list[_Weighed]:
    parts = []
    for each in pool:
        body = _ADDRESS.sub("]", each.body)
        title = _words(str(each.meta.get("title", "")), each)
        opening = title + _words(body[:OPENING_LENGTH], each)
        parts.append((_words(body, each), opening, title, _names(body)))
    rare = weights.rarity(body + title for body, _, title, _ in parts)
    return [
        _Weighed(
            weights.vector(body, rare, names, NAME),
            weights.vector(opening, rare, names, NAME),
            weights.vector(title, rare, names, NAME),
            _day(each),
            _lang(each),
            frozenset(_YEAR.findall(str(each.meta.get("title", "")))),
        )
        for each, (body, opening, title, names) in zip(pool, parts, strict=True)
    ]


def _alike(one: _Weighed, other: _Weighed) -> float:
    if one.lang and other.lang and one.lang != other.lang:
        return 0
    if _apart(one, other):
        return APART
    return _faded(one, other) * (
        BODY * weights.similarity(one.body, other.body)
        + OPENING * weights.similarity(one.opening, other.opening)
        + TITLE * weights.similarity(one.title, other.title)
    )


def _apart(one: _Weighed, other: _Weighed) -> bool:
    """Whether two reports cannot be of one event: by their dates, or by the years in their titles."""
    if one.day and other.day and abs((one.day - other.day).days) > FAR:
        return True
    return bool(one.years and other.years and one.years.isdisjoint(other.years))


def _faded(one: _Weighed, other: _Weighed) -> float:
    """What the days between two reports leave of their likeness."""
    if one.day and other.day:
        gap = abs((one.day - other.day).days)
    else:
        gap = UNKNOWN_GAP[(one.day is None) + (other.day is None)]
    return exp(-gap / FADE)


def _words(text: str, article: Article) -> list[str]:
    common = words.stopwords(_lang(article))
    return [word for word in words.words(text) if word not in common]


def _names(text: str) -> set[str]:
    """The words that the text spells with a capital inside sentences more often than without."""
    capital: Counter[str] = Counter()
    before = "."
    for token in text.split():
        word = token.strip(_QUOTES)
        if word[:1].isupper():
            capital[word.lower()] += before not in _ENDS
        else:
            capital[word] -= 1
        before = token[-1]
    return set(words.words(" ".join(word for word, count in capital.items() if count > 0)))


def _lang(article: Article) -> str:
    return str(article.meta.get("lang") or "").replace("_", "-").split("-")[0].lower()


def _day(article: Article) -> dt.date | None:
    when = frontmatter.moment(article.meta.get("date") or article.meta.get("lastmod"))
    return when.date() if isinstance(when, dt.datetime) else when


def _order(article: Article) -> tuple[dt.date, str]:
    """Earliest first, undated last."""
    return _day(article) or dt.date.max, article.name
