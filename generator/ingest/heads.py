"""What is seen of the lines at the head of a text by which its title is known: their form, place and neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, log1p

from generator.ingest import zones
from generator.ingest.edit import is_glued
from generator.model import Block, Document
from generator.text.bylines import parse as byline
from generator.text.lines import count, is_prose, stops
from generator.text.words import words

_ABOVE, _BELOW = 40, 8  # blocks above the first paragraph, and from it on, among which a title may stand
_LETTERS, _MOST_WORDS = range(6, 221), 34  # of a title
_ENOUGH_BODY = 8  # blocks of the story that show its words
_COMMON = 4  # letters a word must have to count as one of the story's
_ENOUGH_WORDS = 4  # words of the story's that show a title as well as more of them
_USUAL, _HEADLINE = 12, 16  # words
COLUMN = 4  # words of a line that may be a column's name
_ITEMS, _STRANGE = 6, 0.35  # so many words, all with capitals and few of them the story's, are items of a menu
_GLUE = 20  # letters of a title by which it is known behind its kicker
_NEAR = 4  # printed lines
_DENSE = "\u0e00"  # from here on there are scripts without spaces between words
_KICKER = frozenset({"kicker", "breadcrumb"})
_MENU = re.compile(r"[^\W\d_]{3}[a-zß-ÿ][A-Z][a-zß-ÿ]{3}")
_ITEM = re.compile(r"[A-ZÀ-Þ&][\w’'/&-]*")
_PARTED, _PARTS = re.compile("[・•·|/]"), 4
_PARTING = (" | ", " • ", " · ", " / ", " > ", " » ")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of the head of a document, to look at its lines."""

    blocks: Sequence[Block]
    places: list[int]
    """Of the blocks that may be the title,"""
    folded: frozenset[str]
    """and their texts in small letters."""
    first: int
    """Place of the story's first paragraph."""
    story: frozenset[str]
    """The stems of the words of the story, and those of its first paragraph."""
    opening: frozenset[str]
    printed: list[int]
    """The numbers of the lines that print something."""
    reasons: Mapping[int, str]
    """Why lines were taken out, by their number."""

    @classmethod
    def of(cls, document: Document) -> Head:
        """That of a document."""
        first, _ = zones.story(document)
        blocks = document.blocks
        top = max(0, first - _ABOVE)
        places = [
            place for place in range(top, min(len(blocks), first + _BELOW)) if _may_be_title(document, place, first)
        ]
        texts = [block.text for block in blocks[first : first + _ENOUGH_BODY] if is_prose(block.text)]
        return cls(
            blocks,
            places,
            frozenset([blocks[place].text.casefold() for place in places]),
            first,
            _telling("\n".join(texts)),
            _telling(texts[0]) if texts else frozenset(),
            [number for number, line in enumerate(document.lines, start=1) if line.strip()],
            {taken.line: taken.reason for taken in document.taken},
        )

    def seen(self, place: int) -> dict[str, float]:
        """What is seen of a block; what is not named is 0."""
        text = self.blocks[place].text
        folded, telling = text.casefold(), _telling(text)
        shared = len(telling & self.story) / (len(telling) or 1)
        own = {
            "always": 1.0,
            "words of the story": self._shared(text),
            "words of its first paragraph": place != self.first and len(telling & self.opening) / (len(telling) or 1),
            "telling words": log1p(len(telling)),
            "items of a menu": shared < _STRANGE and _are_items(text),
            "begins the story": place == self.first,
            "in the story": place > self.first,
            "first of all": place == 0,
            "end of another": len(text) > _GLUE
            and any(other.endswith(folded) and other != folded for other in self.folded),
        }
        return own | _form(text) | self._beside(place)

    def _beside(self, place: int) -> dict[str, float]:
        """What stands above the line and below it, in print and among what is left."""
        block = self.blocks[place]
        below = [each.text for each in self.blocks[place + 1 : place + _NEAR]]
        named = [(found := byline(text)) is not None and found.opened for text in below]
        top, end = (bisect_left(self.printed, block.lines[at]) for at in (0, -1))
        under = [self.reasons.get(number, "") for number in self.printed[end + 1 : end + 1 + _NEAR]]
        before = self._next(place, -1, self.printed[top - 1 : top])
        after = self._next(place, 1, self.printed[end + 1 : end + 2])
        start = self.blocks[self.first].lines[0] if self.first < len(self.blocks) else self.printed[-1]
        return {
            "lines down to the story": log1p(max(0, bisect_left(self.printed, start) - top)),
            "byline next": any(named[:1]),
            "byline near": any(named[1:]),
            "date next": "date line" in under[:1],
            "date near": "date line" in under[1:],
            "kicker before": any(self.reasons.get(number) in _KICKER for number in self.printed[:top][-1:]),
            "few words before": any(count(text) <= COLUMN for text in before),
            "words of the story before": sum(map(self._shared, before)),
            "words of the story next": sum(map(self._shared, after)),
        }

    def _next(self, place: int, step: int, printed: Sequence[int]) -> list[str]:
        """The text of a neighbour that stands on the next line that prints something, and is no paragraph; if any."""
        at = place + step
        if not 0 <= at < len(self.blocks) or not printed or is_prose(self.blocks[at].text):
            return []
        return [self.blocks[at].text] if printed[0] in self.blocks[at].lines else []

    def _shared(self, text: str) -> float:
        """How many of the telling words of a line the story has, from 0 to 1; few words show little."""
        telling = _telling(text)
        return len(telling & self.story) / (len(telling) or 1) * min(len(telling), _ENOUGH_WORDS) / _ENOUGH_WORDS


def _may_be_title(document: Document, place: int, first: int) -> bool:
    block = document.blocks[place]
    text = block.text
    if block.kind not in ("paragraph", "heading") or not block.lines or is_glued(document, place):
        return False
    if len(text) not in _LETTERS or count(text) > _MOST_WORDS or any(mark in text for mark in ("@", "http", "©")):
        return False
    return place <= first or not is_prose(text)


def _form(text: str) -> dict[str, float]:
    """What is seen of a line alone."""
    length = count(text)
    found = _WORD.findall(text)
    return {
        "words": log(min(length, _USUAL)),
        "more words than a headline": log1p(max(0, length - _HEADLINE)),
        "ends as a sentence": text.endswith(".") and stops(text),
        "asks": text.rstrip("\"'’”»").endswith(("?", "!")),
        "capitals": sum(word[0].isupper() for word in found) / (len(found) or 1),
        "glued": _MENU.search(text) is not None,
        "parted": any(mark in text for mark in _PARTING),
        "byline": byline(text) is not None,
    }


def _are_items(text: str) -> bool:
    """Whether a line may be the items of a menu: many words, none of them small and no mark between them; or parted."""
    if len(_PARTED.split(text)) >= _PARTS:
        return True
    return count(text) >= _ITEMS and all(map(_ITEM.fullmatch, text.split()))


@lru_cache(maxsize=256)  # a line is asked of for itself and as a neighbour
def _telling(text: str) -> frozenset[str]:
    """The stems of the telling words of a line; where no spaces part words, pairs of signs stand for them."""
    telling = [word for word in words(text) if len(word) >= _COMMON or word[0] >= _DENSE]
    return frozenset([word[:4] if len(word) <= 6 else word[:6] for word in telling])  # `burns` is in `burned`, too
