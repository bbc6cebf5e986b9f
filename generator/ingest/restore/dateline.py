"""The dateline of an agency, `KIEV, March 3 (Agency) —`, is taken off the first paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest import zones
from generator.ingest.edit import change
from generator.model import Document, Hint, Taken
from generator.text import dates

_CITY = r"(?:[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][A-ZÀ-ÖØ-ÞĀ-ſЀ-Я.’'\-]+(?:[ /][A-ZÀ-ÖØ-ÞĀ-ſЀ-Я.’'\-]+){0,4})"
_PLAIN_CITY = r"(?:[A-ZÀ-Þ][\w.’'\-]+(?:[ /][A-ZÀ-Þ][\w.’'\-]+){0,3})"
_DAY = r"[^\W\d_]{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?(?:\s+\d{4})?"
_DATELINE = re.compile(
    rf"(?:{_CITY}(?:,\s+(?!{_DAY})[A-Z][\w. ]{{1,25}}?)?(?:,\s+(?P<day>{_DAY}))?"
    rf"(?:\s*\((?P<agency>[^)\d]{{2,30}})\))?\s*(?:[—–―]|--?)\s+"
    rf"|{_PLAIN_CITY}(?:,\s+[A-Z][\w. ]{{1,25}}?)?(?:,\s+(?P<day2>{_DAY}))?"
    rf"\s*\((?P<agency2>[A-Z][^)\d]{{1,30}})\)\.?\s*(?:[—–―]|--?)\s+)(?=\S)"  # no dash: `Erna Bloch (SPD) said`
)
_FAR = 3  # paragraphs in which it may stand


def dateline(document: Document) -> Document:
    """Take the dateline out; its agency may be the publisher, its date the report's, where the year is sure."""
    first, _ = zones.story(document)
    for place in range(max(0, first - 1), min(first + _FAR, len(document.blocks))):
        block = document.blocks[place]
        match = _DATELINE.match(block.text) if block.kind == "paragraph" else None
        if match:
            line = block.lines[0] if block.lines else 0
            rest = replace(block, text=block.text[match.end() :])
            taken = [Taken(line, match.group().strip(), "dateline")]
            return change(document, {place: (rest,)}, taken=taken, hints=_hints(document, match, line))
    return document


def _hints(document: Document, match: re.Match[str], line: int) -> list[Hint]:
    agency, day = match["agency"] or match["agency2"], match["day"] or match["day2"]
    hints = [Hint("name", agency.strip(), f"dateline, line {line}")] if agency else []
    if day and not any(hint.field == "date" for hint in document.hints):
        years = [hint.value[:4] for hint in document.hints if hint.field == "lastmod"]
        found = dates.parse(day) or (dates.parse(f"{day} {years[0]}") if years else None)
        hints += [Hint("date", found.isoformat(), f"dateline, line {line}")] if found else []
    return hints
