"""Broken lines: which line goes on in the next one, and how the two are joined.

A line was broken by a program when the first word of the next one would not have fitted on it; or because a link or a
word in italics began or ended there, when each piece of a page's text was printed on a line of its own. Both are known
only once the whole text has been looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.text.words import hyphenated

_NARROWEST, _WIDEST = 30, 120
_LONG = 60
"""A line of a text that is not hard-wrapped as a whole may still be broken, but no shorter one: it could be a verse."""
_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*\s*$")
_OPEN = re.compile(r"[\"'“‘«„(\[]*[^\W\d_]")
_TORN = re.compile(r"([^\W\d_]+)-$")
_PUNCTUATION = re.compile(r"[,.;:!?%)\]»”’](?:\s|$|[)\]»”’])|[–—] (?=[^\W\d_])|['’]s\b")
"""No line of a writer's begins with it."""
_PIECE = 25  # letters that are more than the word of a menu
_LINK = 60  # letters of a link inside a sentence
_WIDE_SCRIPT = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of one text were broken."""

    width: int
    """In characters; 0 when the text is not hard-wrapped."""
    text: str
    """The whole of it, whose words tell how a torn one is mended."""

    torn: bool
    """Whether links and italics stand on lines of their own."""

    @classmethod
    def of(cls, lines: tuple[str, ...]) -> Wrapping:
        """Look at a whole text."""
        pairs = [(a.rstrip(), b) for a, b in pairwise(lines) if a.strip() and b.strip()]
        width = max((len(a) for a, _ in pairs if " " in a.strip() or _WIDE_SCRIPT.match(a[-1])), default=0)
        full = sum(_full(a, b, width) for a, b in pairs)
        open_ = [(a, b) for a, b in pairs if not _END.search(a)]
        ended = len(pairs) - len(open_)  # a paragraph on each line, and all about as long
        wrapped = (
            _NARROWEST <= width <= _WIDEST and full >= 2 and full >= 0.5 * len(pairs) and ended <= 0.5 * len(pairs)
        )
        broken = [(a, b.lstrip()) for a, b in open_]
        sure = sum(bool(_PUNCTUATION.match(b)) for _, b in broken)
        small = sum(b[0].islower() and max(len(a), len(b)) > _LONG for a, b in broken)
        return cls(
            width if wrapped else 0,
            "\n".join(lines),
            not wrapped and (sure >= 2 or (sure and small >= 2) or small >= 4),
        )

    def continues(self, line: str, after: str, text: str = "", following: str = "") -> bool:
        """Whether the sentence of `line` goes on in the line `after` it.

        `text` is what stands joined so far, `following` the line below `after`.
        """
        if self.torn and _torn(text or line, after.strip(), following.strip()):
            return True
        if self.width and len(line) > self.width + 20:
            return False
        if self.width and _full(line.rstrip(), after, self.width):
            return True
        opening = _OPEN.match(after.lstrip())
        goes_on = opening and opening[0][-1].islower() and not _END.search(line)
        return bool(goes_on) and len(line) > (self.width / 2 or _LONG)

    def joined(self, text: str, more: str) -> str:
        """Two parts of a paragraph as one; a word torn at a hyphen is mended where the text knows it whole."""
        if self.torn and _PUNCTUATION.match(more) and more[0] not in "–—":
            return text + more
        torn = _TORN.search(text, max(0, len(text) - _LONG))  # its last word: the text before it may be long
        if torn and more[:1].islower():
            rest = re.split(r"[\W\d_]", more, maxsplit=1)[0]
            words = hyphenated(self.text)
            whole = (torn[1] + rest).lower() in words and f"{torn[1]}-{rest}".lower() not in words
            return text[:-1] + more if whole else text + more
        if torn or (text[-1:] in "—/" and not text[-2:-1].isspace()):
            return text + more
        if _WIDE_SCRIPT.match(text[-1:]) and _WIDE_SCRIPT.match(more[:1]):
            return text + more
        return f"{text} {more}"


def _torn(text: str, after: str, following: str) -> bool:
    """Whether `after` is the next piece of a sentence, or a link inside it."""
    if not after or _END.search(text):
        return False
    if _goes_on(after):
        return len(text) >= _PIECE or " " in after or not after[0].isalpha()
    last = text.rsplit(maxsplit=1)[-1]
    open_ = last[0].islower() or last[-1] in ",-–—" or len(text) > _LONG
    inside = len(text) >= _PIECE and open_ and len(after) <= _LINK
    return inside and not _END.search(after) and bool(following) and _goes_on(following)


def _goes_on(line: str) -> bool:
    """Whether a line begins inside a sentence."""
    return line[0].islower() or line[0] == "(" or bool(_PUNCTUATION.match(line))


def _full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the line `after` would have made `line` too long."""
    if _WIDE_SCRIPT.match(after.lstrip()[0]):
        return len(line) >= width - 2  # no words to go by; a sign of punctuation may not begin a line
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
