"""What a text as a whole teaches of its words, and whether by that a capitalised word, or several, make a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from generator.text.months import calendar
from generator.text.name_words import BODIES, GERMAN_COMMON, NO_NAMES, NOT_SURNAMES, OPENERS
from generator.text.places import COUNTRIES
from generator.text.runs import Token
from generator.text.spellings import ACRONYMS
from generator.text.words import stopwords

_NO_SINGLES = (BODIES | NOT_SURNAMES | NO_NAMES | OPENERS) - {"congress", "senate", "parliament"}


@dataclass(slots=True)
class Seen:
    """What the text as a whole teaches of its words."""

    lang: str
    small: Collection[str]
    """Words that stand in lower case somewhere."""
    inside: Counter[str]
    """How often a word has a capital where no rule asks for one."""
    after_article: set[str]
    """German nouns that stand after an article or an adjective somewhere."""
    after_place_word: set[str]
    """German nouns that stand right after `in`, `nach`, `aus` …"""
    numbered: set[str]
    """Words that a number follows somewhere: Berth 4."""
    common: frozenset[str]
    """Its function words."""
    calendar: frozenset[str]


_ARTICLES = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner im am zum zur vom beim ins ans
    mein meine sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere dieser diese dieses diesen
    diesem jeder jede jedes jeden jedem alle allen viele vielen mehr weniger zwei drei vier fünf sechs sieben acht
    neun zehn mehrere einige wenige welche ohne
    """.split()
)
_PLACE_WORDS = frozenset("in nach aus bei von gegen über mit für durch".split())
_ADJECTIVE = re.compile(r"[a-zäöüß]{3,}(?:en|er|es|em|e)$")
_BEFORE = re.compile(r"([a-zäöüß]+) $")
_LONG = 30
"""A longer word is neither an article nor an adjective."""
_PEOPLE = ("ian", "ians", "ean", "eans", "ese", "ish")
"""What ends so and stands once is likelier the adjective of a people."""
_NOUN_ENDS = tuple(
    "ung ungen heit heiten keit keiten schaft schaften tion tionen tät täten nis nisse ismus tum ling chen".split()
)
"""What ends so, and is three letters longer, is a German noun that names nobody."""


def learn(found: list[Token], text: str, small: Collection[str], lang: str) -> Seen:
    """What a text, read in its language, teaches of each of its capitalised words; `small` are its other ones."""
    inside = Counter([token.text for token in found if token.trusted and not token.opens])
    after_article, after_place_word = set(), set()
    if lang == "de":
        for token in found:
            if token.trusted and (before := _BEFORE.search(text, max(0, token.start - _LONG), token.start)):
                if before[1] in _PLACE_WORDS:
                    after_place_word.add(token.text)
                elif before[1] in _ARTICLES or (_ADJECTIVE.match(before[1]) and before[1] not in stopwords("de")):
                    after_article.add(token.text)
    numbered = {token.text for token in found if text[token.end : token.end + 2][1:].isdigit()}
    return Seen(lang, small, inside, after_article, after_place_word, numbered, stopwords(lang or "en"), calendar(lang))


def is_name(token: Token, text: str, seen: Seen) -> bool:
    """Whether one word by itself is a name."""
    days = not seen.calendar.isdisjoint((token.lower, token.lower.removesuffix("s")))
    if len(text) < 2 or token.lower in seen.common or days or token.lower in _NO_SINGLES:
        return False
    if text in COUNTRIES or text in ACRONYMS or "." in text:
        return True
    if text.isupper():
        return len(text) <= 5 or not token.opens
    if text in seen.numbered and seen.inside[text] < 2:
        return False
    if token.lower in seen.small:
        return seen.inside[token.text] > 1 and not token.opens
    if seen.lang == "de":
        return _german(token, text, seen)
    if text.endswith(_PEOPLE) and seen.inside[token.text] < 2:
        return False
    return bool(seen.inside[token.text]) or (token.possessive and token.lower not in OPENERS)


def _german(token: Token, text: str, seen: Seen) -> bool:
    """A German noun is taken for a place when it never has an article and stands after `in`, `nach` or the like."""
    if text in seen.after_article or token.lower in GERMAN_COMMON or text[3:].endswith(_NOUN_ENDS):
        return False
    return text in seen.after_place_word and seen.inside[text] >= 2


def are_name(piece: list[Token], seen: Seen) -> bool:
    """Whether several words together are a name."""
    if all(each.lower in seen.common or each.lower in OPENERS for each in piece if each.capital):
        return False
    if seen.lang == "de":
        return not any(
            each.lower in GERMAN_COMMON
            or each.lower in seen.calendar
            or each.lower in seen.common
            or each.text[3:].endswith(_NOUN_ENDS)
            for each in (piece[0], piece[-1])
        ) and not (piece[0].text in seen.after_article and piece[-1].text in seen.after_article)
    return not (piece[0].opens and len(piece) == 2 and piece[0].lower in seen.small and not seen.inside[piece[1].text])
