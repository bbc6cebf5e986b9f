"""How much speaks for it that a short line of a story heads what follows: what is seen of it, weighed.

A logistic regression over the short lines of scraped texts: headings against headlines of other stories, captions and
whatever else stands between paragraphs. `bench/weigh_headings.py` finds the weights.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from operator import itemgetter, mul

from generator.ingest import zones
from generator.ingest.edit import furniture
from generator.model import Block, Document
from generator.text.bylines import parse as byline
from generator.text.casing import is_capitals
from generator.text.lines import count, is_prose, stops
from generator.text.words import words

WEIGHTS = {
    "always": -3.11,
    # its words
    "words of its passage": 2.67,
    "more words than ten": -0.32,
    # its form
    "asks": 0.57,
    "announces": -2.44,
    "byline": -1.18,
    "capitals": -0.53,
    "figures": -3.05,
    "quotes": -0.64,
    "one quotation": 2.28,
    # its neighbours
    "paragraph before": 0.70,
    "paragraph after": 0.64,
    "list after": 1.06,
    "letters after": 1.84,
    "quotation after": -0.56,
    "paragraphs near": 1.47,
    # its place
    "into the story": -0.86,
    "furniture near": -2.29,
    # the other short lines between paragraphs
    "others alike": 0.53,
    "words off the others": -0.62,
    "others' words of their passages": 1.89,
    "others' words of theirs alone": -3.99,
}
"""What speaks for a heading (above 0) and against it. Counts and distances are logarithms, all else shares."""
_QUESTIONS = ("?", "？", "؟")
_COLONS = (":", "：")
_LETTERS, _WORDS = 120, 16  # that a heading has at most
_TEN, _SENTENCE, _NAME = 10, 4, 2  # words: of a long heading, of a short sentence, of a name in capitals
_PASSAGE = 3  # paragraphs below a heading that tell whether it heads them
_LONG = 600  # letters of a long paragraph
_OWN, _STEM = 4, 6  # letters of a word that tells something; letters by which it is known
_AROUND = 3  # blocks on either side that are looked at
_NEAR = 10  # and lines
_FEW = 2  # other lines that show little
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
_SPEAKING = _QUOTES | frozenset("–—-")


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
    return list(map(_Story.of(document, first, last, places).line, range(len(places)))) if places else []


@dataclass(frozen=True, slots=True)
class _Story:
    """What is known of a story as a whole, to look at its lines."""

    blocks: Sequence[Block]
    first: int
    last: int
    prose: list[bool]
    places: Sequence[int]
    """Of the lines that may be headings."""
    counts: Sequence[int]
    """Their words,"""
    told: Sequence[tuple[float, float]]
    """how many of their telling words their passages have, and have alone in the story,"""
    forms: Sequence[tuple[bool, ...]]
    """and their forms, by which they are alike."""
    alone: frozenset[int]
    """Those of them that stand between paragraphs, or above a short sentence, by their place in `places`;"""
    alike: Counter[tuple[bool, ...]]
    """how many of these have a form,"""
    sums: tuple[float, float, float]
    """the sum of their words, and of what their passages have, and have alone."""
    text: str
    furniture: Sequence[int]
    """How many lines before each line were taken out as furniture."""

    @classmethod
    def of(cls, document: Document, first: int, last: int, places: list[int]) -> _Story:
        blocks = document.blocks
        prose = [is_prose(block.text) for block in blocks]
        counts = [count(blocks[place].text) for place in places]
        text = " ".join(blocks[place].text for place in range(first, last + 1) if prose[place])[:_MUCH]
        small = text.lower()
        told = [_told(_stems(blocks[place].text), _passage(blocks, prose, place, last), small) for place in places]
        forms = [_kind(blocks[place].text) for place in places]
        alone = [at for at, place in enumerate(places) if prose[place - 1] and _says(blocks[place + 1].text)]
        return cls(
            blocks,
            first,
            last,
            prose,
            places,
            counts,
            told,
            forms,
            frozenset(alone),
            Counter(forms[at] for at in alone),
            (sum(counts[at] for at in alone), sum(told[at][0] for at in alone), sum(told[at][1] for at in alone)),
            text,
            furniture(document),
        )

    def line(self, at: int) -> Line:
        """The line at a place of `places`."""
        place = self.places[at]
        block, after = self.blocks[place], self.blocks[place + 1].text
        around = self.prose[max(0, place - _AROUND) : place] + self.prose[place + 1 : place + 1 + _AROUND]
        top = max(self.blocks[self.first].lines[-1], block.lines[0] - _NEAR - 1)
        bottom = min(self.blocks[self.last].lines[0], block.lines[-1] + _NEAR)
        text, rest, words_ = block.text, _QUOTED.sub("", block.text), block.text.split()
        seen = self._others(at) | {
            "always": 1.0,
            "asks": text.endswith(_QUESTIONS),
            "announces": text.endswith(_COLONS),
            "capitals": sum(word[0].isupper() for word in words_[1:]) / (len(words_) - 1 or 1),
            "figures": sum(map(str.isdigit, text)) / len(text),
            "quotes": rest != text,
            "one quotation": rest.strip() == "",
            "words of its passage": self.told[at][0],
            "more words than ten": max(0, self.counts[at] - _TEN),
            "byline": self._is_name(text),
            "paragraph before": self.prose[place - 1],
            "paragraph after": self.prose[place + 1],
            "list after": self.blocks[place + 1].kind in ("bullet", "number"),
            "letters after": min(len(after), _LONG) / _LONG,
            "quotation after": after[:1] in _SPEAKING,
            "paragraphs near": sum(around) / (2 * _AROUND),
            "into the story": (place - self.first) / (self.last - self.first),
            "furniture near": (self.furniture[bottom] - self.furniture[top]) / (2 * _NEAR),
        }
        apart = at in self.alone and not (seen["byline"] and not self.told[at][0])
        return Line(place, _SEEN(seen), apart)

    def _is_name(self, text: str) -> bool:
        """Whether a line is a byline, or a name: it has no word that the story writes with a small letter."""
        found = byline(text)
        if found is None or found.opened:
            return found is not None
        small = any(word.islower() or f" {word.lower()} " in self.text for word in _WORD.findall(text))
        return not small and not (is_capitals(text) and count(text) > _NAME)

    def _others(self, at: int) -> dict[str, float]:
        """What the other short lines between paragraphs are like."""
        alone = at in self.alone
        count_ = len(self.alone) - alone
        words = self.sums[0] - alone * self.counts[at]
        theirs = [
            (each - alone * own) / (count_ + _FEW) for each, own in zip(self.sums[1:], self.told[at], strict=True)
        ]
        return {
            "others alike": (self.alike[self.forms[at]] - alone) / (count_ or 1),
            "words off the others": abs(log1p(self.counts[at]) - log1p(words / count_)) if count_ else 0,
            "others' words of their passages": theirs[0],
            "others' words of theirs alone": theirs[1],
        }


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


def _kind(text: str) -> tuple[bool, ...]:
    """What headings of one text have in common."""
    rest = [word for word in text.split()[1:] if word[0].isalpha()]
    return (
        is_capitals(text),
        2 * sum(word[0].isupper() for word in rest) > len(rest),
        text.endswith(_QUESTIONS),
        text[0].isdigit(),
        text.endswith(_COLONS),
    )


def _passage(blocks: Sequence[Block], prose: list[bool], place: int, last: int) -> str:
    """The first paragraphs below a place, in lower case."""
    below = range(place + 1, min(last, place + _PASSAGE) + 1)
    return " ".join(blocks[each].text for each in below if prose[each]).lower()


def _stems(text: str) -> set[str]:
    """The beginnings of the words of a line that tell something."""
    return {word[:_STEM] for word in words(text) if len(word) >= _OWN or not word.isascii()}


def _told(own: set[str], passage: str, story: str) -> tuple[float, float]:
    """How many of some beginnings of words a passage has, and has alone in its story, from 0 to 1."""
    there = [each for each in own if each in passage]
    alone = [each for each in there if story.count(each) <= passage.count(each)]
    return len(there) / (len(own) + 1), len(alone) / (len(own) + 1)
