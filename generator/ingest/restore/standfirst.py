"""A standfirst becomes the summary: one that is repeated, or printed above the byline or the first heading."""

from __future__ import annotations

import re

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document, Hint
from generator.text.lines import count, is_prose
from generator.text.words import stopwords, words

_ALIKE = 0.62  # share of a paragraph's own words that a standfirst must have to say the same
_STEM = 5  # letters by which a word is known: enough to see `Ukraine` in `Ukrainian`
_LEAST = 6  # words of its own that a paragraph must have to be compared
_ABOVE = 2  # paragraphs above the heading that became the title
_BECAME = "standfirst, became the summary"
_REPEATS = "repeats the standfirst"


def standfirst(document: Document) -> Document:
    """Make the standfirst the summary and keep the news once; a paragraph with news of its own stays."""
    if any(hint.field == "summary" for hint in document.hints):
        return document
    first, last = zones.story(document)
    if last < 0:
        return document
    return _printed_apart(document, first) or _repeated(document, first) or _above_title(document, first) or document


def _printed_apart(document: Document, first: int) -> Document | None:
    """A line between the title and the byline or the date: longer than a label, and no sentence of the story."""
    title = [taken.line for taken in document.taken if taken.reason == "title"]
    marks = [taken.line for taken in document.taken if taken.reason in ("byline", "date line")]
    if not title:
        return None
    for place, block in enumerate(document.blocks[: first + 1]):
        line = block.lines[0]
        if line < title[0] or count(block.text) < 8 or block.kind != "paragraph":
            continue
        below = [mark for mark in marks if 0 < mark - block.lines[-1] <= 3]
        above = [mark for mark in marks if title[0] < mark < line]
        if (below and not above) or (place < first and count(block.text) >= 10):
            if place == first and not _goes_on(document, place):
                return None
            return _take(document, place)
    return None


def _goes_on(document: Document, place: int) -> bool:
    """Whether a story is left without this paragraph."""
    return sum(is_prose(plain(block)) for block in document.blocks[place + 1 :]) >= 2


def _repeated(document: Document, first: int) -> Document | None:
    """The first paragraph, when the next says the same, word for word or in others."""
    block = document.blocks[first]
    twice = f"repeats line {block.lines[0]}"
    if any(taken.reason == twice and is_prose(taken.text) for taken in document.taken) and _goes_on(document, first):
        return _take(document, first)
    if sum(is_prose(each.text) for each in document.blocks) <= _ABOVE:
        return None  # nothing would be left of so short a report
    following = next(
        (place for place in range(first + 1, len(document.blocks)) if is_prose(document.blocks[place].text)), None
    )
    if following is None or document.blocks[following].kind != "paragraph":
        return None
    other = document.blocks[following].text
    if _says_no_more(other, block.text):
        return _take(document, first, also={following: _REPEATS})
    if _says_no_more(block.text, other) and count(block.text) < count(other):
        return _take(document, first)
    return None


def _above_title(document: Document, first: int) -> Document | None:
    """What stands above the heading that became the title."""
    title = [taken.line for taken in document.taken if taken.reason == "heading, became the title"]
    above = [
        place
        for place, block in enumerate(document.blocks)
        if title and block.lines[-1] < title[0] and is_prose(block.text)
    ]
    if above[:1] != [first] or len(above) > _ABOVE or not _goes_on(document, first):
        return None
    return _take(document, first)


def _take(document: Document, place: int, also: dict[int, str] | None = None) -> Document:
    block = document.blocks[place]
    hint = Hint("summary", plain(block), f"standfirst on line {block.lines[0]}")
    return take(document, {place: _BECAME} | (also or {}), [hint])


def _says_no_more(text: str, other: str) -> bool:
    """Whether `text` repeats `other`: most of its words are there, and each name and number of it."""
    common = stopwords("en")
    own = [word for word in words(text) if word not in common]
    if len(own) < _LEAST:
        return False
    there = {word[:_STEM] for word in words(other)}
    missing = {word for word in own if word[:_STEM] not in there}
    if len(missing) > (1 - _ALIKE) * len(set(own)):
        return False
    names = {word.casefold() for word in re.findall(r"(?<=[\w,;] )[^\W\d_][\w]+", text) if word[0].isupper()}
    return not any(any(map(str.isdigit, word)) or word in names for word in missing)
