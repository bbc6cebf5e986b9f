"""Which lines of a page are its article: those that stand where most of its running text does.

After Readability (Arc90, 2010): text that is no link speaks for the element that holds it. Here the lines of a page are
weighed, not its elements, so that each line is judged once, with its place, and the tree stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.opening import is_sentence

_LOOSE, _ABOVE, _CARD, _NAMED = 0.3, 0.2, 0.1, 0.5
"""What a letter weighs that is of no sentence, or above the headline, or beside the link to another report, or in an
element that is called furniture, while the one is sought that holds the article."""
_LINKED = 0.5
_TEASER, _TEASED = 0.9, 25
"""So much of a line, and so many letters: such a link in an item leads to another report."""
_FEW = 100
_MOST = 0.8
"""A part of the page that holds so much of the text is where the article stands."""
_SECTION = 0.03
"""Of the text: what looks as that part does, stands beside it and holds more is another section of the article."""
_NEAR = 2
"""So many levels up a paragraph of the same article may stand."""
_WORTH = 0.1
"""Of the weight that a sentence in the midst of the article has: one with less is of a box beside it."""
_STRONG = 0.2
"""Of the best home's text: what holds as much is of the article with all its short lines."""
_PARAGRAPH, _LONG = 80, 60
_NOTHING_BUT_LINK = 0.97
_SEVERAL = 3
"""So many boxes of one look, one after the other, are a list of deals or of sights, and of the article."""
_NEVER = ("comments", "footer", "cookie notice")
"""Furniture that may hold more text than the article."""
_WEAK = ("advertisement", "toolbar", "tags", "navigation", "byline", "player", "aside")
"""Names that a single paragraph of the article may bear, too."""
_OF_TEXT = frozenset("p li dd dt td th pre blockquote".split())
_WHOLE = ("ul", "ol", "dl", "blockquote")
"""What is a part of an article, with all that is in it, and never where it stands."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A line of text, as it speaks for where it stands."""

    line: Line
    weight: float
    worth: float
    """Of each of its letters."""
    home: Any
    """The element in which it stands beside others."""
    sentence: bool


def chosen(root: Any, lines: Sequence[Line], headline: Line | None) -> set[int]:
    """The numbers of the article's lines; of headings those that stand where it does."""
    data = _tables_of_data(lines)
    texts = list(_texts(lines, headline, data))
    if not texts:
        return {line.number for line in lines if not line.places and line.linked < _LINKED}
    homes: dict[Any, float] = defaultdict(float)
    for text in texts:
        homes[text.home] += text.weight
    best = _best(texts)
    share = {home: min(1.0, weight / homes[best]) for home, weight in homes.items()}
    free = _free(texts, share, best)
    standing = [text for text in texts if _stands_free(text.line, free)]
    part = _part(root, standing, share)
    strong = {home for home, weight in homes.items() if weight > _STRONG * homes[best]} | {part}
    inside = [text for text in texts if _within(text.line, part)]
    return _lines(lines, inside, free, share, strong, data) | {
        line.number for line in lines if line.kind == "heading" and _stands_free(line, free) and _within(line, part)
    }


def _home(line: Line, data: set[Any]) -> Any:
    """The element in which the paragraphs of an article stand side by side."""
    if (table := _data_table(line, data)) is not None:
        return table
    parent = line.element.getparent()
    return line.element if parent is None or line.element.tag in ("div", "section", "article", "td") else parent


def _tables_of_data(lines: Sequence[Line]) -> set[Any]:
    """The tables of figures or words, not those for layout; each is looked through once, however many lines it has."""
    tables = {line.inside("table") for line in lines if line.kind == "cell"} - {None}
    return {each for each in tables if each.find(".//th") is not None and each.find(".//table") is None}


def _data_table(line: Line, data: set[Any]) -> Any:
    """The table of `data` of which a line is a cell; None where it is in none."""
    table = line.inside("table") if line.kind == "cell" else None
    return table if table in data else None


def _texts(lines: Sequence[Line], headline: Line | None, data: set[Any]) -> Iterator[_Text]:
    """The lines that are text, but those of comments and footers, unless there is next to nothing else."""
    top = headline.number if headline else 0
    sentences = {line.number for line in lines if line.linked <= _LINKED and is_sentence(line)}
    mixed = {line.element for line in lines if line.number in sentences}
    cards = {
        line.inside("li") for line in lines if line.kind == "bullet" and line.linked > 0.9 and len(line.text) > _TEASED
    }
    found = []
    for line in lines:
        if line.linked > _LINKED or line.kind == "heading":
            continue
        worth = 1.0 if line.number > top else _ABOVE
        if line.number not in sentences:
            worth *= _LOOSE if line.element.tag in _OF_TEXT or line.element in mixed else 0
        if cards and line.kind == "bullet" and line.inside("li") in cards:
            worth *= _CARD
        if worth:
            weight = worth * len(line.text) * (1 - line.linked)
            found.append(_Text(line, weight, worth, _home(line, data), line.number in sentences))
    own = [text for text in found if not any(reason in _NEVER for _, reason in text.line.places)]
    yield from own if sum(text.weight for text in own) >= _FEW else found


def _best(texts: Sequence[_Text]) -> Any:
    """The element that holds most text by itself."""
    held: dict[Any, float] = defaultdict(float)
    for text in texts:
        held[text.home] += text.weight * (_NAMED if text.line.places else 1)
    return max(held, key=held.__getitem__)


def _free(texts: Sequence[_Text], share: Mapping[Any, float], best: Any) -> set[Any]:
    """What is no furniture, whatever it is called: all around the best home, and what holds more than the rest."""
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
    free = {each for each, weight in called.items() if weight > rest or (each.tag, each.get("class")) in looks}
    return around | free | _items(texts, around, best)


def _items(texts: Sequence[_Text], around: set[Any], best: Any) -> set[Any]:
    """The boxes among the article's paragraphs that are a list: several of one look, one after the other."""
    found: set[Any] = set()
    boxed = ((text.line, _box(text.line, around, best)) for text in texts if text.sentence)
    for look, run in groupby(boxed, lambda each: each[1] is not None and (each[1].tag, each[1].get("class"))):
        pairs = list(run)
        if look and len({box for _, box in pairs}) >= _SEVERAL:
            found |= {element for line, _ in pairs for element, _ in line.places}
    return found


def _box(line: Line, around: set[Any], best: Any) -> Any:
    """The box inside the best home in which a line stands, if all its names may be those of a paragraph; else None."""
    inside = [(each, reason) for each, reason in line.places if each not in around]
    if not inside or any(reason not in _WEAK for _, reason in inside):
        return None
    return inside[0][0] if best in inside[0][0].iterancestors() else None


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
    direct = {
        text.home
        for text in texts
        if text.line.element.tag == "p" and text.sentence and text.worth == 1 and len(text.line.text) > _PARAGRAPH
    }
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


def _lines(
    lines: Sequence[Line],
    inside: Sequence[_Text],
    free: set[Any],
    share: Mapping[Any, float],
    strong: set[Any],
    data: set[Any],
) -> set[int]:
    """The lines of the article, of those in its part: of boxes none, of its own paragraphs also the short ones."""
    standing = {text.line.number: text for text in inside if _stands_free(text.line, free)}
    sure = {
        number for number, text in standing.items() if text.sentence and text.worth * share[text.home] > _WORTH
    } or set(standing)
    if not sure:
        return {text.line.number for text in inside}
    first, last = min(sure), max(sure)
    looks = {(home.tag, home.get("class")) for home in strong if home.get("class")}
    kept = {
        number
        for number, text in standing.items()
        if number in sure
        or (text.sentence and first <= number <= last)
        or text.home in strong
        or (text.home.tag, text.home.get("class")) in looks
        or not strong.isdisjoint(_around(text.line, data))
    }
    for text in inside:  # a paragraph that bears a name of furniture by itself
        if text.line.number not in standing and text.home in strong and text.sentence and len(text.line.text) > _LONG:
            named = [(each, reason) for each, reason in text.line.places if each not in free]
            if all(each is text.line.element and reason in _WEAK for each, reason in named):
                kept.add(text.line.number)
    kept |= {line.number for line in lines[first : last - 1] if _is_full_of_links(line) and _home(line, data) in strong}
    tables = {
        table for text in inside if text.line.number in kept and (table := _data_table(text.line, data)) is not None
    }
    return kept | {line.number for line in lines if tables and line.kind == "cell" and line.inside("table") in tables}


def _around(line: Line, data: set[Any]) -> tuple[Any, ...]:
    """What the list, quotation or table of data stands in of which a line is a part, and the box around that."""
    outer = _data_table(line, data)
    if outer is None:
        outer = next((each for each in reversed([*line.element.iterancestors(*_WHOLE)])), None)
    return () if outer is None else tuple(outer.iterancestors())[:2]


def _is_full_of_links(line: Line) -> bool:
    """Whether a paragraph is a sentence, most of whose words are links."""
    return (
        line.element.tag == "p" and _LINKED < line.linked < _NOTHING_BUT_LINK and not line.places and is_sentence(line)
    )
