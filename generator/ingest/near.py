"""Wire copies: one text in several publications, a byline or a footer apart, is one report with several publishers.

Two texts are one when nearly all of the copy stands in the other, and all of its figures and paragraphs do. A text that
says more is no copy: nothing that only one of them says may be lost. Candidates come from the sketches in the lock, by
way of an index of their smallest hashes, so that a new document is not compared with all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.ingest.finding import Reading
from generator.lock import Line
from generator.text import language, shingles
from generator.text.number_words import WORDS

RESEMBLANCE = 0.5
"""Of the sketches, below which two texts are not compared."""
SURE = 0.8
"""Of the sketches, from which a text no longer than another is its copy when that other one is nowhere to be read."""
CONTAINED = 0.9
"""Of the copy's runs of words, so many must stand in the other text."""
OWN = 25
"""Runs of words in one paragraph. One with so many that the other text does not have is more than a byline."""
LEAST = 60
"""Words. Shorter texts are copies only if they are equal."""
INDEXED = 8
"""So many of a sketch's hashes are in the index. Of two texts with half of their runs in common, 1 pair in 250 has
none of them in common; of copies, which have more, practically none."""
_FIGURE = re.compile(r"(?<![^\W_])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*)")
_GROUPED = re.compile(r"(?<=\d)[., \u00a0\u202f](?=\d{3}(?!\d))")
_NO_FRACTION = re.compile(r"[.,:]0+$")
_SPELLED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Text:
    """A body, ready to be compared."""

    shingles: frozenset[int]
    paragraphs: tuple[frozenset[int], ...]
    """The same of each paragraph."""
    figures: frozenset[str]
    """However they are printed: 1,200 and 1200, 10:00 and 10, twelve and 12; without those of names (BBC2)."""

    @classmethod
    def of(cls, body: str) -> Text:
        """From the body of an article or a report."""
        paragraphs = tuple(map(shingles.shingles, body.split("\n\n")))
        return cls(shingles.shingles(body), paragraphs, frozenset(_figures(body)))

    def holds(self, other: Text) -> bool:
        """Whether the other one is a copy of this: it says nothing, and no figure, that this one does not say."""
        if not other.shingles or shingles.contained(other.shingles, self.shingles) < CONTAINED:
            return False
        own = max(len(paragraph - self.shingles) for paragraph in other.paragraphs)
        return own < OWN and other.figures <= self.figures


def _figures(body: str) -> Iterator[str]:
    for each in _FIGURE.findall(body):
        yield _NO_FRACTION.sub("", _GROUPED.sub("", each)).replace(":", ".")
    known = WORDS.get(language.of(body), {})
    for each in _SPELLED.findall(body.lower()) if known else ():
        if each in known:
            yield str(known[each])


def like(
    new: Mapping[str, Reading], owners: Mapping[str, Line | Reading], text: Callable[[str], str | None]
) -> dict[str, str]:
    """For each new document that is a copy of another text: the fingerprint of that text.

    `owners` are the documents that have an article, the one that had it first before the others, and `text` gives the
    body of a document; none where a person has deleted the article. What has an article first is copied; of new
    documents, that which says most.
    """
    long = {path: read for path, read in new.items() if read.kept >= LEAST}
    sketches = {path: read.sketch for path, read in long.items()}
    pairs: dict[str, list[str]] = defaultdict(list)
    for path, other in candidates(sketches, {path: each.sketch for path, each in owners.items()} | sketches):
        pairs[path].append(other)
    rank = [*owners, *sorted(long, key=lambda path: (-long[path].kept, -long[path].said, path))]
    place = {path: number for number, path in enumerate(rank)}
    found: dict[str, str] = {}

    @lru_cache(maxsize=200)  # a text in a hundred copies is read once, and not all texts are held
    def read(path: str) -> Text | None:
        return None if (body := text(path)) is None else Text.of(body)

    def holds(other: str, path: str) -> bool:
        theirs, own = read(other), read(path)
        return theirs.holds(own) if theirs and own else other in owners and _seems(long[path], owners[other])

    for path in sorted(pairs, key=place.__getitem__):
        for other in sorted(pairs[path], key=place.__getitem__):
            if place[other] > place[path]:
                break
            if other not in found and holds(other, path):
                found[path] = (owners.get(other) or long[other]).words
                break
    return found


def _seems(read: Reading, other: Line | Reading) -> bool:
    """Whether a text is a copy of another, by what the lock has of that one."""
    resemblance = shingles.resemblance(shingles.unpacked(read.sketch), shingles.unpacked(other.sketch))
    return resemblance >= SURE and read.kept < other.kept + OWN


def candidates(new: Mapping[str, str], known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The pairs (new document, other document) that may be one text, from their sketches by document.

    `known` may hold the new ones, too. Memory grows with the new documents alone.
    """
    sketches = {path: shingles.unpacked(sketch) for path, sketch in new.items()}
    index: dict[int, list[str]] = defaultdict(list)
    for path, found in sketches.items():
        for each in found[:INDEXED]:
            index[each].append(path)
    for other, sketch in known.items():
        theirs = shingles.unpacked(sketch)
        for path in sorted({path for each in theirs[:INDEXED] for path in index.get(each, ())}):
            if path != other and shingles.resemblance(sketches[path], theirs) >= RESEMBLANCE:
                yield path, other
