"""Who speaks: the words around a quotation that name its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.build.reading.people import People
from generator.text import speech
from generator.text.months import calendar
from generator.text.name_words import ADHERENTS, BEFORE_TITLES, TITLES
from generator.text.words import stopwords

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΫА-ЯЁЂ-ЏҐ"
_PARTICLE = r"(?:de|du|des|van|von|der|den|del|della|di|da|dos|la|le|al|bin|ten|ter|zu|af)"
_NAME = rf"[{_UPPER}][\w’'.-]*[\w’'](?: (?:{_PARTICLE} )*(?:[{_UPPER}]\.|[{_UPPER}][\w’'-]+)(?=[\s,.:;?!)”»]|$))*"
"""A run of capitalised words."""
_BARE = re.compile(rf"^(?P<name>{_NAME})(?:(?P<colon>\s?:)|,)?\s*$")
"""A name alone before a quotation, with a colon or, as in Turkish, a verb after it."""
_BEARER = re.compile(rf" (?P<noun>[a-z-]+) (?P<name>{_NAME})")
_DESCRIBES = TITLES | ADHERENTS
"""What ends a description of somebody rather than a name: the Maryland Democrat, the Governor."""
_SMALL = rf"(?:[^\W\d_{_UPPER}][\w’'-]*)"


_PREPOSITIONS = frozenset("of for at from with by to in on von bei für aus de du di del da van".split())
_CUT_SHORT = re.compile(r"\b[A-Z][a-z]{0,2}$")
"""A description that ends so was cut at an abbreviation: `from St`, `of Mrs`."""


def speaker(ahead: str, behind: str, lang: str, known: People) -> str | None:
    """Who speaks, as the text names them; empty for a pronoun, and None where nobody is said to speak.

    A quotation stands between what is `ahead`, from the sentence's beginning, and what is `behind`, to its end.
    """
    if lang in speech.UNSPACED:
        before_it, after_it = speech.UNSPACED[lang]
        match = before_it.search(ahead)
        return match["speaker"].strip() if match and after_it.match(behind) else None
    read = (_read(match, text, lang, known) for match, text in _named(ahead, behind, lang))
    return next((each for each in read if each is not None), None)


def _named(ahead: str, behind: str, lang: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where somebody is named as one who speaks, the likeliest first, with the text in which it is."""
    if _verb(lang).search(behind.lower()):
        for pattern in _after(lang):
            if match := pattern.match(behind):
                yield match, behind
    if _verb(lang).search(ahead.lower()):
        for pattern in _before(lang):
            for match in reversed(list(pattern.finditer(ahead))):
                yield match, ahead
    match = _BARE.search(ahead)
    if match and (match["colon"] or (lang == "tr" and _verb(lang).match(behind.strip().lower()))):
        yield match, ahead


@cache
def _verb(lang: str) -> re.Pattern[str]:
    """As small letters have it, which is far quicker than to look for both."""
    return re.compile(rf"\b(?:{speech.says(lang)}|{speech.according(lang)})\b".lower())


@cache
def _after(lang: str) -> tuple[re.Pattern[str], ...]:
    says, who = speech.says(lang), rf"(?P<name>{_NAME})"
    lead = r"[\s,.–—-]*"
    small, gap = rf"(?P<title>(?:{_SMALL} ){{0,5}}?)", rf"(?P<gap>(?:{_SMALL} ){{0,2}}?)"
    return (
        re.compile(rf"{lead}(?P<pronoun>(?i:{speech.pronouns(lang)})) (?:{_SMALL} )?{says}\b"),
        re.compile(rf"{lead}{says}[ -](?P<pronoun>{speech.pronouns(lang)})\b"),
        re.compile(rf"{lead}(?:so|aldus|{speech.according(lang)}) {small}{who}"),
        re.compile(rf"{lead}{small}{who}(?:, [^,“”\"«»„.;:]{{2,80}},)? {gap}{says}\b"),
        re.compile(rf"{lead}(?:[^\s“”\"«»„]+ ){{0,3}}(?!told\b|tells\b){says} {small}{who}"),
    )


@cache
def _before(lang: str) -> tuple[re.Pattern[str], ...]:
    says, who = speech.says(lang), rf"(?P<name>{_NAME})"
    words = r"[^“”\"«»„]"
    last = rf"{says}\b(?!{words}*\b{says}\b){words}{{0,120}}$"
    small, gap = rf"(?P<title>(?:{_SMALL} ){{0,5}}?)", rf"(?P<gap>(?:{_SMALL} ){{0,2}}?)"
    return (
        re.compile(rf"{who}(?:, [^,“”\"«»„.;:]{{2,80}},)? {gap}{last}"),
        re.compile(rf"(?<!\w)(?P<pronoun>(?i:{speech.pronouns(lang)})) (?:{_SMALL} )?{last}"),
        re.compile(rf"(?i:{speech.according(lang)}) {small}{who}(?:,{words}{{0,60}})?{words}{{0,120}}$"),
        re.compile(rf"(?i:{says}) {small}{who}[^“”\"«»„:]{{0,60}}:\s*$"),
    )


def _read(match: re.Match[str], text: str, lang: str, known: People) -> str | None:
    found = match.groupdict()
    if found.get("pronoun"):
        return ""
    name, start = match["name"].rstrip("."), match.start("name")
    borne = _BEARER.match(text, match.end("name"))
    if borne and borne["noun"] in TITLES:  # said Lanthorn Bank spokeswoman Ann Brink
        name, start = borne["name"].rstrip("."), borne.start("name")
    last, articles = name.split()[-1], speech.ARTICLES.get(lang, "").split()
    title = found.get("title") or ""
    if (
        name.endswith(("’s", "'s"))
        or name.split()[0].lower() in calendar(lang or "en")
        or last.lower() in _DESCRIBES
        or (lang == "de" and last not in known.words)  # a German noun
        or (found.get("gap") is not None and not _is_subject(text[:start], match["gap"], lang))
        # a house, a country or a constitution
        or (last not in known.full and sum(word.lower() not in articles for word in name.split()) == 1)
        or (title and not _is_title(title.split(), lang))
    ):
        return None
    end = start + len(name)
    if (full := known.full.get(last, "")) and not name.endswith(full):
        return full
    described = _description(lang).match(text, end)
    end = described.end() if described and not _CUT_SHORT.search(described[0]) else end
    return _prefix(title or text[:start]) + text[start:end]


def _is_subject(ahead: str, gap: str, lang: str) -> bool:
    """Whether a name before a verb is who speaks: not `a Cheshire Cat grin and said`, `Alan Brink of the Bank told`."""
    last = next(reversed(ahead.lower().split()), "")
    return last not in _PREPOSITIONS and all(
        word in stopwords(lang or "en") or word.endswith("ly") for word in gap.split() if lang in ("", "en")
    )


def _is_title(small: list[str], lang: str) -> bool:
    """Whether the words between a verb and a name describe who bears it: `said the union's secretary, Odile Marsh`."""
    first, articles = small[0].lower(), speech.ARTICLES.get(lang, "").split()
    if len(small) > 1 and small[-1].lower() in articles:  # described the importance of the Alliance
        return False
    return first in articles or first in TITLES or first in BEFORE_TITLES


def _prefix(text: str) -> str:
    """The title right before a name, in small letters: `chief executive `."""
    kept: list[str] = []
    for word in reversed(text.split()):
        if word not in TITLES and word not in BEFORE_TITLES:
            break
        kept.insert(0, word)
    if kept and kept[-1] not in TITLES:
        return ""
    return " ".join(kept) + " " if kept else ""


@cache
def _description(lang: str) -> re.Pattern[str]:
    """`, the union’s general secretary`."""
    articles = "|".join(speech.ARTICLES.get(lang, "(?!)").split())
    return re.compile(rf", (?:{articles})(?:(?<=[’'])|\s)[^,“”\"«»„.;:()]{{3,60}}(?=[,.]|$)")
