"""EPUB books and magazines: a chapter a document, in the order of the book; cover, contents and imprint are none."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from generator.ingest.readers.fault import Skipped, Unreadable
from generator.ingest.readers.package import Package, holds
from generator.ingest.readers.part import Part
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint
from generator.text.bylines import people

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_EVENT = "{http://www.idpf.org/2007/opf}event"
_ROLE = "{http://www.idpf.org/2007/opf}role"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_APART = {
    "cover": "cover",
    "toc": "table of contents",
    "landmarks": "table of contents",
    "page-list": "table of contents",
    "loi": "table of contents",
    "lot": "table of contents",
    "titlepage": "title page",
    "title-page": "title page",
    "halftitlepage": "title page",
    "copyright-page": "copyright page",
    "copyright": "copyright page",
    "imprint": "copyright page",
    "colophon": "copyright page",
    "dedication": "dedication",
    "epigraph": "epigraph",
    "index": "index",
}
"""What an EPUB calls a page that is no chapter, in its guide and its landmarks, and what the account calls it."""
_NAMES = re.compile(r"(?:.*[-_])?(cover|toc|titlepage|title-page|halftitlepage|copyright|colophon|imprint)[-_]?\d*")


_BODY = re.compile(rb"<body\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(rb"<h([1-6])\b[^<>]*>(.{0,2000}?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^<>]*>")
_LINK = re.compile(
    rb"<a\b[^<>]{0,500}?\bhref\s?=\s?[\"']([^\"'<>]{1,500})[^<>]{0,500}>(.{0,500}?)</a\s?>", re.IGNORECASE | re.DOTALL
)
_LISTED, _LINKED = 3, 0.5
"""A page that leads to so many others, and of whose letters such a share are links to them, lists what is in a book."""
_ABOVE = 10_000
"""Bytes within which a chapter's heading stands."""
_NOBODY = frozenset(("calibre", "unknown", "unbekannt", "anonymous", "various", "n/a", "none"))


class _Item(NamedTuple):
    path: str
    kind: str
    properties: str


def claims(data: bytes) -> bool:
    """A zip file that says where the description of a book is."""
    return data.startswith(b"PK\x03\x04") and (
        data[30:58] == b"mimetypeapplication/epub+zip" or holds(data, _CONTAINER)
    )


def read(name: str, data: bytes) -> Iterator[Part]:
    """A Part for each page in the spine, by its path. Raises Unreadable when the book does not say what is in it."""
    del name
    package = Package(data)
    path = _description(package)
    root = package.xml(path)
    if root is None:
        raise Unreadable(f"damaged: {path} is not in it")
    folder = posixpath.dirname(path)
    items = _items(root, folder)
    titles, apart = _contents(package, root, items, folder)
    said = _said(root)
    locked, spine = _locked(package), _spine(root, items)
    paths = frozenset(item.path for item in spine)
    for item in spine:
        if item.path in locked:
            yield Part(item.path, b"", fault=Unreadable("encrypted: the book is protected against copying"))
        elif item.kind not in _PAGES:
            yield Part(item.path, b"", fault=Skipped(f"no text: {item.kind}"))
        elif reason := _reason(item, apart):
            yield Part(item.path, b"", fault=Skipped(reason))
        else:
            yield _chapter(package, item, paths, titles, said)


def _chapter(
    package: Package, item: _Item, paths: frozenset[str], titles: Mapping[str, str], said: tuple[Hint, ...]
) -> Part:
    try:
        data = package.read(item.path)
    except Unreadable as fault:
        return Part(item.path, b"", fault=fault)
    if not data:
        return Part(item.path, b"", fault=Unreadable("it is missing in the book"))
    if _lists(data, item.path, paths):
        return Part(item.path, b"", fault=Skipped(_APART["toc"]))
    title, (heading, rest) = titles.get(item.path, ""), _heading(data)
    if heading and (not title or key(title) in key(heading) or key(heading) in key(title)):
        data = rest  # what is the title is not said again below it
    hint = Hint("title", title, "table of contents") if title else Hint("title", heading, "heading of the chapter")
    return Part(item.path, data, "fragment", hints=(hint,) if hint.value else (), also=said)


def _lists(data: bytes, path: str, paths: frozenset[str]) -> bool:
    """Whether a page is a table of contents, even if the book does not say so."""
    folder, start = posixpath.dirname(path), _BODY.search(data)
    found = ((_inside(folder, unescape(link[1].decode("utf-8", "ignore"))), link[2]) for link in _LINK.finditer(data))
    links = {to: words for to, words in found if to in paths and to != path}
    if len(links) < _LISTED:
        return False
    return len(key(_words(b" ".join(links.values())))) >= _LINKED * len(
        key(_words(data[start.end() if start else 0 :]))
    )


def _heading(data: bytes) -> tuple[str, bytes]:
    """The heading with which a chapter begins, and the chapter without it; an empty one where it begins otherwise."""
    start = _BODY.search(data)
    found = _HEADING.search(data, start.end(), start.end() + _ABOVE) if start else None
    if not start or not found or tidy(_words(data[start.end() : found.start()])):
        return "", data
    return tidy(_words(found[2])), data[: found.start()] + data[found.end() :]


def _words(markup: bytes) -> str:
    return unescape(_TAG.sub(b" ", markup).decode("utf-8", "ignore"))


def _description(package: Package) -> str:
    """The path of the file that describes the book."""
    root = package.xml(_CONTAINER)
    for each in () if root is None else root.iter("{*}rootfile"):
        if path := each.get("full-path"):
            return str(path)
    found = next((each for each in package.names if each.endswith(".opf")), "")
    if not found:
        raise Unreadable("damaged: it does not say where its book is")
    return found


def _items(root: Any, folder: str) -> dict[str, _Item]:
    """The files of the book by their id."""
    return {
        str(each.get("id")): _Item(
            _inside(folder, each.get("href") or ""), each.get("media-type") or "", each.get("properties") or ""
        )
        for each in root.iterfind("{*}manifest/{*}item")
    }


def _inside(folder: str, href: str) -> str:
    try:
        return posixpath.normpath(posixpath.join(folder, unquote(urlsplit(href).path)))
    except ValueError:
        return ""


def _spine(root: Any, items: Mapping[str, _Item]) -> list[_Item]:
    """What is read one after another, each file once."""
    found = (items.get(str(each.get("idref"))) for each in root.iterfind("{*}spine/{*}itemref"))
    return list(dict.fromkeys(each for each in found if each))


def _contents(
    package: Package, root: Any, items: Mapping[str, _Item], folder: str
) -> tuple[dict[str, str], dict[str, str]]:
    """The titles of pages from the table of contents, and by path what the pages are that are no chapters."""
    titles: dict[str, str] = {}
    apart: dict[str, str] = {}
    for item in items.values():
        is_nav = "nav" in item.properties.split()
        if not is_nav and item.kind != "application/x-dtbncx+xml":
            continue
        if is_nav:
            apart[item.path] = "table of contents"
        if (tree := package.beside(item.path)) is not None:
            for kind, href, label in _links(tree):
                path = _inside(posixpath.dirname(item.path), href)
                if kind is None:
                    titles.setdefault(path, " ".join(label.split()))
                elif kind in _APART:
                    apart.setdefault(path, _APART[kind])
    for each in root.iterfind("{*}guide/{*}reference"):
        if kind := _APART.get((each.get("type") or "").lower()):
            apart.setdefault(_inside(folder, each.get("href") or ""), kind)
    return {path: title for path, title in titles.items() if title}, apart


def _links(tree: Any) -> Iterator[tuple[str | None, str, str]]:
    """What a table of contents or a list of landmarks points to: for landmarks what it is, the address, the label."""
    for point in tree.iter("{*}navPoint"):
        content, label = point.find("{*}content"), point.find("{*}navLabel/{*}text")
        if content is not None and label is not None:
            yield None, content.get("src") or "", label.text or ""
    for nav in tree.iter("{*}nav"):
        kind = nav.get(_TYPE) or "toc"
        for link in nav.iter("{*}a"):
            if kind != "page-list":
                said = (link.get(_TYPE) or "").partition(" ")[0] if kind == "landmarks" else None
                yield said, link.get("href") or "", "".join(link.itertext())


def _reason(item: _Item, apart: Mapping[str, str]) -> str:
    """Why a page is no chapter; empty when it is one."""
    if reason := apart.get(item.path):
        return reason
    found = _NAMES.fullmatch(posixpath.splitext(posixpath.basename(item.path))[0].lower())
    return _APART[found[1]] if found else ""


def _said(root: Any) -> tuple[Hint, ...]:
    """What the book says of itself, and with that of each chapter."""
    metadata = root.find("{*}metadata")
    found: list[Hint] = []
    for each in () if metadata is None else metadata.iter():
        text = " ".join("".join(each.itertext()).split()) if isinstance(each.tag, str) else ""
        name = str(each.tag).rpartition("}")[2]
        if not text:
            continue
        if name == "creator" and (each.get(_ROLE) or "aut") == "aut":
            found += [Hint("authors", person, "the book's author") for person in people(text)]
        elif name == "title" and not any(hint.field == "section" for hint in found):
            found.append(Hint("section", text, "the book's title"))
        elif name == "publisher" and text.lower() not in _NOBODY:
            found.append(Hint("name", text, "the book's publisher"))
        elif name == "language":
            found.append(Hint("lang", text, "the book's language"))
        elif name == "date" and each.get(_EVENT) == "publication":
            found.append(Hint("date", text, "the book's date of publication"))
    return tuple(found)


def _locked(package: Package) -> frozenset[str]:
    """The paths of what is encrypted; fonts, which books hide, too."""
    root = package.beside("META-INF/encryption.xml")
    found = () if root is None else root.iter("{*}CipherReference")
    return frozenset(_inside("", each.get("URI") or "") for each in found)
