"""Whether what a built site cites stands where its links lead: sentences, values, quotations, speakers and times.

`digest.json` is held against the paragraphs of the built articles, and what pages show as cited against both: on the
page of a story each text may lead only where `digest.json` says that it stands.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

from generator.build.checks import claimed
from generator.build.checks.built import Built, file_of
from generator.build.checks.data import DIGEST
from generator.build.checks.pages import Reference, Said, words
from generator.errors import Problem, problem
from generator.text import clocks, times

Place = tuple[str, str]
"""A file and an anchor in it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing that a digest says, and the paragraphs of which at least one has it."""

    kind: Literal["words", "name", "time", "retold"]
    """A name stands anywhere in the report; a time is one that the sentence tells; what a program has retold goes by
    its paragraphs, and stands in none."""
    text: str
    urls: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    """What is cited as a whole, where it is a part of a sentence; at least one of them has it."""
    whole: bool = False
    """True for a sentence of the digest."""


def faults(
    built: Built, data: bytes, paragraphs: Mapping[Place, str], said: Iterable[tuple[str, Said]]
) -> Iterator[Problem]:
    """What does not stand where it is cited: by `data`, which is `digest.json`, and by what each page shows.

    `paragraphs` have the text of each numbered one.
    """
    try:
        document = json.loads(data or "{}")
    except ValueError:
        return  # which `data.read` tells
    try:
        stories = [(str(story["url"]), [*_cited(story)]) for story in document.get("stories", ())]
        articles = {str(each["url"]): each for each in document.get("articles", ())}
        yield from [*_numbers(document.get("stories", ())), *claimed.faults(built, document, paragraphs)]
    except (TypeError, LookupError, AttributeError) as error:
        yield problem(f"is not of the form that `docs/data.md` tells: {error!r}", DIGEST)
        return
    allowed: dict[str, dict[tuple[str, str], set[Place]]] = {}
    for url, parts in stories:
        page = built.place(DIGEST, Reference(url))
        known = allowed.setdefault(file_of(page[0]), defaultdict(set)) if isinstance(page, tuple) else defaultdict(set)
        for each in parts:
            places = [_place(built, DIGEST, target) for target in each.urls]
            known[each.kind, words(each.text)].update(place for place in places if place)
            yield from _misquoted(built, each, places, paragraphs, articles)
    for name, shown in said:
        yield from _shown(built, name, shown, paragraphs, allowed.get(name))


def _cited(story: Mapping[str, Any]) -> Iterator[Cited]:
    """All that the digest of a story says, part by part."""
    for each in (*story.get("digest", ()), *story.get("fresh", ())):
        yield Cited("words", each["text"], (each["url"],), whole=True)
    for fact in story.get("facts", ()):
        yield from _part(fact["value"], [fact["citation"]])
    for point in (*story.get("agreed", ()), *story.get("differences", ()), *story.get("developments", ())):
        for side in point["sides"]:
            yield from _part(side["value"], side["citations"])
    for quote in story.get("quotes", ()):
        yield from _part(quote["text"], [quote["citation"]])
        if quote.get("speaker"):
            yield Cited("name", quote["speaker"], (quote["citation"]["url"],))
    for moment in story.get("timeline", ()):
        yield from _part(moment["said"], [moment["citation"]])
        yield Cited("time", moment["at"], (moment["citation"]["url"],), (moment["citation"]["text"],))
    for each in story.get("retold", ()):
        yield Cited("retold", each["text"], tuple(at["url"] for at in each["citations"]))


def _part(text: str, citations: Iterable[Mapping[str, Any]]) -> Iterator[Cited]:
    """A part of cited sentences, and each of these."""
    citations = [*citations]
    yield Cited("words", text, tuple(each["url"] for each in citations), tuple(each["text"] for each in citations))
    for each in citations:
        yield Cited("words", each["text"], (each["url"],))


def _numbers(value: Any) -> Iterator[Problem]:
    """Citations whose number of a paragraph is not that of their address."""
    if isinstance(value, dict) and "paragraph" in value and not str(value["url"]).endswith(f"#p{value['paragraph']}"):
        yield problem(f"cites paragraph {value['paragraph']}, and links to `{value['url']}`", DIGEST)
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _numbers(each)


def _place(built: Built, name: str, target: str) -> Place | None:
    """The file and the anchor to which a citation leads; none for another site."""
    place = built.place(name, Reference(target))
    return (file_of(place[0]), place[1]) if isinstance(place, tuple) else None


def _misquoted(
    built: Built,
    cited: Cited,
    places: list[Place | None],
    paragraphs: Mapping[Place, str],
    articles: Mapping[str, Mapping[str, Any]],
) -> Iterator[Problem]:
    for url, place in zip(cited.urls, places, strict=True):
        if place is None:
            yield problem(f"cites `{url}`, which is no page of this site", DIGEST)
        elif place[0] not in built.names:
            return  # it was told as a dead link
    if None in places or cited.kind == "retold":
        return
    if cited.kind == "time":
        article = articles.get(cited.urls[0].partition("#")[0], {})
        if not _is_told(cited, article, lambda: [*_all_of(places, paragraphs)]):
            yield problem(f"says that it was `{cited.text}`, which is not in “{cited.sentences[0]}”", DIGEST)
        return
    text = words(cited.text)
    if cited.sentences and not any(text in words(each) for each in cited.sentences):
        yield problem(f"says “{cited.text}”, which is not in what it cites: “{cited.sentences[0]}”", DIGEST)
    if cited.whole and (text[-1:].isalnum() or text[-1:] in ",;:"):
        yield problem(f"cites `{cited.urls[0]}` for a sentence that does not end: “{cited.text}”", DIGEST)
    if not _stands(cited.kind, text, places, paragraphs):
        what = "words that do not stand there" if cited.kind == "words" else "a speaker whom that report does not name"
        yield problem(f"cites `{cited.urls[0]}` for {what}: “{cited.text}”", DIGEST)


def _stands(kind: str, text: str, places: Iterable[Place | None], paragraphs: Mapping[Place, str]) -> bool:
    if kind == "name":
        return any(text in each for each in _all_of(places, paragraphs))
    return any(text in paragraphs.get(place, "") for place in places if place)


def _all_of(places: Iterable[Place | None], paragraphs: Mapping[Place, str]) -> Iterator[str]:
    """All paragraphs of the reports in which the places are."""
    for file in {place[0] for place in places if place}:
        for number in count(1):
            if (file, f"p{number}") not in paragraphs:
                break
            yield paragraphs[file, f"p{number}"]


def _is_told(cited: Cited, article: Mapping[str, Any], report: Callable[[], list[str]]) -> bool:
    """Whether a sentence tells a time; its day may stand elsewhere in the report where it tells a time of day."""
    lang = str(article.get("lang", ""))
    stated = (
        dt.date.fromisoformat(article["day"]) if "day" in article and article.keys() & {"date", "lastmod"} else None
    )
    day, _, clock = cited.text.partition("T")
    if clock and all(each.time != clock for text in cited.sentences for each in clocks.find(text, lang)):
        return False
    return any(
        each.day.isoformat().startswith(day)
        for text in (*cited.sentences, *(report() if clock else ()))
        for each in times.find(text, lang, stated)
    )


def _shown(
    built: Built,
    name: str,
    said: Said,
    paragraphs: Mapping[Place, str],
    allowed: Mapping[tuple[str, str], set[Place]] | None,
) -> Iterator[Problem]:
    """What is wrong with a text that a page shows as cited; `allowed` where it is the page of a story."""
    places = {target: place for target in said.targets if (place := _place(built, name, target))}
    if any(place[0] not in built.names for place in places.values()):
        return
    if said.kind in ("words", "name") and not _stands(said.kind, said.text, places.values(), paragraphs):
        what = f"cites `{said.targets[0]}` for words that do not stand there: “{said.text}”"
        yield problem(what, name, said.line)
    elif allowed is not None:
        for target, place in places.items():
            if place not in allowed.get((said.kind, said.text), ()):
                what = f"cites `{target}` for “{said.text}”, and `{DIGEST}` does not"
                yield problem(what, name, said.line)
