"""The lines of a page that are its article, and what each other line is.

trafilatura's choice (see `select`) is mended by what the page itself shows: furniture that it let through goes by
its place, headings and paragraphs that it lost come back when they stand among those that it kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.ingest.readers.html.boxes import boxed
from generator.ingest.readers.html.headings import subheads, with_headings
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.lists import unbroken
from generator.ingest.readers.html.opening import ends, is_sentence
from generator.ingest.readers.html.select import chosen
from generator.ingest.readers.tidy import key

Lines = tuple[Line, ...]

_PLACEHOLDERS = (("{{", "}}"), ("{%", "%}"), ("<%", "%>"))
_SEVERAL = 3
_LARGE = 0.3
"""An element that holds a larger share of the article than this is no furniture, whatever it is called."""
_MOST_OF = 0.5
"""The same of all that is called so together."""
_FOR_MACHINES = re.compile(r"(?:https?://\S+|\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*)")
_CERTAIN = 60
_MOST_STATED, _MOST_LINES = 200_000, 2000
"""Letters and lines that are compared: far more than reports have, and few enough for a page made to take long."""
_STRONG = ("comments", "related link", "sign-up", "author biography", "notice")
"""What stays so whatever stands in it."""
_WEAK = ("advertisement", "toolbar", "tags", "navigation", "byline", "player", "aside")
"""Names that also cover whole columns: a long sentence that trafilatura kept is text even there."""


def sorted_out(root: Any, lines: Lines, headline: Line | None, stated: str = "") -> tuple[list[Line], dict[int, str]]:
    """The lines of the article in order, and for each other line by number what it is.

    `stated` is the text of the article by what the page says for machines, if it does.
    """
    kept = chosen(root, lines) or _simple(lines)
    if _is_template(lines, kept):
        return [], {line.number: "template" for line in lines}
    reasons = _reasons(lines, kept, headline)
    reasons |= boxed(root, lines, kept, reasons)
    kept = {number for number in kept if not reasons[number]}
    kept |= set(_confirmed(lines, kept, reasons, stated))
    kept |= set(_lost(lines, kept, reasons, headline))
    kept -= _above(lines, kept, headline)
    lines = subheads(lines, kept)
    kept = with_headings(lines, kept, reasons)
    kept |= set(unbroken(lines, kept, reasons))
    if not any(line.number in kept and line.kind != "heading" for line in lines):
        kept = _unplaced(lines, reasons)
        lines = tuple(replace(line, kind="paragraph") if line.number in kept else line for line in lines)
    fates = {line.number: reasons[line.number] or "page furniture" for line in lines if line.number not in kept}
    return [line for line in lines if line.number in kept], fates


def _simple(lines: Lines) -> set[int]:
    """A judgement for pages that are too small or too broken for trafilatura: sentences outside the furniture."""
    return {line.number for line in lines if not line.places and line.linked < 0.5 and is_sentence(line)}


def _is_template(lines: Lines, kept: set[int]) -> bool:
    """Whether most of a page is placeholders that a script should have filled in: it was saved before that."""
    found = [line for line in lines if line.number in kept]
    unfilled = (len(line.text) for line in found if line.kind != "pre" and _is_placeholder(line.text))
    return 2 * sum(unfilled) > sum(len(line.text) for line in found)


def _is_placeholder(text: str) -> bool:
    return any((at := text.find(opening)) >= 0 and text.find(closing, at) > 0 for opening, closing in _PLACEHOLDERS)


def _unplaced(lines: Lines, reasons: dict[int, str]) -> set[int]:
    """When nothing is left of a page: its sentences outside the furniture, if there are several."""
    found = {line.number for line in lines if not reasons[line.number] and line.linked < 0.5 and _is_prose(line.text)}
    return found if len(found) >= _SEVERAL else set()


def _is_prose(text: str) -> bool:
    return len(text) > 20 and ends(text)


def _reasons(lines: Lines, kept: set[int], headline: Line | None) -> dict[int, str]:
    """For each line why it cannot be of the article; empty where nothing speaks against it."""
    large = _large(lines, kept)
    reasons = {line.number: _place(line, large) for line in lines}
    for line in lines:
        if (
            line.number in kept
            and reasons[line.number] in _WEAK
            and len(line.text) > 100
            and line.linked < 0.3
            and ends(line.text)
        ):
            reasons[line.number] = ""
    title = key(headline.text) if headline else ""
    for line in lines:
        if title and key(line.text) == title:
            reasons[line.number] = "title" if line is headline else "repeats the title"
        elif _FOR_MACHINES.fullmatch(line.text) and not line.linked:
            reasons[line.number] = "for machines"
        elif not reasons[line.number] and _leads_elsewhere(line):
            reasons[line.number] = "navigation" if line.number < min(kept, default=0) else "related link"
    return reasons


def _leads_elsewhere(line: Line) -> bool:
    """A line that is one link, perhaps after a word or two and a colon; an address that is spelled out is text."""
    if line.kind not in ("paragraph", "heading") or len(line.text) > 200 or "://" in line.text:
        return False
    if line.kind == "heading" and all(piece.href.startswith("#") for piece in line.pieces if piece.href):
        return False  # it links to itself, so that readers can copy its address
    loose = "".join(piece.text for piece in line.pieces if not piece.href).strip()
    return line.linked > 0.9 or (line.linked > 0.5 and loose.endswith(":") and len(loose.split()) <= 4)


def _large(lines: Lines, kept: set[int]) -> set[Any]:
    """Elements that are called furniture but hold much of what was kept: by themselves, or with all that are called so.

    A report may consist of captions, or of boxes.
    """
    sizes: Counter[Any] = Counter()
    called: Counter[str] = Counter()
    total = 0
    for line in lines:
        if line.number in kept:
            total += len(line.text)
            sizes.update({element: len(line.text) for element, _ in line.places})
            called.update({reason: len(line.text) for _, reason in line.places})
    whole = {reason for reason, size in called.items() if size > _MOST_OF * total}
    large = {element for element, size in sizes.items() if size > _LARGE * total}
    return large | {element for line in lines for element, reason in line.places if reason in whole}


def _place(line: Line, large: set[Any]) -> str:
    """The innermost furniture around a line, or what nothing inside it can change."""
    reasons = [reason for element, reason in line.places if element not in large]
    strong = [reason for reason in reasons if reason in _STRONG]
    return strong[0] if strong else reasons[-1] if reasons else ""


def _lost(lines: Lines, kept: set[int], reasons: dict[int, str], headline: Line | None) -> Iterator[int]:
    """Paragraphs that stand beside kept ones, in the same element, and were left out."""
    if not kept:
        return
    homes: Counter[Any] = Counter()
    for line in lines:
        if line.number in kept and line.kind in ("paragraph", "quote"):
            homes[_home(line)] += len(line.text)
    main = {home for home, size in homes.items() if size > 0.2 * sum(homes.values())}
    twins = {(home.getparent(), home.tag, home.get("class")) for home in main if home.get("class")}
    twins |= {
        (up.getparent(), up.tag, up.get("class"))
        for home in main
        for up in [home.getparent()]
        if up is not None and up.get("class")
    }
    first, last = min(kept), max(kept)
    top = headline.number if headline else first - 3
    for line in lines:
        if line.number in kept or reasons[line.number] or line.kind == "heading" or line.linked > 0.5:
            continue
        home = _home(line)
        up = home.getparent()
        sentence = ends(line.text)
        if home in main:
            if first < line.number < last:
                found = sentence or len(line.text) > 60
            else:
                found = top < line.number < first and sentence and len(line.text) > 60
        else:
            found = (
                line.number > top
                and sentence
                and len(line.text) > 40
                and any(
                    each is not None and (each.getparent(), each.tag, each.get("class")) in twins for each in (home, up)
                )
            )
        if found:
            yield line.number


def _confirmed(lines: Lines, kept: set[int], reasons: dict[int, str], stated: str) -> Iterator[int]:
    """Paragraphs that stand in the text as stated, too, unless what is kept has them: a page may hold a text twice."""
    text = key(stated[:_MOST_STATED])
    known = key(" ".join(line.text for line in lines if line.number in kept)) if text else ""
    for line in lines[:_MOST_LINES] if text else ():
        if reasons[line.number] or line.kind == "heading" or len(line.text) <= _CERTAIN or line.number in kept:
            continue
        own = key(line.text)
        middle = len(own) // 2
        if own in text and own[middle : middle + _CERTAIN // 2] not in known:
            yield line.number


def _home(line: Line) -> Any:
    """The element in which the paragraphs of an article stand side by side."""
    parent = line.element.getparent()
    return line.element if parent is None or line.element.tag in ("div", "section", "article", "td") else parent


def _above(lines: Lines, kept: set[int], headline: Line | None) -> set[int]:
    """What was kept above the headline, unless most of the article is there: then the headline is none."""
    if headline is None:
        return set()
    sentences = [line for line in lines if line.number in kept and is_sentence(line)]
    below = sum(len(line.text) for line in sentences if line.number > headline.number)
    if below <= 0.5 * sum(len(line.text) for line in sentences):
        return set()
    return {number for number in kept if number < headline.number}
