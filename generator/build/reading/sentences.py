"""A report as its sentences, which all that is read in it goes by: split once, and their words spelled once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.text import sentences
from generator.text.words import words

DEEPEST = 30
"""Sentences of a report in which figures, times, places and offices are looked for: what is news stands first."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report, word for word."""

    text: str
    paragraph: int
    """Number of its paragraph, from 1, as in `#p4`."""
    start: int
    """Where it begins in its paragraph, from 0."""
    place: int
    """Number of the sentence in its report, from 0."""
    words: tuple[str, ...]
    """As words are compared: in small letters, without endings of possession."""


def split(paragraphs: Sequence[str], lang: str) -> Iterator[Sentence]:
    """The sentences of the numbered paragraphs of a report, in order."""
    place = 0
    for number, paragraph in enumerate(paragraphs, start=1):
        at = 0
        for text in sentences.split(paragraph, lang):
            start = paragraph.index(text, at)
            yield Sentence(text, number, start, place, tuple(words(text)))
            at, place = start + len(text), place + 1
