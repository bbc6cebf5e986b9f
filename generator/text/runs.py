"""Runs of capitalised words, and how far each capital can be trusted to mean a name.

A capital at the beginning of a sentence, or in a line where most words have one, says nothing by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.name_words import BODIES, CONNECTORS, PARTICLES, TITLES

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # U.S., J.R.R.
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:(?:['’ʼ&‑-]|(?<=[A-Z])/(?=[A-Z]))[^\W_](?:[^\W_]|[\u0300-\u036f])*)*"
)
_ELIDED = re.compile(
    r"((?:[ldjmntsc]|qu|un|dell|all|nell|sull|dall|quell|jusqu|lorsqu|puisqu)['’])(?=[^\W\d_])", re.IGNORECASE
)
_ABBREVIATED = frozenset(
    """
    mr mrs ms dr prof gen col capt lt sgt sen rep gov rev hon st mt ft maj cmdr adm brig m mm mme mlle sr sra jr
    dott sig fr hr dhr mgr insp supt pres prim pte
    """.split()
)
_STOPS = frozenset('.!?…”"»')
_HEADLINE = 16
"""A line of so many words is no headline, but perhaps a list of names."""
_START = re.compile(r"[.!?…:;•·|*\"“”„«»‹›‘(\[—–।]")


@dataclass(slots=True)
class Token:
    """A word and what is known of its place."""

    text: str
    """Without a possessive ending."""
    start: int
    end: int
    lower: str
    gap: str
    """What stands between it and the word before; a line break at the beginning of a line."""
    opens: bool
    """It stands where any word would have a capital."""
    capital: bool
    possessive: bool
    trusted: bool
    """Its line is prose with ordinary capitals."""


def tokens(text: str) -> list[Token]:
    """The words of a text, line by line."""
    found: list[Token] = []
    at = 0
    for line in text.split("\n"):
        row = _line(line, at)
        at += len(line) + 1
        found += row
    return found


def _line(line: str, at: int) -> list[Token]:
    row: list[Token] = []
    end = long = capitals = 0
    elides = "'" in line or "’" in line
    for match in _TOKEN.finditer(line):
        word, start = match[0], match.start()
        gap = line[end:start] if row else "\n"
        end = match.end()
        capital = word[0].isupper()
        opens = _opens(gap, row)
        possessive = False
        if elides and ("'" in word or "’" in word):
            if (elided := _ELIDED.match(word)) and (not capital or opens):
                start += elided.end()
                word, gap, opens = word[elided.end() :], gap + "’", False
                capital = word[0].isupper()
            if possessive := word[-2:] in ("'s", "’s"):
                word = word[:-2]
        if len(word) > 3:
            long += 1
            capitals += capital
        row.append(Token(word, at + start, at + start + len(word), word.lower(), gap, opens, capital, possessive, True))
    share = 0.85 if line.rstrip()[-1:] in _STOPS and len(row) > 7 else 0.65
    if len(row) < 4 or (capitals > share * long + 0.5 and len(row) < _HEADLINE):
        for token in row:
            token.trusted = False
    return row


def _opens(gap: str, row: list[Token]) -> bool:
    """Whether a word after this gap would have a capital in any case."""
    if not row:
        return True
    before = row[-1]
    if gap == " ":
        if before.text[-1] == ".":
            return before.text[0].islower()  # at 9 a.m. Forecasters expect
        return len(row) == 1 and before.text.isdigit()  # the number of a list item
    if not _START.search(gap) and gap != " - ":
        return False
    if gap.strip() == "." and before.capital:
        return not (before.lower in _ABBREVIATED or len(before.text) == 1)
    return True


def runs(found: list[Token]) -> list[list[Token]]:
    """Sequences of capitalised words, with the small words inside them that belong to names."""
    made: list[list[Token]] = []
    run: list[Token] = []
    number, last = 0, len(found)
    while number < last:
        token = found[number]
        if not token.capital:
            number += 1
            continue
        run = [token]
        number += 1
        while number < last:
            width = _continues(run, found, number)
            if not width:
                break
            run += found[number : number + width]
            number += width
        made.append(run)
    return made


def _continues(run: list[Token], found: list[Token], number: int) -> int:
    """How many of the words from `number` on continue the run; 0 when it ends before them."""
    before = run[-1]
    if before.possessive or found[number].opens:
        return 0
    if found[number].gap in ("’ ", "' ") and before.text[-1] == "s" and found[number].lower in BODIES:
        return 1  # Ferry Workers’ Union
    for width in range(1, 4):
        token = found[number + width - 1] if number + width <= len(found) else None
        if token is None or not _joins(before if width == 1 else found[number + width - 2], token):
            return 0
        if token.capital:
            return width
        following = found[number + width].lower if number + width < len(found) else ""
        if token.text.isdigit() or not _particle(run, token, width, found[number + width - 2].lower, following):
            return 0
    return 0


def _joins(before: Token, token: Token) -> bool:
    if token.gap in (" ", "\u00a0", " & "):
        return True
    if token.gap == "’":
        return False
    if token.gap.strip() == "’" and before.lower in PARTICLES:
        return True
    return token.gap.strip() == "." and (before.lower in _ABBREVIATED or (len(before.text) == 1 and before.capital))


def _particle(run: list[Token], token: Token, width: int, before: str, following: str) -> bool:
    """Whether a small word may stand inside this run, between these two."""
    word = token.lower
    if word == "of":
        return run[-1].lower not in TITLES and (len(run) == 1 or any(each.lower in BODIES for each in run))
    if word in CONNECTORS:
        small = [each.lower for each in run if not each.capital]
        if word == "the":
            return width > 1 and before in ("of", "for", "on")
        if word == "and":  # Ministry of Health and Social Care
            inside = bool({"of", "for"} & set(small)) and any(each.lower in BODIES for each in run)
            return width == 1 and inside and following not in BODIES and following != "the"
        return run[-1].lower in BODIES
    return word in PARTICLES
