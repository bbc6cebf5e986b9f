"""Hard-wrapped text: which line goes on in the next one, and how the two are joined.

A line was broken by a program when the first word of the next one would not have fitted on it. That is known only
once the width is, so the whole text is looked at first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_NARROWEST, _WIDEST = 30, 120
_LONG = 60
"""A line of a text that is not hard-wrapped as a whole may still be broken, but no shorter one: it could be a verse."""
_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*\s*$")
_OPEN = re.compile(r"[\"'“‘«„(\[]*[^\W\d_]")
_TORN = re.compile(r"([^\W\d_]+)-$")
_WIDE_SCRIPT = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of one text were broken."""

    width: int
    """In characters; 0 when the text is not hard-wrapped."""
    words: frozenset[str]
    """Those of the text, in lower case, by which a torn word is mended."""

    @classmethod
    def of(cls, lines: tuple[str, ...]) -> Wrapping:
        """Look at a whole text."""
        pairs = [(a.rstrip(), b) for a, b in pairwise(lines) if a.strip() and b.strip()]
        width = max((len(a) for a, _ in pairs if " " in a.strip() or _WIDE_SCRIPT.match(a[-1])), default=0)
        full = sum(_full(a, b, width) for a, b in pairs)
        ended = sum(bool(_END.search(a)) for a, _ in pairs)  # a paragraph on each line, and all about as long
        wrapped = (
            _NARROWEST <= width <= _WIDEST and full >= 2 and full >= 0.5 * len(pairs) and ended <= 0.5 * len(pairs)
        )
        return cls(
            width if wrapped else 0, frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(lines).lower()))
        )

    def continues(self, line: str, after: str) -> bool:
        """Whether the sentence of `line` goes on in the line `after` it."""
        if self.width and len(line) > self.width + 20:
            return False
        if self.width and _full(line.rstrip(), after, self.width):
            return True
        opening = _OPEN.match(after.lstrip())
        goes_on = opening and opening[0][-1].islower() and not _END.search(line)
        return bool(goes_on) and len(line) > (self.width / 2 or _LONG)

    def joined(self, text: str, more: str) -> str:
        """Two parts of a paragraph as one; a word torn at a hyphen is mended where the text knows it whole."""
        torn = _TORN.search(text, max(0, len(text) - _LONG))  # its last word: the text before it may be long
        if torn and more[:1].islower():
            rest = re.match(r"[^\W\d_]*", more)[0]  # type: ignore[index]  # it matches the empty string too
            whole = (torn[1] + rest).lower() in self.words and f"{torn[1]}-{rest}".lower() not in self.words
            return text[:-1] + more if whole else text + more
        if torn or (text[-1:] in "—/" and not text[-2:-1].isspace()):
            return text + more
        if _WIDE_SCRIPT.match(text[-1:]) and _WIDE_SCRIPT.match(more[:1]):
            return text + more
        return f"{text} {more}"


def _full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the line `after` would have made `line` too long."""
    if _WIDE_SCRIPT.match(after.lstrip()[0]):
        return len(line) >= width - 2  # no words to go by; a sign of punctuation may not begin a line
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
