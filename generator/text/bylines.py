"""Reads a byline, in a field or on a line: who wrote a report and, where it says so, for whom; `Staff` is nobody.

    By Ada Berg in Rome and Piet Sand, Example Post  ──►  Ada Berg · in Rome  |and| Piet Sand  |,| Example Post

A field is known to be a byline, and what looks least like a name is none; a line is one only where all of it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.text.byline_words import BEATS, NOBODY, OUTLET, ROLE
from generator.text.lines import single
from generator.text.months import NAMES, calendar
from generator.text.name_words import NOT_SURNAMES, PARTICLES, PLACE_HEADS
from generator.text.places import COUNTRIES

_OPENING = re.compile(
    r"(?:(?:(?:photos?\s+and\s+)?(?:written|reported|posted|published|story|words|text|opinion|analysis|review|report|"
    r"interview|commentary|edited)|story\s+and\s+photos?|post\s+author|ein(?:gestellt|getragen)|verfasst|veröffentlicht|"
    r"geschrieben|erstellt|escrito|alles|mehr|more|kolumne|kommentar|beitrag|(?:all\s+)?(?:posts|articles))\s+)?"
    r"(?:(?:by)?(?:by|von|par|por|di|da|af|av|door|od|przez|autor(?:in/autor|a|en|in)?|authors?|auteur|autore|reporter|yazan|haber|"
    r"muhabir|автор|текст|بقلم|كتب|escribe)\b[\s:]*|interview\s*:\s*|(?-i:[Bb]y(?=[A-ZÀ-Þ]))|"
    r"te(?:xt|xte|xto)(?:\s*(?:&|und|and)\s*\w+)?\s*:\s*|(?:投稿者|執筆者?)[\s:：]*)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\(?(?:additional\s+)?(?:reporting|writing)\s+by\s+(?P<names>[^;.)]+)[^)]*\)?\.?(?:\s*(?:editing|writing|reporting)[^.]*\.?)?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*([,;/&•·|]|\s[-–—]\s|\b(?:and|und|et|och|og|ve|и|with)\b)\s*", re.IGNORECASE)
_JOINT_OF_TWO = re.compile(r"(\w\s+[^\W\d_][\w.’'-]+)\s+(?:y|e|i|en)\s+(?=[^\W\d_][\w.’'-]+\s+[^\W\d_])")
"""A letter that joins whole names, and stands in some."""
_APART = frozenset(["|", "-", "–", "—", "·", "•"])
"""What stands between a byline and what is none."""
_SMALL = PARTICLES | set("vom zur zum dei dit abu y e und and d’ d'".split())
_CAP = r"(?:(?:[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][.’']?)*[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][\w’'‘.-]*|[\u0600-\u06ff]{2,})"
_WHOLE = re.compile(rf"{_CAP}(?:[ -](?:(?:{'|'.join(sorted(_SMALL))})(?![a-zà-ÿ]) ?)*{_CAP}){{1,4}}")
"""A name of two to five words. A small word ends where its letters end, else `deledele` is read in countless ways."""
_ANY = re.compile(r"[^\W\d_]\w+|[^\W\d_][^_,;:!?()\[\]{}<>|/\\@#$%^&*+=~\"“”«»]*")
_BACKWARDS = re.compile(r"[^\W\d_][\w.’'-]+, [^\W\d_][\w.’'-]*(?: [^\W\d_]\.?| [a-z]{2,3})*")
_AGENCY, _PHRASE = 5, 4
"""Fewer capitals than this are no last name, but an agency's letters; so many words alone on a line are a headline."""
_MONTH = "|".join(rf"{each[:3]}(?:{each[3:]})?" for names in NAMES["en"] for each in names.split())
_STOP = re.compile(
    rf"\s*(?:\b(?:{_MONTH})\.?\s+\d|\b(?:le|el|il)\s+\d|[(@]|(?<![^\W_])\d|(?<=\s)(?:on|am)\b|\b(?:for|in|at|from|"
    r"à|aus|auf|desde|para|für|pour|of the|published|updated|posted|follow|twitter|"
    r"photo(?:graph)?s?|fotos?|bild(?:er)?|illustrations?)\b).*",
    re.IGNORECASE | re.DOTALL,
)
"""Behind a name: where she was, for whom she wrote, when, and whose the pictures are."""
_PLACE_HEADS = PLACE_HEADS - set("la le el las los".split())
_PLACE = re.compile(r"(?:in|at|à|en|aus|auf|desde|de)\s+(?:the\s+)?[A-ZÀ-Þ][^,.]*")
_FOR = re.compile(r"(?:for|of|para|für|pour)\s+(?:the\s+)?")
_FIRM = re.compile(
    r"\b(?:gmbh|ltd|llc|inc|s\.?a\.?r\.?l|media(?: group)?|newsroom|(?:news ?)?desk)\W*$|"
    r"^redak[tc]\w+\s|^the newsroom\s|^\S+\.[a-z]{2,}$",
    re.IGNORECASE,
)
_NO_NAME = frozenset("The A Of For And With From Is Are How Why What Who".split())
"""An, On, In and To are names, too: An Nguyen, On Kawara."""
_SEAM = re.compile(r"(?<=[^\W\d_]{2}[a-zà-ÿ])(?=[A-ZÀ-Þ]\w)(?<!\bMac)(?<!\bVan)")
"""Where two words are glued, and it is no name such as McDonald."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who is behind a report."""

    authors: tuple[str, ...]
    outlet: str = ""
    opened: bool = False
    """It began with a word such as "by", so that it cannot be mistaken."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two joints of a byline: a name, if it begins with one, and the rest."""

    joint: str
    name: str
    rest: str


def is_byline(text: str) -> bool:
    """Whether a short text begins as bylines do, and goes on with a name."""
    opening = _OPENING.match(text)
    return bool(opening and len(text) < 160 and text[opening.end() : opening.end() + 1].isupper())


def people(text: str) -> list[str]:
    """The names in a byline or an author field, however they are written there; those of agencies only alone."""
    if "://" in text or len(text) > 300:
        return []
    text = single(re.sub(r"\S+@\S+", "", text))
    text = single(re.sub(r"\([^()]*\)", " ", text)) or text.strip("()")  # feeds say `desk@paper.example (Ada Berg)`
    text = ";".join(forwards(each.strip()) for each in _opened(text)[0].split(";"))
    names: list[str] = []
    for part in _parts(text):
        if part.joint in _APART:
            break
        if part.name and (not names or _is_another(part)):
            names.append(part.name)
        elif not part.joint:
            break
    return list(dict.fromkeys(names))


def forwards(name: str) -> str:
    """`Berg, Ada M.` as `Ada M. Berg`; any other text as it is, such as `AFP, Paris`: an agency and its place."""
    last, _, first = name.partition(", ")
    agency = OUTLET.search(last) or (last.isupper() and len(last) < _AGENCY)
    return f"{first} {last}" if _BACKWARDS.fullmatch(name) and not agency else name


@lru_cache(maxsize=1024)  # several steps ask it of the same lines
def parse(text: str) -> Byline | None:
    """The byline that a whole line is: `By Jane Doe, Example Post`; None when it may be something else."""
    text = single(text).strip(" |•·-–—")
    if not text or len(text) > 160 or text[-1] in "?!":
        return None
    if match := _CREDIT.fullmatch(text):
        names = people(match["names"])
        return Byline(tuple(names), opened=True) if names and _WHOLE.fullmatch(names[0]) else None
    rest, opened = _opened(text)
    if not _WHOLE.match(rest):
        return _by_nobody(rest) if opened else None
    authors: list[str] = []
    outlet = ""
    for part in _parts(rest):
        if " " in part.name and _WHOLE.fullmatch(part.name) and not ROLE.search(part.name) and _is_another(part):
            authors.append(part.name)
            left = part.rest.strip()
        else:
            left = f"{part.name}{part.rest}".strip()
        if not authors:
            return _by_nobody(rest) if opened else None
        if not left:
            continue
        of = _outlet(left, opened or part.joint != "" or not part.rest.startswith(" "))
        if of is None and not (opened and len(left.split()) <= 8 and not left.endswith(".")):
            return None
        outlet = outlet or of or ""
    sure = opened or outlet or authors != [text] or len(authors[0].split()) < _PHRASE
    return Byline(tuple(authors), outlet, opened) if sure else None


def _opened(text: str) -> tuple[str, bool]:
    """What follows the word that opens a byline, and whether there is one."""
    opening = _OPENING.match(text)
    return _cased(text[opening.end() :] if opening else text), bool(opening)


def _parts(text: str) -> Iterator[_Part]:
    """A byline, part by part."""
    joint = ""
    for place, piece in enumerate(_JOINT.split(_JOINT_OF_TWO.sub(r"\1, ", text))):
        if place % 2:
            joint = piece.strip().lower()
        else:
            name = "" if _FIRM.search(piece) else _name(piece)
            name = name if _is_name(name) else ""
            yield _Part(joint, _cased(name), piece.partition(name)[2] if name else piece)


def _name(piece: str) -> str:
    """The words of a part that can be a name: up to a trade, a place, a date, or a word in small letters."""
    piece = _OPENING.sub("", piece, count=1) if _OPENING.match(piece) else piece
    name = _STOP.sub("", piece).strip(" .:-–—")
    if role := ROLE.search(name):
        before = name[: role.start()].split()
        while before and before[-1].casefold() in BEATS:
            before.pop()
        after = name[role.end() :].strip()
        if len(before) != 1 or not role[0].strip().isascii():
            name = " ".join(before) or (after if _WHOLE.fullmatch(after) else "")
    elif (beat := name.split())[2:] and beat[-1].casefold() in BEATS:  # a line that ends within a trade
        name = " ".join(beat[:-1])
    if (seam := _SEAM.search(name)) and " " in name[: seam.start()]:
        name = name[: seam.start()]
    words = name.split()
    small = [word[0].islower() and word not in _SMALL and "'" not in word.replace("’", "'") for word in words]
    end = next((at for at, each in enumerate(small) if each), 0) or len(words)
    while end < len(words) and end > 1 and words[end - 1][0].islower():
        end -= 1
    name = " ".join(words[:end]) if end > 1 or end == len(words) else ""
    return f"{name}." if name[-2:-1] in (".", " ") and f"{name}." in piece else name  # the dot of an initial


def _is_name(name: str) -> bool:
    """Whether words can be somebody's name: neither a desk nor a date, a phrase or a place."""
    words = name.split()
    if not words or len(words) > 6 or len(name) > 60 or not _ANY.fullmatch(name):
        return False
    if all(word in NOBODY or word in calendar("") for word in re.findall(r"[\w/]+", name.casefold())):
        return False
    opening = "".join(words[:2]).islower() and _SMALL.isdisjoint(words[:2])  # `writes from`
    phrase = len(words) > (2 if name.islower() else 1) and (opening or words[-1] in _SMALL)
    return not phrase and _NO_NAME.isdisjoint(words)


def _is_another(part: _Part) -> bool:
    """Whether a part names one more person: a full name, and neither an outlet nor a place."""
    if not part.joint:
        return True
    words = part.name.split()
    other = OUTLET.search(part.name) or ROLE.search(part.name)
    known = other or _is_place(part.name) or words[-1].casefold() in NOT_SURNAMES
    return len(words) > 1 and not known and part.name[0].isupper() and part.joint not in _APART


def _is_place(text: str) -> bool:
    return text in COUNTRIES or text.split(maxsplit=1)[0].casefold() in _PLACE_HEADS


def _by_nobody(text: str) -> Byline | None:
    """`By AFP`, `By staff reporter`, `By Example News`: a byline that names nobody."""
    words = text.strip(" .").split()
    if len(words) > 5 or not all(
        word[0].isupper() or word in {"of", "the", "and", "our"} or ROLE.fullmatch(word) for word in words
    ):
        return None
    if (text.isupper() and len(words) == 1) or OUTLET.search(text):
        return Byline((), text.strip(" ."), opened=True)
    return Byline((), opened=True) if ROLE.search(text) else None


def _outlet(rest: str, apart: bool) -> str | None:
    """The outlet in what follows a name, empty when it is a trade or a place; None when it may be anything."""
    words = rest.split()
    if ROLE.search(rest) and len(words) <= 9:
        match = re.search(r"(?:\bof (?:the )?|\bfor )(?P<outlet>(?:The )?[A-Z]\w+(?: [A-Z][\w’']+){0,3})$", rest)
        return match["outlet"] if match and not ROLE.search(match["outlet"]) else ""
    if _PLACE.fullmatch(rest) or _is_place(rest) or NOBODY.issuperset(rest.casefold().split()):
        return "" if len(words) <= 5 else None
    if len(words) <= 5 and all(word[:1].isupper() or word in {"of", "the", "de", "and", "&"} for word in words):
        return rest.strip(" .") if apart else None
    return _FOR.sub("", rest, count=1) if _FOR.match(rest) and len(words) <= 6 else None


def _cased(name: str) -> str:
    """JANE DOE AND J.R. ROE as Jane Doe and J.R. Roe; a single word may be an agency."""
    if not name.isupper() or " " not in name:
        return name
    name = re.sub(r"[^\W\d_]{3,}|(?<![^\W\d_])[^\W\d_]{2}(?![\w.])", lambda word: word.group().capitalize(), name)
    return re.sub(r"(?<= )(?:And|Und|Et|Y|E|Ve|И)(?= )", lambda word: word.group().lower(), name)
