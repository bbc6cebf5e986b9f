"""A document as plain text: what the other modules of this folder read and count."""

from __future__ import annotations

import functools
import re
import unicodedata

from generator.ingest.markdown import plain
from generator.model import Block, Document

_ODD = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """One line without control characters or invisible marks, single spaces, in composed form (NFC)."""
    text = (
        "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
        if not text.isprintable()
        else text
    )
    return " ".join(unicodedata.normalize("NFC", _ODD.sub("", text)).split())


def paragraphs(document: Document) -> tuple[tuple[int, str], ...]:
    """The running text: each paragraph that is not empty with its number, from 1. Headings and lists are left out."""
    return _paragraphs(document.blocks)


@functools.lru_cache(maxsize=4)
def _paragraphs(blocks: tuple[Block, ...]) -> tuple[tuple[int, str], ...]:
    texts = (clean(plain(block)) for block in blocks if block.kind == "paragraph")
    return tuple(enumerate((text for text in texts if text), start=1))


def text_of(document: Document) -> str:
    """All of its text, a block a line."""
    return _text(document.blocks)


@functools.lru_cache(maxsize=4)
def _text(blocks: tuple[Block, ...]) -> str:
    return "\n".join(clean(plain(block)) for block in blocks if block.kind != "verbatim")


def hints(document: Document, field: str) -> list[tuple[str, str]]:
    """The values that were found for a field, cleaned, each with its origin, the most trustworthy first."""
    found = ((clean(hint.value), hint.origin) for hint in document.hints if hint.field == field)
    return [(value, origin) for value, origin in found if value]
