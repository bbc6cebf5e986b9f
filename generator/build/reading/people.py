"""Whom a report names: the full names by which its speakers are known, and who acts in it.

A run of capitals may be a law, a cup or half of a longer name. It is a person only where a report speaks of them by a
title or by the last name alone, too, and a body only where a word of the name says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.text import speech
from generator.text.name_words import (
    ADHERENTS,
    BEFORE_TITLES,
    BODIES,
    COMPANY,
    CONNECTORS,
    NOT_SURNAMES,
    PLACE_HEADS,
    TITLES,
)
from generator.text.names import Name
from generator.text.short_forms import is_place
from generator.text.words import stopwords

_THINGS = frozenset(
    """act law bill cup league war day prize award festival treaty convention protocol agreement accord pact plan report
    street road lane avenue square bridge river valley hill quay market annals journal review charter
    tower internet jr sr amendment constitution administration reserve rights capitol summit inlet springs
    democratic islamic""".split()
)
_SIDES = frozenset("republican democrat democratic gop senate house congress state radical u.s.".split())
"""First words of what is of a party, a chamber or a state, and no person: `Democratic Missouri`."""
_GOES_ON = re.compile(r"[\w-]| [A-ZÀ-Þ]")
_FIRMS = frozenset(
    """company firm giant maker startup start-up carrier airline retailer developer operator Unternehmen Konzern Firma
    entreprise société compañía empresa azienda società bedrijf""".split()
)
"""Before the name of one: `the biotech company Lanthorn`."""
_LEGAL = frozenset("inc corp ltd plc llc co gmbh ag sa".split())
_TITLED = re.compile(r"(\w[\w-]*)\.? $")
_CUT_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]* (?:and|&) $")


@dataclass(frozen=True, slots=True)
class People:
    """The names of a report by which its speakers are known."""

    full: Mapping[str, str]
    """By last word, the only full name that ends with it."""
    words: frozenset[str]
    """Every word of every name."""


def people(names: Iterable[Name], publishers: Collection[str]) -> People:
    """Those that a report names; its publishers are nobody who speaks."""
    found = [each.text for each in names if each.text not in publishers]
    by_last: dict[str, set[str]] = {}
    for name in found:
        if " " in name and _may_be_person(name):
            by_last.setdefault(name.rsplit(" ", 1)[1], set()).add(name)
    full = {last: next(iter(several)) for last, several in by_last.items() if len(several) == 1}
    return People(full, frozenset(word for name in found for word in name.split()))


def _may_be_person(name: str) -> bool:
    parts = name.lower().split()
    return (
        parts[0] not in PLACE_HEADS
        and parts[0] not in _SIDES
        and parts[0][1:2] != "-"  # R-South Carolina
        and parts[-1] not in NOT_SURNAMES
        and parts[-1] not in ADHERENTS
        and parts[0].rstrip(".").removesuffix("s").removesuffix("-elect") not in TITLES
        and BODIES.isdisjoint(parts)
        and "of" not in parts
        and not (name.rsplit(" ", 1)[1].isupper() and len(parts[-1]) > 1)  # the Senate GOP
    )


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person or a body that acts in a report."""

    name: str
    """As fully as the report has it: `Hillary Rodham Clinton`, `President Varrand`, `Lanthorn Bank`."""
    short: str
    """By which it is known again: the last name; of a body all of its name, but for `Ltd` and the like."""
    first: str = ""
    """The first name of a person; empty where the report has only the last, and of a body."""


def somebody(names: Sequence[Name], text: str, lang: str, speakers: Collection[str] = ()) -> Iterator[Somebody]:
    """Those who are surely a person or a body, of the names of a report and of its text; its `speakers` are."""
    lasts = {name.text for name in names if " " not in name.text}
    firsts = {name.text.split()[0] for name in names if " " in name.text}
    for name in names:
        if " " not in name.text:
            if called := _called(name.text, text, half=name.text in firsts):
                yield Somebody(called, name.text)
        elif _acts(name, text, lang, known=name.text in speakers or name.text.split()[-1] in lasts):
            short_, body = _short(name.text), is_body(name.text.lower().split())
            yield Somebody(name.text, short_, "" if body else name.text.split()[0])


def _called(name: str, text: str, *, half: bool) -> str:
    """A word with the title that stands before it somewhere in a text: `Vice President Orlin`; else empty.

    What is called a company there is one, and has no title. What is `half` of a longer name is nobody by a title.
    """
    at = text.find(f" {name}")
    while at >= 0:
        end = at + 1 + len(name)
        if text[max(0, at - 20) : at].rsplit(" ", 1)[-1] in _FIRMS:
            return name
        if not half and (title := _title_before(text, at)) and not _GOES_ON.match(text, end):
            return f"{title} {name}"
        at = text.find(f" {name}", end)
    return ""


def _title_before(text: str, at: int) -> str:
    """The words of a title that end there, `Vice President`; else empty."""
    kept: list[str] = []
    for word in reversed(text[max(0, at - 48) : at].split(" ")):
        if not word[:1].isupper() or not is_title(word):
            break
        kept.insert(0, word)
    return " ".join(kept) if kept and kept[-1].lower().rstrip(".") in TITLES else ""


def is_title(word: str) -> bool:
    """Whether a word stands before names and is no part of them."""
    small = word.lower().rstrip(".")
    return small in TITLES or small in BEFORE_TITLES


def _short(name: str) -> str:
    if is_body(name.lower().split()):
        return " ".join(word for word in name.split() if word.lower() not in _LEGAL)
    return name.rsplit(maxsplit=1)[-1]


def _acts(name: Name, text: str, lang: str, *, known: bool) -> bool:
    """Whether it is somebody or a body, and no place, law, cup or half of a name.

    `known` says that it speaks, or that the report has its last word alone, too.
    """
    parts, start = name.text.lower().split(), text.find(name.text)
    if (
        start < 0
        or not _THINGS.isdisjoint((parts[0], parts[-1]))
        or not stopwords("en").isdisjoint(set(parts) - CONNECTORS - {"the"})
    ):
        return False
    ahead = text[max(0, start - 40) : start]
    if is_body(parts):
        return not _CUT_BEFORE.search(ahead)
    if not _may_be_person(name.text) or is_place(name.text, text):
        return False
    titled = _TITLED.search(ahead) if ahead.endswith(" ") else None
    return (
        known
        or name.count > text.count(name.text)
        or bool(titled and titled[1].lower() in TITLES)
        or bool(_described(lang).match(text, start + len(name.text)))
    )


@cache
def _described(lang: str) -> re.Pattern[str]:
    """What follows a person: that they speak, or who they are (`, the mayor`, `, who heads the council`)."""
    titles = "|".join(map(re.escape, sorted(TITLES)))
    return re.compile(rf",? {speech.says(lang)}\b|, who\b|, (?:[^\W_]+[ ’']){{0,3}}(?:{titles})\b")


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text, and not as a part of a longer word."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        edges = text[at - 1 : at] + text[end : end + 1]
        if not any(each.isalnum() or each == "-" for each in edges):
            return True
        at = text.find(name, end)
    return False


def is_body(parts: Sequence[str]) -> bool:
    """Whether a name of these words, in small letters, is that of an organisation."""
    return parts[-1] in BODIES or parts[-1] in COMPANY or ("of" in parts and not BODIES.isdisjoint(parts))
