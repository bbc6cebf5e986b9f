"""Lines of a story, and below it, that stand there word for word before are taken out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Block, Document
from generator.text.lines import is_prose, single

_OFTEN = 3  # times that a line of some words is printed only by a page: "Don't want to see this? Remove ads"
_ADJACENT = 3  # words that make a line worth comparing with the one before it
_LONGEST = 120  # letters of a recurring line
_ANYWHERE = 8  # and with all others: shorter ones, "No." or a refrain, may be meant


def repeats(document: Document) -> Document:
    """Take out each line that stands word for word above: near by if it is short, anywhere if it is long.

    The short lines above the story stay: one of them is the title, and the copy of it above the byline shows which.
    Of a saved page none: its reader knows titles and menus by their places, and what else such a page says twice, a
    question to each guest or the last step of a recipe, its author wrote twice.
    """
    keys = [_key(block) for block in document.blocks]
    if len({*keys}) == len(keys):
        return document
    first, last = zones.story(document)
    reasons = _recurring(document, keys, first)
    return take(document, reasons | _twice(document, keys, first if last >= 0 else 0, reasons))


def _twice(document: Document, keys: Sequence[str], head: int, recurring: Collection[int]) -> dict[int, str]:
    """Places of the lines, from `head` on, that stand word for word above."""
    reasons: dict[int, str] = {}
    seen: dict[str, int] = {}
    before = ""
    for place, (block, key) in enumerate(zip(document.blocks, keys, strict=True)):
        if block.kind == "verbatim" or place in recurring:
            continue
        words = key.count(" ") + 1
        if place < head and not is_prose(block.text):
            pass
        elif key in seen and (words >= _ANYWHERE or (words >= _ADJACENT and before == key) or _wide(key)):
            reasons[place] = f"repeats line {seen[key]}"
        elif block.lines:
            seen.setdefault(key, block.lines[0])
        before = key
    return reasons


def _recurring(document: Document, keys: Sequence[str], first: int) -> dict[int, str]:
    """Places of the short lines that stand again and again below the first paragraph, all of them: a title that is
    printed three times stands above it.
    """
    places: dict[str, list[int]] = {}
    for place, (block, key) in enumerate(zip(document.blocks, keys, strict=True)):
        if place <= first or block.kind != "paragraph" or len(block.text) > _LONGEST:
            continue
        if not is_prose(block.text):
            places.setdefault(key, []).append(place)
    often = {key: found for key, found in places.items() if len(found) >= _OFTEN and not _may_be_said(key)}
    if not often or sum(is_prose(block.text) for block in document.blocks) < _OFTEN:
        return {}  # a poem has a refrain
    return {place: "recurring line" for found in often.values() for place in found}


def _may_be_said(key: str) -> bool:
    """Whether a line may be the name of somebody who speaks, an answer, or a figure."""
    return (key.count(" ") + 1 < _ADJACENT and not _wide(key)) or sum(map(str.isalpha, key)) < len(key) / 2


def _key(block: Block) -> str:
    return single(plain(block).casefold()).rstrip(" .:")


def _wide(key: str) -> bool:
    """Whether a line of a script without spaces is long enough to be compared."""
    return len(key) >= 16 and " " not in key and not key.isascii()
