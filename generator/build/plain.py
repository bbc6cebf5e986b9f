r"""The plainest Markdown, in one pass: the same as from the library and from all that is done to its result.

Most bodies of a newspaper are paragraphs, headings, lists of one level and quotations, with links and emphasis in them.
Those need no tree, no sanitiser, and no search for their own tags. A body that has anything else, even once, is not for
here: what its meaning is, the library says.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from generator.build.headings import Headings

_BLANK = re.compile(r"\n\n+")
_ESCAPED = r"[\\`*_{}\[\]()>#+.!|-]"
_MARKED = r"(?:\*{1,3}|\[\*{0,3})(?:[^\W_]|[“„«»\"'(])"
_START = rf"(?:\d+(?!\d|\.(?!\d))|[^\W\d_]|[“‘„«»\"'(–—…€$£¿¡•§]|\\{_ESCAPED}|{_MARKED})"
"""How a line of text begins that can be nothing else."""
_REST = r".*(?<=\S)"
"""How it goes on; there is no HTML and no code in a body, and in a block none of these characters:"""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_LINE = _START + _REST
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_HEADING = re.compile(rf"(#{{1,6}}) ([^\s#]{_REST})(?<!#)")
_BULLETS = re.compile(rf"- {_LINE}(?:\n- {_LINE})*")
_NUMBERS = re.compile(rf"1\. {_LINE}(?:\n\d+\. {_LINE})*")
_QUOTE = re.compile(rf"> {_LINE}(?:\n>\n> {_LINE})*")
_ITEM = re.compile(r"^(?:-|\d+\.) ", re.MULTILINE)

_EDGE = r"[^\[\]\\*_>\s]"
_WORDS = rf"{_EDGE}(?:[^\[\]\\*_>\n]*{_EDGE})?"
"""What may stand between the marks of emphasis and links, and what beside them."""
_ENTITY = re.compile(r"&#?\w+;")
_LABEL = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"
_SIGNS = r"A-Za-z0-9_\-"
_WEB = rf"https?://(?:{_LABEL}\.)+[A-Za-z]{{2,}}(?:[/?#][{_SIGNS}/?=#%.,~:@+$!&]*)?"
_MAIL = rf"mailto:[{_SIGNS}.]+@(?:{_LABEL}\.)+[A-Za-z]{{2,}}"
_FILE = rf"(?:\.\./)*[{_SIGNS}][{_SIGNS}./]*(?:#[{_SIGNS}]*)?"
"""Addresses in which nothing needs a second look."""
_MARK = re.compile(
    r"[\\*_\[&>](?:"  # a set of characters at the start is searched for, an alternative is tried at every place
    rf"(?<=\\)(?P<escaped>{_ESCAPED})"
    rf"|(?<=\[)(?P<text>(?![!^\s])[^\[\]\\\n]+(?<!\s))\]\((?P<address>{_WEB}|{_MAIL}|{_FILE})\)"
    r"|(?<=\[)[^\[\]\\*_&>\n]*\](?![\[(:])"
    rf"|(?<=\*)\*\*(?P<both>{_WORDS})\*\*\*(?!\*)"
    rf"|(?<=\*)\*(?P<strong>{_WORDS})\*\*(?!\*)"
    rf"|(?<=\*)(?P<em>{_WORDS})\*(?!\*)"
    r"|(?<=[^\W_]\*)(?=[^\W_])(?![^*]*\*)"  # one by itself, `Nutzer*innen`
    r"|(?<=[^\W_]_)(?=[^\W_])"
    r"|(?<=&)(?:amp|lt|gt);"
    r"|(?<=(?P<sign>[&>]))(?!#?\w+;)"
    r"|(?<=\\)(?=[^\W_])"
    r"|(?P<other>))"
)
_EMPHASIS = {"em": "*", "strong": "**", "both": "***"}
_TAG = re.compile(r"<[^>]*>")


class _OtherError(Exception):
    """There is something else in the body."""


def convert(body: str, resolve: Callable[[str], str | None], *, trusted: bool) -> tuple[str, tuple[str, ...]] | None:
    """HTML and the text of its paragraphs, as `markup.convert` has them; None for a body that is not for here."""
    if "<" in body or "`" in body or "![" in body:  # HTML, code, a picture
        return None
    try:
        return _Body(resolve, trusted).convert(body)
    except _OtherError:
        return None


def text(inner: str) -> str:
    """What a reader sees of a piece of HTML, on one line."""
    if "<" in inner:
        inner = _TAG.sub("", inner)
    if "&" in inner:
        inner = html.unescape(inner)
    if inner.isprintable() and "  " not in inner:  # most are one line with single spaces, and that is soon seen
        return inner.strip()
    return " ".join(inner.split())


def _emphasised(words: str, marks: str) -> str:
    if "&" in words:
        if _ENTITY.search(words):
            raise _OtherError
        words = words.replace("&", "&amp;")
    words = f"<em>{words}</em>" if len(marks) % 2 else words
    return f"<strong>{words}</strong>" if len(marks) > 1 else words


class _Body:
    """One body on its way to HTML."""

    def __init__(self, resolve: Callable[[str], str | None], trusted: bool) -> None:
        self._resolve, self._trusted = resolve, trusted
        self._headings = Headings("" if trusted else "h-")
        self._paragraphs: list[str] = []

    def convert(self, body: str) -> tuple[str, tuple[str, ...]]:
        """The HTML and the paragraphs. Raises _OtherError where there is something else."""
        rows, before = [], ""
        body = body.strip("\n")
        for block in _BLANK.split(body) if body else ():
            if not block.isprintable() and _CONTROL.search(block):
                raise _OtherError
            if _PARAGRAPH.fullmatch(block):
                kind, row = "p", self._numbered("p", block)
            elif found := _HEADING.fullmatch(block):
                kind, row = "h", self._heading(len(found[1]), found[2])
            elif _BULLETS.fullmatch(block):
                kind, row = "list", self._list("ul", block)
            elif _NUMBERS.fullmatch(block):
                kind, row = "list", self._list("ol", block)
            elif _QUOTE.fullmatch(block):
                kind, row = "quote", self._quote(block)
            else:
                raise _OtherError
            if kind == before and kind in ("list", "quote"):
                raise _OtherError  # the two are one
            before = kind
            rows.append(row)
        made = "\n".join(rows)
        return made if self._trusted else made.replace("\xa0", "&nbsp;"), tuple(self._paragraphs)

    def _numbered(self, tag: str, words: str) -> str:
        inner = _MARK.sub(self._mark, words)
        self._paragraphs.append(text(inner))
        return f'<{tag} id="p{len(self._paragraphs)}">{inner}</{tag}>'

    def _heading(self, rank: int, words: str) -> str:
        inner = _MARK.sub(self._mark, words)
        level = self._headings.level(rank)
        return f'<h{level} id="{self._headings.anchor(text(inner))}">{inner}</h{level}>'

    def _list(self, tag: str, block: str) -> str:
        items = [self._numbered("li", item) for item in _ITEM.sub("", block).split("\n")]
        return "\n".join((f"<{tag}>", *items, f"</{tag}>"))

    def _quote(self, block: str) -> str:
        rows = [self._numbered("p", row[2:]) for row in block.split("\n>\n")]
        return "\n".join(("<blockquote>", *rows, "</blockquote>"))

    def _mark(self, found: re.Match[str]) -> str:
        kind, whole = found.lastgroup, found[0]
        if kind in _EMPHASIS:
            return _emphasised(found[kind], _EMPHASIS[kind])
        if kind == "address":
            return self._link(_MARK.sub(self._mark, found["text"]), found["address"])
        if kind == "escaped":
            return html.escape(found["escaped"], quote=False)
        if kind == "sign":
            return html.escape(whole, quote=False)
        if kind == "other":
            raise _OtherError
        return whole

    def _link(self, words: str, address: str) -> str:
        leads = self._resolve(address)
        href = "" if leads is None else f' href="{html.escape(leads)}"'
        rel = ' rel="external"' if address.startswith("http") and "://" in address else ""
        return f"<a{href}{rel}>{words}</a>"
