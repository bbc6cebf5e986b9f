"""What our Markdown means: a body → HTML whose paragraphs are numbered, whose links lead to pages, and which is safe.

The body of an article comes from a stranger's document, so its HTML is sanitised. A hand-written page or a story's
introduction is its editor's own, and may hold any markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import nh3

from generator.build import attributes, plain
from generator.build.headings import Headings
from generator.text.direction import direction

if TYPE_CHECKING:
    import markdown

EXTENSIONS = ("fenced_code", "footnotes", "tables", "def_list", "sane_lists")
"""Not `attr_list`, `abbr` and `md_in_html`: to them, braces, stars and tags in a scraped text would mean something."""

_ALLOWED = """a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
    hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u
    ul"""
TAGS = frozenset(_ALLOWED.split())
"""What an article's body may be made of."""

_SAFE = nh3.Cleaner(
    tags=set(TAGS),
    attributes={
        "*": {"lang", "dir", "title"},
        "a": {"href", "id"},
        "img": {"src", "alt", "width", "height"},
        "li": {"id"},
        "ol": {"start"},
        "sup": {"id"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
        "time": {"datetime"},
    },
    allowed_classes={"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}},
    tag_attribute_values={"td": {"align": {"left", "right", "center"}}, "th": {"align": {"left", "right", "center"}}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
_TAG = re.compile(rf"<(p|li|a|sup|img)(?![\w-])({attributes.TEXT})>", re.IGNORECASE)
_FOREIGN = re.compile(r'<p><span lang="([\w-]+)">((?:[^<]++|<(?!/?span\b|/p>))*+)</span></p>', re.ASCII)
"""A paragraph that is in one other language from end to end."""
_HEADING = re.compile(rf"<h([1-6])({attributes.TEXT})>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
_BLOCK_OR_END = re.compile(r"<(/li|p|ul|ol|li|dl|div|table|pre|blockquote|h[1-6]|figure|details)\b")
_NUMBERED = re.compile(r'<(p|li)(?: [^<>]*)? id="p(\d+)">(.*?)</\1>', re.DOTALL)
_UNREAD = re.compile(r'<sup id="fnref.*?</sup>', re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>|<img[^>]*>")
_ID = re.compile(r'\bid="([^"]+)"')
_OWN = re.compile(r'\shref="#([^"]*)"')

Resolve = Callable[[str], str | None]
"""Turns the address of a link as it stands in the file into that which it is on the site; None unlinks its text."""


@dataclass(frozen=True, slots=True)
class Body:
    """A converted body."""

    html: str
    paragraphs: tuple[str, ...]
    """The plain text of `#p1`, `#p2` …"""


def convert(body: str, resolve: Resolve, *, trusted: bool = False) -> Body:
    """Convert one Markdown body. Unless it is `trusted` it is sanitised."""
    if made := plain.convert(body, resolve, trusted=trusted):
        return Body(*made)
    rendered = _markdown(body)
    if not trusted:
        rendered = _SAFE.clean(rendered)
    if "<span" in rendered:
        rendered = _FOREIGN.sub(_foreign, rendered)
    text, notes, footnotes = rendered.partition('<div class="footnote">')
    text = _rank(_mark(text, resolve, trusted, numbered=True), "" if trusted else "h-")
    if not trusted:
        text = _within(text)
    return Body(text + notes + _mark(footnotes, resolve, trusted, numbered=False), _paragraphs(text))


def _foreign(match: re.Match[str]) -> str:
    return f'<p lang="{match[1]}" dir="{direction(match[1])}">{match[2]}</p>'


def _markdown(body: str) -> str:
    converter = _converter()
    try:
        return converter.reset().convert(body)
    except RecursionError:  # brackets or quotation marks nested a thousand deep: the text is shown as it stands
        return "".join(f"<p>{html.escape(part)}</p>\n" for part in re.split(r"\n\s*\n", body) if part.strip())


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    """Made once: making it costs as much as converting a body."""
    import markdown

    from generator.build.sparing import Sparing

    return markdown.Markdown(extensions=[*EXTENSIONS, Sparing()])


def _mark(text: str, resolve: Resolve, trusted: bool, *, numbered: bool) -> str:
    """Number the paragraphs, and write the addresses of links and pictures as `resolve` has them.

    A list item that holds no other block is a paragraph too. The ids of a stranger's markup go, so that none can be
    mistaken for a number of ours.
    """
    count = 0

    def tag(match: re.Match[str]) -> str:
        nonlocal count
        name, text = match[1].lower(), match[2]
        if name == "a":
            return f"<a{attributes.written(text, change)}{_external(text)}>"
        if name == "img":
            written = attributes.written(text, change)
            shown = attributes.values(written)
            return f'<img{written} loading="lazy">' if "src" in shown else html.escape(shown.get("alt", ""))
        if not trusted:
            text = attributes.written(text, change)
        if numbered and name in ("p", "li") and "id" not in attributes.values(text) and (name == "p" or _leaf(match)):
            count += 1
            text += f' id="p{count}"'
        return f"<{match[1]}{text}>"

    def change(name: str, value: str) -> str | None:
        if name in ("href", "src"):
            return resolve(value)
        return None if name == "id" and not trusted and not value.startswith("fn") else value

    return _TAG.sub(tag, text)


def _leaf(item: re.Match[str]) -> bool:
    following = _BLOCK_OR_END.search(item.string, item.end())
    return following is not None and following[1] == "/li"


def _external(text: str) -> str:
    own = attributes.values(text)
    return ' rel="external"' if own.get("href", "").startswith(("http:", "https:")) and "rel" not in own else ""


def _rank(text: str, prefix: str) -> str:
    """Give headings the ranks below the page's own h1, with none skipped, and an anchor each."""
    headings = Headings(prefix)

    def heading(match: re.Match[str]) -> str:
        level, own = headings.level(int(match[1])), match[2]
        if "id" not in attributes.values(own):
            own += f' id="{headings.anchor(_plain(match[3]))}"'
        return f"<h{level}{own}>{match[3]}</h{level}>"

    return _HEADING.sub(heading, text)


def _within(text: str) -> str:
    """Links of an article to its own headings, by the anchors that these have here; others are only their text."""

    def link(match: re.Match[str]) -> str:
        name = html.unescape(match[1])
        if name in anchors or name.startswith("fn"):
            return match[0]
        return f' href="#h-{name}"' if f"h-{name}" in anchors else ""

    if 'href="#' not in text:
        return text
    anchors = frozenset(_ID.findall(text))
    return _OWN.sub(link, text)


def _paragraphs(text: str) -> tuple[str, ...]:
    found = {int(match[2]): _plain(match[3]) for match in _NUMBERED.finditer(text)}
    return tuple(found.get(number, "") for number in range(1, max(found, default=0) + 1))


def _plain(inner: str) -> str:
    """The text that a reader sees, on one line, without the marks of footnotes."""
    return plain.text(_BREAK.sub(" ", _UNREAD.sub("", inner)) if "<" in inner else inner)
