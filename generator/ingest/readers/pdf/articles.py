"""Several articles in one PDF, as on a page of a newspaper: told apart only where headlines with bylines show them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.readers.pdf.kinds import is_large
from generator.ingest.readers.pdf.passages import Known, Passage
from generator.text import bylines
from generator.text.lines import count

_NEAR = 3
"""A byline stands within so many lines below its headline; a kicker or a standfirst may be between."""
_FEWEST = 2
_PARAGRAPH = 120
_WORDS = 50
"""Of an article; a headline and a byline above less are a teaser."""


def articles(found: Sequence[Passage], known: Known) -> list[list[Passage]]:
    """The passages of each article; all of them together where it is not clear that there are several.

    Sections of one report have headings as large as headlines, but no authors of their own.
    """
    starts = [place for place in range(len(found)) if _starts(found, place, known)]
    edges = [*starts, len(found)]
    starts = [
        start
        for start, stop in zip(starts, edges[1:], strict=True)
        if sum(count(each.text) for each in found[start:stop]) >= _WORDS
    ]
    if len(starts) < _FEWEST:
        return [list(found)]
    if not any(len(each.text) > _PARAGRAPH for each in found[: starts[0]]):
        starts[0] = 0
    elif starts[0]:
        starts.insert(0, 0)
    return [list(found[start:stop]) for start, stop in zip(starts, [*starts[1:], len(found)], strict=True)]


def _starts(found: Sequence[Passage], place: int, known: Known) -> bool:
    """Whether an article begins here: with a headline, and a byline near below it."""
    if not is_large(found[place], known) or (place and is_large(found[place - 1], known) and _alike(found, place)):
        return False
    for each in found[place + 1 : place + 1 + _NEAR]:
        if len(each.text) < _PARAGRAPH and (by := bylines.parse(each.text)) and by.opened:
            return True
        if is_large(each, known) and each.size > 0.9 * found[place].size:
            continue
        if len(each.text) > 2 * _PARAGRAPH:
            return False
    return False


def _alike(found: Sequence[Passage], place: int) -> bool:
    """Whether a headline only goes on here."""
    return abs(found[place].size - found[place - 1].size) < 0.1 * found[place].size
