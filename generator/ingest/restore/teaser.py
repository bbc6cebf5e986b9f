"""Short lines in a row between two paragraphs, headlines of other stories among them, are taken out."""

from __future__ import annotations

from generator.ingest import passages, zones
from generator.ingest.edit import take
from generator.model import Block, Document
from generator.text.lines import count, is_prose, stops

_MOST = 3  # lines of a teaser: its kicker, its headline, its author; more of them may be a list
_CARDS = 2  # other stories that end a page
_MOST_SAID = 300  # words of all of them: a longer list that ends a text is its own
_SUMMARY = 320  # letters of the paragraph below the headline of another story
_TIMES = 3  # as many words as theirs that the story has at least
_LONG = 5.5  # words a line, on the average, that more of them have if they are headlines
_LONGEST = 16  # words of a headline
_HEADLINE = 6  # words
_ALIKE = 5  # letters of a word that the next paragraph has, too
_QUOTED = frozenset('“„«»"')


def teaser(document: Document) -> Document:
    """Take out the short lines, two or more in a row, that stand between two paragraphs of the story.

    The last of them stays where it may head what follows, and all do below a colon: then they are a list.
    """
    if not document.bare:
        return document
    first, last = zones.story(document)
    below = _cards(document, first, last)
    reasons = dict.fromkeys(range(below, last + 1), "related link")
    place, story = first + 1, ""
    while place < min(below, last):
        end = place
        while end < last and _short(document, end):
            end += 1
        run = range(place, end)
        if len(run) > 1 and _teases(document, run):
            story = story or "\n".join(block.text for block in document.blocks if is_prose(block.text)).lower()
            reasons |= dict.fromkeys(run if not _heads(document, end - 1, story) else run[:-1], "related link")
        place = end + 1
    return take(document, reasons)


def _cards(document: Document, first: int, last: int) -> int:
    """Where the other stories begin that end a page, each two or more short lines and one paragraph; else the number
    of blocks. A section of the story is one heading, and mostly more than one paragraph.
    """
    start, end, cards, others, said = len(document.blocks), last, 0, 0, 0
    while end > first:
        top = end
        while top > first and _is_line(document.blocks[top - 1]):
            top -= 1
        text = document.blocks[end].text
        if top == end or not is_prose(text) or len(text) > _SUMMARY or _continues(text):
            break
        said += count(text)
        if end - top > 1:
            cards += 1
        else:
            others += 1
        if end - top > 1 and cards >= others:
            start = top
        end = top - 1
    if cards < _CARDS or said > _MOST_SAID:
        return len(document.blocks)
    story = sum(count(block.text) for block in document.blocks[first:start] if is_prose(block.text))
    return start if story > _TIMES * said else len(document.blocks)


def _is_line(block: Block) -> bool:
    return block.kind == "paragraph" and not is_prose(block.text) and not block.text.endswith(":")


def _short(document: Document, place: int) -> bool:
    block = document.blocks[place]
    if block.kind != "paragraph" or is_prose(block.text) or count(block.text) > _LONGEST:
        return False
    return not stops(block.text) or block.text.endswith(("...", "…"))


def _teases(document: Document, run: range) -> bool:
    before, after = document.blocks[run[0] - 1], document.blocks[run[-1] + 1]
    if before.text.endswith(":") or not (is_prose(before.text) and is_prose(after.text)):
        return False
    if _continues(after.text):
        return False
    texts = [document.blocks[place].text for place in run]
    if any(text.endswith((":", ",", ";")) or _is_said(text) for text in texts):
        return False
    if len(run) > _MOST:
        return sum(map(count, texts)) >= _LONG * len(run)
    return len(run) < _MOST or any(count(text) >= _HEADLINE for text in texts)


def _continues(text: str) -> bool:
    """Whether a line is the rest of a sentence that a link broke."""
    return text[0].islower() or text[0] in ",.;:)("


def _is_said(text: str) -> bool:
    """Whether a line begins as no headline does: with a dash, a number, a small letter, a quotation that it does not
    end.
    """
    if text[0] in _QUOTED:
        return sum(mark in '“”„«»"' for mark in text) < 2
    return text[0].islower() or not text[0].isalpha() or "http" in text


def _heads(document: Document, place: int, story: str) -> bool:
    """Whether a line shares a word with the paragraph below it, or heads the passage."""
    words = document.blocks[place].text.casefold().split()
    following = document.blocks[place + 1].text.casefold()
    shared = any(word[:_ALIKE] in following for word in words if len(word) >= _ALIKE)
    return shared or passages.weight(document, place, story) >= passages.ENOUGH
