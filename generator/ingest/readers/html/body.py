"""The lines of a page that are its article, and what each other line is.

`select` chooses by where a line stands; here go the boxes that no name gives away, what is printed twice, and what
stands above the headline; headings stay where they open a passage.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.ingest.readers.html.boxes import boxed
from generator.ingest.readers.html.headings import subheads, with_headings
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.opening import is_sentence
from generator.ingest.readers.html.select import chosen
from generator.ingest.readers.html.twice import repeated
from generator.ingest.readers.tidy import key

Lines = tuple[Line, ...]

_PLACEHOLDERS = (("{{", "}}"), ("{%", "%}"), ("<%", "%>"))
_FOR_MACHINES = re.compile(r"(?:https?://\S+|\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*)")
_STRONG = ("comments", "related link", "sign-up", "author biography", "notice")
"""What stays so whatever stands in it."""


def sorted_out(root: Any, lines: Lines, headline: Line | None) -> tuple[list[Line], dict[int, str]]:
    """The lines of the article in order, and for each other line by number what it is."""
    kept = chosen(root, lines, headline)
    if _is_template(lines, kept):
        return [], {line.number: "template" for line in lines}
    reasons = _reasons(lines, kept, headline)
    reasons |= boxed(root, lines, kept, reasons)
    kept = {number for number in kept if not reasons[number]}
    reasons |= dict.fromkeys(repeated(lines, kept), "printed twice")
    kept = {number for number in kept if not reasons[number]} - _above(lines, kept, headline)
    lines = subheads(lines, kept)
    kept = with_headings(lines, kept, reasons)
    if not kept:
        kept = _only(lines, reasons)
        lines = tuple(replace(line, kind="paragraph") if line.number in kept else line for line in lines)
    fates = {line.number: reasons[line.number] or "page furniture" for line in lines if line.number not in kept}
    return [line for line in lines if line.number in kept], fates


def _only(lines: Lines, reasons: dict[int, str]) -> set[int]:
    """What is left of a page without running text: all that is neither furniture nor the title."""
    return {
        line.number for line in lines if not line.places and reasons[line.number] not in ("title", "repeats the title")
    }


def _is_template(lines: Lines, kept: set[int]) -> bool:
    """Whether most of a page is placeholders that a script should have filled in: it was saved before that."""
    found = [line for line in lines if line.number in kept]
    unfilled = (len(line.text) for line in found if line.kind != "pre" and _is_placeholder(line.text))
    return 2 * sum(unfilled) > sum(len(line.text) for line in found)


def _is_placeholder(text: str) -> bool:
    return any((at := text.find(opening)) >= 0 and text.find(closing, at) > 0 for opening, closing in _PLACEHOLDERS)


def _reasons(lines: Lines, kept: set[int], headline: Line | None) -> dict[int, str]:
    """For each line why it cannot be of the article; empty where nothing speaks against it."""
    title = key(headline.text) if headline else ""
    first = min(kept, default=0)
    reasons = {}
    for line in lines:
        if title and key(line.text) == title:
            reason = "title" if line is headline else "repeats the title"
        elif _FOR_MACHINES.fullmatch(line.text) and not line.linked:
            reason = "for machines"
        else:
            reason = "" if line.number in kept else _place(line)
            if not reason and _leads_elsewhere(line):
                reason = "navigation" if line.number < first else "related link"
        reasons[line.number] = reason
    return reasons


def _leads_elsewhere(line: Line) -> bool:
    """A line that is one link, perhaps after a word or two and a colon; an address that is spelled out is text."""
    if line.kind not in ("paragraph", "heading") or len(line.text) > 200 or "://" in line.text:
        return False
    if line.kind == "heading" and all(piece.href.startswith("#") for piece in line.pieces if piece.href):
        return False  # it links to itself, so that readers can copy its address
    loose = "".join(piece.text for piece in line.pieces if not piece.href).strip()
    return line.linked > 0.9 or (line.linked > 0.5 and loose.endswith(":") and len(loose.split()) <= 4)


def _place(line: Line) -> str:
    """The innermost furniture around a line, or what nothing inside it can change."""
    reasons = [reason for _, reason in line.places]
    return next((reason for reason in reasons if reason in _STRONG), reasons[-1] if reasons else "")


def _above(lines: Lines, kept: set[int], headline: Line | None) -> set[int]:
    """What was kept above the headline, unless most of the article is there: then the headline is none."""
    if headline is None:
        return set()
    sentences = [line for line in lines if line.number in kept and is_sentence(line)]
    below = sum(len(line.text) for line in sentences if line.number > headline.number)
    if below <= 0.5 * sum(len(line.text) for line in sentences):
        return set()
    return {number for number in kept if number < headline.number}
