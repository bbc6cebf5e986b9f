"""Which lines of a page are its article: trafilatura's judgement, carried back to the lines exactly.

Each line is given a mark of two rare signs in front of its first letter before trafilatura reads the tree; the marks
that come out tell which lines it kept. So headings, lists and links can be taken from the page itself.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from generator.ingest.readers.html.lines import Line

_SIGNS = 0x2800
"""Braille patterns: printable, no letters, and never in the text of a page that sighted people read."""
_MARK = re.compile("([\u2800-\u28ff])([\u2800-\u28ff])")
_LETTERS = re.compile(r"[\W_]+")
_ENOUGH = 25
_LITTLE = 1500
"""Letters: the comparison takes a third of the time, and changes for the better only what has found next to nothing."""


def chosen(root: Any, lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that trafilatura takes for the article's."""
    lines = lines[: 256 * 256]
    restore = []
    for index, line in enumerate(lines):
        element, tail = line.spot
        attribute = "tail" if tail else "text"
        text = getattr(element, attribute)
        restore.append((element, attribute, text))
        setattr(element, attribute, _marked(text, index))
    try:
        text = _extracted(root, fast=True)
        if len(text) < _LITTLE:
            text = _extracted(root, fast=False)
    finally:
        for element, attribute, before in reversed(restore):
            setattr(element, attribute, before)
    found = {256 * (ord(mark[1]) - _SIGNS) + ord(mark[2]) - _SIGNS for mark in _MARK.finditer(text)}
    kept = {lines[index].number for index in found if index < len(lines)}
    if kept:
        return kept
    letters = _LETTERS.sub("", _MARK.sub("", text))
    squeezed = ((line.number, _LETTERS.sub("", line.text)) for line in lines)
    return {number for number, own in squeezed if len(own) > _ENOUGH and own in letters}


def _marked(text: str | None, index: int) -> str:
    text = text or ""  # before the mark of a quotation that opens a line
    space = text[: len(text) - len(text.lstrip())]
    return f"{space}{chr(_SIGNS + index // 256)}{chr(_SIGNS + index % 256)}{text[len(space) :]}"


@cache
def _extraction() -> Callable[..., Any]:
    """Trafilatura, silenced: loaded when it is first needed, because it is slow to import."""
    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    from trafilatura import bare_extraction

    return bare_extraction


def _extracted(root: Any, *, fast: bool) -> str:
    """All text of trafilatura's body; empty when it finds none or stumbles over the page.

    Unless it should be `fast`, it compares its finding with those of two other methods.
    """
    try:
        found = _extraction()(
            root, fast=fast, output_format="txt", include_comments=False, include_formatting=True, include_tables=True
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError, RecursionError):
        return ""  # a page too broken for it: the caller has a simpler judgement of its own
    body = getattr(found, "body", None)
    return "" if body is None else " ".join(body.itertext())
