"""What word processors have in common: from the markup of a file to a Part, its title found and taken out."""

from __future__ import annotations

import re
from typing import Any

from generator.ingest.readers import properties
from generator.ingest.readers.part import Part
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint
from generator.text import bylines, dates
from generator.text.lines import count, stops

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_WORDS = 14
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOTE = re.compile(r"(?:\[\d{1,4}\])+$")
_LONGEST_TITLE = 25
"""Words of a first line that is the title."""
_FEWEST = 2
"""So many paragraphs that are bold and short are headings; one alone may be anything."""


def part_of(markup: str, title: str, author: str, lang: str = "") -> Part:
    """A file of a word processor. `title`, `author` and `lang` are what it says of itself.

    The title is what has its style (`h1.title`), else the heading or the short line with which the text begins; the
    file's own only where nothing is printed.
    """
    from lxml import html  # slow to import

    markup = _CONTROLS.sub("", markup.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    body = html.fragment_fromstring(markup, create_parent="body")
    _headings(body)
    hints = _title(body, properties.title(title))
    names = properties.authors(author, str(body.text_content())[:4000])
    hints += [Hint("authors", name, "the file's own author, and printed") for name in names]
    if lang:
        hints.append(Hint("lang", lang, "the file's own language"))
    return Part("", html.tostring(body, encoding="utf-8"), "fragment", also=tuple(hints))


def _headings(body: Any) -> None:
    """Make headings of the paragraphs that are bold as a whole, if there are several and no headings."""
    if not any(element.tag in _HEADINGS and element.get("class") != "title" for element in body.iter()):
        bold = [element for element in body if _is_bold(element)]
        for element in bold if len(bold) >= _FEWEST else ():
            element.tag = "h2"
    for element in list(body.iter(*_HEADINGS)):
        for strong in list(element.iter("strong", "b")):
            strong.drop_tag()


def _is_bold(element: Any) -> bool:
    """Whether it is a short line, all of it bold, that could head what follows."""
    text = _text(element)
    if element.tag != "p" or not text or count(text) > _MOST_WORDS or text[-1] in ".,;" or _credits(text):
        return False
    return key("".join(each.text_content() for each in element if each.tag in ("strong", "b"))) == key(text) != ""


def _credits(text: str) -> bool:
    """Whether a line says who wrote the text, or when."""
    found = bylines.parse(text)
    return bool(found and found.opened) or bool(len(text) < 60 and dates.find(text))


def _title(body: Any, own: str) -> list[Hint]:
    """The title, out of the text where it is printed."""
    styled = next((element for element in body.iter("h1") if element.get("class") == "title"), None)
    if styled is not None:
        return _out(styled, "the style Title")
    filled = [element for element in body if _text(element)]
    first = next(iter(filled), None)
    if first is None:
        return [Hint("title", own, "the file's own title")] if own else []
    text = _NOTE.sub("", _text(first))
    short = text and count(text) <= _LONGEST_TITLE and not stops(text) and text[-1] not in ",;:" and len(filled) > 1
    if first.tag in _HEADINGS or (first.tag == "p" and short and not _credits(text)):
        return _out(first, "first line")
    return [Hint("title", own, "the file's own title")] if own else []


def _out(element: Any, origin: str) -> list[Hint]:
    text = _text(element)
    element.drop_tree()
    return [Hint("title", text, origin)] if text else []


def _text(element: Any) -> str:
    return tidy(element.text_content())
