"""Short lines between paragraphs that head what follows become headings."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest import passages, zones
from generator.ingest.edit import change
from generator.ingest.passages import QUESTIONS
from generator.model import Block, Document
from generator.text.bylines import parse as byline
from generator.text.casing import is_capitals, sentence_case
from generator.text.lines import count, is_prose, stops
from generator.text.words import words

_MOST_WORDS = 16
_MOST_LETTERS = 120
_SENTENCE = 4  # words
_CAPITALS = 2  # words of a name in capitals
_OWN = 4  # letters of a word that is no particle of a name
_NO_END = (",", "，", "、", "،", ";", "；", "؛", "」", "』", "-", "–", "—")
_QUOTES = frozenset('"“”„«»')
_SPEAKING = _QUOTES | frozenset("–—-")  # what a line that ends in a colon announces is somebody's words
_ALONE = re.compile(r"[\"“„«][^\"”“«»]{8,100}[^\"”“«».,][\"”“»]")
_SAID = re.compile(r"[\"“„«»][^\"”“«»]{1,70}[\"”“»«]")
_NO_HEADING = re.compile(
    r"^[\W\d_]*$|https?://|@\w|\bwww\.|^[-–—•*(\[]|\|"
    r"|(?:[a-zß-ÿ]{4}|\d{4})\. ?[A-ZÀ-Þ]"  # a caption and its credit
    r"|^(?i:sources?|quellen?|kilde|källa|bron|fuente|fonte|źródło|zdroj|источник|джерело)\s?:"
)


def heading_line(document: Document) -> Document:
    """Make a heading of each short line that stands between two paragraphs and is no sentence."""
    if not document.bare:
        return document
    first, last = zones.story(document)
    heads = [place for place in range(first + 1, last) if _heads(document, place)]
    if not heads:
        return document
    printed = " ".join(block.text for block in document.blocks[first : last + 1] if is_prose(block.text))
    alone = dict.fromkeys((place for place in heads if _is_name(document, place, printed)), "name alone")
    small = printed.lower()
    more = 0.0 if passages.is_scraped(document) else passages.UNSCRAPED
    weights = {place: passages.weight(document, place, small) + more for place in heads if place not in alone}
    found = {place: document.blocks[place] for place, weight in weights.items() if weight >= passages.ENOUGH}
    foreign = [place for place, weight in weights.items() if weight < passages.FOREIGN]
    gone = alone | {place: "related link" for place in foreign if not _introduces(document.blocks[place].text)}
    text = ""
    if any(is_capitals(block.text) for block in found.values()):
        text = "\n".join(block.text for block in document.blocks if not is_capitals(block.text))
    headings = {place: (_heading(block, text),) for place, block in found.items()}
    return change(document, headings | dict.fromkeys(gone, ()), reasons=gone)


def _introduces(text: str) -> bool:
    """Whether a line asks, or says who says what follows: then it belongs to the story even if it heads nothing."""
    return text.endswith((*QUESTIONS, ":"))


def _heads(document: Document, place: int) -> bool:
    block = document.blocks[place]
    if block.kind != "paragraph" or block.markup:
        return False
    text = block.text
    following = document.blocks[place + 1]
    if count(text) > _MOST_WORDS or len(text) > _MOST_LETTERS or _NO_HEADING.search(text):
        return False
    if text.endswith((":", "：")) and following.text[0] in _SPEAKING:
        return False
    if text.endswith(_NO_END) or (stops(text) and not text.endswith(QUESTIONS)):
        return False
    if text[0].islower() or not (is_prose(following.text) or _says(following.text)) or following.kind != "paragraph":
        return False
    if len(following.text) <= len(text) or _is_quoted(text, document.blocks[place - 1].text, following.text):
        return False
    before = document.blocks[place - 1]
    return is_prose(before.text) or before.kind != "paragraph" or _leads(text, following.text)


def _says(text: str) -> bool:
    """Whether a line is a short sentence."""
    return stops(text) and count(text) >= _SENTENCE


def _leads(text: str, following: str) -> bool:
    """Whether the last of several short lines heads the paragraph below it: they share a word."""
    return any(word[:6] in following.lower() for word in words(text) if len(word) >= 5)


def _is_quoted(text: str, before: str, after: str) -> bool:
    """Whether a line is part of a quotation, or ends in a bracket. One quotation between two paragraphs may be a
    heading.
    """
    if _ALONE.fullmatch(text):
        return (
            (text[0] in '“"' and count(text) <= _SENTENCE)
            or not (is_prose(before) and is_prose(after))
            or after[0] in _QUOTES
        )
    left = _SAID.sub("", text)
    return any(mark in _QUOTES for mark in left) or text[-1] in ")）"


def _is_name(document: Document, place: int, story: str) -> bool:
    """Whether a line is the name of somebody of whom the next paragraph says nothing; a name has no word that the
    story writes with a small letter.
    """
    text = document.blocks[place].text
    found = byline(text)
    if found is None or found.opened:
        return found is not None
    if (is_capitals(text) and count(text) > _CAPITALS) or text.rsplit(maxsplit=1)[-1] in document.blocks[
        place + 1
    ].text:
        return False
    if passages.share(passages.stems(text), passages.passage(document, place)):
        return False
    return not any(
        word.islower() or f" {word.lower()} " in story for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _OWN
    )


def _heading(block: Block, text: str) -> Block:
    name = sentence_case(block.text, text) if is_capitals(block.text) else block.text
    return replace(block, text=name.rstrip(":"), kind="heading", level=2)
