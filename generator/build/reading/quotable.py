"""Which sentences of a report could be quoted by themselves: whole ones, that need no sentence before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.build.reading import pointing
from generator.build.reading.sentences import Sentence
from generator.build.reading.stems import singulars
from generator.model import Entry
from generator.text import tense
from generator.text.words import stopwords, words

SHORTEST, LONGEST, SHORTEST_FIRST = 7, 60, 5
"""In words. Shorter ones say too little, but for the first of a report ("The strike is over."); longer ones are no
digest."""
DEEPEST = 25
"""How many sentences of a report are looked at: what is news stands in the first ones."""
TITLED = 5, 2
"""Of a headline of so many telling words, so many stand in a first sentence that tells the news."""
OPINION = frozenset(
    """opinion opinions comment commentary editorial editorials column columns meinung kommentar leitartikel
    tribune tribunes idées débats opinión opiniones editoriales opinione opinioni commenti opinião opinie
    """.split()
)
"""A report of such a section argues rather than tells."""

_ENDS, _CLOSES = frozenset(".。؟።។։…।॥"), "\"'”’»«›)]」』"
"""A question or an exclamation tells nothing, unless an exclamation is quoted."""
_OFFERS = (
    *("pictured", "shown above", "file photo", "photo by", "photo:", "image:", "video:", "read more", "click here"),
    *("sign up", "subscribe", "follow us", "https:", "http:", "www.", "foto:", "bild:", "lesen sie", "lire aussi"),
    *("lea también", "leia também", "leggi anche", "lees ook"),
)
"""What a caption, a credit or an invitation to read on has,"""
_OFFERED = frozenset(words(offer)[0] for offer in _OFFERS)
"""and the words by which it is looked for."""
_DATELINE = re.compile(
    r"(?:[A-Z][\w.,’' ]{1,40} )?\([A-Z][\w./ ]{1,24}\) ?[-–—]{1,2} (?=\S)"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ.,’' -]{2,40}(?:, [A-Z][\w. ]{2,12})? [-–—]{1,2} (?=\S)"
    r"|[A-Z]\w+(?: [A-Z]\w+)? -- (?=\S)"
)
"""`BERLIN (Agency) — `: what follows is the sentence."""
_WHOLE_DATE = re.compile(r"\b\d{1,2},? (?:19|20)\d\d\b")
"""Of a picture, where nothing is told of the past: `The mayor holds a speech in Almery on March 21, 2025.`"""
_ASIDE = re.compile(r", [^,]{1,80},")
"""`A poll, published on Friday, gives her 50 percent` tells of no past."""
_DASHES = frozenset("-–—")
_LONGEST_DATELINE = 90
_FIRST = re.compile(r"[\"'“‘„«‹¿¡「『（(\s\u00a0]*([\w’']+)")
SPEECH = '"“‘„«「『'
_PAIRS = (("«", "»"), ("‹", "›"), ("(", ")"), ("[", "]"), ("「", "」"))
_MARK = re.compile('["“”„«»‹›()[\\]「」]')


@dataclass(frozen=True, slots=True)
class Quotable:
    """A sentence that could be quoted by itself."""

    at: int
    """The place of the sentence in its report."""
    text: str
    """Without the dateline that may stand before it."""
    words: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Words of which one must have been told before it; most often none."""
    known: tuple[str, ...] = ()
    """Words all of which must have been told: the last name of who is spoken of as if known."""
    colour: bool = False
    """True where it sets a scene ("When the village tested its siren, …"), begins with somebody's words, stands in a
    piece of opinion, or is a first sentence that has too little of its headline."""
    happened: bool = True
    """False where its first verb tells of what is or is to come, not of what has been."""


def quotable(entry: Entry, sentences: Sequence[Sentence], full: Mapping[str, str]) -> Iterator[Quotable]:
    """The sentences of a report that can stand alone, in order.

    `full` has the full names of the report, by last name.
    """
    lang, title = entry.lang.split("-", maxsplit=1)[0], tuple(words(entry.title))
    titled, opinion = singulars(title), entry.section.lower() in OPINION
    headline = titled - stopwords(entry.lang)
    for each in sentences[:DEEPEST]:
        text = _undated(each.text)
        found = each.words if text is each.text else tuple(words(text))
        least = SHORTEST if each.place else SHORTEST_FIRST
        if least <= len(found) <= LONGEST and found != title and stands_alone(text, found, lang):
            told = tense.opens(_ASIDE.sub("", text), lang or "en")
            if told == "" and _WHOLE_DATE.search(text):
                continue
            leaning = pointing.needs(text, found, lang) if each.place else frozenset()
            known = pointing.known(text, full) - titled if each.place else ()
            yield Quotable(
                each.place,
                text,
                found,
                () if leaning & titled else tuple(sorted(leaning)),
                tuple(sorted(known)),
                colour=opinion
                or text[0] in SPEECH
                or pointing.sets_scene(found, lang)
                or (not each.place and _is_beside(singulars(found), headline)),
                happened=told in ("past", None),
            )


def _is_beside(lead: frozenset[str], headline: frozenset[str]) -> bool:
    return len(headline) >= TITLED[0] and len(headline & lead) < TITLED[1]


@lru_cache(maxsize=64)  # the timeline asks again, of the same report
def stands_alone(text: str, found: tuple[str, ...], lang: str = "") -> bool:
    """Whether a sentence, whose words are `found`, is whole and can be understood without the one before it."""
    first = _FIRST.match(text)
    if not first or first[1][0].islower() or not _ends(text):
        return False
    if not _OFFERED.isdisjoint(found) and any(offer in text.lower() for offer in _OFFERS):
        return False
    if pointing.leans(text, found, lang.split("-", maxsplit=1)[0]):
        return False
    return not _MARK.search(text) or _closed(text)


def _ends(text: str) -> bool:
    bare = text.rstrip(_CLOSES)
    return bare[-1:] in _ENDS or (bare[-1:] == "!" and bare != text)


def _undated(text: str) -> str:
    match = None if _DASHES.isdisjoint(text[:_LONGEST_DATELINE]) else _DATELINE.match(text)
    return text[match.end() :] if match else text


def _closed(text: str) -> bool:
    """Whether each quotation mark and bracket has its other half. What opens “English” closes „German“ ones.

    A plain mark may close what a curved one has opened, as editors mix them.
    """
    low, left, right, plain = (text.count(sign) for sign in '„“”"')
    quoted = low == left + right if low else abs(left - right) <= plain and (left + right + plain) % 2 == 0
    return quoted and all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)
