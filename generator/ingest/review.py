"""What a person should look at: articles of which something is in doubt, the most doubtful first, and why.

It is told from the lock and the articles alone. What a person has changed is no longer in doubt.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import lock
from generator.ingest import articles, copies, ownership, refused, sources
from generator.ingest.articles import Article
from generator.lock import Line
from generator.text import dates, words

SHOWN = 20
"""So many cases are listed unless all are asked for."""
FEW = 40
"""A body of fewer words is rather a caption, a teaser or a notice that something could not be shown."""
MUCH = 0.5
"""The share of the words in long lines that, taken out, is more than furniture mostly is."""
LONG = 12
"""Lines of fewer words are those of menus and lists, of which a page may have any number."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A kind of doubt."""

    key: str
    """The part of the article that it is about; of one that a person has changed it is no doubt any more."""
    weight: int
    """How much it speaks for a look at the article."""
    why: Callable[[Line, Article], str]
    """The reason in plain words; empty where there is no such doubt."""


def _if_from(key: str, *origins: str, why: str) -> Callable[[Line, Article], str]:
    """A doubt about a value that was found in one of these places."""
    return lambda line, _: why if line.fields.get(key, "").startswith(origins) else ""


def _unless(key: str, why: str) -> Callable[[Line, Article], str]:
    """A doubt about a value that was not found."""
    return lambda line, _: "" if key in line.fields else why


def _refused(line: Line, _: Article) -> str:
    return "; ".join(f"its {key} was {why}" for key, why in refused.of(line))


def _undated(line: Line, _: Article) -> str:
    if refused.of(line) or "date" in line.fields:
        return ""
    if "lastmod" in line.fields:
        return "no date of publication, only one of a change"
    doubts = ((text, dates.doubt(text)) for _, text, _ in line.taken)
    return next((f"no date: “{text}” {doubt}" for text, doubt in doubts if doubt), "no date")


def _unsigned(_: Line, article: Article) -> str:
    return "" if any(each.get("name") for each in article.sources) else "no publisher"


def _little(line: Line, _: Article) -> str:
    return f"only {line.kept} word{'s' * (line.kept != 1)}" if line.kept < FEW else ""


def _much(line: Line, _: Article) -> str:
    taken = sum(count for _, text, _ in line.taken if (count := words.count(text)) >= LONG)
    share = taken / max(1, taken + line.kept)
    return f"{share:.0%} of its text was taken out" if share >= MUCH else ""


DOUBTS: tuple[Doubt, ...] = (
    Doubt("date", 8, _refused),
    Doubt("body", 7, _little),
    Doubt("title", 6, _if_from("title", "file name", why="its title is the file's name")),
    Doubt("body", 5, _much),
    Doubt("date", 4, _undated),
    Doubt("title", 4, _if_from("title", "first sentence", why="its title is its first sentence")),
    Doubt("lang", 3, _unless("lang", "its language could not be told")),
    Doubt("date", 2, _if_from("date", "file name", why="its date is from the file's name")),
    Doubt("source", 1, _unsigned),
)
"""All kinds of doubt. The weights of those that an article raises are added up."""
LEAST = 2
"""Less than this is no case: that no publisher is known is worth a word only beside something else."""
UNREADABLE = 10
"""What weighs a source that could not be read at all."""


@dataclass(frozen=True, slots=True)
class Case:
    """One article, or one source that gave none, that a person should look at."""

    source: str
    """The source, below the site's folder; with `#` and a key where it holds several documents."""
    article: str
    """Its article file; empty where there is none."""
    reasons: tuple[str, ...]
    """In plain words, the weightiest first."""
    score: int
    """The sum of their weights."""

    def __str__(self) -> str:
        """`content/articles/x.md: no date; no publisher (content/sources/x.txt)`."""
        told = "; ".join(self.reasons)
        return f"{self.article}: {told} ({self.source})" if self.article else f"{self.source}: {told}"


def review(folder: Path, documents: Collection[str]) -> tuple[Case, ...]:
    """All cases among the `documents`, named as in the lock, of the site in `folder`; the most doubtful first.

    Raises BroadsheetError when the lock or an article cannot be read from the disk.
    """
    shelf = articles.load(folder)
    lines = lock.read(folder)
    cases = (_case(lines[path], shelf.get(lines[path].article)) for path in documents if path in lines)
    return tuple(sorted((each for each in cases if each), key=lambda each: (-each.score, each.source)))


def rows(cases: Collection[Case], all_of_them: bool) -> Iterator[str]:
    """The list, a line for each case."""
    shown = len(cases) if all_of_them else SHOWN
    yield from map(str, list(cases)[:shown])
    if len(cases) > shown:
        yield f"… and {len(cases) - shown:,} more: -v lists them"
    count = f"{len(cases):,} {'cases are' if len(cases) != 1 else 'case is'} worth a look" if cases else ""
    yield count or "nothing is in doubt"


def as_data(cases: Collection[Case]) -> list[dict[str, Any]]:
    """The list, for a program."""
    return [dataclasses.asdict(each) for each in cases]


def _case(line: Line, article: Article | None) -> Case | None:
    source = f"{sources.FOLDER}/{line.path}"
    if line.status == "unreadable" or (line.status == "empty" and line.taken):
        return Case(source, articles.path(article.name) if article else "", (line.reason,), UNREADABLE)
    if article is None or article.fault or article.meta.get("draft") is True or not copies.owns(line):
        return None
    open_ = (doubt for doubt in DOUBTS if not _settled(doubt.key, line, article))
    found = [(doubt.weight, why) for doubt in open_ if (why := doubt.why(line, article))]
    score = sum(weight for weight, _ in found)
    if score < LEAST:
        return None
    reasons = tuple(why for _, why in sorted(found, key=lambda each: -each[0]))
    return Case(source, articles.path(article.name), reasons, score)


def _settled(key: str, line: Line, article: Article) -> bool:
    """Whether a person has this part of the article in hand."""
    if key != ownership.BODY:
        return not ownership.is_ours(article, line.wrote, key)
    try:
        return ownership.fingerprint(article.body) != line.wrote.get(key, "")
    except articles.TouchedError:  # this very moment
        return True
