"""Takes a run of capitals apart: what opens the sentence, titles, weekdays and months are no part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.text.evidence import Seen
from generator.text.name_words import BEFORE_TITLES, BODIES, GERMAN_COMMON, GERMAN_ROLES, NO_NAMES, OPENERS, TITLES
from generator.text.places import COUNTRIES, PEOPLES
from generator.text.runs import Token
from generator.text.spellings import ACRONYMS

_DESCRIBES = re.compile(r"-[a-zà-ÿ]{4,}$")


def pieces(run: list[Token], seen: Seen) -> Iterator[list[Token]]:
    """The names inside a run: without what merely opens the sentence, parted at titles, weekdays and months."""
    while run and run[0].opens and _only_opens(run, seen):
        run = _from_capital(run[1:])
    piece: list[Token] = []
    for number, token in enumerate(run):
        role = seen.lang == "de" and token.lower.endswith(GERMAN_ROLES)
        if (
            role
            or token.lower in TITLES
            or token.lower in seen.calendar
            or token.lower in NO_NAMES
            or "-" in token.lower
        ):
            following = run[number + 1].text if number + 1 < len(run) else ""
            title = _is_title(token, following) or (role and following[:1].isupper())
            if title:
                while piece and piece[-1].lower in BEFORE_TITLES:
                    piece.pop()
            if title or _parts(token, following, seen):
                yield _trim(piece)
                piece = []
                continue
            if following and _DESCRIBES.search(token.text):  # Ostrel-based Lanthorn Bank
                yield _trim([*piece, token])
                piece = []
                continue
        piece.append(token)
    yield _trim(_without_noun(piece, seen) if seen.lang == "de" else piece)


def _without_noun(piece: list[Token], seen: Seen) -> list[Token]:
    """A German name without the nouns before it: der Fluss Lirren, die Brücke von Tolmery."""
    while len(piece) > 1 and piece[0].lower in GERMAN_COMMON:
        piece = piece[1:]
    small = next((number for number, token in enumerate(piece) if not token.capital), 0)
    return piece[small + 1 :] if small and piece[0].text in seen.after_article else piece


def _only_opens(run: list[Token], seen: Seen) -> bool:
    """Whether the first word of a sentence has its capital for that reason alone."""
    first = run[0]
    if len(run) > 1 and run[1].lower == "of" and not seen.inside[first.text] and first.lower not in BODIES:
        return True  # Members of the Senate
    if first.lower in seen.common or first.lower in OPENERS or first.lower in seen.small:
        return not (len(run) > 1 and seen.inside[first.text] > 0 and first.lower not in seen.common)
    if seen.lang == "de" and len(run) > 1:
        return False
    if seen.inside[first.text] or first.text in COUNTRIES or first.text in PEOPLES or first.text in ACRONYMS:
        return False
    return first.lower.endswith("ly") or (first.lower.endswith("ing") and len(run) > 1)


def _from_capital(run: list[Token]) -> list[Token]:
    while run and not run[0].capital:
        run = run[1:]
    return run


def _is_title(token: Token, following: str) -> bool:
    """Whether a word is the title of who follows, or of nobody by name."""
    if token.lower.rpartition("-")[2].rstrip(".") not in TITLES and token.lower not in TITLES:
        return False
    return bool(following) or token.lower not in ("m", "fr", "sr", "st")


def _parts(token: Token, following: str, seen: Seen) -> bool:
    """Whether a word parts names: an hour's or zone's letters, a weekday, a month that is no first name."""
    if token.text.isupper() and token.lower in NO_NAMES:
        return True
    if token.lower not in seen.calendar:
        return False
    personal = token.lower in ("april", "june", "may", "august")  # April Jones
    return not (personal and following[:1].isupper() and following.lower() not in seen.calendar)


def _trim(piece: list[Token]) -> list[Token]:
    """The piece without small words and mere ranks at its ends."""
    while piece and (not piece[-1].capital or (len(piece) == 1 and piece[0].lower in BEFORE_TITLES)):
        piece = piece[:-1]
    while piece and (not piece[0].capital or (piece[0].lower == "the" and len(piece) > 1 and piece[1].text != "Hague")):
        piece = piece[1:]
    return piece
