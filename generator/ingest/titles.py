"""How much a line looks like the title of a story: what is seen of it, of its neighbours and of its place, weighed.

Each line of the head of a text is a candidate, and that none of them is the title is one more; the likeliest is chosen
(a conditional logit: McFadden, "Conditional logit analysis of qualitative choice behavior", 1974).
`bench/weigh_titles.py` finds the weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p
from operator import itemgetter, mul

from generator.ingest.heads import COLUMN, Head
from generator.model import Document
from generator.text.lines import count, is_prose, stops

WEIGHTS = {
    "always": -2.16,
    # its words
    "words of the story": 2.97,
    "words of its first paragraph": 1.21,
    "telling words": 0.96,
    "words": 1.01,
    "more words than a headline": -0.87,
    # its form
    "ends as a sentence": -2.40,
    "capitals": -0.69,
    "glued": -1.17,
    "parted": -1.55,
    "byline": -0.57,
    # its place
    "lines down to the story": -0.40,
    "begins the story": -2.23,
    "in the story": -2.37,
    "first of all": 1.23,
    "lines of words above": -0.92,
    # what stands elsewhere
    "end of another": 2.54,
    "byline next": 1.70,
    "byline near": 1.64,
    "date next": 1.49,
    "date near": 1.53,
    "kicker before": 0.97,
    "few words before": 0.83,
    "words of the story before": -0.36,
    "words of the story next": 1.22,
}
"""What speaks for a title (above 0) and against it. Counts and distances are logarithms, all else shares."""
_LONGEST = 130  # letters of a title that ends as a sentence does
_HEADED = ("byline next", "byline near", "date next", "date near")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the title, weighed."""

    place: int
    seen: tuple[float, ...]
    """The features, in the order of `WEIGHTS`."""

    @property
    def weight(self) -> float:
        """How much speaks for it; no more than 0 when more speaks for there being no title."""
        weight: float = sum(map(mul, self.seen, WEIGHTS.values()))
        return weight


_SEEN = itemgetter(*WEIGHTS)


def candidates(document: Document) -> list[Candidate]:
    """The lines of the head of a document that may be its title, from above."""
    head = Head.of(document)
    found: list[Candidate] = []
    above = 0
    for place in head.places:
        text = document.blocks[place].text
        if len(text) <= _LONGEST or not is_prose(text):  # else no title: all that is seen of it need not be found
            seen = head.seen(place) | {"lines of words above": log1p(above)}
            if _may_be(text, seen):
                found.append(Candidate(place, _SEEN(seen)))
        above += count(text) >= COLUMN
    return found


def _may_be(text: str, seen: Mapping[str, float]) -> bool:
    """Whether a line may be a title as it looks: no items of a menu, and a paragraph, or a sentence of the story, only
    where it asks, or where a byline or a date stands below it.
    """
    if seen["items of a menu"]:
        return False
    if is_prose(text) or (seen["in the story"] and stops(text)):
        return len(text) <= _LONGEST and bool(seen["asks"] or any(map(seen.get, _HEADED)))
    return True
