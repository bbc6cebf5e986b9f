"""The paragraphs of an RTF file as they are read, and the markup of each: a heading, an item, a row, or plain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TURNS = re.compile("</em></strong><strong><em>|</strong><strong>|</em><em>")
"""Where what is bold goes on being so."""


@dataclass(slots=True)
class Paragraphs:
    """Those that have ended, as markup, and the one that is being read."""

    paragraph: list[str] = field(default_factory=list)
    """What of it was read."""
    heading: str = ""
    """The name of its style, where that is one of a heading, a title or a quotation."""
    listed: bool = False
    sign: str = ""
    """Of the list of which it is an item, as a reader of the file sees it."""
    tabled: bool = False
    _done: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _aside: list[list[str]] = field(default_factory=list)
    """The paragraphs inside which notes stand."""

    def markup(self) -> str:
        """The markup of all paragraphs, then that of the notes."""
        self.row()
        done = "".join(self._done)
        for kind in ("ul", "ol", "table"):
            done = done.replace(f"</{kind}><{kind}>", "")
        return done + (f"<ol>{''.join(f'<li>{note}</li>' for note in self._notes)}</ol>" if self._notes else "")

    def begin_note(self) -> None:
        """A note stands inside the paragraph, which goes on behind it."""
        self._aside.append(self.paragraph)
        self.paragraph = []

    def end_note(self) -> None:
        """Put the note's number where it stands."""
        self._notes.append("".join(self.paragraph).strip())
        self.paragraph = self._aside.pop()
        self.paragraph.append(f"<sup>[{len(self._notes)}]</sup>")

    def cell(self) -> None:
        """End a cell of a table."""
        self._cells.append("".join(self.paragraph))
        self.paragraph = []

    def row(self) -> None:
        """End a row of a table."""
        if self._cells:
            self._done.append(f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in self._cells)}</tr></table>")
            self._cells = []

    def end(self, note: bool) -> None:
        """End the paragraph; one inside a `note`, or a cell, is a line of it."""
        inner = _TURNS.sub("", "".join(self.paragraph)).strip()
        if note or (self.tabled and inner):
            self.paragraph.append("<br>")
            return
        self.row()
        self.paragraph = []
        sign, self.sign = self.sign.strip(), ""
        if inner:
            self._done.append(self._marked(inner, sign))

    def _marked(self, inner: str, sign: str) -> str:
        rank = self.heading.removeprefix("heading ").strip()[:1]
        if self.heading.startswith("title"):
            return f'<h1 class="title">{inner}</h1>'
        if self.heading and rank.isdecimal():
            level = min(max(int(rank), 1), 6)
            return f"<h{level}>{inner}</h{level}>"
        if self.heading.startswith("quote"):
            return f"<blockquote><p>{inner}</p></blockquote>"
        if self.listed:
            kind = "ol" if sign[:1].isdecimal() else "ul"
            return f"<{kind}><li>{inner}</li></{kind}>"
        return f"<p>{inner}</p>"
