"""How much the look of a line and of its neighbours speaks for its being of the page around a story.

No phrase of any language is looked for. A few shallow features of the blocks of a page tell its story from the rest
(Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features", 2010), among them what stands
beside a block (Vogels, Ganea and Eickhoff, "Web2Text", 2018). `bench/weigh_looks.py` finds their weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from itertools import chain
from math import log, log1p
from operator import itemgetter, mul

from generator.ingest import zones
from generator.ingest.edit import above, is_of_page
from generator.ingest.markdown import plain
from generator.model import Document
from generator.text.lines import is_prose, stops
from generator.text.words import words

WEIGHTS = {
    # what is seen of it: its weight in a short line, and in a paragraph
    "always": (-0.36, 3.76),
    "words": (-0.55, -1.84),
    "ends as a sentence": (-0.97, -1.30),
    "cut off": (0.53, 2.86),
    "words of the story": (-1.75, -1.47),
    "away from the story": (0.89, 0.52),
    "below the story": (-0.55, 0.12),
    "to the end of the story": (-0.19, -0.17),
    "heading": (-1.37, 0.00),
    "paragraph before": (0.09, -1.07),
    "paragraph after": (-0.09, -1.02),
    "between paragraphs": (-0.67, 0.71),
    "paragraphs near": (-0.83, -3.30),
    "furniture before": (1.19, 1.20),
    "words of all the story": (0.60, 0.81),
}
"""What speaks for furniture (above 0) and against it. Counts and distances are logarithms, all else shares."""
_OWN, _STEM = 4, 6  # letters of a word that tells something; letters by which it is known
_AROUND = 3  # blocks on either side that are looked at


@dataclass(frozen=True, slots=True)
class Look:
    """One block of a document, weighed."""

    place: int
    words: int
    prose: bool
    seen: tuple[float, ...]
    """The features, in the order of `WEIGHTS`."""

    def weight(self, *, below: bool = False) -> float:
        """How much speaks for furniture, the logarithm of the odds; if the line above is furniture, too: `below`."""
        weight: float = sum(map(mul, self.seen, _COLUMNS[self.prose]))
        return weight + (0.0 if self.seen[_BELOW] or not below else _COLUMNS[self.prose][_BELOW])


_SEEN = itemgetter(*WEIGHTS)
_BELOW = list(WEIGHTS).index("furniture before")
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
    counts: list[int]
    """Their words."""
    stems: list[set[str]]
    """The beginnings of the words of each that tell something."""
    once: set[str]
    """The beginnings that some paragraph of the story has,"""
    twice: set[str]
    """and those that several have."""
    size: float
    """The words of the story, as a logarithm."""
    below: Container[int]
    """The numbers of the lines that stand next below one that was taken out as furniture,"""
    starts: list[int]
    """and that of each block's first line."""

    @classmethod
    def of(cls, document: Document, first: int, last: int) -> _Page:
        texts = [plain(block) for block in document.blocks]
        prose = list(map(is_prose, texts))
        found = list(map(words, texts))
        stems = [{word[:_STEM] for word in own if len(word) >= _OWN} for own in found]
        paragraphs = [place for place in range(first, last + 1) if prose[place]]
        story = Counter(chain.from_iterable(stems[place] for place in paragraphs))
        return cls(
            first,
            last,
            [block.kind for block in document.blocks],
            texts,
            prose,
            list(map(len, found)),
            stems,
            {*story},
            {stem for stem, count in story.items() if count > 1},
            log(sum(len(found[place]) for place in paragraphs) or 1),
            {number for number, reason in above(document).items() if is_of_page(reason)},
            [block.lines[0] if block.lines else 0 for block in document.blocks],
        )

    def look(self, place: int) -> Look:
        """The block at a place."""
        text, stems, prose = self.texts[place], self.stems[place], self.prose
        inside = self.first <= place <= self.last
        story = self.twice if inside and prose[place] else self.once  # its own words do not count
        above, below = prose[max(0, place - _AROUND) : place], prose[place + 1 : place + 1 + _AROUND]
        before, after = any(above[-1:]), any(below[:1])
        seen: dict[str, float] = {
            "always": 1.0,
            "words": log(self.counts[place] or 1),
            "ends as a sentence": stops(text),
            "cut off": text.endswith(("...", "…")),
            "words of the story": len(stems & story) / (len(stems) or 1),
            "away from the story": log1p(max(0, self.first - place, place - self.last)),
            "below the story": log1p(max(0, place - self.last)),
            "to the end of the story": log1p(max(0, self.last - place)),
            "heading": self.kinds[place] == "heading",
            "paragraph before": before,
            "paragraph after": after,
            "between paragraphs": before and after,
            "paragraphs near": sum(above + below) / (2 * _AROUND),
            "furniture before": self.starts[place] in self.below,
            "words of all the story": self.size,
        }
        return Look(place, self.counts[place], prose[place], _SEEN(seen))
