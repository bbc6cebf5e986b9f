"""Who a story is about: people and organisations whom several publishers name early, by their full names.

A run of capitals may be a law, a cup or half of a longer name. It is a person only where a report speaks of them by a
title or by the last name alone, too, and a body only where a word of the name says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from generator.build.digest.reported import Reported, named
from generator.build.digest.shared import LEAST, Shared, early, shared
from generator.text import speech
from generator.text.name_words import ADHERENTS, BODIES, COMPANY, CONNECTORS, NOT_SURNAMES, PLACE_HEADS, TITLES
from generator.text.names import Name
from generator.text.words import stopwords

FIRST = 5
"""Sentences of a report in which those stand whom it is about, if not in the headline."""
_THINGS = frozenset(
    """act law bill cup league war day prize award festival treaty convention protocol agreement accord pact plan report
    street road lane avenue square bridge river valley hill quay market annals journal review charter
    tower internet jr sr""".split()
)
_NO_BODIES = frozenset(["state of the union"])
_TITLED = re.compile(r"(\w[\w-]*)\.? $")
_CUT_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]* (?:and|&) $")
_CUT_BEHIND = re.compile(r" (?:and|&) [A-ZÀ-Þ]")


def who(reports: Sequence[Reported], places: Collection[str]) -> list[Shared]:
    """Those who are no `places`; whom most voices name, and then most headlines, comes first."""
    sure = {name for report in reports for name in _somebody(report) if name not in places}
    sure = {name for name in sure if not any(other.endswith(f" {name}") for other in sure)}  # no half of another
    told = shared(reports, lambda text, _: [name for name in sure if name in text])
    central = [each for each in told if early(_last(each.value), reports, FIRST) >= LEAST]
    titles = [report.entry.title for report in reports]
    return sorted(central, key=lambda each: (-each.voices, -sum(_last(each.value) in title for title in titles)))


def _last(name: str) -> str:
    """What stands for somebody in headlines; of a body all of its name."""
    return name if _is_body(name.lower().split()) else name.rsplit(" ", 1)[1]


def _somebody(report: Reported) -> list[str]:
    text, found = "\n".join(report.paragraphs), named(report)
    short = {name.text for name in found if " " not in name.text}
    return [
        name.text
        for name in found
        if " " in name.text and _acts(name, text, report.lang, short=name.text.split()[0] in short)
    ]


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
    if _is_body(parts):
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


def _is_body(parts: Sequence[str]) -> bool:
    return parts[-1] in BODIES or parts[-1] in COMPANY or ("of" in parts and not BODIES.isdisjoint(parts))
