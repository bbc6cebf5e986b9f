"""Runs of capitalised words, and how far each capital can be trusted to mean a name.

A capital at the beginning of a sentence, or in a line where most words have one, says nothing by itself. Only words
with a capital are looked at one by one: they are few, and of the others it is enough to know that they are there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.name_words import BODIES, CONNECTORS, PARTICLES, TITLES

_CAPITAL = "".join(chr(code) for code in range(0x2000) if chr(code).isupper())
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"[{_CAPITAL}](?:[^\W_]++(?![\u0300-\u036f'’ʼ&‑/-])"  # most words, without a try of all the rest
    r"|\.(?:[^\W\d_]\.)+(?:[^\W\d_]\b)?"  # U.S., J.R.R.
    rf"|{_LETTER}*(?:(?:['’ʼ&‑-]|(?<=[A-Z])/(?=[A-Z])){_LETTER}+)*)"
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
_JOINTS = frozenset("'’ʼ&‑-")
"""What holds the parts of one word together."""
_HEADLINE = 16
"""A line of so many words is no headline, but perhaps a list of names."""
_START = re.compile(r"[.!?…:;•·|*\"“”„«»‹›‘(\[—–।]")
_SMALL = re.compile(r"[\s\u00a0]+(?:[^\W\d_]+[\s\u00a0]+){1,2}(?:[dl]['’])?|[\s\u00a0]+d['’]")
"""What stands between two words of one name, if these are `de`, `von der`, `of the`, `de l’`."""
_GAP = 24
"""Letters between two words of one name at most."""
_WORD = re.compile(r"[^\W_]+")
_GENITIVE = frozenset("der den des dem die das do".split())
"""After a German noun an article, not a part of a name: die Liste der Künstler."""


@dataclass(slots=True)
class Token:
    """A word and what is known of its place."""

    text: str
    """Without a possessive ending."""
    start: int
    end: int
    lower: str
    opens: bool
    """It stands where any word would have a capital."""
    capital: bool = True
    possessive: bool = False
    trusted: bool = True
    """Its line is prose with ordinary capitals."""


def tokens(text: str) -> list[Token]:
    """The words of a text that have a capital, in order."""
    found: list[Token] = []
    row: list[Token] = []
    before: Token | None = None
    at = end = -1
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        if start > end:  # on another line
            _doubt(text[at:end], row)
            found += row
            at, end, row, before = text.rfind("\n", 0, start) + 1, text.find("\n", stop), [], None
            end = len(text) if end < 0 else end
        word, opens = match[0], False
        if start < at + 2 or text[start - 1] != " " or not text[start - 2].isalpha():
            if (said := _opens(text, at, start, before)) is None:
                continue
            opens = said
        possessive = False
        if not word.isalnum() and ("'" in word or "’" in word):
            if opens and (elided := _ELIDED.match(word)) and word[elided.end()].isupper():
                start, word, opens = start + elided.end(), word[elided.end() :], False
            if possessive := word[-2:] in ("'s", "’s"):
                word, stop = word[:-2], stop - 2
        before = Token(word, start, stop, word.lower(), opens, True, possessive)
        row.append(before)
    _doubt(text[at:end], row)
    return found + row


def _doubt(line: str, row: list[Token]) -> None:
    """Trust no capital of a line that does not have them where prose has them."""
    if row and not _is_prose(line, row):
        for token in row:
            token.trusted = False


def _opens(text: str, at: int, start: int, before: Token | None) -> bool | None:
    """Whether a word would have a capital here in any case; none when the capital stands inside a word.

    `at` is where its line begins, `before` the last word with a capital in the line.
    """
    if start == at:
        return True
    last = text[start - 1]
    if last.isalnum() or last == "_":
        return None
    if before is not None and text[before.end : start] == " ":
        return False  # U.S. Forecasters
    place = start
    while place > at and not text[place - 1].isalnum():
        place -= 1
    gap = text[place:start]
    if place == at:
        return True
    if gap == " ":
        return text[at:place].strip().isdigit()  # the number of a list item
    if last in _JOINTS and len(gap) == 1:
        return False if last in "'’" and _is_elision(text, at, start) else None
    if not _START.search(gap) and gap != " - ":
        return False
    if gap.strip() == ".":
        if before is not None and before.end == place:
            return not (before.lower in _ABBREVIATED or len(before.text) == 1)
        if text[start + 1 : start + 2] == "." and (place - 2 < at or not text[place - 2].isalnum()):
            return None  # z. B. Kohle
    return True


def _is_elision(text: str, at: int, start: int) -> bool:
    """Whether what stands right before a word is an article or the like: `l’`, `dell’`."""
    place = start - 1
    while place > at and start - place < 9 and text[place - 1].isalpha():
        place -= 1
    found = _ELIDED.match(text, place, start + 1)
    return bool(found) and found.end() == start if found else False


def _is_prose(line: str, row: list[Token]) -> bool:
    """Whether a line has its capitals where prose has them."""
    if line.count(" ") >= _HEADLINE + 4:
        return True
    words = _WORD.findall(line)
    if not 4 <= len(words) < _HEADLINE:
        return len(words) >= 4
    long = sum([len(word) > 3 for word in words])
    capitals = sum([len(token.text) > 3 for token in row])
    share = 0.85 if line.rstrip()[-1:] in _STOPS and len(words) > 7 else 0.65
    return capitals <= share * long + 0.5


def runs(found: list[Token], text: str, lang: str) -> list[list[Token]]:
    """Sequences of capitalised words, with the small words inside them that belong to names."""
    made: list[list[Token]] = []
    run: list[Token] = []
    for token in found:
        near = run and not token.opens and token.start - run[-1].end <= _GAP and not run[-1].possessive
        between = _between(run, token, text, lang) if near else None
        if between is None:
            run = [token]
            made.append(run)
        else:
            run += between
            run.append(token)
    return made


def _between(run: list[Token], token: Token, text: str, lang: str) -> list[Token] | None:
    """The small words between a run and the word that continues it; none when it does not."""
    last = run[-1]
    gap = text[last.end : token.start]
    if gap in (" ", "\u00a0", " & "):
        return []
    if "\n" in gap:
        return None
    if gap in ("’ ", "' "):
        return [] if last.text[-1] == "s" and token.lower in BODIES else None  # Ferry Workers’ Union
    if gap.strip() == ".":
        return [] if last.lower in _ABBREVIATED or len(last.text) == 1 else None
    if not _SMALL.fullmatch(gap):
        return None
    small = [
        Token(word[0], last.end + word.start(), last.end + word.end(), word[0], opens=False, capital=False)
        for word in _WORD.finditer(gap)
    ]
    if lang == "de" and small[0].text in _GENITIVE:
        return None
    for place, each in enumerate(small):
        before = small[place - 1].text if place else ""
        following = small[place + 1].text if place + 1 < len(small) else token.lower
        if not _particle([*run, *small[:place]], each.text, before, following):
            return None
    return small


def _particle(run: list[Token], word: str, before: str, following: str) -> bool:
    """Whether a small word may stand inside this run, between these two."""
    if word == "of":
        return run[-1].lower not in TITLES and (len(run) == 1 or any(each.lower in BODIES for each in run))
    if word in CONNECTORS:
        if word == "the":
            return before in ("of", "for", "on")
        if word == "and":  # Ministry of Health and Social Care
            inside = any(each.text in ("of", "for") for each in run) and any(each.lower in BODIES for each in run)
            return not before and inside and following not in BODIES and following != "the"
        return (run[-2] if before else run[-1]).lower in BODIES
    return word in PARTICLES or word in ("d", "l")
