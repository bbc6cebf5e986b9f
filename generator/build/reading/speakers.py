"""Who speaks: the words around a quotation that name its speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.build.reading.people import People
from generator.text import speech
from generator.text.months import calendar
from generator.text.name_words import BEFORE_TITLES, TITLES
from generator.text.words import stopwords

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΫА-ЯЁЂ-ЏҐ"
_PARTICLE = r"(?:de|du|des|van|von|der|den|del|della|di|da|dos|la|le|al|bin|ten|ter|zu|af)"
_NAME = rf"[{_UPPER}][\w’'.-]*[\w’'](?: (?:{_PARTICLE} )*(?:[{_UPPER}]\.|[{_UPPER}][\w’'-]+)(?=[\s,.:;?!)”»]|$))*"
"""A run of capitalised words."""
_SMALL = rf"(?:[^\W\d_{_UPPER}][\w’'-]*)"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as far as the words tell."""

    text: str = ""
    """As the text names them; empty for a pronoun, and where nobody is named."""
    pronoun: str = ""

    def __bool__(self) -> bool:
        """Whether the words say at all that somebody speaks."""
        return bool(self.text or self.pronoun)


NOBODY = Speaker()
_PREPOSITIONS = frozenset("of for at from with by to in on von bei für aus de du di del da van".split())
_MEANWHILE = frozenset("later earlier yesterday also recently once".split())
_IS_TOLD_OF = re.compile(
    r",? (?:had|has|was|were|is|are|would|will|could|should|might|must|can|did|does"
    r"|wurde|war|hatte|hat|avait|était|había|era)\b"
)
"""Behind a name that a verb of speech stands before: `and said Collins had been`."""
_SAYING = {"en": "telling|saying|adding|writing|insisting|arguing|warning|declaring"}
"""Of one who speaks beside another: `with Orlin telling reporters: `."""
_OF_WHOM = re.compile(
    rf"(?P<name>{_NAME})[’']s? (?:[^\W_]+ ){{0,3}}"
    r"(?:pledge|promise|words|remark|claim|statement|tweet|phrase|comment|slogan|motto)s?"
    r"\s*[–—:(-]?\s*$"
)
"""`noted Biden’s pledge – `."""
_ASKED = re.compile(
    r"\w (?<!When )(?<!when )(?<!But )(?<!And )"
    r"(?:asked|asks|fragte|a demandé|preguntó) [^“”\"]*\b(?:why|whether|if|how|warum|ob|pourquoi|si)\b"
)
"""Who asks so has asked; what is quoted then is the answer."""
_CUT_SHORT = re.compile(r"\b[A-Z][a-z]?$")
"""A description that ends so was cut at an abbreviation: `from St`."""


def before(text: str, lang: str, known: People) -> Speaker:
    """Who is about to speak: `text` is what stands between the sentence's beginning and a quotation."""
    if (match := _OF_WHOM.search(text)) and (full := known.full.get(match["name"].split()[-1].removesuffix("’"), "")):
        return Speaker(full)
    if not _verb(lang).search(text) or _ASKED.search(text):
        return NOBODY
    saying = _is_saying(lang).search(text)
    for pattern in _before(lang)[0 if saying else 1 :]:
        for match in reversed(list(pattern.finditer(text))):
            if speaker := _read(match, text, lang, known):
                return speaker
    return NOBODY


def after(text: str, lang: str, known: People) -> Speaker:
    """Who has spoken: `text` is what follows a quotation, to the end of the sentence or the next quotation."""
    if not _verb(lang).search(text):
        return NOBODY
    for pattern in _after(lang):
        if (match := pattern.match(text)) and (speaker := _read(match, text, lang, known)):
            return speaker
    return NOBODY


def around(ahead: str, behind: str, lang: str, known: People) -> Speaker:
    """Who speaks where the name stands right before a quotation, with a colon or, as in Turkish, a verb after it."""
    if lang in speech.UNSPACED:
        before_it, after_it = speech.UNSPACED[lang]
        match = before_it.search(ahead)
        return Speaker(match["speaker"].strip()) if match and after_it.match(behind) else NOBODY
    match = _named_before().search(ahead)
    if not match or not (match["colon"] or (lang == "tr" and _verb(lang).match(behind.strip()))):
        return NOBODY
    return _read(match, ahead, lang, known)


@cache
def _named_before() -> re.Pattern[str]:
    return re.compile(rf"^(?P<name>{_NAME})(?:(?P<colon>\s?:)|,)?\s*$")


@cache
def _verb(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:\b{speech.says(lang)}\b|\b{speech.according(lang)}\b)")


@cache
def _after(lang: str) -> tuple[re.Pattern[str], ...]:
    says, who = speech.says(lang), rf"(?P<name>{_NAME})"
    lead = r"[\s,.–—-]*"
    small, gap = rf"(?P<title>(?:{_SMALL} ){{0,5}}?)", rf"(?P<gap>(?:{_SMALL} ){{0,2}}?)"
    return (
        re.compile(rf"{lead}(?P<pronoun>(?i:{speech.pronouns(lang)})) (?:{_SMALL} )?{says}\b"),
        re.compile(rf"{lead}{says}[ -](?P<pronoun>{speech.pronouns(lang)})\b"),
        re.compile(rf"{lead}{says} {small}{who}"),
        re.compile(rf"{lead}(?:so|aldus|{speech.according(lang)}) {small}{who}"),
        re.compile(rf"{lead}{small}{who}(?:, [^,“”\"«»„.;:]{{2,80}},)? {gap}{says}\b"),
        re.compile(rf"{lead}(?:[^\s“”\"«»„]+ ){{0,3}}(?!told\b|tells\b){says} {small}{who}"),
    )


@cache
def _is_saying(lang: str) -> re.Pattern[str]:
    return re.compile(_SAYING.get(lang, "(?!)"))


@cache
def _before(lang: str) -> tuple[re.Pattern[str], ...]:
    says, who = speech.says(lang), rf"(?P<name>{_NAME})"
    words = r"[^“”\"«»„]"
    last = rf"{says}\b(?!{words}*\b{says}\b){words}{{0,120}}$"
    small, gap = rf"(?P<title>(?:{_SMALL} ){{0,5}}?)", rf"(?P<gap>(?:{_SMALL} ){{0,2}}?)"
    saying = _SAYING.get(lang, "(?!)")
    return (
        re.compile(rf"{who}(?: \([^)]*\))?(?:, [^,“”\"«»„.;:]{{2,80}},)? (?:{saying})\b{words}{{0,60}}[:,]\s*$"),
        re.compile(rf"{who}(?:, [^,“”\"«»„.;:]{{2,80}},)? {gap}{last}"),
        re.compile(rf"(?<!\w)(?P<pronoun>(?i:{speech.pronouns(lang)})) (?:{_SMALL} )?{last}"),
        re.compile(rf"(?i:{speech.according(lang)}) {small}{who}(?:,{words}{{0,60}})?{words}{{0,120}}$"),
        re.compile(rf"(?i:{says}) {small}{who}[^“”\"«»„:]{{0,60}}:\s*$"),
    )


def _read(match: re.Match[str], text: str, lang: str, known: People) -> Speaker:
    found = match.groupdict()
    if found.get("pronoun"):
        return Speaker(pronoun=match["pronoun"].lower())
    name, start = match["name"].rstrip("."), match.start("name")
    if name.endswith(("’s", "'s")) or _tells_of(match, text):
        return NOBODY
    last = name.split()[-1]
    if name.split()[0].lower() in calendar(lang or "en") or (lang == "de" and last not in known.words):
        return NOBODY  # a German noun
    if found.get("gap") is not None and not _is_subject(text[:start], match["gap"], lang):
        return NOBODY
    title = found.get("title") or ""
    articles = speech.ARTICLES.get(lang, "").split()
    if last not in known.full and sum(word.lower() not in articles for word in name.split()) == 1:
        return NOBODY  # a house, a country or a constitution
    if title and not _is_title(title.split(), lang):
        return NOBODY
    end = start + len(name)
    described = _description(lang).match(text, end)
    full = known.full.get(last, "")
    if full and not name.endswith(full):
        return Speaker(full)
    prefix = _prefix(title or text[:start])
    described_end = described.end() if described and not _CUT_SHORT.search(described[0]) else end
    return Speaker(prefix + text[start:described_end])


def _tells_of(match: re.Match[str], text: str) -> bool:
    """Whether it is not the name that speaks: it stands behind the verb, and before one of its own."""
    found = match.groupdict()
    return found.get("gap") is None and bool(_IS_TOLD_OF.match(text, match.end("name")))


def _is_subject(ahead: str, gap: str, lang: str) -> bool:
    """Whether a name before a verb is who speaks: not `a Cheshire Cat grin and said`, `Alan Brink of the Bank told`."""
    last = next(reversed(ahead.lower().split()), "")
    return last not in _PREPOSITIONS and all(
        word in stopwords(lang or "en") or word.endswith("ly") or word in _MEANWHILE
        for word in gap.split()
        if lang in ("", "en")
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
