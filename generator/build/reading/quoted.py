"""What a report puts between quotation marks, with the speaker where it names one.

A phrase at which the writer raises an eyebrow, the title of a work and a single word are no quotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.build.reading.people import People
from generator.build.reading.sentences import Sentence
from generator.build.reading.speakers import speaker
from generator.text.quotations import quotations
from generator.text.words import count, stopwords

SHORTEST, LONGEST = 4, 60
"""In words."""
TITLE = 2
"""Where so many words, and all but small ones, have capitals, they name a work."""
OPENS = 40
"""Characters of a paragraph before the name of whom it tells."""
DEEPEST = 60
"""Paragraphs of a report that are looked at."""
_MARKS = frozenset('“„«»‹「『”"‘')


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as one report has it."""

    text: str
    speaker: str
    """As the text names them; empty where it names nobody."""
    goes_on: bool
    """True where the speaker is named with the words before."""
    paragraph: int
    start: int
    """Where it stands in its paragraph, from 0."""
    sentence: str
    """What stands around it, up to the ends of sentences."""

    @property
    def whole(self) -> bool:
        """Whether it is a sentence; a part of one tells little by itself."""
        return not self.text[0].islower()


def quoted(paragraphs: Sequence[str], sentences: Sequence[Sentence], lang: str, known: People) -> Iterator[Quoted]:
    """The quotations of a report, in order; `lang` is its language without a region."""
    for number, paragraph in enumerate(paragraphs[:DEEPEST], start=1):
        if not _MARKS.isdisjoint(paragraph):
            spans = [(each.start, each.start + len(each.text)) for each in sentences if each.paragraph == number]
            yield from _in_paragraph(paragraph, number, spans, lang, known)


def _in_paragraph(
    paragraph: str, number: int, pieces: Sequence[tuple[int, int]], lang: str, known: People
) -> Iterator[Quoted]:
    found = list(quotations(paragraph))
    spoken, name, ended = False, "", -1
    for place, each in enumerate(found):
        first = max((start for start, _ in pieces if start <= each.start), default=0)
        ends = min((end for _, end in pieces if end >= each.end), default=len(paragraph))
        since = max(first, found[place - 1].end) if place else first
        until = min(ends, found[place + 1].start) if place + 1 < len(found) else ends
        ahead, behind = paragraph[since : each.start], paragraph[each.end : until]
        goes_on = ended >= 0 and not paragraph[ended : each.start].strip()  # “…,” she said. “…”
        told = speaker(ahead, behind, lang, known)
        if told is not None:
            spoken, goes_on = True, False
            name = told or _only_person(paragraph[:first], paragraph[first : each.start], known)
        elif not goes_on:
            spoken, name = False, ""
        ended = ends if spoken else -1
        text = paragraph[each.inner : each.close].rstrip(" \u00a0\u202f,")
        if spoken and _is_quotation(text, lang):
            yield Quoted(text, name, goes_on, number, each.start, paragraph[first:ends])


def _only_person(before: str, here: str, known: People) -> str:
    """The one person whom a text names `before` the sentence of a pronoun, if `here` it names nobody else.

    They must be of whom it tells: `The congressman feared for his wife, Huma Marsh.` leaves open who speaks next.
    """
    found = {full: before.index(last) for last, full in known.full.items() if last in before}
    other = any(last in here and full not in found for last, full in known.full.items())
    alone = len(found) == 1 and not other
    return next((full for full, at in found.items() if at <= OPENS and "," not in before[:at]), "") if alone else ""


def _is_quotation(text: str, lang: str) -> bool:
    """Whether the words are neither too few nor spelled like a title."""
    if not SHORTEST <= count(text) <= LONGEST:
        return False
    told = [word for word in text.split() if word.lower().strip(",.") not in stopwords(lang or "en")]
    return lang == "de" or len(told) < TITLE or not all(word[:1].isupper() for word in told)
