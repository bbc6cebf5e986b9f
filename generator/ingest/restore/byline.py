"""Bylines become authors: above the story a line that can be one, at its end only what says so."""

from __future__ import annotations

import re

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document, Hint
from generator.text.byline_words import OUTLET
from generator.text.bylines import Byline, parse
from generator.text.lines import count

_LONGEST = 160
_CREDITED = re.compile(r"\(?(?:additional\s+)?(?:reporting|writing)\s+by\s", re.IGNORECASE)
_ROLE_LINE = re.compile(
    r"(?:(?:the\s+)?[\w’'&]+\s+){0,4}(?:correspondent|reporter|editor|columnist|staff writer|writer|analyst|critic"
    r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste|corresponsal|muhabiri)(?:,?\s+(?:in\s+)?[\w’'.]+){0,4}",
    re.IGNORECASE,
)


def byline(document: Document) -> Document:
    """Take bylines out, and remember their authors and outlets."""
    first, last = zones.story(document)
    reasons: dict[int, str] = {}
    hints: list[Hint] = []
    bare: list[tuple[int, Byline]] = []
    late: list[Hint] = []
    for place, block in enumerate(document.blocks):
        text = plain(block)
        if len(text) > _LONGEST or block.kind in ("verbatim", "quote", "heading"):
            continue
        found = _byline(document, place, first, last, text)
        if found:
            if not found.opened and not found.outlet and count(text) <= 3:
                bare.append((place, found))
                continue
            reasons[place] = "byline"
            (hints if place < first + 2 else late).extend(_hints(found, block.lines[0] if block.lines else 0))
        elif place - 1 in reasons and place < first and _ROLE_LINE.fullmatch(text):
            reasons[place] = "byline"
    for place, found in bare:  # two names alone: somebody, or the paper where another line says "by"
        line = document.blocks[place].lines[0]
        if not hints:
            hints += _hints(found, line)
        elif OUTLET.search(document.blocks[place].text):
            hints.append(Hint("name", found.authors[0], f"beside the byline, line {line}"))
        else:
            continue
        reasons[place] = "byline"
    known = any(hint.field == "authors" for hint in document.hints)
    found_hints = hints or late
    if known and not document.bare:
        found_hints = []
    return take(document, reasons, found_hints)


def _byline(document: Document, place: int, first: int, last: int, text: str) -> Byline | None:
    """The byline at a place, if what stands there can be nothing else."""
    if first + 1 < place <= last and not _CREDITED.match(text):
        return None
    found = parse(text.replace(" | ", ", "))
    if not found:
        return None
    if found.opened:
        return found if place <= first + 1 or _CREDITED.match(text) or (place > last and count(text) <= 8) else None
    titled = next((taken.line for taken in document.taken if taken.reason == "title"), 0)
    if not document.bare or place > first + 1 or document.blocks[place].lines[0] < titled:
        return None
    return found if found.outlet or _near_date(document, place) or _role_near(document, place, text) else None


def _near_date(document: Document, place: int) -> bool:
    """Whether a date stood on the line, or on one next to it."""
    lines = document.blocks[place].lines
    return any(taken.reason == "date line" and lines[0] - 3 <= taken.line <= lines[-1] + 3 for taken in document.taken)


def _role_near(document: Document, place: int, text: str) -> bool:
    """Whether the line says what its person does, or the next one does."""
    following = document.blocks[place + 1].text if place + 1 < len(document.blocks) else ""
    return count(text) > 3 or bool(len(following) < 60 and _ROLE_LINE.fullmatch(following))


def _hints(found: Byline, line: int) -> list[Hint]:
    hints = [Hint("authors", author, f"byline, line {line}") for author in found.authors]
    return hints + ([Hint("name", found.outlet, f"byline, line {line}")] if found.outlet else [])
