"""What stands between a headline and its report: bylines, dates and small things that are no part of the text."""

from __future__ import annotations

from itertools import groupby

from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.tidy import key
from generator.text import dates
from generator.text.bylines import is_byline
from generator.text.lines import stops

_FEW_WORDS = 45
_LONGEST = 120
_DEEPEST = 15


def ends(text: str) -> bool:
    """Whether a line ends as a sentence does, or with a colon, before what it announces."""
    return stops(text) or text.endswith((":", "："))


def is_sentence(line: Line) -> bool:
    """Whether a line is a piece of running text."""
    return line.kind != "heading" and (len(line.text) > 80 or (len(line.text) > 20 and stops(line.text)))


def preliminaries(body: list[Line]) -> list[Line]:
    """The lines with which `body` opens that are bylines, dates or a few words; none if no text follows soon."""
    for place, line in enumerate(body[:_DEEPEST]):
        if is_sentence(line) and not is_byline(line.text):
            lists = _lists(body)
            return [
                each
                for each in body[:place]
                if (is_byline(each.text) if each.kind == "heading" else _is_slight(each)) and each.number not in lists
            ]
    return []


def _lists(body: list[Line]) -> set[int]:
    """The items of lists that belong to the text: a heading stands above them, or one of them is long."""
    found: set[int] = set()
    before: Line | None = None
    for items, group in groupby(body, lambda line: line.kind in ("bullet", "number")):
        run = list(group)
        headed = before is not None and before.kind == "heading"
        if items and (headed or not all(map(_is_slight, run))):
            found |= {line.number for line in run}
        before = run[-1]
    return found


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
