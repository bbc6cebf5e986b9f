"""Who wrote a page and who published it: names without their trades, and never the publisher's among the authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from generator.ingest.readers.html.head import Head, said
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.html.site import site_names
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint
from generator.text import dates
from generator.text.byline_words import OUTLET
from generator.text.bylines import is_byline, parse, people

_WITHIN = re.compile(
    r"(?:^|[\s|·•~])(?:by|von|par|por|autor(?:in)?|author|redaktion\s*:)\s*:?\s+(?=[^\W\d_])([^|·•~]+)", re.IGNORECASE
)
"""Who wrote, in a line that says first when."""
_PARTS = re.compile(r"\s[|·•~–—-]\s")
_WRITERS = re.compile(
    r"author|byline|by-line|\bsig\b|signature|writer|journalist|reporter|contributor|verfasser|\baut(?:or|eur|ore)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?<!comment-)\bauthor\b|author[-_]?name|byline[-_]*name|\bfn\b")
_OF_AUTHORS = re.compile(
    r"/(?:authors?|aut(?:or|eur|ore)[a-z]*|contributors?|journalists?|reporters?|writers?)/[^/]", re.IGNORECASE
)
"""An address of the page of an author."""
_META = "byl sailthru.author article:author author parsely-author dc.creator dcterms.creator cxenseparse:author".split()
_LONGEST = 160
_NEXT = 2
"""So many lines below the headline a byline is its own, whatever holds it."""
_OTHERS = frozenset(["comments", "related link"])
"""Where others are named than those who wrote the page, also below its text, in whose footer they may be."""


def author_hints(page: Page, headline: Line | None, body: list[Line]) -> list[Hint]:
    """The authors by the most trustworthy statement that has any; a statement that has outlets alone comes last."""
    nobody = {key(name) for name in site_names(page.head, page.url)}
    outlets: list[Hint] = []
    for origin, given in (*_stated(page.head), *_shown(page, headline, body)):
        names = dict.fromkeys(name for text in given if key(text) not in nobody for name in people(text))
        if persons := [name for name in names if not OUTLET.search(name)]:
            return [Hint("authors", name, origin) for name in persons]
        outlets = outlets or [Hint("authors", name, origin) for name in names]
    return outlets


def _stated(head: Head) -> Iterator[tuple[str, list[str]]]:
    """What the head states, each with where."""
    for article in head.articles:
        yield "JSON-LD author", [said(each) for each in _authors(article, head.others)]
    for name in _META:
        yield f"meta {name}", [value for value in head.meta.get(name, ()) if "/" not in value]


def _shown(page: Page, headline: Line | None, body: list[Line]) -> Iterator[tuple[str, list[str]]]:
    """What readers see: beside the headline, below the text."""
    first = next((line.number for line in body if line.kind != "heading"), 0)
    if not first:
        return
    start = headline.number if headline and headline.number < first else first - 6
    above = frozenset(element for element, _ in headline.places) if headline else frozenset()
    near = []
    for line in page.lines[max(0, start - 5) : first - 1]:
        opens = is_byline(line.text)
        beside = not _of_others(line, above) or (opens and 0 < line.number - start <= _NEXT)
        if beside and len(line.text) <= _LONGEST and (opens or line.kind != "heading"):
            near.append(line)
    yield "author beside the headline", _named(near)
    yield "byline", [line.text for line in near if _byline(line)]
    yield "byline", [found[1] for line in near if (found := _WITHIN.search(line.text))]
    yield "name beside the headline", list(_alone([line for line in near if line.number > start]))
    after = [line for line in page.lines[first - 1 :] if _OTHERS.isdisjoint(reason for _, reason in line.places)]
    yield "byline", [line.text for line in after if is_byline(line.text)][:1]
    yield "author below the text", _named(after)[:1]


def _authors(article: Mapping[str, Any], others: tuple[Mapping[str, Any], ...]) -> list[Any]:
    """What an article names as its authors, references looked up."""
    given = article.get("author") or article.get("creator") or []
    known = {str(each.get("@id")): each for each in others if "@id" in each}
    found: list[Any] = []
    for each in given if isinstance(given, list) else [given]:
        thing = known.get(str(each.get("@id")), each) if isinstance(each, Mapping) and "name" not in each else each
        name = thing.get("name") if isinstance(thing, Mapping) else None
        found += name if isinstance(name, list) else [thing]
    return found


def _named(near: list[Line]) -> list[str]:
    """What elements hold that are marked as an author's name."""
    found: dict[Any, str] = {}
    for line in near:
        for element in line.element.iter("a", "span", "b", "strong"):
            names = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            marked = _MARKED.search(names) or _OF_AUTHORS.search(element.get("href") or "")
            if marked and (text := tidy(" ".join(element.itertext()))) in line.text:
                found[element] = text
    return list(found.values())


def _alone(near: list[Line]) -> Iterator[str]:
    """What stands alone on a line, or beside a date, and can only be a name."""
    for line in near:
        for part in _PARTS.split(line.text) if not line.linked or _is_called_byline(line) else ():
            date = dates.find(part)
            if found := parse(part[: date[0].start].strip(" ,/") if date else part):
                yield ", ".join(found.authors)


def _is_called_byline(line: Line) -> bool:
    return any(reason == "byline" for _, reason in line.places[-1:])


def _of_others(line: Line, above: frozenset[Any]) -> bool:
    """Whether a line stands in a part of the page that speaks of other things; one with the headline in it does not."""
    around = takewhile(lambda place: place[1] != "byline", line.places)
    reasons = {reason for element, reason in around if element not in above}
    return not reasons.isdisjoint((*_OTHERS, "caption", "footer", "navigation", "page header"))


def _byline(line: Line) -> bool:
    """A line that says who wrote, by its words or by the names of the elements around it."""
    around = [line.element, *line.element.iterancestors()][:3]
    names = " ".join(f"{each.get('class') or ''} {each.get('itemprop') or ''}" for each in around)
    return is_byline(line.text) or bool(_WRITERS.search(names))
