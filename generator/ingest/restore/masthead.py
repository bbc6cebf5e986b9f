"""The name of the paper, where it is printed above the title and the page names it again."""

from __future__ import annotations

import re

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document, Hint
from generator.text.bylines import parse
from generator.text.lines import count

_LINES = 6  # blocks from the top among which it may stand
_MOST_WORDS = 4
_NAMED = re.compile(
    r"(?:The\s)?[A-ZÀ-Þ][\w’'.&-]*(?:\s(?:of|and|&|the|du|de|la|des|del)\s?|\s)?(?:[A-ZÀ-Þ][\w’'.-]*\s?){0,3}"
)


def masthead(document: Document) -> Document:
    """Take the line out and remember the name."""
    first, _ = zones.story(document)
    for place, block in enumerate(document.blocks[: min(first, _LINES)]):
        text = block.text
        found = parse(text) if count(text) <= _MOST_WORDS else None
        if count(text) > _MOST_WORDS or not _NAMED.fullmatch(text) or (found and found.opened):
            continue
        if _named_again(document, place, text):
            return take(document, {place: "name of the paper"}, [Hint("name", text, f"line {block.lines[0]}")])
    return document


def _named_again(document: Document, place: int, name: str) -> bool:
    """Whether the page names the paper: in its footer, or as papers speak of themselves, "told the Packet"."""
    bare = name.removeprefix("The ")
    last = bare.split()[-1]
    if len(last) < 4:
        return False
    others = [plain(block) for number, block in enumerate(document.blocks) if number != place]
    printed = [text for text in (*others, *(taken.text for taken in document.taken)) if last in text]
    if not printed:
        return False
    again = re.compile(
        rf"(?:told|tells|©.{{0,12}}|/)\s?(?:the\s|The\s)?(?:{re.escape(bare)}|{re.escape(last)})\b(?!\s[A-Z])"
        rf"|©.*{re.escape(bare)}\b|^{re.escape(bare)} (?:is|has|are) "
    )
    return any(map(again.search, printed))
