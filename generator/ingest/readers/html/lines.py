"""A saved page as its reader sees it: each piece of text on a line of its own, and where in the page it stands.

A walk over the tree without recursion, since pages nest as deep as they like.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.html.elements import HEADINGS, is_left_open, is_unseen, runs_on
from generator.ingest.readers.html.inline import Piece, text_of
from generator.ingest.readers.html.places import place_of

_LIST_DEPTH = 6
_MOST = 20_000
_HEADLINE = ("heading", 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of visible text."""

    number: int
    text: str
    pieces: tuple[Piece, ...]
    """The same with its links and emphasis."""
    element: Any
    """The block-level element that holds it."""
    spot: tuple[Any, bool]
    """The element whose text (or, if True, tail) its first letter stands in."""
    kind: str
    """paragraph, heading, quote, bullet, number, cell, pre."""
    level: int
    linked: float
    """The share of its letters that are links."""
    places: tuple[tuple[Any, str], ...]
    """The elements around it that are no part of an article, with what they are, the outermost first."""
    after_break: bool
    """True when a single line break divides it from the line before."""

    def inside(self, *tags: str) -> Any:
        """The innermost element with one of these tags that it stands in; None where it stands in none."""
        return self.element if self.element.tag in tags else next(self.element.iterancestors(*tags), None)


@dataclass(slots=True)
class _Walk:
    """What is known between two steps of the walk."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    spot: tuple[Any, bool] | None = None
    blocks: list[Any] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    kinds: list[tuple[str, int]] = field(default_factory=list)
    places: list[tuple[Any, str]] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    breaks: int = 2
    closed: str = ""
    """The tag of the inline element that has just ended, with nothing after it."""

    def say(self, text: str | None, element: Any, tail: bool) -> None:
        if not text:
            return
        if self.spot is None:
            if text.isspace():
                return
            self.spot = (element, tail)
        if not tail and self.pieces and self.closed and _apart(self.pieces[-1].text, text):
            self.pieces.append(Piece(" "))
        self.closed = ""
        self.pieces.append(Piece(text, tuple(self.marks)))

    def part(self, breaks: int) -> None:
        """End a part of a block: of the heading of a page, which is one whatever it holds, no line."""
        if self.kinds[-1] != _HEADLINE:
            self.flush(breaks)
        elif self.spot is not None:
            self.pieces.append(Piece(" "))

    def flush(self, breaks: int) -> None:
        """End the line. `breaks` counts the line breaks that follow it; a block's edge is as good as two."""
        if self.spot is None:
            self.breaks += breaks
            return
        if text := text_of(self.pieces):
            kind, level = self.kinds[-1]
            line = Line(
                len(self.lines) + 1,
                text,
                tuple(self.pieces),
                self.blocks[-1],
                self.spot,
                kind,
                level,
                _linked(self.pieces),
                tuple(self.places),
                self.breaks == 1,
            )
            self.lines.append(line)
            self.breaks = breaks
        else:
            self.breaks += breaks
        self.pieces, self.spot = [], None


def _linked(pieces: list[Piece]) -> float:
    """The share of the letters that are links."""
    links = [len(piece.text.strip()) for piece in pieces if piece.marks and piece.href]
    return sum(links) / max(1, sum(len(piece.text.strip()) for piece in pieces)) if links else 0.0


def lines_of(body: Any) -> list[Line]:
    """The lines below the element `body`, in order. Raises Unreadable when they are too many for an article."""
    from lxml import etree  # slow to import

    walk = _Walk(blocks=[body], kinds=[("paragraph", 0)])
    steps = etree.iterwalk(body, events=("start", "end"))
    unseen = None
    inline: list[bool] = []
    for step, element in steps:
        tag = element.tag
        if step == "end":
            if element is unseen:
                unseen = None
            else:
                _leave(walk, element, tag, inline=inline.pop())
            if element is not body:
                walk.say(element.tail, element, True)
        elif element is not body and is_unseen(element, tag):  # a script shows a page that is hidden as a whole
            unseen = element
            steps.skip_subtree()
        else:
            inline.append(runs_on(element, tag))
            _enter(walk, element, tag, inline=inline[-1])
            if len(walk.lines) > _MOST:
                raise Unreadable(f"too large: more than {_MOST} pieces of text are no article")
    walk.flush(2)
    return walk.lines


def _enter(walk: _Walk, element: Any, tag: str, *, inline: bool) -> None:
    if tag == "br":
        walk.part(1)
        return
    if inline:
        if tag == "a":
            walk.marks.append(("a", (element.get("href") or "").strip()))
        elif tag in ("em", "i", "cite"):
            walk.marks.append(("em", ""))
        elif tag in ("strong", "b"):
            walk.marks.append(("strong", ""))
        elif tag in ("code", "kbd", "samp", "tt"):
            walk.marks.append(("code", ""))
        elif tag == "q":
            walk.say("“", element, False)
    else:
        kind = _kind(walk, element, tag)
        (walk.part if kind == walk.kinds[-1] else walk.flush)(2)
        walk.blocks.append(element)
        walk.kinds.append(kind)
        if tag in ("ul", "ol"):
            walk.lists.append(tag)
    if reason := place_of(element, tag):
        walk.places.append((element, reason))
    walk.say(element.text, element, False)


def _leave(walk: _Walk, element: Any, tag: str, *, inline: bool) -> None:
    if tag == "br":
        return
    if inline:
        if tag == "q":
            walk.say("”", element, False)
        if tag in ("a", "em", "i", "cite", "strong", "b", "code", "kbd", "samp", "tt"):
            walk.marks.pop()
        walk.closed = tag
    else:
        (walk.part if walk.kinds[-1] == walk.kinds[-2] else walk.flush)(2)
        walk.blocks.pop()
        walk.kinds.pop()
        if tag in ("ul", "ol"):
            walk.lists.pop()
    if walk.places and walk.places[-1][0] is element:
        walk.places.pop()


def _apart(before: str, after: str) -> bool:
    """Whether two elements side by side are words of their own, as in a menu, not one word in two parts."""
    if len(before) < 2 or not before[-1].isalnum():
        return False
    return (
        after[0].isupper()
        or after[0] in '"“„«‘'
        or (after[0].isdigit() and (not before[-1].isdigit() or after[2:3] == ":"))
    )


def _kind(walk: _Walk, element: Any, tag: str) -> tuple[str, int]:
    """What the lines inside a block-level element are; a plain container keeps what holds around it."""
    if tag in HEADINGS:
        return "heading", int(tag[1])
    if element.get("role") == "heading":
        rank = element.get("aria-level") or "2"
        return "heading", int(rank) if rank in "123456" else 2
    if tag == "li" and walk.lists:
        return ("number" if walk.lists[-1] == "ol" else "bullet"), min(len(walk.lists), _LIST_DEPTH)
    if tag == "blockquote":
        return "quote", 0
    if tag == "p" and walk.kinds[-1][0] == "heading" and is_left_open(element):
        return "paragraph", 0
    if tag in ("td", "th"):
        return "cell", 0
    if tag == "pre":
        return "pre", 0
    if tag in ("table", "article", "main", "section", "nav", "aside", "footer", "header"):
        return "paragraph", 0
    return walk.kinds[-1]
