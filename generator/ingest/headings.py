"""How much speaks for it that a short line of a story heads what follows: what is seen of it, weighed.

A logistic regression over the short lines of scraped texts: headings against headlines of other stories, captions and
whatever else stands between paragraphs. `bench/weigh_headings.py` finds the weights.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter, mul

from generator.ingest import zones
from generator.ingest.edit import above, furniture, is_of_page
from generator.model import Block, Document
from generator.text.bylines import parse as byline
from generator.text.casing import is_capitals
from generator.text.lines import count, is_prose, stops
from generator.text.words import words

WEIGHTS = {
    "always": -3.59,
    # its words and its form
    "words of its passage": 2.95,
    "asks": 0.82,
    "announces": -2.97,
    "byline": -1.12,
    # its neighbours
    "letters after": 1.21,
    "short line after": -0.92,
    "paragraphs near": 3.20,
    "picture before": 0.36,
    "furniture before": -1.54,
    "furniture near": -1.95,
}
"""What speaks for a heading (above 0) and against it: all are shares."""
_QUESTIONS = ("?", "？", "؟")
_COLONS = (":", "：")
_LETTERS, _WORDS = 120, 16  # that a heading has at most
_SENTENCE, _NAME = 4, 2  # words: of a short sentence, of a name in capitals
_PASSAGE = 3  # paragraphs below a heading that tell whether it heads them
_LONG = 600  # letters of a long paragraph
_OWN, _STEM = 4, 6  # letters of a word that tells something; letters by which it is known
_AROUND = 3  # blocks on either side that are looked at
_NEAR = 10  # and lines
_MUCH = 20_000  # letters of a story that are searched for its words
_SEEN = itemgetter(*WEIGHTS)
_NO_END = (",", "，", "、", "،", ";", "；", "」", "』", "-", "–", "—", ")", "）")
_NO_HEADING = re.compile(
    r"^[\W\d_]*$|https?://|@\w|\bwww\.|^[-–—•*(\[]|\|"
    r"|(?:[a-zß-ÿ]{4}|\d{4})\. ?[A-ZÀ-Þ]"  # a caption and its credit
    r"|^(?i:sources?|quellen?|kilde|källa|bron|fuente|fonte|źródło|zdroj|источник|джерело)\s?:"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_QUOTED = re.compile(r"[\"“„«»][^\"”“«»]{1,70}[\"”“»«]")
_QUOTES = frozenset('"“”„«»')
_PICTURE = frozenset({"caption", "photo credit", "player"})


@dataclass(frozen=True, slots=True)
class Line:
    """A short line of the story that may head what follows, weighed."""

    place: int
    seen: tuple[float, ...]
    """The features, in the order of `WEIGHTS`."""
    apart: bool
    """Whether it stands between two paragraphs, and is no name of somebody of whom the next says nothing."""

    @property
    def weight(self) -> float:
        """How much speaks for a heading: the logarithm of the odds."""
        return sum(map(mul, self.seen, WEIGHTS.values()), 0.0)


def lines(document: Document) -> list[Line]:
    """The short lines inside the story of a document."""
    first, last = zones.story(document)
    places = [place for place in range(first + 1, last) if _may_head(document.blocks[place])]
    return list(map(_Story.of(document, first, last).line, places)) if places else []


@dataclass(frozen=True, slots=True)
class _Story:
    """What is known of a story as a whole, to look at its lines."""

    blocks: Sequence[Block]
    first: int
    last: int
    prose: list[bool]
    text: str
    furniture: Sequence[int]
    """How many lines before each line were taken out as furniture."""
    above: Mapping[int, str]
    """Why the last line that prints something above a line was taken out, by the number of the latter."""

    @classmethod
    def of(cls, document: Document, first: int, last: int) -> _Story:
        prose = [is_prose(block.text) for block in document.blocks]
        text = " ".join(document.blocks[place].text for place in range(first, last + 1) if prose[place])[:_MUCH]
        return cls(document.blocks, first, last, prose, text, furniture(document), above(document))

    def line(self, place: int) -> Line:
        """The line at a place."""
        block, after = self.blocks[place], self.blocks[place + 1]
        text, over = block.text, self.above.get(block.lines[0], "")
        around = self.prose[max(0, place - _AROUND) : place] + self.prose[place + 1 : place + 1 + _AROUND]
        top = max(self.blocks[self.first].lines[-1], block.lines[0] - _NEAR - 1)
        bottom = min(self.blocks[self.last].lines[0], block.lines[-1] + _NEAR)
        told, named = self._told(place), self._is_name(text)
        seen = {
            "always": 1.0,
            "words of its passage": told,
            "asks": text.endswith(_QUESTIONS),
            "announces": text.endswith(_COLONS),
            "byline": named,
            "letters after": min(len(after.text), _LONG) / _LONG,
            "short line after": after.kind == "paragraph" and not self.prose[place + 1],
            "paragraphs near": sum(around) / (2 * _AROUND),
            "picture before": over in _PICTURE,
            "furniture before": is_of_page(over) if over else 0.0,
            "furniture near": (self.furniture[bottom] - self.furniture[top]) / (2 * _NEAR),
        }
        apart = self.prose[place - 1] and _says(after.text) and not (named and not told)
        return Line(place, _SEEN(seen), apart)

    def _is_name(self, text: str) -> bool:
        """Whether a line is a byline, or a name: it has no word that the story writes with a small letter."""
        found = byline(text)
        if found is None or found.opened:
            return found is not None
        small = any(word.islower() or f" {word.lower()} " in self.text for word in _WORD.findall(text))
        return not small and not (is_capitals(text) and count(text) > _NAME)

    def _told(self, place: int) -> float:
        """How many of the telling words of a line the first paragraphs below it have, from 0 to 1."""
        own = {word[:_STEM] for word in words(self.blocks[place].text) if len(word) >= _OWN or not word.isascii()}
        below = range(place + 1, min(self.last, place + _PASSAGE) + 1)
        passage = " ".join(self.blocks[each].text for each in below if self.prose[each]).lower()
        return sum(each in passage for each in own) / (len(own) + 1)


def _may_head(block: Block) -> bool:
    text = block.text
    if block.kind != "paragraph" or block.markup or len(text) > _LETTERS or is_prose(text) or count(text) > _WORDS:
        return False
    if text[0].islower() or text.endswith(_NO_END) or (stops(text) and not text.endswith(_QUESTIONS)):
        return False
    return not _NO_HEADING.search(text) and _QUOTES.isdisjoint(_QUOTED.sub("", text))


def _says(text: str) -> bool:
    """Whether a line is a paragraph, or a short sentence."""
    return is_prose(text) or (stops(text) and count(text) >= _SENTENCE)
