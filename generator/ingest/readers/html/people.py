"""Who wrote a page and who published it: names without their trades, and never the publisher's among the authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.ingest.readers.html.fields import sections
from generator.ingest.readers.html.head import Head, kinds, said
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.html.site import site_names
from generator.ingest.readers.persons import is_byline, people
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint
from generator.text import dates
from generator.text.bylines import parse

_WITHIN = re.compile(
    r"(?:^|[\s|·•~])(?:by|von|par|por|autor(?:in)?|author|redaktion\s*:)\s*:?\s+(?=[^\W\d_])([^|·•~]+)", re.IGNORECASE
)
"""Who wrote, in a line that says first when."""
_PARTS = re.compile(r"\s[|·•~–—-]\s")
_JOINED = re.compile(r"\b(?:and|und|et|och|og|y|e|i|en)\b|&|;", re.IGNORECASE)
_WRITERS = re.compile(
    r"author|byline|by-line|\bsig\b|signature|writer|journalist|reporter|contributor|verfasser|\baut(?:or|eur|ore)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\bauthor\b|author[-_]?name|byline[-_]*name|\bfn\b")
_OF_AUTHORS = re.compile(
    r"/(?:authors?|aut(?:or|eur|ore)[a-z]*|contributors?|journalists?|reporters?|writers?)/[^/]", re.IGNORECASE
)
"""An address of the page of an author."""
_META = "author article:author parsely-author sailthru.author dc.creator dcterms.creator byl cxenseparse:author".split()

_FULL_NAMES = re.compile(r"(?:\s*[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,2}\s*(?:,|$))+")
_NEXT = 2
_FOOT = 4
"""So many lines below a report stand in its own foot, whatever that is called."""


def author_hints(page: Page, headline: Line | None, body: list[Line]) -> list[Hint]:
    """The authors by the most trustworthy statement that has any.

    Where the head names bodies alone, or more people than the byline that readers see, the byline counts: heads also
    name who took the pictures, who edited, and which agency sent it.
    """
    nobody = {key(name) for name in site_names(page.head, page.url)}
    nobody |= {key(hint.value) for hint in sections(page.head)}

    def named(given: Iterable[str]) -> list[str]:
        names = [name for text in given if key(text) not in nobody for name in people(text)]
        found = dict.fromkeys(name for name in names if key(name) not in nobody)
        return [name for name in found if not any(name[at:] in found for at in range(1, len(name)))]

    near = _near(page, headline, body)
    bylines = [line.text for line in near if is_byline(line.text)]
    read, seen = named(map(_printed, bylines)), key("".join(bylines))
    bodies: list[Hint] = []
    for origin, given, persons in _statements(page.head):
        if names := named(given):
            hints = [Hint("authors", name, origin) for name in names]
            if not persons:
                bodies = bodies or hints
            elif 0 < len(read) < len(names) and {*map(key, read)} == {each for each in map(key, names) if each in seen}:
                return [Hint("authors", name, "byline") for name in read]
            else:
                return hints
    if bodies:
        return [Hint("authors", name, "byline") for name in read] or bodies
    for origin, given in _shown(page, headline, body, near):
        if names := named(given):
            return [Hint("authors", name, origin) for name in names]
    return []


def _statements(head: Head) -> Iterator[tuple[str, list[str], bool]]:
    """What the head states, each with where, and whether it can be people."""
    for article in head.articles:
        given = _authors(article, head.others)
        yield "JSON-LD author", [said(each) for each in given], any(map(_is_person, given))
    for name in _META:
        yield f"meta {name}", [value for value in head.meta.get(name, ()) if "/" not in value], True


def _near(page: Page, headline: Line | None, body: list[Line]) -> list[Line]:
    """The lines about the headline, above the text; those next to it whatever holds them, if they are bylines."""
    if not (first := _first(body)):
        return []
    start = _start(headline, first)
    above = frozenset(element for element, _ in headline.places) if headline else frozenset()
    title = key(headline.text) if headline else ""
    lines = page.lines[max(0, start - 5) : first - 1]
    return [
        line
        for line in lines
        if key(line.text) != title
        and (not _of_others(line, above) or (headline and 0 < line.number - start <= _NEXT and is_byline(line.text)))
    ]


def _first(body: list[Line]) -> int:
    """The number of the first line of running text; 0 when there is none."""
    return next((line.number for line in body if line.kind != "heading"), 0)


def _start(headline: Line | None, first: int) -> int:
    return headline.number if headline and headline.number < first else first - 6


def _shown(page: Page, headline: Line | None, body: list[Line], near: list[Line]) -> Iterator[tuple[str, list[str]]]:
    """What readers see: beside the headline, with the date, below the text."""
    if not (first := _first(body)):
        return
    start = _start(headline, first)
    yield "author beside the headline", _named(near)
    yield "byline", [_printed(line.text) for line in near if _byline(line)]
    dated = [line.text for line in near if line.number > start and len(line.text) < 160 and dates.find(line.text)]
    yield "byline", [found[1] for text in dated if (found := _WITHIN.search(text))]
    yield "name beside the date", list(_beside_date([line for line in near if line.number > start]))
    below = frozenset(element for line in page.lines[body[-1].number :][:_FOOT] for element, _ in line.places)
    after = (line for line in page.lines[first - 1 :] if line.kind != "heading" and not _of_others(line, below))
    yield "byline", [_printed(line.text) for line in after if is_byline(line.text)][:1]


def _authors(article: Mapping[str, Any], others: tuple[Mapping[str, Any], ...]) -> list[Any]:
    """What an article names as its authors, references looked up."""
    given = article.get("author") or article.get("creator") or []
    known = {str(each.get("@id")): each for each in others if "@id" in each}
    found: list[Any] = []
    for each in given if isinstance(given, list) else [given]:
        thing = known.get(str(each.get("@id")), each) if isinstance(each, Mapping) and "name" not in each else each
        name = thing.get("name") if isinstance(thing, Mapping) else None
        if isinstance(thing, Mapping) and not name and thing.get("familyName"):
            found.append(f"{said(thing.get('givenName'))} {said(thing['familyName'])}".strip())
        else:
            found += name if isinstance(name, list) else [thing]
    return found


def _is_person(thing: Any) -> bool:
    """Whether a statement does not say that it is a body."""
    return bool(thing) and not (
        isinstance(thing, Mapping) and any(kind.endswith("Organization") for kind in kinds(thing))
    )


def _named(near: list[Line]) -> list[str]:
    """What elements hold that are marked as an author's name."""
    found: dict[Any, str] = {}
    for line in near:
        for element in line.element.iter("a", "span", "b", "strong"):
            names = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            marked = _MARKED.search(names) or _OF_AUTHORS.search(element.get("href") or "")
            if marked and not any(up in found for up in element.iterancestors()):
                found[element] = tidy(" ".join(element.itertext()))
    return list(found.values())


def _beside_date(near: list[Line]) -> Iterator[str]:
    """What stands alone on the line of a date, or the line before or after it, and can only be a name."""
    parts = [
        (place, part) for place, line in enumerate(near) if len(line.text) < 160 for part in _PARTS.split(line.text)
    ]
    dated = {place for place, part in parts if dates.find(part)}
    for place, part in parts:
        if not dated & {place - 1, place, place + 1} or (near[place].linked and not _is_called_byline(near[place])):
            continue
        date = dates.find(part)
        found = parse(part[: date[0].start].strip(" ,/") if date else part)
        if found and not found.outlet:
            yield ", ".join(found.authors)


def _is_called_byline(line: Line) -> bool:
    return any(reason == "byline" for _, reason in line.places[-1:])


def _of_others(line: Line, above: frozenset[Any] = frozenset()) -> bool:
    """Whether a line stands in a part of the page that speaks of other things; one with the headline in it does not."""
    reasons = {reason for element, reason in line.places if element not in above}
    return not reasons.isdisjoint(("comments", "related link", "caption", "footer", "navigation", "page header"))


def _byline(line: Line) -> bool:
    """A short line that says who wrote, by its words or by the names of the elements around it."""
    if len(line.text) > 160 or (line.kind == "heading" and not is_byline(line.text)):
        return False
    around = [line.element, *line.element.iterancestors()][:3]
    names = " ".join(f"{each.get('class') or ''} {each.get('itemprop') or ''}" for each in around)
    return is_byline(line.text) or bool(_WRITERS.search(names))


def _printed(text: str) -> str:
    """A printed byline as far as it names people: what follows a lone name after a comma is a trade or a place."""
    if _JOINED.search(text):
        return text
    first, _, rest = text.partition(",")
    return text if _FULL_NAMES.fullmatch(rest) else first
