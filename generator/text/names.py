"""Names in a text, without a model: runs of capitals, weighed by how the same words stand elsewhere in the text.

The document teaches its own names: a word that is also seen in lower case is none, one that has a capital in the middle
of sentences is one. Short forms, titles, initialisms and adjectives of peoples are then counted for the full name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.text import short_forms
from generator.text.evidence import Seen, are_name, is_name, learn
from generator.text.name_words import BODIES, NOT_SURNAMES, OPENERS, PLACE_HEADS
from generator.text.pieces import pieces
from generator.text.places import COUNTRIES, PEOPLES
from generator.text.runs import Token, runs, tokens
from generator.text.spellings import ACRONYMS
from generator.text.words import spelled

_LONGEST = 8
"""Words of a name that is looked for once more in titles."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or organisation of a text."""

    text: str
    """Its fullest form in the text, without titles: `Vladimir Putin`."""
    count: int
    """How often it is spoken of, in any form."""
    first: int
    """Where in the text it first stands, as an offset."""


def names(text: str, lang: str = "", words: Collection[str] | None = None) -> list[Name]:
    """The names in `text`, in the order in which they first stand.

    `lang` is a BCP 47 tag, `words` are the words of the text as it spells them, where they are known already. A script
    without capitals gives no names of its own: none is better than a wrong one.
    """
    found = tokens(text)
    if not found:
        return []
    code = lang.split("-", maxsplit=1)[0].lower()
    small = frozenset(spelled(text)) if words is None else words
    seen = learn(found, text, small, code)
    mentions = short_forms.Mentions()
    before: dict[tuple[str, bool, bool], list[tuple[list[int], int]]] = {}
    for run in runs(found, text, code):
        head, last = run[0], run[-1]
        if not head.trusted:
            continue
        if head is last and head.opens and (head.lower in small or head.lower in seen.common or head.lower in OPENERS):
            continue  # most words that open a sentence
        printed = text[head.start : last.end], head.opens, last.possessive
        noted = before.get(printed)
        if noted is None:
            noted = before[printed] = [
                (places, start - head.start)
                for piece in pieces(run, seen)
                for places, start in _noted(piece, seen, mentions, text)
            ]
        for places, start in noted:
            places.append(head.start + start)  # what is printed again is what it was before
    short_forms.resolve(mentions, text)
    _count_elsewhere(found, mentions, text)
    made = [Name(name, len(places), min(places)) for name, places in mentions.names.items()]
    return sorted(made, key=lambda each: (each.first, each.text))


def _noted(
    piece: list[Token], seen: Seen, mentions: short_forms.Mentions, source: str
) -> Iterator[tuple[list[int], int]]:
    """Among which places a piece counts, as a name or a people's adjective, and where it stands: once, twice, never."""
    if not piece:
        return
    head, *rest = piece
    if head.text in PEOPLES and not (rest and f"{head.text} {rest[0].text}" in PEOPLES):
        yield mentions.peoples[PEOPLES[head.text]], head.start
        if not rest or all(each.text in PEOPLES or not each.capital for each in rest):
            return
        if len(rest) >= 2 and not any(each.lower in BODIES or each.lower in NOT_SURNAMES for each in rest):
            piece, head, rest = rest, rest[0], rest[1:]  # Argentine Abel Balbo
    elif len(rest) >= 2 and rest[0].lower == "of" and head.lower not in BODIES | PLACE_HEADS and _place(rest[1:]):
        yield from _noted(rest[1:], seen, mentions, source)
        piece, rest = [head], []  # Xi of China
    text = _spelled(piece, seen, source)
    if text in PEOPLES:
        yield mentions.peoples[PEOPLES[text]], head.start
    elif "-" in text and (country := _compound(text)):
        yield mentions.peoples[country], head.start
    elif text and (is_name(head, text, seen) if len(piece) == 1 else are_name(piece, seen)):
        yield mentions.names[text], head.start
    elif text and len(piece) == 1 and head.text not in seen.common and head.lower not in seen.small:
        yield mentions.doubtful[text], head.start


def _place(piece: list[Token]) -> bool:
    return " ".join(each.text for each in piece) in COUNTRIES


def _compound(text: str) -> str:
    """The country of `Russian-backed`, `U.S.-led` or `pro-Russian`."""
    return next((PEOPLES[part] for part in text.split("-") if part in PEOPLES), "")


def _spelled(piece: list[Token], seen: Seen, source: str) -> str:
    """The words of a name, a shouted one (`BRACKWELL`) as the text spells it elsewhere; empty when it never does."""
    whole = source[piece[0].start : piece[-1].end]
    if "-" not in whole and not any(token.text.isupper() for token in piece):
        return " ".join(whole.split()) if len(piece) > 1 else whole
    spelled, end = "", piece[0].start
    for token in piece:
        text = token.text
        if len(text) > 4 and text.isupper() and "." not in text and text not in ACRONYMS:
            text = text.title()
            if not seen.inside[text]:
                return ""
        if "-" in text and not text.split("-")[-1][:1].isupper() and text.split("-")[0] not in PEOPLES:
            stem, _, tail = text.partition("-")
            if len(tail) > 2 < len(stem) and len(piece) == 1 and tail.isalpha() and stem[:1].isupper():
                text = stem  # Corvessa-based
        spelled += source[end : token.start] + text
        end = token.end
    return " ".join(spelled.split())


def _count_elsewhere(found: list[Token], mentions: short_forms.Mentions, text: str) -> None:
    """Count the names also where capitals prove nothing: in titles, and at the beginning of sentences."""
    counted = {place for places in mentions.names.values() for place in places}
    known = dict(mentions.names)
    firsts = {name.split(maxsplit=1)[0] for name in (*known, *mentions.short)}
    longest = min(_LONGEST, max((name.count(" ") + 1 for name in known), default=0))
    done = 0
    for number, token in enumerate(found):
        if token.trusted or token.start < done or token.start in counted:
            continue
        if token.text in firsts:
            for last in reversed(found[number : number + longest]):
                words = text[token.start : last.end]
                name = words if words in known else mentions.short.get(words, "")
                if name in known:
                    known[name].append(token.start)
                    done = last.end
                    break
        elif PEOPLES.get(token.text) in known:
            known[PEOPLES[token.text]].append(token.start)
