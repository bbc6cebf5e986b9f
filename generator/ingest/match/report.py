"""What a report says, as numbers: its words, each with how much the report makes of it.

A word is its checksum: thousands of reports then take a few bytes a word, and two different words that are taken for
one in a hundred thousand do no harm.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from array import array
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from generator import frontmatter
from generator.ingest.articles import Article
from generator.ingest.match import particulars, weights
from generator.ingest.match.particulars import Particulars, number, numbers
from generator.text import words

FINE = 16
"""What is made of a word is kept in so many parts of one,"""
MOST = 255
"""and at most as this number, which fits a byte."""
_ADDRESS = re.compile(r"\]\([^)]*\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d+\.\d+\.\d+\b")


@dataclass(frozen=True, slots=True)
class Report:
    """What counts of an article when it is compared with others."""

    key: bytes
    """Equal for articles that say the same."""
    day: int
    """As an ordinal number; 0 when it has no date."""
    lang: str
    years: frozenset[str]
    """Years and versions that the title names: last year's survey is not this year's."""
    words: array[int]
    """The checksum of each word, in order of their number."""
    made: array[int]
    """What the report makes of each of them."""
    told: Particulars


def key(article: Article) -> bytes:
    """Tells whether an article still says what it said."""
    said = "\0".join((title_of(article), lang(article), str(day(article))))
    return hashlib.blake2b(article.said + said.encode(errors="surrogatepass"), digest_size=16).digest()


def read(article: Article) -> Report:
    """Read an article."""
    title, body = title_of(article), _ADDRESS.sub("]", article.body)
    common, when = words.stopwords(lang(article)), day(article)
    since = 0 if when == dt.date.max else when.toordinal()
    counts = Counter(word for word in words.words(body) if word not in common)
    headed = {word for word in words.words(title) if word not in common}
    told = particulars.read(title, body, lang(article), common)
    named = {word for name in told.names for word in words.words(name)}
    usual = {count: _fine(1 + log(count)) for count in {*counts.values()}}  # of most words no more is known
    made = dict(zip(numbers(counts), map(usual.__getitem__, counts.values()), strict=True))
    figures = {word for word in counts.keys() | headed if word[0].isdigit()}
    for word in headed | figures | (named & counts.keys()):
        weight = (1 + log(counts[word]) if word in counts else 0.0) + weights.TITLE * (word in headed)
        made[number(word)] = _fine(weight * (weights.PARTICULAR if word in named | figures else 1))
    known = sorted(made)
    years = frozenset(_YEAR.findall(title))
    return Report(
        key(article),
        since,
        lang(article),
        years,
        array("I", known),
        array("B", map(made.__getitem__, known)),
        told,
    )


def _fine(weight: float) -> int:
    return min(round(weight * FINE), MOST)


def spellings(article: Article) -> Mapping[int, str]:
    """The words of an article by their numbers."""
    text = f"{title_of(article)}\n{_ADDRESS.sub(']', article.body)}"
    return {number(word): word for word in dict.fromkeys(words.words(text))}


def title_of(article: Article) -> str:
    """Its title, empty when it has none."""
    return str(article.meta.get("title") or "")


def lang(article: Article) -> str:
    """The first part of its language tag, empty when it has none."""
    return str(article.meta.get("lang") or "").replace("_", "-").split("-")[0].lower()


def day(article: Article) -> dt.date:
    """The day of a report, the last of all for one that has none."""
    when = frontmatter.moment(article.meta.get("date") or article.meta.get("lastmod"))
    return (when.date() if isinstance(when, dt.datetime) else when) or dt.date.max
