"""How much the look of a line and of its neighbours speaks for its being of the page around a story.

No phrase of any language is looked for. A few shallow features of the blocks of a page tell its story from the rest
(Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features", 2010), among them what stands
beside a block (Vogels, Ganea and Eickhoff, "Web2Text", 2018). `bench/weigh_looks.py` finds their weights.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from math import log, log1p
from operator import itemgetter, mul

from generator.ingest import zones
from generator.ingest.edit import furniture
from generator.ingest.markdown import plain
from generator.model import Block, Document
from generator.text.lines import is_prose, stops
from generator.text.words import stopwords, words

WEIGHTS = {
    # what is seen of it: its weight in a short line, and in a paragraph
    "always": (-0.74, -0.84),
    "words": (0.04, -1.47),
    "ends as a sentence": (-1.12, -0.90),
    "capitals": (0.53, 2.98),
    "function words": (-0.18, -1.51),
    "words of the story": (-1.82, -1.45),
    "away from the story": (0.33, -0.07),
    "below the story": (-0.46, -0.35),
    "into the story": (-0.34, -0.04),
    "to the end of the story": (-0.53, -0.40),
    "heading": (-1.35, 0.00),
    "item": (-0.97, 0.20),
    "paragraph before": (-0.43, -0.30),
    "paragraph after": (-0.64, -0.36),
    "between short lines": (-0.29, 0.61),
    "paragraphs near": (-0.56, -2.92),
    "furniture near": (4.12, 4.32),
    "furniture up to the story": (1.11, 1.33),
    "words of all the story": (0.50, 1.10),
    "paragraphs of the story": (0.47, 0.12),
}
"""What speaks for furniture (above 0) and against it. Counts and distances are logarithms, all else shares."""
_LANGUAGES = "en de fr es it pt nl pl ru tr sv da no"
_FUNCTION_WORDS = frozenset().union(*map(stopwords, _LANGUAGES.split()))
_OWN, _STEM = 4, 6  # letters of a word that tells something; letters by which it is known
_AROUND = 3  # blocks on either side that are looked at
_NEAR = 10  # and lines


@dataclass(frozen=True, slots=True)
class Look:
    """One block of a document, weighed."""

    place: int
    words: int
    prose: bool
    seen: tuple[float, ...]
    """The features, in the order of `WEIGHTS`."""

    @property
    def weight(self) -> float:
        """How much speaks for furniture: the logarithm of the odds."""
        weight: float = sum(map(mul, self.seen, _COLUMNS[self.prose]))
        return weight


_SEEN = itemgetter(*WEIGHTS)
_COLUMNS = {prose: tuple(weights[prose] for weights in WEIGHTS.values()) for prose in (False, True)}


def looks(document: Document) -> list[Look]:
    """The blocks of a document as they look; none of a document without a story."""
    first, last = zones.story(document)
    if last < first:
        return []
    page = _Page.of(document, first, last)
    return list(map(page.look, range(len(document.blocks))))


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of a document as a whole, to look at its blocks."""

    first: int
    last: int
    kinds: list[str]
    texts: list[str]
    prose: list[bool]
    words: list[list[str]]
    telling: list[list[str]]
    """Those of its words that are no function words."""
    stems: list[set[str]]
    """The beginnings of the longer ones of them."""
    once: set[str]
    """The beginnings that some paragraph of the story has,"""
    twice: set[str]
    """and those that several have."""
    size: tuple[float, float]
    """The words and the paragraphs of the story, as logarithms."""
    furniture: list[int]
    """How many lines before each line were taken out as furniture."""
    ends: list[tuple[int, int]]
    """The first and the last line of each block."""

    @classmethod
    def of(cls, document: Document, first: int, last: int) -> _Page:
        texts = [plain(block) for block in document.blocks]
        prose = list(map(is_prose, texts))
        found = list(map(words, texts))
        telling = [[word for word in own if word not in _FUNCTION_WORDS] for own in found]
        stems = [{word[:_STEM] for word in own if len(word) >= _OWN} for own in telling]
        paragraphs = [place for place in range(first, last + 1) if prose[place]]
        story = Counter(chain.from_iterable(stems[place] for place in paragraphs))
        twice = {stem for stem, count in story.items() if count > 1}
        size = log(sum(len(found[place]) for place in paragraphs) or 1), log1p(len(paragraphs))
        ends = [*map(_ends, document.blocks)]
        kinds: list[str] = [block.kind for block in document.blocks]
        return cls(
            first, last, kinds, texts, prose, found, telling, stems, {*story}, twice, size, furniture(document), ends
        )

    def look(self, place: int) -> Look:
        """The block at a place."""
        text, own = self.texts[place], self.words[place]
        size = len(own) or 1
        printed = text.split() or [""]
        inside = self.first <= place <= self.last
        stems = self.stems[place]
        story = self.twice if inside and self.prose[place] else self.once  # its own words do not count
        above, below = self.prose[max(0, place - _AROUND) : place], self.prose[place + 1 : place + 1 + _AROUND]
        before, after = any(above[-1:]), any(below[:1])
        start, end = self.ends[place]
        top, bottom = max(0, start - _NEAR - 1), min(len(self.furniture) - 1, end + _NEAR)
        if inside:
            top, bottom = max(top, self.ends[self.first][0] - 1), min(bottom, self.ends[self.last][1])
        seen: dict[str, float] = {
            "always": 1.0,
            "words": log(size),
            "ends as a sentence": stops(text),
            "capitals": len([word for word in printed if word[:1].isupper()]) / len(printed),
            "function words": (len(own) - len(self.telling[place])) / size,
            "words of the story": len(stems & story) / (len(stems) or 1),
            "away from the story": log1p(max(0, self.first - place, place - self.last)),
            "below the story": log1p(max(0, place - self.last)),
            "into the story": log1p(max(0, place - self.first)),
            "to the end of the story": log1p(max(0, self.last - place)),
            "heading": self.kinds[place] == "heading",
            "item": self.kinds[place] in ("bullet", "number"),
            "paragraph before": before,
            "paragraph after": after,
            "between short lines": 0 < place < len(self.prose) - 1 and not (before or after),
            "paragraphs near": sum(above + below) / (2 * _AROUND),
            "furniture near": (self.furniture[bottom] - self.furniture[top]) / (2 * _NEAR),
            "furniture up to the story": log1p(self._parting(place)),
            "words of all the story": self.size[0],
            "paragraphs of the story": self.size[1],
        }
        return Look(place, len(own), self.prose[place], _SEEN(seen))

    def _parting(self, place: int) -> int:
        """How many lines of furniture part a block from the story."""
        if place < self.first:
            return self.furniture[self.ends[self.first][0] - 1] - self.furniture[self.ends[place][1]]
        if place > self.last:
            return self.furniture[self.ends[place][0] - 1] - self.furniture[self.ends[self.last][1]]
        return 0


def _ends(block: Block) -> tuple[int, int]:
    return (block.lines[0], block.lines[-1]) if block.lines else (0, 0)
