"""Which runs of capitals make a tag, and when two of them are one name in two of its cases."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.text.spellings import ACRONYMS

_CODES = ACRONYMS | {"US", "UK", "EU", "UN", "AI", "IT", "UE"}
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last next".split())
_CONTRACTED = re.compile(r"\w['’](?:re|m|ll|ve|d|t)$", re.IGNORECASE)
_ENDING = re.compile(r"['’][^\W\d_]+")
_SPEAKERS = frozenset("You We He She They Us Them Hey My Your Our Their".split())
_FINITE = frozenset("Is Are Was Were Has Have Had Does Did Says Said Gets Got".split())
"""Pronouns and verbs: with one of these a run is a headline, a slogan or a cry. (`Will` and `May` are people, too.)"""
_CASED = frozenset("de fi et hu pl cs sk ru uk bg sr hr sl lt lv tr el la ro".split())
"""Languages in which a name has other endings in other cases."""
_GERMAN = frozenset(("", "e", "er", "en", "em", "es", "s", "n", "ns"))


_LOOSE = frozenset("The A An I And Of Das Der Die".split())
"""Where one of these stands behind other words, two names or a name and a sentence ran together."""
_OPENERS = frozenset(
    """
    erste ersten erster zweite zweiten zweiter dritte dritten dritter derselbe dieselbe dasselbe denselben solange
    sobald während nachdem obwohl unbekannte unbekannter neue neuer neues weitere weiterer viele mehrere alle beide
    jeder jede
    gramm milligramm kilo kilogramm tonne tonnen liter meter kilometer euro dollar prozent
    """.split()
)
"""With one of these a German run is a sentence's beginning or a quantity: all nouns have capitals there."""
_SEASONS = frozenset(
    {"New Year", "Christmas", "Easter", "Christmas Day", "New Year's Day", "Boxing Day", "New Year’s Day"}
)


def is_tag(text: str, lang: str) -> bool:
    """Whether a name can be a tag; a slogan, an ordinal number and an unknown code of two letters cannot."""
    words = text.split()
    if text in _SEASONS or not _LOOSE.isdisjoint(words[1:]):
        return False
    if len(words) == 1:
        if text.isascii() and text.isupper() and (len(text) == 2 and text not in _CODES):
            return not text.isalpha() and not re.fullmatch(r"Q[1-4]", text)
        return text.casefold() not in _ORDINALS and not _CONTRACTED.search(text)
    if lang.startswith("de") and words[0].casefold() in _OPENERS:
        return False
    if lang and not lang.startswith("en"):
        return True
    return not any(word in _SPEAKERS or word in _FINITE or _CONTRACTED.search(word) for word in words)


def is_owned(text: str, counts: Mapping[str, int], lang: str) -> bool:
    """Whether a German run begins with whose it is: `Trumps Mut`, by how often each word stands in its text."""
    first, _, rest = text.partition(" ")
    owner = first.removesuffix("s")
    return bool(rest) and lang.startswith("de") and owner != first and counts.get(owner, 0) > counts.get(first, 0)


def uninflected(text: str, lang: str) -> str:
    """A Turkish name without the ending that an apostrophe sets apart; empty where another word follows it."""
    if not lang.startswith("tr") or not (found := _ENDING.search(text)):
        return text
    return text[: found.start()] if found.end() == len(text) else ""


def are_one(one: str, other: str, lang: str) -> bool:
    """Whether two names are one in two cases: `Deutscher Bahn` and `Deutsche Bahn`."""
    code = lang.split("-", maxsplit=1)[0]
    if code not in _CASED or one == other:
        return False
    mine, theirs = one.casefold().split(), other.casefold().split()
    return len(mine) == len(theirs) and all(_is_form(*pair, code) for pair in zip(mine, theirs, strict=True))


def _is_form(one: str, other: str, code: str) -> bool:
    if one == other:
        return True
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    ends = (one[same:], other[same:])
    if code == "de":
        return same >= 3 and any(_GERMAN.issuperset((one[at:], other[at:])) for at in range(max(4, same - 2), same + 1))
    return (same >= 4 and max(map(len, ends)) <= 3) if "" in ends else (same >= 5 and max(map(len, ends)) <= 2)
