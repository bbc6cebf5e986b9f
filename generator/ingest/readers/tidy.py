"""White space and invisible characters: one spelling of a piece of text for all readers."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.lines import single
from generator.text.words import letters

_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb\ue000-\uf8ff]")
"""Control characters, soft hyphens, zero-width spaces and private characters (icon fonts). Joiners and direction marks
stay: scripts need them."""
_ALONE = re.compile("[\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f\\s]*")


def tidy(text: str) -> str:
    """`text` on one line: runs of white space are one space, invisible characters are gone.

    Empty when nothing remains that a person could see.
    """
    if text[:1].isalnum() and text[-1:] != " " and "  " not in text and text.isprintable():
        return text  # as most is
    line = single(text if text.isprintable() else visible(text))
    return line if line[:1].isalnum() or not _ALONE.fullmatch(line) else ""


def visible(text: str) -> str:
    """`text` without invisible characters, its white space as it is."""
    return _INVISIBLE.sub("", text)


@lru_cache(maxsize=1024)  # a page is asked for the same lines by each of its fields
def key(text: str) -> str:
    """Letters and figures alone, for comparing."""
    return letters(text).casefold()
