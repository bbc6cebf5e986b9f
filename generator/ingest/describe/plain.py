"""A document as plain text, read once: what the fields of an article are found in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass

from generator.ingest.markdown import plain
from generator.model import Document
from generator.text.words import spelled

_ODD = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """A document and its text. Each is equal to itself alone, so that what is found in one is quickly looked up."""

    document: Document
    text: str
    """All of its text, a block a line."""
    paragraphs: tuple[str, ...]
    """The running text: each paragraph that is not empty. Headings and lists are left out."""
    words: Counter[str]
    """How often each word stands in its text, as it is spelled."""
    hints: defaultdict[str, list[tuple[str, str]]]
    """The values that were found for each field, cleaned, each with its origin, the most trustworthy first."""

    @classmethod
    def of(cls, document: Document) -> Plain:
        """Read a document."""
        rows = [(block.kind, clean(plain(block))) for block in document.blocks if block.kind != "verbatim"]
        text = "\n".join([row for _, row in rows])
        paragraphs = tuple(row for kind, row in rows if kind == "paragraph" and row)
        hints: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for hint in document.hints:
            if value := clean(hint.value):
                hints[hint.field].append((value, hint.origin))
        return cls(document, text, paragraphs, Counter(spelled(text)), hints)


def clean(text: str) -> str:
    """One line without control characters or invisible marks, single spaces, in composed form (NFC)."""
    if text.isprintable():  # the only white space in it is the space
        text = unicodedata.normalize("NFC", text)
        return text if "  " not in text and text == text.strip() else " ".join(text.split())
    text = "".join(" " if unicodedata.category(char) == "Cc" else char for char in _ODD.sub("", text))
    return " ".join(unicodedata.normalize("NFC", text).split())
