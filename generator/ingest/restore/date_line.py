"""Printed dates of publication become hints; what they say when read today ("5 hours ago") is only taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.ingest import zones
from generator.ingest.edit import change
from generator.model import Block, Document, Hint, Taken
from generator.text import dates
from generator.text.bylines import parse as byline
from generator.text.date_words import AROUND, GLUED_PROSE, GLUED_TIME, LABEL, RELATIVE, TIME, WITHOUT_YEAR
from generator.text.lines import count, is_prose
from generator.text.months import month

_LONGEST = 170
_WITHOUT_FIGURES = 32  # letters of "about an hour ago" and its like
_QUOTING = frozenset('—–“"«')  # a post or a quotation that ends in its date
_PUNCTUATION = re.compile(r"[\s,;:.|•·/()\[\]–—\-@'’+]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """What one line says of dates."""

    published: str = ""
    updated: str = ""
    labelled: bool = False
    rest: tuple[str, ...] = ()
    """What else stands on the line: a byline, an outlet."""
    clock: bool = False
    """It has a time and nothing else: a player's."""
    kind: str = ""
    """Of a label that stands alone: it speaks of the next line."""


def date_line(document: Document) -> Document:
    """Take the lines out that only print a date, and cut dates off bylines and first sentences."""
    if not document.bare:
        return document
    first, last = zones.story(document)
    blocks: dict[int, tuple[Block, ...]] = {}
    reasons: dict[int, str] = {}
    taken: list[Taken] = []
    sure: list[Hint] = []
    doubtful: list[Hint] = []
    pending = ""
    for place, block in enumerate(document.blocks):
        if place <= first + 1 and (match := GLUED_PROSE.match(block.text)) and is_prose(block.text):
            blocks[place], cut, hint = _cut(block, match)
            taken.append(cut)
            sure += hint
            continue
        line = _read(block.text, pending) if _may_be(block.text) and block.kind != "verbatim" else None
        pending = ""
        if line is None:
            continue
        if line.kind:
            follower = document.blocks[place + 1].text if place + 1 < len(document.blocks) else ""
            if _read(follower, line.kind) or not follower or place > last:
                pending = line.kind
                reasons[place] = "date line"
            continue
        if line.rest:
            if place > first + 2 or not _leaves_byline(line.rest):
                continue
            blocks[place] = tuple(replace(block, text=piece) for piece in line.rest)
            taken.append(Taken(block.lines[0], _without(block.text, line.rest), "date line"))
        elif first < place < last and not line.labelled and is_prose(document.blocks[place - 1].text):
            continue  # a bare date below a paragraph may be a heading of a chronicle
        else:
            reasons[place] = "player" if line.clock else "date line"
        origin = f"line {block.lines[0]}" if block.lines else "a printed date"
        if place <= first + 2:
            sure += _hints(line, origin)
        elif line.labelled:
            doubtful += _hints(line, origin)
    hints = _ranked(sure) or _ranked(doubtful[:2])
    return change(document, blocks | dict.fromkeys(reasons, ()), reasons=reasons, taken=taken, hints=hints)


def _cut(block: Block, match: re.Match[str]) -> tuple[tuple[Block, ...], Taken, list[Hint]]:
    """`date 2025-03-09Thieves took…`: the date apart from its sentence."""
    found = dates.parse(match["date"])
    rest = replace(block, text=block.text[match.end() :].strip())
    hints = [Hint("date", found.isoformat(), f"line {block.lines[0]}")] if found else []
    return (rest,), Taken(block.lines[0], match.group().strip(), "date line"), hints


def _may_be(text: str) -> bool:
    """A quick look that spares most lines the slow one."""
    if len(text) > _LONGEST or text[:1] in _QUOTING or is_prose(text):
        return False
    return len(text) <= _WITHOUT_FIGURES or any(map(str.isdigit, text))


def _read(text: str, pending: str = "") -> _Line | None:
    """What a line says of dates; None when it is no date line."""
    if not any(map(str.isdigit, text)) and not (RELATIVE.search(text) or LABEL.match(text)):
        return None
    spaced = GLUED_TIME.sub(" ", text)
    if (label := LABEL.fullmatch(spaced.strip(" .|•·"))) and not pending:
        return (
            _Line(kind="updated" if label["updated"] else "published")
            if spaced.strip()[-1:] == ":" or count(text) > 1
            else None
        )
    found = dates.find(spaced)
    if len(found) > 3:
        return None
    published, updated, labelled = "", "", bool(pending)
    kept = spaced
    for each in reversed(found):
        before = [
            match for match in LABEL.finditer(spaced, 0, each.start) if spaced[match.end() : each.start].count(" ") <= 3
        ]
        is_update = bool(before[-1]["updated"]) if before else pending == "updated"
        labelled = labelled or bool(before)
        if is_update:
            updated = each.value.isoformat()
        else:
            published = each.value.isoformat()
        kept = kept[: each.start] + " | " + kept[each.end :]
    if labelled or LABEL.match(kept):  # a day without its year is no date, but it is no news either
        kept = WITHOUT_YEAR.sub(lambda day: " | " if month(day["a"] or day["b"]) else day.group(), kept)
    relative = RELATIVE.sub(" | ", kept)
    if not found and relative == spaced:
        return _Line(clock=True) if _is_clock(spaced) else None
    rest = AROUND.sub(" | ", TIME.sub(" | ", LABEL.sub(" | ", relative)))
    pieces = [piece.strip(" ,;:.|•·/()[]–—-@+") for piece in re.split(r"\s\|\s", f" {rest} ")]
    pieces = [piece for piece in pieces if _PUNCTUATION.sub("", piece)]
    if sum(map(count, pieces)) > 14:
        return None
    return _Line(published, updated, labelled, tuple(pieces))


def _is_clock(text: str) -> bool:
    """Whether a line without a date is a time alone, as players and updates have it."""
    return (
        bool(TIME.search(text))
        and not _PUNCTUATION.sub("", AROUND.sub("", LABEL.sub("", TIME.sub("", text))))
        and bool(text)
    )


def _leaves_byline(rest: tuple[str, ...]) -> bool:
    """Whether what stands beside the date is a byline or an outlet, and not a sentence."""
    words = [word for piece in rest for word in re.split(r"[\s,]+", piece) if word]
    if len(words) <= 5 and all(word[:1].isupper() or word in {"by", "of", "the", "in"} for word in words):
        return True
    return any(map(byline, rest))


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


def _hints(line: _Line, origin: str) -> list[Hint]:
    hints = [Hint("date", line.published, origin)] if line.published else []
    return hints + ([Hint("lastmod", line.updated, origin)] if line.updated else [])


def _ranked(hints: list[Hint]) -> list[Hint]:
    """The first printed date is the report's; where an update is all that is printed, its day is the one stated."""
    published = [hint for hint in hints if hint.field == "date"][:1]
    updated = [hint for hint in hints if hint.field == "lastmod"][:1]
    if updated and not published:
        return [Hint("date", updated[0].value, f"{updated[0].origin}, an update"), *updated]
    return published + updated
