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
from generator.text.name_words import ADHERENTS, BODIES, COMPANY, CONNECTORS, NOT_SURNAMES, PLACE_HEADS, TITLES
from generator.text.names import Name
from generator.text.places import COUNTRIES, PEOPLES
from generator.text.words import stopwords

_THINGS = frozenset(
    """act law bill cup league war day prize award festival treaty convention protocol agreement accord pact plan report
    street road lane avenue square bridge river valley hill quay market annals journal review charter
    tower internet jr sr""".split()
)
_NO_BODIES = frozenset(["state of the union"])
_TITLED = re.compile(r"(\w[\w-]*)\.? $")
_CUT_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]* (?:and|&) $")
_CUT_BEHIND = re.compile(r" (?:and|&) [A-ZÀ-Þ]")


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
        name not in COUNTRIES
        and name not in PEOPLES
        and parts[0] not in PLACE_HEADS
        and parts[0] != "state"  # of the Secretary of State Clinton
        and parts[-1] not in NOT_SURNAMES
        and parts[-1] not in ADHERENTS
        and not any(part in BODIES for part in parts)
        and "of" not in parts
    )


def somebody(names: Sequence[Name], text: str, lang: str) -> Iterator[str]:
    """Those who are surely a person or a body; `text` is that of the report."""
    short = {name.text for name in names if " " not in name.text}
    for name in names:
        if " " in name.text and _acts(name, text, lang, short=name.text.split()[0] in short):
            yield name.text


def _acts(name: Name, text: str, lang: str, *, short: bool) -> bool:
    """Whether it is somebody or a body, and no place, law, cup or half of a name.

    `short` says that the report has its first word alone, too, as it calls firms.
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
        cut = _CUT_BEFORE.search(ahead) or _CUT_BEHIND.match(text, start + len(name.text))
        return not cut and name.text.lower() not in _NO_BODIES
    if (
        parts[0] == "state"
        or parts[-1] in NOT_SURNAMES | ADHERENTS
        or parts[0] in PLACE_HEADS
        or parts[0].removesuffix("s") in TITLES
    ):
        return False
    titled = _TITLED.search(ahead)
    return (
        short
        or name.count > text.count(name.text)
        or bool(titled and titled[1].lower() in TITLES)
        or bool(_described(lang).match(text, start + len(name.text)))
    )


@cache
def _described(lang: str) -> re.Pattern[str]:
    """What follows a person: that they speak, or what they are (`, the mayor`)."""
    titles = "|".join(map(re.escape, sorted(TITLES)))
    return re.compile(rf",? {speech.says(lang)}\b|, (?:[^\W_]+[ ’']){{0,3}}(?:{titles})\b")


def is_body(parts: Sequence[str]) -> bool:
    """Whether a name of these words, in small letters, is that of an organisation."""
    return parts[-1] in BODIES or parts[-1] in COMPANY or ("of" in parts and not BODIES.isdisjoint(parts))
