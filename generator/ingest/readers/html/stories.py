"""The stories of a newsletter that holds several: sections of one make, each with a heading and prose.

A single essay has headings and prose as well. What it does not have is a link for each of its sections, in the heading,
on a line that says "read more", or at the end of the last sentence, where a newsletter names its source; or, where the
stories are told in full, a box for each section below the highest headings of the mail.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.ingest.readers.html.lines import Line
from generator.text.lines import count, is_prose
from generator.text.slugs import slug

_FEWEST = 2
_SHARE = 0.6
"""Of the sections of one make that must be stories with a link of their own."""
_WORDS = 10
"""Of running text that a story has at least."""
_TOLD, _FEWEST_TOLD = 60, 3
"""Words of a story that is told in full and needs no link, and how many of them make a newsletter."""
_REST = 40
"""Words of prose beside the stories that are worth a document of their own."""
_ITEMS = 3
_LINK, _FEW = 0.8, 10
_LAST = 30
_MORE = re.compile(
    r"\W*(?:(?:read|see|learn|find out|get|view|continue|keep reading)\b.{0,40}|full (?:story|article)|more|"
    r"(?:hier )?(?:weiterlesen|mehr|zum artikel|lesen sie).{0,40}|(?:lire|en savoir).{0,40}|(?:leer|sigue|ver) .{0,40}|"
    r"(?:leggi|continua).{0,40}|(?:leia|ler|continue) .{0,40}|lees .{0,40}|läs .{0,40}|les .{0,40}|læs .{0,40}|"
    r"читать.{0,40}|подробнее|続きを読む|阅读全文|devamı.{0,30}|اقرأ.{0,30})\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a newsletter, or what is left beside its stories."""

    key: str
    """Empty for what is left."""
    title: str
    url: str
    lines: tuple[Line, ...]
    fates: dict[int, str] = field(default_factory=dict)
    """By number, what of its lines is not its text."""


def split(lines: Sequence[Line]) -> list[Story]:
    """The stories, and at last what is left beside them if it is text; nothing when the lines are one text."""
    level = _level(lines)
    if not level:
        return []
    opening, sections = _sections(lines, level)
    told = [None if _is_list(section) else _story(section) for section in sections]
    links = [link for section, story in zip(sections, told, strict=True) if story and (link := _own_link(section))]
    if len(links) < max(_FEWEST, _SHARE * sum(map(bool, told))) or len(set(links)) < len(links):
        if any(line.kind == "heading" and line.level < level for line in lines):
            return []
        boxes = _boxed(sections)
        told = [story if place in boxes else None for place, story in enumerate(told)]
        if sum(map(bool, told)) < _FEWEST_TOLD:
            return []
    found = [story for story in told if story]
    rest = opening + [
        line
        for section, story in zip(sections, told, strict=True)
        if not story and len(section) > 1
        for line in section
    ]
    worth = _prose(rest) >= _REST
    return [*_numbered(found), *([Story("", "", "", tuple(rest))] if worth else ())]


def _level(lines: Sequence[Line]) -> int:
    """The level of heading that most often opens a passage with text; 0 when there is none."""
    opened: Counter[int] = Counter()
    for line, after in pairwise(lines):
        if line.kind == "heading" and after.kind != "heading":
            opened[line.level] += 1
    best = max(opened.items(), key=lambda each: (each[1], -each[0]), default=(0, 0))
    return best[0] if best[1] >= _FEWEST else 0


def _sections(lines: Sequence[Line], level: int) -> tuple[list[Line], list[list[Line]]]:
    """The lines above the first heading of that level, and the lines from each of them on; a higher one ends them."""
    opening: list[Line] = []
    sections: list[list[Line]] = []
    outside = True
    for line in lines:
        if line.kind == "heading" and line.level == level:
            sections.append([])
            outside = False
        elif line.kind == "heading" and line.level < level:
            outside = True
        (opening if outside else sections[-1]).append(line)
    return opening, sections


def _boxed(sections: Sequence[Sequence[Line]]) -> set[int]:
    """Which sections are long texts, and stand with their headings in elements that hold no other section's heading."""
    around = [{*section[0].element.iterancestors()} for section in sections]
    shared = Counter(element for ancestors in around for element in ancestors)
    found = set()
    for place, section in enumerate(sections):
        text = next((line for line in section[1:] if is_prose(line.text)), None)
        if text is not None and _prose(section) >= _TOLD:
            box = next((each for each in text.element.iterancestors() if each in around[place]), None)
            if box is not None and shared[box] == 1:
                found.add(place)
    return found


def _prose(lines: Sequence[Line]) -> int:
    """Words of running text."""
    return sum(count(line.text) for line in lines if is_prose(line.text))


def _is_list(section: Sequence[Line]) -> bool:
    """Whether a section is a list of links, with a word or two on each behind it."""
    items = [line for line in section[1:] if _begins_with_link(line)]
    return len(items) >= _ITEMS and 2 * len(items) > len(section) - 1


def _begins_with_link(line: Line) -> bool:
    first = next((piece for piece in line.pieces if any(map(str.isalnum, piece.text))), None)
    return first is not None and bool(first.href)


def _story(section: Sequence[Line]) -> Story | None:
    """A section as a story; None where it has no text."""
    heading, *rest = section
    if _prose(rest) < _WORDS:
        return None
    fates = {heading.number: "title"}
    more = [line for line in rest if _is_more(line)]
    fates |= {line.number: "link to the whole story" for line in more}
    url = _address(heading) or next((found for line in more if (found := _address(line))), "")
    if not url and len({each for line in rest for each in _addresses(line)}) == 1:
        url = _at_end([line for line in rest if is_prose(line.text)][-1])
    return Story("", heading.text, url, tuple(section), fates)


def _own_link(section: Sequence[Line]) -> str:
    """The link that shows a section to be a story of its own."""
    heading, *rest = section
    more = (found for line in rest if _is_more(line) and (found := _address(line)))
    last = next(line for line in reversed(rest) if is_prose(line.text))
    return _address(heading) or next(more, "") or _at_end(last)


def _is_more(line: Line) -> bool:
    """Whether a line is nothing but a link to the whole story."""
    return line.linked > _LINK and count(line.text) <= _FEW and bool(_MORE.fullmatch(line.text))


def _addresses(line: Line) -> list[str]:
    return [piece.href for piece in line.pieces if piece.href.startswith(("http:", "https:"))]


def _address(line: Line) -> str:
    return next(iter(_addresses(line)), "")


def _at_end(line: Line) -> str:
    """The last link of a paragraph, if it stands at its end."""
    after = 0
    for piece in reversed(line.pieces):
        if piece.href.startswith(("http:", "https:")):
            return piece.href
        after += len(piece.text)
        if after > _LAST:
            break
    return ""


def _numbered(stories: Sequence[Story]) -> list[Story]:
    """The stories, each with a key of its own from its title."""
    keys: Counter[str] = Counter()
    result = []
    for story in stories:
        made = slug(story.title)
        keys[made] += 1
        key = made if keys[made] == 1 else f"{made}-{keys[made]}"
        result.append(Story(key, story.title, story.url, story.lines, story.fates))
    return result
