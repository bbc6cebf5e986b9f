"""Where one printed line goes on in the next: with a space, with nothing, or as a word that the break divided."""

from __future__ import annotations

import re

from generator.text.words import hyphenated

LONGEST_WORD = 60
"""In letters: so much of a line is looked at, however long it has grown."""
_TORN = re.compile(r"([^\W\d_]+)$")
_HEAD = re.compile(r"[^\W\d_]+")
_PREFIX = 4
"""Letters of the longest syllable that is put before a word with a hyphen."""


def is_unspaced(sign: str) -> bool:
    """Whether a sign is of a script without spaces between words."""
    return sign > "\u0dff" and (sign < "\u0e80" or is_wordless(sign))


def is_wordless(sign: str) -> bool:
    """Whether it is of one whose lines break anywhere, so that each line but the last of a paragraph is full."""
    return sign > "\u2e7f" and (sign < "\ua000" or "\uf8ff" < sign < "\ufb00" or "\ufeff" < sign < "\uff61")


def joined(text: str, more: str, torn: bool, whole: str) -> str:
    """Two lines as one; of a word divided between them the hyphen goes, unless the document says that it is its own.

    `whole` is the text of the document.
    """
    return "".join((*seam(text, more, torn, whole), more))


def seam(text: str, more: str, torn: bool, whole: str) -> tuple[str, str]:
    """A line as it goes on in the line `more`, and what is between the two."""
    last = text[-1]
    if last < "\u0e00" and last.isalnum() and not torn:
        return text, " "
    if last in "-\u2010" and not torn and text[-2:-1].isalpha() and more[0].islower():
        text, torn = text[:-1], True
    if torn:
        return text, "-" * _own_hyphen(text, more, whole)
    if last in "-\u2010—/–" and (last != "–" or more[0].isdigit()) and not text[-2:-1].isspace():
        return text, ""
    if is_unspaced(last) and is_unspaced(more[0]):
        return text, ""
    return text, " "


def _own_hyphen(text: str, more: str, whole: str) -> bool:
    """Whether a word is written with the hyphen at which it was divided.

    The document proves it, or proves the word without it; where it does neither, both parts being words of their own,
    or the second one behind a short syllable (`re-election`), speak for the hyphen.
    """
    one, other = _TORN.search(text[-LONGEST_WORD:]), _HEAD.match(more)
    if not one or not other:
        return True
    words, before, after = hyphenated(whole), one[1].lower(), other[0].lower()
    if f"{before}-{after}" in words:
        return True
    if before + after in words:
        return False
    if other[0][0].isupper() or after not in words:
        return other[0][0].isupper()
    return before in words or (len(before) <= _PREFIX < len(after))
