"""A PDF file, opened, read to the end and closed again: its pages, and what it says of itself."""

from __future__ import annotations

import re
from threading import Lock
from typing import Any, NamedTuple

from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.pdf.page import Page, page_of

_MOST_PAGES = 3000
_MOST_LETTERS = 10_000_000
_ONE_AT_A_TIME = Lock()
"""PDFium may only be asked one thing at a time in a process."""
_AGAIN = "the same page again"
_IMAGE = 3
_PASSWORD = 4


class Opened(NamedTuple):
    """What was in a file."""

    pages: tuple[Page, ...]
    pictures: bool
    """Whether there are pictures on its first pages; only looked for when there is no text."""
    title: str
    author: str


def opened(data: bytes) -> Opened:
    """All of a file. Raises Unreadable where it needs a password, is damaged beyond repair, or too large."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            if getattr(fault, "err_code", 0) == _PASSWORD:
                raise Unreadable("encrypted: it opens only with a password") from None
            raise Unreadable("damaged: PDFium finds no pages in it") from None
        try:
            return _read(document)
        finally:
            document.close()


def _read(document: Any) -> Opened:
    import pypdfium2

    count = len(document)
    if count > _MOST_PAGES:
        raise Unreadable(f"too large: {count} pages are no article")
    pages: list[Page] = []
    before: set[tuple[str, ...]] = set()
    pictures, letters = False, 0
    for number in range(count):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:  # one broken page harms only itself
            continue
        textpage = None
        try:
            textpage = page.get_textpage()
            letters += textpage.count_chars()
            if letters > _MOST_LETTERS:
                raise Unreadable(f"too large: more than {_MOST_LETTERS // 1_000_000} million characters are no article")
            found = page_of(page, textpage, number)
            said = tuple([line.text for line in found.lines])
            if said in before:
                found = found._replace(lines=tuple(line._replace(unseen=_AGAIN) for line in found.lines))
            before.add(said)
            pages.append(found)
            pictures = pictures or (letters == 0 and number < 3 and _has_picture(page))
        except pypdfium2.PdfiumError:
            continue
        finally:
            if textpage is not None:
                textpage.close()
            page.close()
    title, author = (_line(document.get_metadata_value(key)) for key in ("Title", "Author"))
    return Opened(tuple(pages), pictures, title, author)


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=(_IMAGE,), max_depth=3))


def _line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f]", " ", text).split())
