"""Where one printed line goes on in the next: with a space, with nothing, or as a word that the break divided."""

from __future__ import annotations

import re

from generator.text.words import hyphenated

UNSPACED = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u0e00-\u0e7f]")
"""Scripts without spaces between words."""
LONGEST_WORD = 60
"""In letters: so much of a line is looked at, however long it has grown."""
_DIVIDED = re.compile(r"[^\W\d_]-$")
_TORN = re.compile(r"([^\W\d_]+)$")
_HEAD = re.compile(r"[^\W\d_]+")
_PREFIX = 4
"""Letters of the longest syllable that is put before a word with a hyphen."""


def joined(text: str, more: str, torn: bool, whole: str) -> str:
    """Two lines as one; of a word divided between them the hyphen goes, unless the document says that it is its own.

    `whole` is the text of the document.
    """
    return "".join((*seam(text, more, torn, whole), more))


def seam(text: str, more: str, torn: bool, whole: str) -> tuple[str, str]:
    """A line as it goes on in the line `more`, and what is between the two."""
    if text[-1] in "\u00ad\u2010" or (not torn and _DIVIDED.search(text[-2:]) and more[0].islower()):
        text, torn = text[:-1], True
    if torn:
        return text, "-" * _own_hyphen(text, more, whole)
    if text[-1] in ("-—/–" if more[0].isdigit() else "-—/") and not text[-2:-1].isspace():
        return text, ""
    if UNSPACED.match(text[-1]) and UNSPACED.match(more):
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
