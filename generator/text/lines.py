"""What kind of line a line is, from its look alone: prose, or one of the short lines that stand around prose."""

from __future__ import annotations

import re
from functools import lru_cache

_CLOSING = "\"'’”»“›)]}*_ "
_STOPS = frozenset(".!?…。！？؟।։።")
_WIDE = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]"

_SIGN = 16  # letters of `(dpa/Reuters)`
_HEADLINE = 220  # letters that no headline has
_LONG_WORD = 9  # letters that the words of a script with spaces have at most, on the whole


def single(text: str) -> str:
    """The text on one line, with single spaces; most is so already, which is quickly seen."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:  # no other white space is printable
        return text
    return " ".join(text.split())


def count(text: str) -> int:
    """How many words a line has; two letters of a script without spaces count as one."""
    spaced = text.count(" ") + 1
    if text.isascii() or (spaced - 1) * _LONG_WORD > len(text):
        return spaced
    wide = len(re.findall(_WIDE, text))
    return max(spaced, wide // 2)


def stops(text: str) -> bool:
    """Whether a line ends as a sentence does, quotation marks, brackets and the sign of an agency after it aside."""
    bare = text.rstrip(_CLOSING)
    if text.endswith(")") and (opened := text.rfind(". (", len(text) - _SIGN)) > 0 and text[opened + 3].islower():
        return True
    return bool(bare) and bare[-1] in _STOPS


def is_prose(text: str) -> bool:
    """Whether a line is a paragraph: at least a sentence, or longer than any headline."""
    return len(text) >= _HEADLINE or _is_sentence(text)


@lru_cache(maxsize=4096)  # each step of a restoration asks it of each line
def _is_sentence(text: str) -> bool:
    words = count(text)
    if stops(text):
        return words >= 9 or (words >= 4 and text[0] in '“"«„—–')
    return words >= 32 or (words >= 14 and text[-1] in ":;,—–" and len(text) > 90)
