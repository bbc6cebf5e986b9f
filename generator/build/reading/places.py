"""The places that a report names, known by the word before each, with what it says happened there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.build.reading import events
from generator.build.reading.events import Event
from generator.build.reading.sentences import DEEPEST, Sentence
from generator.text.months import calendar
from generator.text.name_words import ADHERENTS, BODIES
from generator.text.office_words import IN, KINDS, REGIONS, STREETS
from generator.text.places import COUNTRIES, PEOPLES
from generator.text.words import stopwords

_SEATS = (
    BODIES | ADHERENTS | frozenset("senate congress house constitution internet twitter god day times post".split())
)
"""Where something is decided or printed, and no place on a map."""
_GOES_ON = frozenset(["of", "for", "v"])
"""After a half of a name: the Centers for Disease Control, Roe v. Wade."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a sentence."""

    at: int
    """The place of the sentence in its report."""
    name: str
    sure: bool
    """Whether it is a place on a map, and not before another noun: `at Garrow quarry`."""
    word: str
    """The preposition before it."""
    printed: str
    """With its kind, where that stands before it: `rue Victor Hugo`."""
    kind: str
    """`street` of Mill Street, `village` of the village of Garrow; most often empty."""
    event: Event | None
    """What happened there, where that is nothing wider than a town, and the sentence stands early in its report."""


def places(sentences: Sequence[Sentence], lang: str) -> Iterator[Place]:
    """Each place that stands where one would, in order."""
    code = lang or "en"
    if code not in IN:
        return
    for sentence in sentences:
        for match in _pattern(code).finditer(sentence.text):
            if match["place"].split()[0].lower() not in calendar(code):
                yield _place(sentence, match, lang)


def _place(sentence: Sentence, match: re.Match[str], lang: str) -> Place:
    name, after, kind = match["place"], match["after"].strip(), (match["kind"] or "").strip()
    event = None
    if sentence.place < DEEPEST and name not in COUNTRIES and name not in PEOPLES and not _is_region(name, after):
        event = events.before(sentence, match.start(), lang)
    street = bool(kind) and kind.split()[0] in STREETS
    return Place(
        sentence.place,
        name,
        _is_place(name, match["word"], after),
        match["word"],
        sentence.text[match.start("kind") : match.end("place")] if street else name,
        _kind(name) or kind,
        event,
    )


def _is_place(name: str, word: str, after: str) -> bool:
    noun = word.lower() == "at" and after and after not in stopwords("")
    if after in _GOES_ON:
        return False
    return not name.isupper() and name not in PEOPLES and not noun and name.rsplit(maxsplit=1)[-1].lower() not in _SEATS


def _is_region(name: str, after: str) -> bool:
    return after in REGIONS or not REGIONS.isdisjoint(name.lower().split())


def _kind(place: str) -> str:
    """The kind of a place, where its name says it: `street` of Mill Street, `straße` of Hafenstraße."""
    last = place.rsplit(maxsplit=1)[-1].lower()
    return last if last in KINDS else next((kind for kind in KINDS if len(kind) > 3 and last.endswith(kind)), "")


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """A word of place, its `word`, and then a name, its `place`.

    `kind` is what stands between them (`village of`), `after` the small word behind. Whose place it is (`Iran’s Qeshm`)
    is no part of it, and a name that is cut at a full stop (`at Rep. Marsh’s home`) is none.
    """
    word = r"[A-ZÀ-Þ][\w’'-]*\w"
    words = IN[lang].removeprefix("(?P<word>").partition(")")[0].split("|")
    letters = "".join(sorted({word[0] + word[0].upper() for word in words}))  # looked for first: it is far quicker
    return re.compile(
        rf"\b(?=[{letters}])(?i:{IN[lang]})(?:(?<!the ){word}(?<=[’']s) )?(?P<place>(?>(?:St\. )?{word}(?: {word})*))"
        r"(?<![’']s)(?!\. \S)(?P<after>(?: [^\W\d_A-ZÀ-Þ]+)?)"
    )
