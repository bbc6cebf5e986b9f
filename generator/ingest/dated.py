"""What one printed line says of dates: which it states, of what, and what else stands on it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest import phrases
from generator.model import Document
from generator.text import dates, language
from generator.text.bylines import parse as byline
from generator.text.date_words import AROUND, GLUED_TIME, LABEL, READING_TIME, RELATIVE, TIME, WITHOUT_YEAR
from generator.text.lines import count
from generator.text.months import is_weekday, month

_UNSURE = re.compile(r"\d\D{1,25}\d{4}|\d{4}\D{1,15}\d|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d\d")
"""What may be a date in one language alone: a year and another number, or three figures."""
_MARKS = " ,،、，;:.|•·/()[]（）–—-@+"
_PARTED = re.compile(r"[,،、，;:|•·()\[\]（）–—/-]")
_DAYS = frozenset("Mo Di Mi Do Fr Sa So Lu Ma Me Je Ve Su To Ti Ke Pe La Zo Wo Vr Za Пн Вт Ср Чт Пт Сб Вс Нд".split())
"""Short forms of weekdays that are other words in other languages."""
_ITS_DATE = re.compile(r"\s*(?:date|data|datum|fecha|tarihi?|дата)\s*:", re.IGNORECASE)
_LED = frozenset("by about over vor von um am at on vers hace a à di".split())
"""What may lead to a time on a line that prints one."""
_LETTERS = re.compile(r"[^\W\d_]+")
_PUNCTUATION = re.compile(r"[\s,،、，;:.|•·/()\[\]–—\-@'’+]+")


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says of dates."""

    published: str = ""
    updated: str = ""
    labelled: bool = False
    rest: tuple[str, ...] = ()
    """What else stands on the line: a byline, an outlet."""
    clock: bool = False
    """It has a time and nothing else: a player's."""
    timed: bool = False
    """It has a date with the time of day: no heading of a chronicle."""
    kind: str = ""
    """Of a label that stands alone: it speaks of the next line."""


class Dates:
    """Finds printed dates, by the custom of the document's language where it takes one to read them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @functools.cached_property
    def _lang(self) -> str:
        return language.of(" ".join(block.text for block in self._document.blocks))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and value: as ISO has it, or as printed where it is left to whoever knows the site to read it."""
        found = dates.find(text)
        if _is_left(text, found) and (not found or len(found) < len(dates.find(text, "en-GB"))):
            found = dates.find(text, "en-GB" if self._lang in ("", "en") else self._lang)
            return [(each.start, each.end, self._value(text, each)) for each in found]
        return [(each.start, each.end, each.value.isoformat()) for each in found]

    def _value(self, text: str, found: dates.Found) -> str:
        printed = text[found.start : found.end]
        return found.value.isoformat() if dates.parse(printed, self._lang) == found.value else printed


def _is_left(text: str, found: Sequence[dates.Found]) -> bool:
    """Whether a line, of which some dates are found, may have others: each has figures."""
    rest = text
    for each in reversed(found):
        rest = rest[: each.start] + rest[each.end :]
    return any(map(str.isdigit, rest)) and _UNSURE.search(text) is not None


def read(text: str, dates_: Dates, pending: str = "") -> Line | None:
    """What a line says of dates; None when it is no date line."""
    if not any(map(str.isnumeric, text)) and not (RELATIVE.search(text) or LABEL.match(text)):
        return None
    spaced = GLUED_TIME.sub(" ", text)
    if (label := LABEL.fullmatch(spaced.strip(" .|•·"))) and not pending:
        return (
            Line(kind="updated" if label["updated"] else "published")
            if spaced.strip()[-1:] == ":" or count(text) > 1
            else None
        )
    found = dates_.find(spaced)
    if len(found) > 3:
        return None
    published, updated, labelled = "", "", bool(pending)
    kept = spaced
    for start, end, value in reversed(found):
        leading = LABEL.finditer(spaced, 0, start)
        before = [match for match in leading if TIME.sub("", spaced[match.end() : start]).count(" ") <= 3]
        is_update = bool(before[-1]["updated"]) if before else pending == "updated"
        labelled = labelled or bool(before)
        if is_update:
            updated = value
        else:
            published = value
        kept = kept[:start] + " | " + kept[end:]
    if labelled or LABEL.match(kept):  # a day without its year is no date, but it is no news either
        kept = WITHOUT_YEAR.sub(lambda day: " | " if month(day["a"] or day["b"]) else day.group(), kept)
    relative = RELATIVE.sub(" | ", READING_TIME.sub(" | ", kept))
    if not found and relative == spaced:
        return Line(clock=True) if _is_clock(spaced) else None
    if not found and _is_told(kept):
        return None
    timed = bool(TIME.search(relative)) or "T" in published
    rest = AROUND.sub(" | ", TIME.sub(" | ", LABEL.sub(" | ", relative)))
    pieces = [_without_small_words(piece) for piece in re.split(r"\s\|\s", f" {rest} ")]
    pieces = [piece for piece in pieces if _says(piece)]
    spans = [(start, end) for start, end, _ in found]
    named = published and (opening := LABEL.match(spaced)) and opening.end() == spans[0][0]
    if sum(map(count, pieces)) > 14 or (not named and any(_is_joined(piece, spaced, spans) for piece in pieces)):
        return None
    if len({value[:10] for _, _, value in found}) > 1 and not labelled:
        return None  # a life, or a season
    return Line(published, updated, labelled, tuple(pieces), timed=timed)


def _says(piece: str) -> bool:
    """Whether what stands beside a date is more than dots, the number of comments or "Print"."""
    bare = _PUNCTUATION.sub("", piece)
    return bool(bare) and not bare.isdecimal() and not phrases.find(piece)


def _without_small_words(piece: str) -> str:
    """What stands beside a date without the weekday and the prepositions at its ends; a byline keeps its `by`."""
    piece = piece.strip(_MARKS)
    if byline(piece):
        return piece
    words = piece.split()
    if all(_is_small(word) or (len(word) < 3 and (word.isdecimal() or word in _DAYS)) for word in words):
        return ""
    while words and _is_small(words[-1]):
        words.pop()
    while words and _is_small(words[0]):
        words.pop(0)
    return " ".join(words).strip(_MARKS)


def _is_joined(piece: str, text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether words or a colon join a piece of a line to its date, as in `the storm of 9 March 2025`, `Born: …`."""
    start = text.find(piece)
    if start < 0 or not spans or ((named := byline(piece)) and named.opened):
        return False
    before, after = (
        [date for date in spans if date[0] >= start + len(piece)],
        [date for date in spans if date[1] <= start],
    )
    gap = text[start + len(piece) : before[0][0]] if before else text[after[-1][1] : start] if after else ""
    gap = _LETTERS.sub(lambda word: "" if is_weekday(word[0]) else word[0], gap)
    if gap.strip() == ":" or ":" in piece or _ITS_DATE.match(gap):
        return True
    gap = TIME.sub("|", LABEL.sub("|", gap))
    if before and gap.rstrip().endswith(":"):
        return True  # `Valid since: …`
    if _PARTED.search(gap):
        return False
    if _LETTERS.search(gap):
        return True
    return (not gap and not piece[:1].isupper()) or (count(piece) < 2 and not TIME.search(text))


def _is_told(text: str) -> bool:
    """Whether a length of time belongs to what a line tells: `Bakery shuts after 40 years`, `Jailed for 12 days`."""
    words = [LABEL.sub(" | ", text[: match.start()]).split() for match in RELATIVE.finditer(text)]
    return any(len(before) > 1 and before[-1].islower() and before[-1] not in _LED for before in words)


def _is_small(word: str) -> bool:
    word = word.strip(_MARKS)
    return len(word) < 2 or (word.islower() and len(word) <= 5) or is_weekday(word)


def _is_clock(text: str) -> bool:
    """Whether a line without a date is a time alone, as players and updates have it."""
    return (
        bool(TIME.search(text))
        and not _PUNCTUATION.sub("", AROUND.sub("", LABEL.sub("", TIME.sub("", text))))
        and bool(text)
    )
