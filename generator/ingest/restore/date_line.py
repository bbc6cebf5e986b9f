"""Printed dates of publication become hints; what they say when read today ("5 hours ago") is only taken out."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from generator.ingest import zones
from generator.ingest.dated import Dates, Line, read
from generator.ingest.edit import change
from generator.model import Block, Document, Hint, Taken
from generator.text import dates
from generator.text.bylines import parse as byline
from generator.text.date_words import GLUED_PROSE, LABEL
from generator.text.lines import count, is_prose

_LONGEST = 170
_STOPPED = 60  # of a date that ends in an abbreviation, as a sentence does
_WITHOUT_FIGURES = 32  # letters of "about an hour ago" and its like
_HEAD = 12  # blocks after the first paragraph, often a standfirst, among which a timed or a lone date may stand
_TITLE = 4  # words of a title, below which a date stands among other words
_WORDS = 9  # of a line of the head with a date among them
_SHARE, _WHOLE = 4, 1.2  # times its letters that the line has at most
_FEW = 6  # words beside a date above the story
_GLUED = 3  # blocks after the first paragraph, which may be a title that asks, below which a sentence may be dated
_TOGETHER = 3  # blocks between dates of one head
_MOMENTS = 3  # that one head may print
_NOON = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)  # the stop of "3:31 p.m." ends no sentence
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SMALL = frozenset("by of the in von par por di door av af de".split())
_QUOTING = frozenset('—–“"«')  # a post or a quotation that ends in its date
_MENTION = re.compile(r"\(@\w")  # of whose post this is the date, unless it is a byline above the story


def date_line(document: Document) -> Document:
    """Take the lines out that only print a date, and cut dates off bylines and first sentences."""
    first, last = zones.story(document)
    blocks: dict[int, tuple[Block, ...]] = {}
    reasons: dict[int, str] = {}
    taken: list[Taken] = []
    sure: list[tuple[int, Hint]] = []
    doubtful: list[Hint] = []
    named: set[int] = set()
    pending = ""
    printed = Dates(document)
    for place, block in enumerate(document.blocks):
        if place <= first + _GLUED and (match := GLUED_PROSE.match(block.text)) and _opens(block.text, match):
            blocks[place], cut, hint = _cut(block, match)
            taken.append(cut)
            sure += [(place, each) for each in hint]
            continue
        line = read(block.text, printed, pending) if _may_be(block.text) and block.kind != "verbatim" else None
        pending = ""
        if line is None or (place > first and _MENTION.search(block.text)):
            continue
        if line.kind:
            follower = document.blocks[place + 1].text if place + 1 < len(document.blocks) else ""
            if read(follower, printed, line.kind) or not follower or place > last:
                pending = line.kind
                reasons[place] = "date line"
            continue
        head = place <= first + 2 or (line.timed and place <= first + _HEAD)
        if line.rest:
            few = place < first and sum(map(count, line.rest)) <= _FEW
            above = place < first + 2 and bool(line.published) and (line.timed or line.labelled or few)
            if not (head and (above or _leaves_byline(line.rest) or _is_lesser(line.rest, block.text))):
                continue
            blocks[place] = tuple(replace(block, text=piece) for piece in line.rest)
            taken.append(Taken(block.lines[0], _without(block.text, line.rest), "date line"))
        elif first < place < last and not (line.labelled or line.timed) and is_prose(document.blocks[place - 1].text):
            continue  # a bare date below a paragraph may be a heading of a chronicle
        else:
            reasons[place] = "player" if line.clock else "date line"
        origin = f"line {block.lines[0]}" if block.lines else "a printed date"
        if place <= first + 2:
            sure += [(place, hint) for hint in _hints(line, origin)]
            if line.labelled and line.published:
                named.add(place)
        elif line.labelled or head:
            doubtful += _hints(line, origin)
    hints = _ranked(_nearest(sure, first, named)) or _ranked(_agreed(doubtful))
    if not hints and (lone := _lone(document, first, printed)):
        hints = list(lone.values())[:1]
        reasons |= dict.fromkeys(lone.keys() - blocks.keys(), "date line")
    return change(document, blocks | dict.fromkeys(reasons, ()), reasons=reasons, taken=taken, hints=hints)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence follows the date: a paragraph, or whatever is glued to it."""
    return is_prose(text) or text[match.end() - 1 : match.end() + 1].isalnum()


def _cut(block: Block, match: re.Match[str]) -> tuple[tuple[Block, ...], Taken, list[Hint]]:
    """`date 2025-03-09Thieves took…`: the date apart from its sentence."""
    found = dates.parse(match["date"])
    rest = replace(block, text=block.text[match.end() :].strip())
    hint = Hint("date", found.isoformat() if found else match["date"], f"line {block.lines[0]}")
    return (rest,), Taken(block.lines[0], match.group().strip(), "date line"), [hint]


def _may_be(text: str) -> bool:
    """A quick look that spares most lines the slow one."""
    if len(text) > _LONGEST or text[:1] in _QUOTING:
        return False
    if (
        len(text) > _STOPPED
        and is_prose(text)
        and not _NOON.search(text)
        and not ((label := LABEL.match(text)) and label.group().rstrip()[-1] == ":")
    ):
        return False
    return len(text) <= _WITHOUT_FIGURES or any(map(str.isnumeric, text))


def _leaves_byline(rest: tuple[str, ...]) -> bool:
    """Whether what stands beside the date is a byline or an outlet, and not a sentence."""
    words = [word for piece in rest for word in re.split(r"[\s,]+", piece) if word]
    if len(words) <= 5 and all(word[:1].isupper() or word in _SMALL for word in words):
        return True
    return any(map(byline, rest)) and not any(map(str.islower, rest))


def _is_lesser(rest: tuple[str, ...], text: str) -> bool:
    """Whether what stands beside the date is less than the half of the line."""
    return 2 * sum(map(_length, rest)) < _length(text)


def _length(text: str) -> int:
    return sum(map(str.isalnum, text))


def _without(text: str, rest: tuple[str, ...]) -> str:
    """The words of `text` that are not in `rest`, in their order."""
    left = " ".join(rest).split()
    gone = []
    for word in re.split(r"\s+", text):
        if word in left:
            left.remove(word)
        else:
            gone.append(word)
    return " ".join(gone) or text


def _hints(line: Line, origin: str) -> list[Hint]:
    hints = [Hint("date", line.published, origin)] if line.published else []
    return hints + ([Hint("lastmod", line.updated, origin)] if line.updated else [])


def _lone(document: Document, first: int, printed: Dates) -> dict[int, Hint]:
    """The one date of the head that stands below a paragraph, by its place, or on a short line of which it is a good
    part, `Geschrieben am 15. April 2025 in Sport`. Several dates are a chronicle, or of other stories.
    """
    found = {}
    for place, block in enumerate(document.blocks[: first + _HEAD]):
        if place < max(1, first - _HEAD) or not _may_be(block.text) or _MENTION.search(block.text):
            continue
        spans = printed.find(block.text) if count(block.text) <= _WORDS else []
        below = any(count(above.text) >= _TITLE for above in document.blocks[max(0, place - _TOGETHER) : place])
        part = _SHARE if place < first + 2 and below else _WHOLE
        if spans and block.text[: spans[0][0]].rstrip().endswith(":"):
            continue  # `Valid since: …`
        if len(spans) == 1 and part * (spans[0][1] - spans[0][0]) >= len(block.text):
            found[place] = Hint("date", spans[0][2], f"line {block.lines[0]}")
    return found if len({hint.value for hint in found.values()}) == 1 else {}


def _nearest(found: list[tuple[int, Hint]], first: int, named: Collection[int]) -> list[Hint]:
    """Those of the dates that stand together above the story, or else below its first paragraph: today's is printed
    far above it, among the menus.

    Where some are `named` those of publication, no others are; many moments in a row are those of other stories.
    """
    end = min((place for place in named if place < first), default=first)
    above = [place for place, _ in found if place <= end]
    near = above[-1] if above else 0
    for place in reversed(above):
        if near - place > _TOGETHER:
            break
        near = place
    head = [(place, hint) for place, hint in found if place >= near]
    teased = {hint.value for place, hint in head if place < first and place not in named}
    if len(teased) > _MOMENTS:
        head = [(place, hint) for place, hint in head if place >= first or place in named]
    certain = any(place in named for place, _ in head)
    return [hint for place, hint in head if place in named or not certain or hint.field != "date"]


def _agreed(hints: list[Hint]) -> list[Hint]:
    """Dates far from the title, unless they are several: those of the other reports on the page."""
    return hints if len({hint.value for hint in hints if hint.field == "date"}) < 2 else []


def _ranked(hints: list[Hint]) -> list[Hint]:
    """The first printed date is the report's, and the first printed update its update; a date after it is another's."""
    published = [hint for hint in hints if hint.field == "date"][:1]
    updated = [hint for hint in hints if hint.field == "lastmod"][:1]
    if published and updated and _ISO.match(updated[0].value) and published[0].value[:10] > updated[0].value[:10]:
        return updated
    return published + updated
