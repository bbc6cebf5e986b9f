"""The lines of a page that speak of its report: those about the headline, and few others."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.page import Page
from generator.text import dates

_SAYS = re.compile(
    r"^\W*(?:first )?(?:publi|post|veröff|erstellt|datum|date\b|fecha|data\b|dato|gepubl|opubl|опубл|stand\b|on\b|"
    r"created|vom\b|geschrieben|gespeichert|erschienen|\(?last (?:edit|updat|modif)|updated|aktualisiert|"
    r"(?:von|by|author|autor(?:in)?)\b\W)",
    re.IGNORECASE,
)
_NEAR = 18
_NEXT = 2
_MOSTLY = 0.6
"""Of the letters of a line that says when, and next to nothing else."""
_UP = 7
_WHOLE_PAGE = frozenset("body html main table tbody tr".split())
_ELSEWHERE = frozenset(
    (
        "aside",
        "caption",
        "comments",
        "footer",
        "form",
        "notice",
        "page header",
        "repeats the title",
        "search",
        "standfirst, became the summary",
        "title",
    )
)


def beside(
    page: Page, headline: Line | None, body: list[Line], fates: Mapping[int, str]
) -> tuple[list[Line], list[Line], list[Line]]:
    """Lines about the headline; further above it, and below the body, those that say what they date."""
    first = next((line.number for line in body if line.kind != "heading"), 0)
    if not first:
        return [], [], []
    start = headline.number if headline and headline.number < first else first - 12
    free = [line for line in page.lines if line is not headline and fates.get(line.number, "") not in _ELSEWHERE]
    free += [
        line for line in page.lines if headline and 0 < abs(line.number - headline.number) <= _NEXT and _dates(line)
    ]
    near = [line for line in free if start < line.number < min(first, start + _NEAR)]
    near += [line for line in free if start - 4 <= line.number <= start and headline and _together(line, headline)]
    above = [line for line in free if start - 14 <= line.number <= start and _SAYS.search(line.text)]
    below = [line for line in free if -2 < line.number - body[-1].number <= 5 and len(line.text) < 80]
    return near, above, [line for line in below if _SAYS.search(line.text)]


def _together(line: Line, headline: Line) -> bool:
    """Whether a line above the headline stands in the same part of the page: the day's date often stands at its top."""
    around = set(headline.element.iterancestors())
    up = [line.element, *line.element.iterancestors()][:_UP]
    return any(element in around and element.tag not in _WHOLE_PAGE for element in up)


def _dates(line: Line) -> bool:
    """Whether a line is a date: next to the headline it is the report's, whatever the element around it is called."""
    found = dates.find(line.text)
    return bool(found) and found[0].end - found[0].start > _MOSTLY * len(line.text)
