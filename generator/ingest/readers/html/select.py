"""Which lines of a page are its article: those that stand where most of its running text does.

After Readability (Arc90, 2010): text that is no link speaks for the element that holds it. Here the lines of a page are
weighed, not its elements, so that each line is judged once, with its place, and the tree stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.opening import is_sentence

_ABOVE = 0.2
"""What a letter above the headline weighs while the element is sought that holds the article."""
_LINKED = 0.5
_FEW = 100
_MOST = 0.8
"""A part of the page that holds so much of the text is where the article stands."""
_SECTION = 0.03
"""Of the text: what looks as that part does, stands beside it and holds more is another section of the article."""
_NEAR, _PARAGRAPH = 2, 80
"""So many levels up a paragraph of the same article may stand, if it is as long."""
_WORTH = 0.1
"""Of the weight that a sentence in the midst of the article has: one with less is of a box beside it."""
_STRONG = 0.2
"""Of the best home's text: what holds as much is of the article with all its short lines."""
_NEVER = ("comments", "footer", "cookie notice")
"""Furniture that may hold more text than the article."""
_WHOLE = ("ul", "ol", "dl", "blockquote")
"""What is a part of an article, with all that is in it, and never where it stands."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A line of text, as it speaks for where it stands."""

    line: Line
    worth: float
    """Of each of its letters."""
    home: Any
    """The element in which it stands beside others."""

    @property
    def weight(self) -> float:
        return self.worth * len(self.line.text) * (1 - self.line.linked)


def chosen(root: Any, lines: Sequence[Line], headline: Line | None) -> set[int]:
    """The numbers of the article's lines; of headings those that stand where it does."""
    texts = list(_texts(lines, headline.number if headline else 0))
    if not texts:
        return {line.number for line in lines}
    homes: dict[Any, float] = defaultdict(float)
    for text in texts:
        homes[text.home] += text.weight
    best = max(homes, key=homes.__getitem__)
    share = {home: min(1.0, weight / (homes[best] or 1)) for home, weight in homes.items()}
    free = _free(texts, share, best)
    part = _part(root, [text for text in texts if _stands_free(text.line, free)], share)
    strong = {home for home, weight in share.items() if weight > _STRONG} | {part}
    inside = [text for text in texts if _stands_free(text.line, free) and _within(text.line, part)]
    headings = (line for line in lines if line.kind == "heading")
    return _kept(lines, inside, share, strong) | {
        line.number for line in headings if _stands_free(line, free) and _within(line, part)
    }


def _texts(lines: Sequence[Line], top: int) -> Iterator[_Text]:
    """The lines that are text, but those of comments and footers, unless there is next to nothing else."""
    tables = cache(_is_data)  # a look through the whole table, which has many cells
    found = [
        _Text(line, 1.0 if line.number > top else _ABOVE, _home(line, tables))
        for line in lines
        if line.linked <= _LINKED and line.kind != "heading"
    ]
    own = [text for text in found if not any(reason in _NEVER for _, reason in text.line.places)]
    yield from own if sum(text.weight for text in own) >= _FEW else found


def _home(line: Line, is_data: Callable[[Any], bool]) -> Any:
    """The element in which the paragraphs of an article stand side by side."""
    table = line.inside("table") if line.kind == "cell" else None
    if table is not None and is_data(table):
        return table
    parent = line.element.getparent()
    return line.element if parent is None or line.element.tag in ("div", "section", "article", "td") else parent


def _is_data(table: Any) -> bool:
    """Whether a table is of figures or words, not of layout."""
    return table.find(".//th") is not None and table.find(".//table") is None


def _free(texts: Sequence[_Text], share: Mapping[Any, float], best: Any) -> set[Any]:
    """What is no furniture, whatever it is called: all around the best home or of its look, and what holds more
    than the rest.
    """
    around = {best, *best.iterancestors()}
    called: dict[Any, float] = defaultdict(float)
    rest = 0.0
    for text in texts:
        weight = text.weight * share[text.home]
        furniture = [element for element, _ in text.line.places if element not in around]
        for element in furniture:
            called[element] += weight
        rest += 0 if furniture else weight
    looks = {(each.tag, each.get("class")) for text in texts for each, _ in text.line.places if each in around}
    return around | {each for each, weight in called.items() if weight > rest or (each.tag, each.get("class")) in looks}


def _stands_free(line: Line, free: set[Any]) -> bool:
    return all(element in free for element, _ in line.places)


def _part(root: Any, texts: Sequence[_Text], share: Mapping[Any, float]) -> Any:
    """The smallest part of the page that holds nearly all of its text."""
    held: dict[Any, float] = defaultdict(float)
    for text in texts:
        weight = text.weight * share[text.home]
        for element in (text.line.element, *text.line.element.iterancestors()):
            held[element] += weight
    own = {text.line.element for text in texts}
    part = root
    while True:
        most = max((child for child in part if child in held), key=held.__getitem__, default=None)
        if most is None or most in own or most.tag in (*_WHOLE, "p") or held[most] < _MOST * held[part]:
            break
        if (most.tag == "table" and most in share) or _is_section(most, held, _SECTION * held[part]):
            break
        part = most
    direct = {text.home for text in texts if text.worth == 1 and len(text.line.text) > _PARAGRAPH}
    return next((up for up in reversed([*part.iterancestors()][:_NEAR]) if up in direct), part)


def _is_section(part: Any, held: Mapping[Any, float], least: float) -> bool:
    """Whether another element of the same look holds text beside it."""
    look = (part.tag, part.get("class"))
    return bool(look[1]) and any(
        each is not part and held.get(each, 0) > least and (each.tag, each.get("class")) == look
        for each in part.getparent()
    )


def _within(line: Line, part: Any) -> bool:
    return line.element is part or any(each is part for each in line.element.iterancestors())


def _kept(lines: Sequence[Line], texts: Sequence[_Text], share: Mapping[Any, float], strong: set[Any]) -> set[int]:
    """The lines of the article, of those in its part: of boxes none, of its own paragraphs also the short ones."""
    sentences = [text for text in texts if is_sentence(text.line)]
    sure = [text.line.number for text in sentences if text.worth * share[text.home] > _WORTH]
    between = {text.line.number for text in sentences if sure and sure[0] <= text.line.number <= sure[-1]}
    kept = {
        text.line.number
        for text in texts
        if text.line.number in between or text.home in strong or not strong.isdisjoint(_around(text))
    }
    tables = {text.home for text in texts if text.line.number in kept and text.line.kind == "cell"}
    return kept | {line.number for line in lines if tables and line.kind == "cell" and line.inside("table") in tables}


def _around(text: _Text) -> tuple[Any, ...]:
    """What the list, quotation or table stands in of which a line is a part, and the box around that."""
    outer = next(reversed([*text.line.element.iterancestors(*_WHOLE)]), None)
    outer = text.home if text.home.tag == "table" else outer
    return () if outer is None else tuple(outer.iterancestors())[:2]
