"""One pass over the tokens of an RTF file, with a stack for its groups: what holds in each, and what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from generator.ingest.readers.rtf import words
from generator.ingest.readers.rtf.paragraphs import Paragraphs

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_LINK = re.compile(r'HYPERLINK\s+"(https?://[^"\\\s]{1,1000})"')
_STYLE = re.compile(r"\{\\s(\d{1,5})\b[^{};]{0,400}?[\s\d]((?:[Hh]eading|Title|Quote)[^{};\\]{0,20});")
_FONT = re.compile(r"\\f(\d{1,5})\b[^{};]{0,200}?\\fcharset(\d{1,3})")


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    unseen: bool = False
    hidden: bool = False
    bold: bool = False
    italic: bool = False
    font: str = ""
    skip: int = 1
    """Letters that stand in for one of Unicode's, behind it."""
    note: bool = False
    link: bool = False
    sign: bool = False
    """Inside the text of a list's sign."""


def markup(text: str) -> str:
    """The markup of an RTF file, whose bytes are given as letters, one each."""
    reader = _Reader(text)
    reader.run(text)
    return reader.text.markup()


class _Reader:
    """One pass over the tokens."""

    def __init__(self, text: str) -> None:
        head = text[:200_000]
        self._styles = {match[1]: match[2].lower() for match in _STYLE.finditer(head)}
        self._fonts = {match[1]: words.PAGES.get(int(match[2]), "") for match in _FONT.finditer(head)}
        self._page = "cp1252"
        self._state = _State()
        self._stack: list[_State] = []
        self.text = Paragraphs()
        self._bytes = bytearray()
        self._skip = 0
        self._first = False
        self._address = ""

    def run(self, text: str) -> None:
        """Read all tokens."""
        for match in _TOKEN.finditer(text):
            word, number, coded, alone, brace, plain = match.groups()
            if coded is not None:
                self._coded(int(coded, 16))
                continue
            if plain is not None and self._bytes and not plain.isascii():
                self._bytes += plain.encode("latin-1")
                continue
            self._decode()
            if brace:
                self._brace(brace)
                if not self._stack:
                    break
            elif word:
                self._word(word, int(number) if number else None)
            elif alone:
                self._alone(alone)
            elif plain:
                if link := _LINK.search(plain):
                    self._address = link[1]
                self._plain(plain)
        self._decode()
        self.text.end(self._state.note)

    def _brace(self, brace: str) -> None:
        self._skip = 0
        if brace == "{":
            self._stack.append(self._state)
            self._first = True
            return
        if self._stack:
            before, self._state = self._state, self._stack.pop()
            if before.note and not self._state.note:
                self.text.end_note()
            if before.link and not self._state.link:
                self.text.paragraph.append("</a>")

    def _coded(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._state.unseen and not self._state.hidden:
            self._bytes.append(byte)

    def _decode(self) -> None:
        if self._bytes:
            page = self._fonts.get(self._state.font) or self._page
            self._say(self._bytes.decode(page, "replace"))
            self._bytes.clear()

    def _plain(self, plain: str) -> None:
        self._first = False
        gone = min(self._skip, len(plain))
        self._skip -= gone
        rest = plain[gone:]
        if rest and not rest.isascii():
            rest = rest.encode("latin-1", "replace").decode(self._fonts.get(self._state.font) or self._page, "replace")
        self._say(rest)

    def _say(self, text: str) -> None:
        state = self._state
        if not text or state.unseen or state.hidden:
            return
        if state.sign:
            self.text.sign += text
            return
        marks = [tag for tag, on in (("strong", state.bold), ("em", state.italic)) if on and text.strip()]
        opening, closing = "".join(f"<{tag}>" for tag in marks), "".join(f"</{tag}>" for tag in reversed(marks))
        self.text.paragraph.append(f"{opening}{escape(text)}{closing}")

    def _alone(self, sign: str) -> None:
        if sign == "*":
            if self._first:
                self._state = replace(self._state, unseen=True)
        elif sign in words.ALONE:
            self._say(words.ALONE[sign])
        elif sign in "\r\n":
            self.text.end(self._state.note)
        self._first = False

    def _word(self, word: str, number: int | None) -> None:
        state, text = self._state, self.text
        first, self._first = self._first, False
        on = number != 0
        if word in ("listtext", "pntext"):
            self._state = replace(state, sign=True, unseen=False)
            text.listed, text.sign = True, ""
        elif word == "fldrslt":
            self._state = replace(state, unseen=any(each.unseen for each in self._stack), link=bool(self._address))
            if self._address:
                text.paragraph.append(f'<a href="{escape(self._address)}">')
            self._address = ""
        elif word in ("footnote", "endnote") and not state.unseen and not state.note:
            self._state = replace(state, note=True)
            text.begin_note()
        elif word in words.UNSEEN and (first or state.unseen):
            self._state = replace(state, unseen=True)
        elif word == "ansicpg" and number:
            self._page = words.codec(number)
        elif word == "mac":
            self._page = "mac_roman"
        elif word == "uc" and number is not None:
            self._state = replace(state, skip=max(0, min(number, 10)))
        elif word == "u" and number is not None:
            self._say(words.letter(number))
            self._skip = state.skip
        elif word == "f" and number is not None:
            self._state = replace(state, font=str(number))
        elif word in ("v", "deleted"):
            self._state = replace(state, hidden=on)
        elif word == "b":
            self._state = replace(state, bold=on)
        elif word == "i":
            self._state = replace(state, italic=on)
        elif word == "plain":
            self._state = replace(state, bold=False, italic=False, hidden=False)
        elif not state.unseen:
            self._layout(word, number)

    def _layout(self, word: str, number: int | None) -> None:
        """A control word that says where a paragraph, a cell or a row ends, or what it is."""
        text = self.text
        if word == "pard":
            text.heading, text.listed, text.tabled = "", False, False
        elif word == "s" and number is not None:
            text.heading = self._styles.get(str(number), "")
        elif word == "outlinelevel" and number is not None and number < 6 and not text.heading:
            text.heading = f"heading {number + 1}"
        elif word == "ls" and number:
            text.listed = True
        elif word == "intbl":
            text.tabled = True
        elif word in ("par", "sect", "page", "column"):
            text.end(self._state.note)
        elif word == "line":
            text.paragraph.append("<br>")
        elif word in ("cell", "nestcell"):
            text.cell()
        elif word in ("row", "nestrow"):
            text.row()
        elif word in words.SIGNS:
            self._say(words.SIGNS[word])
