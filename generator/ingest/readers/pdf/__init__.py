"""PDF: the text in reading order, its columns and pages joined, without what stands on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.pdf.articles import articles
from generator.ingest.readers.pdf.columns import columns
from generator.ingest.readers.pdf.file import opened
from generator.ingest.readers.pdf.kinds import blocks_of
from generator.ingest.readers.pdf.page import Line, Page
from generator.ingest.readers.pdf.passages import Column, Known, Passage, passages
from generator.ingest.readers.pdf.running import around
from generator.ingest.readers.pdf.title import author_hints, title_of
from generator.model import Document, Hint, Taken
from generator.text.words import letters

_START = 1024
_OCR = "run OCR first, e.g. ocrmypdf"
_SAMPLE = 20_000


class _Text(NamedTuple):
    """What is printed, and of that what is text."""

    lines: list[str]
    columns: list[Column]
    first: int
    """How many columns page one has."""
    taken: list[Taken]


def claims(data: bytes) -> bool:
    """PDF readers look for the mark within the first kilobyte, and so do we."""
    return data.startswith(b"%PDF-") or (b"%PDF-" in data[:_START] and b"endobj" in data)


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """The document in a PDF, or the articles on its pages, where these are clearly several.

    Raises Unreadable for pages that are pictures, for a password, for damage.
    """
    file = opened(data)
    if not any(page.lines for page in file.pages):
        if file.pictures:
            raise Unreadable(f"its pages are pictures: no text in it; {_OCR}")
        return (Document(name, "pdf", (), (), bare=True),)
    reasons, hints = around(file.pages)
    text = _text(file.pages, reasons)
    if _is_noise("".join(text.lines)[:_SAMPLE]):
        raise Unreadable(f"its fonts do not say which letters they show; {_OCR} --force-ocr")
    known = Known.of(text.columns)
    found = passages(text.columns, known)
    hints += author_hints(file.author, text.lines)
    parts = articles(found, known)
    if len(parts) == 1:
        top = [each for each in found if each.column < text.first]
        return (_document(name, text.lines, text.taken, found, top, known, file.title, hints),)
    documents = []
    for number, part in enumerate(parts, start=1):
        lines, taken, own = _apart(text, part, number == 1)
        documents.append(_document(f"{name}#{number}", lines, taken, own, own, known, "", ()))
    return tuple(documents)


def _text(pages: Sequence[Page], reasons: Mapping[tuple[int, int], str]) -> _Text:
    """All lines in reading order; the head of a page is given those that are no text, and why."""
    text = _Text([], [], 0, [])
    first = 0
    for place, page in enumerate(pages):
        kept: list[Line] = []
        for number, line in enumerate(page.lines):
            if reason := line.unseen or reasons.get((place, number), ""):
                text.lines.append(line.text)
                text.taken.append(Taken(len(text.lines), line.text, reason))
            else:
                kept.append(line)
        for column in columns(kept):
            text.columns.append(Column(len(text.lines) + 1, column))
            text.lines.extend([line.text for line in column])
        first = first or len(text.columns)
    return text._replace(first=first)


def _is_noise(text: str) -> bool:
    """Whether the letters are none: fonts may keep to themselves what their signs mean."""
    return len(text) > 200 and len(letters(text)) < 0.4 * (len(text) - text.count(" "))


def _apart(text: _Text, part: Sequence[Passage], is_first: bool) -> tuple[list[str], list[Taken], list[Passage]]:
    """The lines of one of several articles, numbered anew. What is on the page for all of them is the first one's."""
    numbers = sorted(number for each in part for number in each.numbers)
    taken = text.taken if is_first else []
    numbers = sorted({*numbers, *(each.line for each in taken)})
    new = {number: place for place, number in enumerate(numbers, start=1)}
    lines = [text.lines[number - 1] for number in numbers]
    return (
        lines,
        [replace(each, line=new[each.line]) for each in taken],
        [replace(each, numbers=tuple(new[number] for number in each.numbers)) for each in part],
    )


def _document(
    name: str,
    lines: Sequence[str],
    taken: Sequence[Taken],
    found: Sequence[Passage],
    top: Sequence[Passage],
    known: Known,
    own: str,
    hints: Sequence[Hint],
) -> Document:
    """The document of these passages; its title stands among those of `top`. `own` is what the file calls itself."""
    titles, printed = title_of(top, known, own)
    blocks, gone = blocks_of(found, known, printed)
    gone = sorted((*taken, *gone), key=lambda each: each.line)
    return Document(name, "pdf", tuple(lines), tuple(blocks), (*titles, *hints), tuple(gone), bare=True)
