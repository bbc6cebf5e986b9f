"""How much a line looks like the title of a story: by its words, which the story has, and by its form."""

from __future__ import annotations

import re

from generator.model import Document
from generator.text.bylines import parse as byline
from generator.text.lines import count, is_prose, stops
from generator.text.words import words

IMPOSSIBLE = float("-inf")
"""The score of a line that can be no title."""
_COMMON = 4  # letters a word must have to count as one of the story's
_ENOUGH_BODY = 8  # blocks of the story that show its words
_CUT = 2.0  # what it takes from the score that a line is cut off with dots, or a menu without its spaces
_ITEMS, _STRANGE = 6, 0.35  # so many words, all with capitals and few of them the story's, are items of a menu
_DENSE = "\u0e00"  # from here on there are scripts without spaces between words
_MENU = re.compile(r"[^\W\d_]{3}[a-zß-ÿ][A-Z][a-zß-ÿ]{3}")
_GLUED = re.compile(r"(?:[A-ZÀ-Þ&][\w’'/&-]*\s?)+")
_PARTED, _PARTS = re.compile("[・•·|/]"), 4
_CRUMBS = re.compile(r"\s[>›»/|→]\s|[>›»]")


def score(text: str, body: set[str]) -> float:
    """How much a line looks like a title; IMPOSSIBLE when it cannot be one."""
    length = count(text)
    if not 2 <= length <= 32 or len(text) < 8 or len(text) > 220:
        return IMPOSSIBLE
    if text.endswith((":", ",", ";")) or "@" in text or "http" in text or "©" in text:
        return IMPOSSIBLE
    crumbs = _CRUMBS.split(text)
    if len(crumbs) > 1 and max(map(count, crumbs)) <= 3:
        return IMPOSSIBLE
    found = byline(text)
    if found and (found.opened or length <= 3 or found.outlet):
        return IMPOSSIBLE
    content = telling(text)
    shared = len(content & body) / len(content) if content else 0.0
    if shared < _STRANGE and _are_items(text, length):
        return IMPOSSIBLE
    score = 3.0 * shared * min(len(content), 4) / 4 + min(length, 8) * 0.25
    if text.endswith(".") and stops(text):
        score -= 1.0
    if length <= 4:
        score -= 1.0 if length <= 3 else 0.5
    if text.endswith(("...", "…")) or _MENU.search(text):
        score -= _CUT
    return score


def _are_items(text: str, length: int) -> bool:
    """Whether a line may be the items of a menu: many words, none of them small and no mark between them; or parted."""
    return len(_PARTED.split(text)) >= _PARTS or (length >= _ITEMS and _GLUED.fullmatch(text) is not None)


def words_of_story(document: Document, first: int) -> set[str]:
    """The stems of the telling words of a story that begins at `first`."""
    texts = (block.text for block in document.blocks[first : first + _ENOUGH_BODY] if is_prose(block.text))
    return set().union(*map(telling, texts))


def telling(text: str) -> set[str]:
    """The stems of the telling words of a line; where no spaces part words, pairs of signs stand for them."""
    telling = [word for word in words(text) if len(word) >= _COMMON or word[0] >= _DENSE]
    return {word[:4] if len(word) <= 6 else word[:6] for word in telling}  # enough to see `burns` in `burned`


def asks(text: str) -> bool:
    """A line that ends as a sentence may still be the title: `What happens to your branch?`"""
    return text.rstrip("\"'’”»").endswith(("?", "!"))
