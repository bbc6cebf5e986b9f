"""Plain text: paragraphs, list items and quotations, from whatever way its lines were broken.

What a line means (title, byline, furniture) is decided in `restore`; here only the lines of one paragraph are brought
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.ingest.readers.encoding import as_stored, repaired
from generator.ingest.readers.text.wrapping import Wrapping
from generator.ingest.readers.tidy import tidy
from generator.model import Block, BlockKind, Document, Hint, Taken
from generator.text import dates

_BULLET = re.compile(r"(\s*)([-*+•‣⁃▪●◦·])\s+(?=\S)")
_SURE_BULLETS = frozenset("•‣⁃▪●◦")
_NUMBER = re.compile(r"(\s*)(\d{1,3})[.)]\s+(?=\S)")
_QUOTE = re.compile(r"\s*>(?: ?>)*+(?!\S*>)\s?")
_BYLINE = re.compile(r"(?:By|Von|Par|Por|Di|Door|Av|Af)\s+[A-Z]\S+ [A-Z]")
_SMALL_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av|af)\s+[A-Z]\S+ [A-Z]|(?:posted|published|updated)\s(?:on|at|by)\s"
)
_OPENER = re.compile(r"(?:(?:written |posted )?by|von|par|por|di|door|av|af)\s*:?", re.IGNORECASE)
_LONGEST_OPENER = 20
_LONGEST_NAMES = 60
_TAIL = 100  # letters that show whether a sentence has ended
_RULED = "-=_*~#•·.—–"
_RULE = re.compile(rf"\s*([{_RULED}])(?:\s*\1){{2,}}\s*")


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """The one document in a text file. Raises Unreadable when the bytes are no text."""
    written = as_stored(data)
    lines = tuple(repaired(written).split("\n"))
    blocks: list[Block] = []
    taken: list[Taken] = []
    shown = tuple([line and tidy(line) for line in lines])
    wrapping = Wrapping.of(lines)
    for kind, group in _groups(lines, shown):
        if kind == "rule":
            _rule(group[0], lines, blocks, taken)
        elif kind == "quote":
            _quotation(group, lines, blocks, taken)
        else:
            blocks += _passage(group, lines, shown, wrapping)
    taken += [
        Taken(number, line, "nothing visible")
        for number, (line, seen) in enumerate(zip(lines, shown, strict=True), start=1)
        if not seen and line.strip()
    ]
    hints = _repairs(written.split("\n"), lines)
    return (Document(name, "text", lines, tuple(_lists(blocks, lines)), hints, tuple(taken), bare=True),)


def _repairs(written: list[str], lines: tuple[str, ...]) -> tuple[Hint, ...]:
    """Says on which lines letters were put right."""
    put_right = [number for number, line in enumerate(lines, start=1) if line != written[number - 1]]
    if not put_right:
        return ()
    where = f"line {put_right[0]}" + (f" and {len(put_right) - 1} more" if len(put_right) > 1 else "")
    return (Hint("encoding", "letters put right that were once read in the wrong encoding", where),)


def _groups(lines: tuple[str, ...], shown: tuple[str, ...]) -> list[tuple[str, list[int]]]:
    """The numbers of lines that stand together, and their kind: no blank line between them, all of one kind.

    `shown` is what a person sees of each of the lines, as `tidy` has it; here and below.
    """
    groups: list[tuple[str, list[int]]] = []
    last = ""
    for number, (line, seen) in enumerate(zip(lines, shown, strict=True), start=1):
        kind = _kind(line, seen[0]) if seen else ""
        if kind and kind == last and kind != "rule":
            groups[-1][1].append(number)
        elif kind:
            groups.append((kind, [number]))
        last = kind
    return groups


def _kind(line: str, first: str) -> str:
    """What a line is, by its `first` sign where that can tell it already: `rule`, `quote` or `text`."""
    if first in _RULED and _RULE.fullmatch(line):
        return "rule"
    return "quote" if first == ">" and _QUOTE.match(line) else "text"


def _passage(group: list[int], lines: tuple[str, ...], shown: tuple[str, ...], wrapping: Wrapping) -> list[Block]:
    """Lines without a blank one between them: one paragraph, or several where the lines were not wrapped."""
    blocks: list[Block] = []
    text, joined = "", [group[0]]
    for number in group:
        line = lines[number - 1]
        following = lines[number] if number < group[-1] else ""
        if number > group[0] and _joins(text, lines[number - 2], line, following, wrapping):
            text = wrapping.joined(text, shown[number - 1])
            joined.append(number)
            continue
        if number > group[0]:
            blocks.append(Block(text, tuple(joined)))
        text, joined = shown[number - 1], [number]
    return [*blocks, Block(text, tuple(joined))]


def _joins(text: str, before: str, line: str, following: str, wrapping: Wrapping) -> bool:
    """Whether a line goes on where `text` ended, whose last printed line is `before`."""
    if _is_opener(text):
        return len(line) <= _LONGEST_NAMES  # the name is a link of its own
    if _marker(line) or _alone_on_line(line) or (not wrapping.width and _is_byline(line)):
        return False
    return wrapping.continues(before, line, text[-_TAIL:], following)


def _alone_on_line(line: str) -> bool:
    """A byline or a date: it follows a headline, which is often as long as a full line."""
    text = line.strip()
    if _is_opener(text):
        return True
    if len(text) > 70 or text[-1:] in ".,;":
        return False
    return bool(_BYLINE.match(text)) or (len(text) < 45 and any(found.start < 12 for found in dates.find(text)[:1]))


def _is_opener(text: str) -> bool:
    """Whether a line only announces a name: `by:`."""
    return len(text) <= _LONGEST_OPENER and bool(_OPENER.fullmatch(text))


def _is_byline(line: str) -> bool:
    """Whether a line is a byline with a small letter first; where lines were wrapped it may be part of a sentence."""
    text = line.strip()
    return len(text) <= 70 and text[-1:] not in ".,;" and bool(_SMALL_BYLINE.match(text))


def _marker(line: str) -> re.Match[str] | None:
    first = line.lstrip()[:1]
    if first.isdigit():
        return _NUMBER.match(line)
    return None if first.isalpha() else _BULLET.match(line)


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _quotation(group: list[int], lines: tuple[str, ...], blocks: list[Block], taken: list[Taken]) -> None:
    """Quoted lines: read what is behind the marks, then call its paragraphs quotations."""
    printed = [lines[number - 1] for number in group]
    bare = tuple(_QUOTE.sub("", line, count=1) for line in printed)
    shown = tuple(map(tidy, bare))
    wrapping = Wrapping.of(bare)
    for block in (block for _, inner in _groups(bare, shown) for block in _passage(inner, bare, shown, wrapping)):
        numbers = tuple(group[number - 1] for number in block.lines)
        blocks.append(replace(block, kind="quote", level=2, lines=numbers))
    taken += [
        Taken(number, line, "quotation mark alone")
        for number, line, seen in zip(group, printed, shown, strict=True)
        if not seen
    ]


def _rule(number: int, lines: tuple[str, ...], blocks: list[Block], taken: list[Taken]) -> None:
    """A line of one repeated sign: it underlines the line above it, or separates."""
    line = lines[number - 1].strip()
    above = blocks[-1] if blocks and blocks[-1].lines == (number - 1,) and blocks[-1].kind == "paragraph" else None
    if above and line[0] in "=-" and " " not in line and 0.6 <= len(line) / len(above.text) <= 1.7:
        level = 2 if line[0] == "=" else 3
        blocks[-1] = replace(above, kind="heading", level=level, lines=(*above.lines, number))
    else:
        taken.append(Taken(number, lines[number - 1], "separating line"))


def _lists(blocks: list[Block], lines: tuple[str, ...]) -> Iterator[Block]:
    """Items where at least two stand in a row; a lone dash or number belongs to its sentence."""
    for listed, passage in groupby(((block, _item(block)) for block in blocks), key=lambda each: bool(each[1])):
        run, signs = zip(*passage, strict=True)
        if not listed:
            yield from run
        elif len(run) > 1 and _coherent(signs):
            yield from _levels(run, signs, lines)
        else:
            yield from (_alone(block, sign) for block, sign in zip(run, signs, strict=True))


def _item(block: Block) -> str:
    """The sign of a list item (`•`, `3`), else the empty string."""
    marker = _marker(block.text) if block.kind == "paragraph" else None
    return marker[2] if marker else ""


def _coherent(signs: Sequence[str]) -> bool:
    """Numbers must count from 1; a run may not mix signs of sentences with those of lists."""
    numbers = [int(sign) for sign in signs if sign.isdigit()]
    return all(number in (1, before + 1) for before, number in zip([0, *numbers], numbers, strict=False))


def _unsigned(text: str) -> str:
    """The text of a list item without its sign."""
    marker = _marker(text)
    return text[marker.end() :] if marker else text


def _levels(run: Sequence[Block], signs: Sequence[str], lines: tuple[str, ...]) -> Iterator[Block]:
    """The items with their depth, from how far each is indented."""
    depths: list[int] = []
    for block, sign in zip(run, signs, strict=True):
        own = _indent(lines[block.lines[0] - 1])
        depths = [*(depth for depth in depths if depth < own), own]
        kind: BlockKind = "number" if sign.isdigit() else "bullet"
        yield replace(block, text=_unsigned(block.text), kind=kind, level=len(depths))


def _alone(block: Block, sign: str) -> Block:
    return replace(block, text=_unsigned(block.text), kind="bullet", level=1) if sign in _SURE_BULLETS else block
