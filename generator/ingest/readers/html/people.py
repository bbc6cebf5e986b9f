"""Who wrote a page and who published it: names without their trades, and never the publisher's among the authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.ingest.readers.html.fields import sections
from generator.ingest.readers.html.head import said
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.html.site import site_names
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint
from generator.text import dates
from generator.text.bylines import parse
from generator.text.months import NAMES, calendar

_BY = re.compile(
    r"^(?:(?:written|reported|posted|published|story|words|text|opinion|analysis|review)\s+)?"
    r"(?:(?:by|von|par|por|di|da|af|av|door|od|autor(?:a|in)?|author|auteur|autore|reporter)\b[\s:]*|"
    r"(?-i:by(?=[A-ZÀ-Þ]))|te(?:xt|xte|xto)\s*:\s*)", re.I
)  # fmt: skip
_WITHIN = re.compile(r"(?:^|[\s|·•~])(?:by|von|par|por|autor(?:in)?|author)\s*:?\s+(?=[^\W\d_])([^|·•~]+)", re.I)
"""Who wrote, in a line that says first when."""
_PARTS = re.compile(r"\s[|·•~–—-]\s")
_TRADE_AFTER = re.compile(r"(?<=\S)\s*(?:기자|특파원|記者)$")
"""A reporter or correspondent, as Korean and Chinese papers write behind the name."""
_NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|editor(?:s|ial)?(?: team| board| staff)?|staff(?: (?:reporter|writer|author))?s?|"
    r"web ?master|redak[ck]tion|redakcja|redacci[oó]n|la r[eé]daction|news(?:room| desk| team)?|guest|anonymous|"
    r"unknown|none|null|undefined|user|root|online|contributor|author|by|home|about us|contact|follow|share|"
    r"subscribe|last|first|no author|not? (?:available|applicable)|an[oó]nimo|anonyme?|(?:our )?foreign staff|"
    r"stand|hace|über|posted|updated|publi\w+|veröffentlicht|erstellt|aktualisiert)$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;/|&]|\b(?:and|und|et|och|og)\b|(?<=\S\s\S)\s+(?:y|e|i|en)\s+(?=\S+\s))\s*", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|und|et|och|og|y|e|i|en)\b|&|;", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_MONTH = "|".join(rf"{each[:3]}(?:{each[3:]})?" for names in NAMES["en"] for each in names.split())
_STOP = re.compile(
    rf"\s*(?:\b(?:{_MONTH})\.?\s+\d|\b(?:le|el|il)\s+\d|"
    r"[|·•–—]|\s-\s|\(|@|(?<![^\W_])\d|\b(?:photo(?:graph)?s?|fotos?|bild(?:er)?|illustrations?)\b|\bfor\b|\bin\b|\bat\b|\bfrom\b|\bon\b|\bpublished\b|\bupdated\b|\bposted\b).*$",
    re.I | re.S,
)
_TRADE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|staff|chief|bureau|producer|journalist|analyst|contributor|"
    r"korrespondent|redakteur|politi|business|sport|world|news|special)\w*", re.I
)  # fmt: skip
_WRITERS = re.compile(
    r"author|byline|by-line|\bsig\b|signature|writer|journalist|reporter|contributor|verfasser|\baut(?:or|eur|ore)\b",
    re.I,
)
_MARKED = re.compile(r"\bauthor\b|author[-_]?name|byline[-_]*name|\bfn\b")
_META = "author article:author parsely-author sailthru.author dc.creator dcterms.creator byl cxenseparse:author".split()
_NAME = re.compile(r"[^\W\d_][^_,;:!?()\[\]{}<>|/\\@#$%^&*+=~\"“”«»]*")

_FULL_NAMES = re.compile(r"(?:\s*[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,2}\s*(?:,|$))+")
_PARTICLES = frozenset(
    "von van vom zu zur zum de del della dei der den des di da do dos das du la le el al bin ibn "
    "ben abu ten ter af av y e dit und and".split()
)
_FOOT = 4
"""So many lines below a report stand in its own foot, whatever that is called."""
_CALENDAR = frozenset(word for lang in NAMES for word in calendar(lang))


def author_hints(page: Page, headline: Line | None, body: list[Line]) -> list[Hint]:
    """The authors by the most trustworthy statement that has any."""
    nobody = {key(name) for name in site_names(page.head, page.url)}
    nobody |= {key(hint.value) for hint in sections(page.head)}
    for origin, given in _statements(page, headline, body):
        names = [name for text in given if key(text) not in nobody for name in people(text)]
        names = [name for name in dict.fromkeys(names) if key(name) not in nobody]
        if names:
            return [Hint("authors", name, origin) for name in names]
    return []


def _statements(page: Page, headline: Line | None, body: list[Line]) -> Iterator[tuple[str, list[str]]]:
    head = page.head
    for article in head.articles:
        yield "JSON-LD author", _authors(article, head.others)
    for name in _META:
        yield f"meta {name}", [value for value in head.meta.get(name, ()) if "/" not in value]
    if first := next((line.number for line in body if line.kind != "heading"), 0):
        start = headline.number if headline and headline.number < first else first - 6
        above = frozenset(element for element, _ in headline.places) if headline else frozenset()
        title = key(headline.text) if headline else ""
        near = [line for line in page.lines[max(0, start - 5) : first - 1] if not _of_others(line, above)]
        near = [line for line in near if key(line.text) != title]
        yield "author beside the headline", _named(near)
        yield "byline", [_printed(line.text) for line in near if _byline(line)]
        dated = [line.text for line in near if line.number > start and len(line.text) < 160 and dates.find(line.text)]
        yield "byline", [found[1] for text in dated if (found := _WITHIN.search(text))]
        yield "name beside the date", list(_beside_date([line for line in near if line.number > start]))
        below = frozenset(element for line in page.lines[body[-1].number :][:_FOOT] for element, _ in line.places[-1:])
        after = (line for line in page.lines[first - 1 :] if not _of_others(line, below) and _byline(line))
        yield "byline", [_printed(line.text) for line in after if line.kind != "heading" and is_byline(line.text)][:1]


def _authors(article: Mapping[str, Any], others: tuple[Mapping[str, Any], ...]) -> list[str]:
    """Names of the people (or a body that is not the publisher) that an article names, references looked up."""
    given = article.get("author") or article.get("creator") or []
    known = {str(each.get("@id")): each for each in others if "@id" in each}
    names = []
    for each in given if isinstance(given, list) else [given]:
        found = known.get(str(each.get("@id")), each) if isinstance(each, Mapping) and "name" not in each else each
        if isinstance(found, Mapping) and isinstance(found.get("name"), list):
            names += [said(name) for name in found["name"]]
        else:
            names.append(said(found))
    return names


def _named(near: list[Line]) -> list[str]:
    """What elements hold that are marked as an author's name."""
    found: dict[Any, str] = {}
    for line in near:
        for element in line.element.iter("a", "span", "b", "strong"):
            names = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            if _MARKED.search(names) and not any(up in found for up in element.iterancestors()):
                found[element] = tidy("".join(element.itertext()))
    return list(found.values())


def _beside_date(near: list[Line]) -> Iterator[str]:
    """What stands alone on the line of a date, or the line before or after it, and can only be a name."""
    parts = [
        (place, part) for place, line in enumerate(near) if len(line.text) < 160 for part in _PARTS.split(line.text)
    ]
    dated = {place for place, part in parts if dates.find(part)}
    for place, part in parts:
        found = parse(part) if dated & {place - 1, place, place + 1} and not near[place].linked else None
        if found and not found.outlet and not dates.find(part):
            yield ", ".join(found.authors)


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


def is_byline(text: str) -> bool:
    """Whether a short text begins as bylines do, and goes on with a name."""
    opening = _BY.match(text)
    return bool(opening and len(text) < 160 and text[opening.end() : opening.end() + 1].isupper())


def people(text: str) -> list[str]:
    """The names in a byline or an author field."""
    if "://" in text or len(text) > 300:
        return []
    text = re.sub(r"\S+@\S+", "", text)
    text = " ".join(_BRACKETS.sub(" ", text).split()) or text
    text = _STOP.sub("", _BY.sub("", tidy(text)))
    names = []
    for number, part in enumerate(_AND.split(text)):
        whole = _TRADE_AFTER.sub("", _BY.sub("", part).strip(" .,:;-"))
        name = _up_to_small_words(whole)
        if name != whole and (number or " " not in name):
            continue
        if (
            not name
            or _NOBODY.match(name)
            or _is_time(name)
            or not _NAME.fullmatch(name)
            or len(name) > 60
            or len(name.split()) > 6
            or _is_phrase(name)
        ):
            continue
        if number and (_TRADE.search(name) or " " not in name or name[0].islower()):
            continue
        names.append(_cased(name))
    return names


def _up_to_small_words(name: str) -> str:
    """`Ada Berg am Samstag` as `Ada Berg`: a word in small letters that no name has ends one in capitals."""
    words = name.split()
    small = [word[0].islower() for word in words]
    at = next((at for at, word in enumerate(words) if small[at] and word not in _PARTICLES and "'" not in word), 0)
    while at and small[at - 1]:
        at -= 1
    return " ".join(words[:at]) if at else name


def _is_phrase(name: str) -> bool:
    """`writes from Aldermouth`, `Page of`: it begins with two words in small letters, or ends with a preposition."""
    first, *rest = name.split()
    if not rest or name.islower():
        return False
    opening = (first, rest[0])
    return rest[-1] in _PARTICLES or (all(map(str.islower, opening)) and _PARTICLES.isdisjoint(opening))


def _is_time(name: str) -> bool:
    """`Monday`, `March`: all of it words of a date."""
    return all(word in _CALENDAR for word in re.findall(r"\w+", name.casefold()))


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 5 else name
