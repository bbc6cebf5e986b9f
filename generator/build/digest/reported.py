"""The reports of a story as their sentences: what every part of the digest reads, split once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Citation, Entry, Page
from generator.text import sentences
from generator.text.names import Name, names

DEEPEST = 30
"""Sentences of a report in which figures, times, places and offices are looked for: what is news stands first."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report, word for word."""

    text: str
    report: int
    """Number of its report in the story, from 0."""
    paragraph: int
    """Number of its paragraph, from 1, as in `#p4`."""
    place: int
    """Number of the sentence in its report, from 0."""


@dataclass(frozen=True, slots=True)
class Reported:
    """One report of a story."""

    entry: Entry
    paragraphs: tuple[str, ...]
    """The plain text of each numbered paragraph."""
    sentences: tuple[Sentence, ...]
    """All of them, in order."""
    lang: str
    """Its language without a region, as in `en`; empty when unknown."""

    def cite(self, sentence: Sentence) -> Citation:
        """The sentence with the paragraph in which it stands."""
        return Citation(sentence.text, self.entry, sentence.paragraph)


def reported(pages: Sequence[Page]) -> tuple[Reported, ...]:
    """The reports of a story, in the order given."""
    found = []
    for number, page in enumerate(pages):
        split = [
            (paragraph, text)
            for paragraph, whole in enumerate(page.paragraphs, start=1)
            for text in _split(whole, page.entry.lang)
        ]
        told = tuple(Sentence(text, number, paragraph, place) for place, (paragraph, text) in enumerate(split))
        found.append(Reported(page.entry, page.paragraphs, told, page.entry.lang.split("-")[0]))
    return tuple(found)


def named(report: Reported) -> tuple[Name, ...]:
    """The names in a report."""
    return _names("\n".join(report.paragraphs), report.entry.lang)


@lru_cache(maxsize=64)
def _names(text: str, lang: str) -> tuple[Name, ...]:
    """Several parts of one digest ask for them."""
    return tuple(names(text, lang))


@lru_cache(maxsize=65536)
def _split(paragraph: str, lang: str) -> tuple[str, ...]:
    """Its sentences; the editions of a story read its reports again."""
    return tuple(sentences.split(paragraph, lang))
