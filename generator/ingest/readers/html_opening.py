"""What stands between a headline and its report: bylines, dates and small things that are no part of the text."""

from __future__ import annotations

import re

from generator.ingest.readers.html_lines import Line
from generator.ingest.readers.html_people import is_byline
from generator.ingest.readers.tidy import key
from generator.text import dates

_END = re.compile(r"[.!?…。！？؟।]['\"”’»)\]]*$")
_FEW_WORDS = 45
_LONGEST = 120
_DEEPEST = 15


def is_sentence(line: Line) -> bool:
    """Whether a line is a piece of running text."""
    return line.kind != "heading" and (len(line.text) > 80 or (len(line.text) > 20 and bool(_END.search(line.text))))


def preliminaries(body: list[Line]) -> list[Line]:
    """The lines with which `body` opens that are bylines, dates or a few words; none if no text follows soon."""
    for place, line in enumerate(body[:_DEEPEST]):
        if is_sentence(line) and not is_byline(line.text):
            return [each for each in body[:place] if each.kind != "heading" and _is_slight(each)]
    return []


def _is_slight(line: Line) -> bool:
    return len(line.text) < _FEW_WORDS or (
        len(line.text) < _LONGEST and (is_byline(line.text) or bool(dates.find(line.text)))
    )


def what_it_is(line: Line, title: str) -> str:
    """What a line above the body is, by its words; the empty string when they do not tell."""
    if key(line.text) == key(title):
        return "title"
    if len(line.text) > _LONGEST:
        return ""
    if is_byline(line.text):
        return "byline"
    return "date line" if dates.find(line.text) else ""
