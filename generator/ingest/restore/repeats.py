"""Lines that a page prints twice, titles, captions and teasers among them, are kept once."""

from __future__ import annotations

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document

_ADJACENT = 3  # words that make a line worth comparing with the one before it
_ANYWHERE = 8  # and with all others: shorter ones, "No." or a refrain, may be meant


def repeats(document: Document) -> Document:
    """Take out each line that stands word for word above: near by if it is short, anywhere if it is long."""
    if document.format == "markdown" or len(document.blocks) < 2:
        return document
    first, _ = zones.story(document)
    seen: dict[str, int] = {}
    reasons: dict[int, str] = {}
    before = ""
    for place, block in enumerate(document.blocks):
        if block.kind == "verbatim":
            continue
        key = " ".join(plain(block).casefold().split()).rstrip(" .:")
        words = key.count(" ") + 1
        if key in seen and (
            words >= _ANYWHERE or (words >= _ADJACENT and (before == key or place < first)) or _wide(key)
        ):
            reasons[place] = f"repeats line {seen[key]}"
        elif block.lines:
            seen.setdefault(key, block.lines[0])
        before = key
    return take(document, reasons)


def _wide(key: str) -> bool:
    """Whether a line of a script without spaces is long enough to be compared."""
    return len(key) >= 16 and " " not in key and not key.isascii()
