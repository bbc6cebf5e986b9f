"""Who wrote it, in a byline or an author field of any format: names without trades, and nobody in particular."""

from __future__ import annotations

import re

from generator.ingest.readers.tidy import tidy
from generator.text.bylines import OUTLET
from generator.text.months import NAMES, calendar

_BY = re.compile(
    r"^(?:(?:(?:photos?\s+and\s+)?(?:written|reported|posted|published|story|words|text|opinion|analysis|review)|story\s+and\s+photos?|"
    r"post\s+author|ein(?:gestellt|getragen)|verfasst|veröffentlicht|geschrieben|erstellt)\s+)?"
    r"(?:(?:by)?(?:by|von|par|por|di|da|af|av|door|od|autor(?:a|en|in)?|authors?|auteur|autore|reporter)\b[\s:]*|"
    r"interview\s*:\s*|(?-i:[Bb]y(?=[A-ZÀ-Þ]))|te(?:xt|xte|xto)(?:\s*(?:&|und|and)\s*\w+)?\s*:\s*|(?:投稿者|執筆者?)[\s:：]*)",
    re.IGNORECASE,
)  # fmt: skip
_TRADE_AFTER = re.compile(
    r"(?<=\S)\s*(?:기자|특파원|記者)$|(?<=\S\s\S)(\S*)\s+(?:(?:Senior|Chief|Staff|Lead|Special|News|Sports?|Political|Politics|"
    r"Business|Science|Health|Contributing|Deputy|Managing|Associate|Features?)\s+)*"
    r"(?:Editor|Correspondent|Reporter|(?:Staff )?Writer|Columnist|Contributor|Journalist|Critic)$|"
    r"(?<=\S\s\S)(\S*)\s+(?:MS|MD|M\.D\.|PhD|Ph\.D\.?|RDN?|MPH|MBA|JD|RN)$"
)
"""A reporter, as Korean and Chinese papers write behind the name; what English ones do, and degrees of learning."""
_NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|editor(?:s|ial)?(?: team| board| staff)?|staff(?: (?:reporter|writer|author))?s?|"
    r"web ?master|redak[ck]tion|redakcja|redacci[oó]n|la r[eé]daction|news(?:room| desk| team)?|guest|anonymous|"
    r"unknown|none|null|undefined|user|root|online|contributor|author|by|vor|home|about us|archives?|contact|follow|"
    r"share|subscribe|save(?: article)?|nachrichten|politik|wirtschaft|(?:\w+ )?redazione|last|first|no author|"
    r"not? (?:available|applicable)|n/?a|calibre|various|unbekannt|an[oó]nimo|anonyme?|(?:our )?foreign staff|"
    r"stand|hace|über|posted|updated|publi\w+|veröffentlicht|erstellt|aktualisiert)$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;/|&]|\b(?:and|und|et|och|og)\b|(?<=\S\s\S)\s+(?:y|e|i|en)\s+(?=\S+\s))\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_MONTH = "|".join(rf"{each[:3]}(?:{each[3:]})?" for names in NAMES["en"] for each in names.split())
_STOP = re.compile(
    rf"\s*(?:\b(?:{_MONTH})\.?\s+\d|\b(?:le|el|il)\s+\d|"
    r"[|·•–—]|\s-\s|\(|@|(?<![^\W_])\d|\b(?:photo(?:graph)?s?|fotos?|bild(?:er)?|illustrations?)\b|\bfor\b|\bin\b|\bat\b|\bfrom\b|\bon\b|\bpublished\b|\bupdated\b|\bposted\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_TRADE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|staff|chief|bureau|producer|journalist|analyst|contributor|"
    r"korrespondent|redakteur|politi|business|sport|world|news|special)\w*", re.IGNORECASE
)  # fmt: skip
_RANKS = frozenset("Senior Chief Lead Deputy Managing Associate Contributing Staff and &".split())
_NAME = re.compile(r"[^\W\d_][^_,;:!?()\[\]{}<>|/\\@#$%^&*+=~\"“”«»]*")
_BACKWARDS = re.compile(r"[^\W\d_][\w.’'-]+, [^\W\d_][\w.’'-]*(?: [^\W\d_]\.?)*")
_AGENCY = 5
"""Fewer capitals than this are no last name, but letters of an agency's."""
_PARTICLES = frozenset(
    "von van vom zu zur zum de del della dei der den des di da do dos das du la le el al bin ibn "
    "ben abu ten ter af av y e dit und and".split()
)
_CALENDAR = frozenset(word for lang in NAMES for word in calendar(lang))


def is_byline(text: str) -> bool:
    """Whether a short text begins as bylines do, and goes on with a name."""
    opening = _BY.match(text)
    return bool(opening and len(text) < 160 and text[opening.end() : opening.end() + 1].isupper())


def people(text: str) -> list[str]:
    """The names in a byline or an author field."""
    if "://" in text or len(text) > 300:
        return []
    text = tidy(re.sub(r"\S+@\S+", "", text))
    text = tidy(_BRACKETS.sub(" ", text)) or text.strip("()")  # feeds say `desk@paper.example (Ada Berg)`
    text = ";".join(forwards(each.strip()) for each in _STOP.sub("", _BY.sub("", text)).split(";"))
    if _NOBODY.match(text):
        return []
    names = []
    for number, part in enumerate(_AND.split(text)):
        whole = _TRADE_AFTER.sub(r"\1\2", _BY.sub("", part).strip(" .,:;-"))
        if whole[-2:-1] in (".", " ") and f"{whole}." in part:  # the dot of an initial
            whole = f"{whole}."
        name = _up_to_small_words(whole)
        if name != whole and (number or " " not in name):
            continue
        if (
            not name
            or _NOBODY.match(name)
            or all(_TRADE.fullmatch(word) or word in _RANKS for word in name.split())
            or _is_time(name)
            or not _NAME.fullmatch(name)
            or len(name) > 60
            or len(name.split()) > 6
            or _is_phrase(name)
        ):
            continue
        if number and (_TRADE.search(name) or " " not in name or name[0].islower()):
            continue
        names.append(_cased(name))
    return names


def forwards(name: str) -> str:
    """`Berg, Ada M.` as `Ada M. Berg`; any other text as it is, such as `AFP, Paris`: an agency and its place."""
    last, _, first = name.partition(", ")
    agency = OUTLET.search(last) or (last.isupper() and len(last) < _AGENCY)
    return f"{first} {last}" if _BACKWARDS.fullmatch(name) and not agency else name


def _up_to_small_words(name: str) -> str:
    """`Ada Berg am Samstag` as `Ada Berg`: a word in small letters that no name has ends one in capitals."""
    words = name.split()
    small = [word[0].islower() for word in words]
    at = next((at for at, word in enumerate(words) if small[at] and word not in _PARTICLES and "'" not in word), 0)
    while at and small[at - 1]:
        at -= 1
    return " ".join(words[:at]) if at else name


def _is_phrase(name: str) -> bool:
    """`writes from Aldermouth`, `Page of`: it begins with two words in small letters, or ends with a preposition."""
    first, *rest = name.split()
    if not rest or name.islower():
        return False
    opening = (first, rest[0])
    return rest[-1] in _PARTICLES or (all(map(str.islower, opening)) and _PARTICLES.isdisjoint(opening))


def _is_time(name: str) -> bool:
    """`Monday`, `March`: all of it words of a date."""
    return all(word in _CALENDAR for word in re.findall(r"\w+", name.casefold()))


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 5 else name
