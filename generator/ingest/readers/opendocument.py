"""OpenDocument texts (.odt, .fodt): their styles say what is a heading, a list, a quotation, a title."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, NamedTuple

from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.office import part_of
from generator.ingest.readers.package import LARGEST, Package, holds, xml_of
from generator.ingest.readers.part import Part

_MIME = b"application/vnd.oasis.opendocument.text"
_N = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
}
_PREFIX = {uri: prefix for prefix, uri in _N.items()}
_UNSEEN = frozenset(
    """
    text:tracked-changes text:table-of-content text:illustration-index text:table-index text:alphabetical-index
    text:user-index text:object-index text:bibliography office:annotation office:annotation-end office:forms
    text:sequence-decls text:variable-decls text:user-field-decls text:hidden-text text:hidden-paragraph
    text:ruby-text draw:image draw:object draw:object-ole draw:plugin text:note-citation
    """.split()
)
_PLAIN = {"table:table": "table", "table:table-row": "tr", "table:table-cell": "td", "text:list-item": "li"}
_TOLD = ("dc:title", "meta:initial-creator")
_MOST_SPACES = 100


def claims(data: bytes) -> bool:
    """A zip file that calls itself such a text, or one as a single XML file."""
    if data.startswith(b"PK\x03\x04"):
        return _MIME in data[:200] or (_MIME in data and holds(data, "content.xml"))
    return b"<office:document" in data[:2000] and _MIME in data[:20_000]


def read(name: str, data: bytes) -> Iterator[Part]:
    """The one article in an OpenDocument text. Raises Unreadable when it is damaged, too large, or has a password."""
    del name
    if data.startswith(b"PK"):
        package = Package(data)
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise Unreadable("encrypted: it opens only with a password")
        content, meta, styles = package.xml("content.xml"), package.beside("meta.xml"), package.beside("styles.xml")
    elif len(data) > LARGEST:
        raise Unreadable(f"too large: {len(data) >> 20:,} MB are no article")
    else:
        content = meta = styles = xml_of(data, "the file")
    text = None if content is None else content.find("office:body/office:text", _N)
    if text is None:
        raise Unreadable("damaged: there is no text part in it")
    writer = _Writer(_styles(content, styles))
    try:
        writer.inside(text, "", 0)
    except RecursionError:
        raise Unreadable("nested too deeply for a text that people wrote") from None
    title, author = ("" if meta is None else meta.findtext(f".//{each}", "", _N) for each in _TOLD)
    notes = f"<ol>{''.join(writer.notes)}</ol>" if writer.notes else ""
    yield part_of("".join(writer.out) + notes, title, author)


class _Style(NamedTuple):
    """What a style, and those it is made from, say."""

    names: frozenset[str]
    bold: bool
    italic: bool


def _name(element: Any) -> str:
    uri, _, name = str(element.tag).rpartition("}")
    return f"{_PREFIX.get(uri[1:], '')}:{name}"


def _get(element: Any, name: str) -> str:
    prefix, _, local = name.partition(":")
    return str(element.get(f"{{{_N[prefix]}}}{local}", ""))


def _styles(*roots: Any) -> dict[str, _Style]:
    """All styles by name, with what they inherit; a list's style is called `number` when it counts."""
    known = [root for root in roots if root is not None]
    made = {_get(each, "style:name"): each for root in known for each in root.iterfind(".//style:style", _N)}
    found: dict[str, _Style] = {}
    for name in made:
        names, bold, italic, each = [name], "", "", name
        while each in made and len(names) < 20:
            font = made[each].find("style:text-properties", _N)
            if font is not None:
                bold = bold or _get(font, "fo:font-weight")
                italic = italic or _get(font, "fo:font-style")
            each = _get(made[each], "style:parent-style-name")
            names.append(each.replace("_20_", " "))
        found[name] = _Style(frozenset(names), bold in ("bold", "600", "700", "800", "900"), italic == "italic")
    for root in known:
        for each in root.iterfind(".//text:list-style", _N):
            if each.find("text:list-level-style-number", _N) is not None and _name(each[0]).endswith("number"):
                found[_get(each, "style:name")] = _Style(frozenset(("number",)), False, False)
    return found


class _Writer:
    """The markup of a text as it is written, and its notes, which follow at the end."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self.out: list[str] = []
        self.notes: list[str] = []
        self._styles = styles

    def inside(self, element: Any, kind: str, depth: int) -> None:
        """Write what is in an element; `kind` is the list around it. The parser bounds how deep they nest."""
        if element.text:
            self.out.append(escape(element.text))
        for child in element:
            if isinstance(child.tag, str):  # and no entity
                self._one(child, kind, depth + 1)
            if child.tail:
                self.out.append(escape(child.tail))

    def _one(self, element: Any, kind: str, depth: int) -> None:
        name = _name(element)
        if name in _UNSEEN or (name == "text:section" and _get(element, "text:display") == "none"):
            return
        style = self._styles.get(_get(element, "text:style-name"), _Style(frozenset(), False, False))
        if name in ("text:p", "text:h"):
            self._paragraph(element, style, kind, depth)
        elif name == "text:span":
            tags = ["strong"] * style.bold + ["em"] * style.italic
            self._around(element, tags, kind, depth)
        elif name == "text:list":
            tag = "ol" if "number" in style.names else "ul" if style.names or not kind else kind
            if "number" not in style.names and _get(element, "text:style-name") == "" and kind:
                tag = kind
            self._around(element, [tag], tag, depth)
        elif name == "text:a" and (address := _get(element, "xlink:href")):
            self.out.append(f'<a href="{escape(address)}">')
            self.inside(element, kind, depth)
            self.out.append("</a>")
        elif name == "text:s":
            count = _get(element, "text:c")
            self.out.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif name in ("text:tab", "text:line-break"):
            self.out.append(" " if name == "text:tab" else "<br>")
        elif name == "text:note":
            self._note(element, depth)
        else:
            self._around(element, [_PLAIN[name]] if name in _PLAIN else [], kind, depth)

    def _around(self, element: Any, tags: list[str], kind: str, depth: int) -> None:
        self.out += [f"<{tag}>" for tag in tags]
        self.inside(element, kind, depth)
        self.out += [f"</{tag}>" for tag in reversed(tags)]

    def _paragraph(self, element: Any, style: _Style, kind: str, depth: int) -> None:
        rank = _get(element, "text:outline-level")
        if "Title" in style.names:
            opening, closing = '<h1 class="title">', "</h1>"
        elif _name(element) == "text:h":
            rank = rank if rank in ("1", "2", "3", "4", "5", "6") else "6"
            opening, closing = f"<h{rank}>", f"</h{rank}>"
        elif "Quotations" in style.names:
            opening, closing = "<blockquote><p>", "</p></blockquote>"
        elif style.bold:
            opening, closing = "<p><strong>", "</strong></p>"
        else:
            opening, closing = "<p>", "</p>"
        self.out.append(opening)
        self.inside(element, kind, depth)
        self.out.append(closing)

    def _note(self, element: Any, depth: int) -> None:
        body = element.find("text:note-body", _N)
        if body is None:
            return
        number = len(self.notes) + 1
        self.out.append(f"<sup>[{number}]</sup>")
        written, self.out = self.out, []
        self.notes.append("")
        self.inside(body, "", depth)
        self.notes[number - 1] = f"<li>{''.join(self.out)}</li>"
        self.out = written
