"""How much speaks for it that a short line of a bare text heads the paragraphs below it."""

from __future__ import annotations

import re

from generator.ingest.edit import WRITTEN
from generator.model import Document
from generator.text.lines import count, is_prose
from generator.text.words import words

ENOUGH, FOREIGN = 3.75, 3.0
"""The weight of a heading, and the weight below which a line is the headline of another story."""
UNSCRAPED = 3.0
"""What it adds to the weights of a document that no page stood around: no headlines of other stories are in it."""
QUESTIONS = ("?", "？", "؟")
_MOST = 3  # paragraphs below a heading that tell whether it heads them
_NAME = 2  # words of one who speaks
_LONG = 600  # letters of a long paragraph
_STEM = 6  # letters
_OWN = 4  # letters of a word that tells something
_SCRAPED = 6  # lines of the page around the text, with which other headlines come
_DASH = re.compile(r"\s[–—]\s")


def weight(document: Document, place: int, story: str) -> float:
    """How much speaks for a heading at `place`: that what follows speaks of the same, and is a passage; not the look
    of the headline of another story.

    `story` is the prose of the document in lower case. The weights are those of a logistic regression over lines of
    news pages, rounded.
    """
    block, *rest = document.blocks[place : place + 1 + _MOST]
    text, following = block.text, rest[0].text
    own = stems(text)
    found = 2 * share(own, passage(document, place)) + share(own, story) + 2 * min(len(following), _LONG) / _LONG
    if len(rest) > 1 and rest[1].kind == "paragraph" and is_prose(rest[1].text):
        found += 2
    found += is_prose(document.blocks[place - 1].text) + text.endswith(QUESTIONS)
    return (
        found
        - 2 * (text.endswith(":") and count(text) > _NAME)
        - 2 * (text.lower() in following.lower())
        - 1.5 * bool(_DASH.search(text))
    )


def is_glued(document: Document, place: int) -> bool:
    """Whether a heading shares its line with the paragraph it stood in."""
    block, *rest = document.blocks[place : place + 2]
    return block.kind == "heading" and any(block.lines[-1] in each.lines for each in rest)


def is_scraped(document: Document) -> bool:
    """Whether a page stood around the text: some of its furniture has been taken out."""
    furniture = (taken for taken in document.taken if taken.reason not in WRITTEN)
    return any(number == _SCRAPED for number, _ in enumerate(furniture, start=1))


def passage(document: Document, place: int) -> str:
    """The first paragraphs below a place, in lower case."""
    below = document.blocks[place + 1 : place + 1 + _MOST]
    return " ".join(each.text for each in below if is_prose(each.text)).lower()


def stems(text: str) -> set[str]:
    """The beginnings of the words of a line that tell something."""
    return {word[:_STEM] for word in words(text) if len(word) >= _OWN or not word.isascii()}


def share(own: set[str], text: str) -> float:
    """How many of some beginnings of words a text has, from 0 to 1."""
    return sum(each in text for each in own) / (len(own) or 1)
