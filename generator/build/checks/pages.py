"""Pages, style sheets and plain text of a built site: every address in them, and what may be pointed at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from generator.errors import Problem, problem


@dataclass(frozen=True, slots=True)
class Reference:
    """One address in a file."""

    target: str
    line: int = 0
    full: bool = False
    """True where the format wants a full address with scheme and host."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a page shows as cited, with the links that say where it stands."""

    kind: Literal["words", "name", "time", "retold"]
    text: str
    """Of a time, its `datetime`."""
    targets: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Content:
    """What the check needs to know of one built file."""

    references: tuple[Reference, ...] = ()
    anchors: frozenset[str] = frozenset()
    """The ids in a page."""
    paragraphs: tuple[tuple[str, str], ...] = ()
    """Id and text of each numbered paragraph of a page."""
    said: tuple[Said, ...] = ()
    faults: tuple[Problem, ...] = ()
    """What is wrong in the file itself."""


_PLACES = (
    *("href", "xlink:href", "src", "poster", "data", "action", "formaction", "background", "cite"),
    *("data-src", "data-href", "data-index"),  # what scripts fetch
)
_WANTED = (*_PLACES, "srcset", "imagesrcset", "content", "style", "id", "name")
_REFRESH = re.compile(r"""\s*[\d.]*\s*[;,]\s*url\s*=\s*["']?([^"']+)""", re.IGNORECASE)
_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CANDIDATE = re.compile(r"\s*,*\s*(\S+?)(?:,(?=\s|$)|\s+[^,]*(?:,|$)|$)")
_NUMBERED = re.compile(r"p[1-9]\d*")
_MARKDOWN = re.compile(r"\]\(<?([^)\s>]+)")
_KINDS: tuple[tuple[str, Literal["words", "name", "retold"]], ...] = (
    ("named", "name"),
    ("restated", "retold"),
    ("said", "words"),
)
"""What a class says of the text that bears it."""
_CARDS = frozenset({"og:url", "og:image", "twitter:image"})


def page(data: bytes, name: str) -> Content:
    """An HTML page."""
    from lxml import etree, html  # heavy, and only the check needs it

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return Content(faults=(problem("is an empty page", name),))
    references: list[Reference] = []
    anchors: dict[str, int] = {}
    faults = []
    for value in _attributes()(tree):
        node, key = value.getparent(), value.attrname
        line = _line(node)
        if key == "id":
            if value in anchors:
                what = f"has the id `{value}` twice, first on line {anchors[value]}"
                faults.append(problem(what, name, line, hint="an id is the target of a link, so it must be unique"))
            anchors.setdefault(str(value), line)
        elif key == "name":
            if node.tag == "a":
                anchors.setdefault(str(value), line)
        else:
            references += (Reference(target, line, full) for target, full in _addresses(node, key, str(value)))
    for node in tree.iter("style"):
        references += (Reference(target, _line(node)) for target in _css(node.text or ""))
    for node in tree.iter("script"):
        if node.get("type") == "application/ld+json":
            references += (Reference(target, _line(node), True) for target in _linked(node.text or ""))
    return Content(tuple(references), frozenset(anchors), tuple(_paragraphs(tree)), tuple(_said(tree)), tuple(faults))


@lru_cache(maxsize=1)
def _attributes() -> Callable[[Any], Any]:
    """All attributes of interest in one pass of compiled code."""
    from lxml import etree

    return etree.XPath("//@*[" + " or ".join(f"name()='{key}'" for key in _WANTED) + "]")


def _addresses(node: Any, key: str, value: str) -> Iterator[tuple[str, bool]]:
    """The addresses in one attribute, and whether each must be a full one."""
    tag = node.tag
    if key in ("srcset", "imagesrcset"):
        yield from ((target, False) for target in _CANDIDATE.findall(value) if target)
    elif key == "style":
        yield from ((target, False) for target in _css(value))
    elif key == "content":
        if str(node.get("http-equiv")).lower() == "refresh" and (match := _REFRESH.match(value)):
            yield match[1].strip(), False
        elif (node.get("property") or node.get("name")) in _CARDS:
            yield value.strip(), True
    elif key in _PLACES and (key != "data" or tag == "object"):
        yield value.strip(), tag == "link" and "canonical" in str(node.get("rel")).split()


def _line(node: Any) -> int:
    return int(node.sourceline or 0)


def _css(text: str) -> Iterator[str]:
    for match in _CSS.finditer(_COMMENT.sub("", text)):
        yield next((group for group in match.groups() if group), "")


def _linked(text: str) -> Iterator[str]:
    """The addresses in structured data. Those of vocabularies are of other sites, and so are not followed."""
    try:
        yield from _strings(json.loads(text))
    except ValueError:
        return


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.startswith(("https://", "http://")):
            yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _paragraphs(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.xpath("//*[starts-with(@id, 'p')]"):
        if _NUMBERED.fullmatch(node.get("id")):
            yield node.get("id"), words(_text(node))


def _said(tree: Any) -> Iterator[Said]:
    """What has one of the classes of `_KINDS`: the links of class `cite` nearest to it say where it stands."""
    for node in _marked()(tree):
        home = node.getparent()
        while home is not None and not (links := _cites()(home)):
            home = home.getparent()
        if home is not None:
            line = _line(node)
            targets = tuple(str(each).strip() for each in links)
            if node.tag == "time":
                yield Said("time", str(node.get("datetime")), targets, line)
            else:
                marks = node.get("class").split()
                kind = next((kind for mark, kind in _KINDS if mark in marks))
                yield Said(kind, words(_text(node)), targets, line)


@lru_cache(maxsize=1)
def _marked() -> Callable[[Any], Any]:
    from lxml import etree

    of = "contains(concat(' ', @class, ' '), ' {} ')".format
    return etree.XPath(f"//*[@class and ({' or '.join(of(mark) for mark, _ in _KINDS)})]")


@lru_cache(maxsize=1)
def _cites() -> Callable[[Any], Any]:
    from lxml import etree

    return etree.XPath(".//a[@class='cite']/@href")


def _text(node: Any) -> Iterator[str]:
    """All text within; a line break counts as a space."""
    for each in node.xpath(".//text() | .//br"):
        yield each if isinstance(each, str) else " "


def words(pieces: Iterable[str]) -> str:
    """Text with white space of any kind as single spaces."""
    return " ".join("".join(pieces).split())


def style(data: bytes, name: str) -> Content:
    """A style sheet."""
    return Content(tuple(Reference(target) for target in _css(data.decode("utf-8", "replace"))))


def body(text: str) -> tuple[Reference, ...]:
    """The addresses in the HTML of a feed's entry, but for anchors within it.

    The same body stands in several feeds, and is read once.
    """
    return tuple(Reference(target, full=True) for target in _body(text) if not target.startswith("#"))


@lru_cache(maxsize=4096)
def _body(text: str) -> tuple[str, ...]:
    from lxml import etree, html

    try:
        tree = html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, ValueError):
        return ()
    return tuple(
        target
        for value in _attributes()(tree)
        if value.attrname not in ("id", "name")
        for target, _ in _addresses(value.getparent(), value.attrname, str(value))
    )


def plain(data: bytes, name: str) -> Content:
    """`robots.txt` and `llms.txt`."""
    text = data.decode("utf-8", "replace")
    found = _MARKDOWN.findall(text) + re.findall(r"^Sitemap:\s*(\S+)", text, re.MULTILINE)
    return Content(tuple(Reference(target, full=True) for target in found))
