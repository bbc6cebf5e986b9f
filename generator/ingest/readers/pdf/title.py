"""The title and the authors of a PDF: what is printed largest, and of what the file says of itself what can be so."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.readers import properties
from generator.ingest.readers.pdf.kinds import is_large
from generator.ingest.readers.pdf.passages import Known, Passage
from generator.ingest.readers.tidy import key
from generator.model import Hint
from generator.text.bylines import parse
from generator.text.lines import count

_NEAR = 0.9
"""A title is at least so large, measured by the largest text of the page that could be one."""
_PARAGRAPH = 120
"""Letters of a paragraph; a headline stands above the first one."""
_FEW = 3
"""The largest text of a front page is often the paper's name: so few words give way to a longer headline."""


def title_of(top: Sequence[Passage], known: Known, own: str) -> tuple[list[Hint], frozenset[int]]:
    """The title as hints, and the places of what is printed of it among the passages of page one."""
    own = properties.title(own)
    places = _printed(top, known)
    if places:
        text = " ".join(top[place].text for place in places)
        return [Hint("title", text, "largest text of page 1")], frozenset(places)
    same = key(own)
    if same and len(same) > 7:
        for place, each in enumerate(top):
            if key(each.text) == same:
                return [Hint("title", each.text, "page 1, and the file's own title")], frozenset((place,))
    return [], frozenset()


def _printed(top: Sequence[Passage], known: Known) -> list[int]:
    large = [
        place
        for place, each in enumerate(top)
        if is_large(each, known) and len(each.text) > 3 and sum(map(str.isalpha, each.text)) > 0.5 * len(each.text)
    ]
    if not large:
        return []
    largest = max(large, key=lambda place: top[place].size)
    text = next((place for place, each in enumerate(top) if len(each.text) > _PARAGRAPH), len(top))
    longer = [place for place in large if count(top[place].text) > _FEW and largest < place < text]
    if count(top[largest].text) <= _FEW and longer:
        largest = max(longer, key=lambda place: top[place].size)
    places = [largest]
    while (after := places[-1] + 1) in large and top[after].size > _NEAR * top[largest].size:
        if (line := parse(top[after].text)) and line.opened:
            break
        places.append(after)
    return places


def author_hints(author: str, lines: Sequence[str]) -> list[Hint]:
    """The authors that the file names, each only if the name is printed in it, too."""
    names = properties.authors(author, " ".join(lines[:200]))
    return [Hint("authors", name, "the file's own author, and printed") for name in names]
