"""Reads a byline: who wrote a report and, where it says so, for whom. What is not certainly a name is no byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_OPENING = re.compile(
    r"(?:(?:words|text|story|report|analysis|review|interview|written|reported|posted|published|opinion|commentary|edited)\s+)?"
    r"(?:by|von|par|por|di|door|af|av|przez|autor(?:in)?|autore|auteur|author|text|texte|texto|yazan|haber|muhabir"
    r"|автор|текст|بقلم|كتب|reporter|escrito por|escribe)\s*:?\s+",
    re.IGNORECASE,
)
_PARTICLE = "(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|af|av|ter|ten|zu|y|e|d’|d')"
_CAP = r"(?:(?:[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][.’']?)*[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][\w’'‘.-]*|[\u0600-\u06ff]{2,})"
_NAME = rf"{_CAP}(?:[ -](?:{_PARTICLE} ?)*{_CAP}){{1,4}}"
_JOIN = r"\s*(?:,\s*(?:and|und|et|y|e|ve|и)?|\b(?:and|AND)\b|\bund\b|\bet\b|\by\b|\be\b|\bve\b|\bи\b|&|•|\bwith\b)\s*"
_NAMES = re.compile(rf"{_NAME}(?:{_JOIN}{_NAME})*")
_ONE_NAME = re.compile(_NAME)
_ROLE_WORDS = (
    "correspondent correspondents reporter editor editors writer columnist analyst journalist bureau desk staff chief"
    " contributor producer presenter critic photographer author agencies reporters"
    " redakteur redakteurin korrespondent korrespondentin reporterin redaktion correspondant correspondante journaliste"
    " envoyé envoyée rédacteur rédactrice corresponsal periodista redactor redactora corrispondente giornalista inviato"
    " correspondente repórter jornalista muhabiri muhabir editörü yazarı корреспондент обозреватель редактор"
).split()
_ROLE = re.compile(rf"(?<!\w)(?:{'|'.join(_ROLE_WORDS)})(?!\w)", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLa)(?<!\bDi)(?<!\bVan)")
_PLACE = re.compile(r",?\s+(?:in|at|à|en|aus|auf|desde|de)\s+(?:the\s+)?[A-ZÀ-Þ][^,.]*$")
_CREDIT = re.compile(
    r"\(?(?:additional\s+)?(?:reporting|writing)\s+by\s+(?P<names>[^;.)]+)[^)]*\)?\.?(?:\s*(?:editing|writing|reporting)[^.]*\.?)?",
    re.IGNORECASE,
)
OUTLET = re.compile(
    r"\b(?:News|Times|Post|Daily|Herald|Tribune|Gazette|Journal|Guardian|Telegraph|Mail|Express|Observer|Chronicle|Press|Agency"
    r"|Today|Online|BBC|CNN|NPR|AP|AFP|Reuters|Associated|Radio|TV|Zeitung|Monde|Figaro|País|Mundo|Bulletin|Courier|Examiner|Globe|Independent"
    r"|Mirror|Record|Register|Sentinel|Standard|Star|Sun|Review|Weekly|Magazine|Network|Media|Packet|Lantern|Argus|Echo|Evening|Morning"
    r"|Dispatch|Inquirer|Ledger|Mercury|Monitor|Reporter|Voice|World|Wire|Staff|Broadcasting|Anadolu|Xinhua|Bloomberg)\b|\.(?:com|org|net|co\.uk|de|fr)\b"
)
"""A word by which an outlet's name may be known."""
_TITLE_CASED_FILLERS = frozenset("The A An Of In On For And To With At From Is Are As How Why What Who".split())
_BEATS = frozenset(
    """
    Affairs Arts Associate Business Chief City Community Consumer Correspondents Courts Crime Culture Data Defence
    Defense Democracy Deputy Diplomatic Economics Education Energy Environment Europe European Features Finance
    Financial Food Foreign Health Home International Investigations Legal Local Managing Markets Media Middle East Money
    Music National News Night Photo Political Politics Property Religion Royal Science Security Senior Social Special
    Sport Sports Staff State Tech Technology Transport Travel UK US Video Washington White House World
    """.split()
)
"""What stands between a name and a role: `Helena Brandt Political editor`."""
_MINISTERS = frozenset(
    "President Minister Mayor King Queen Prince Princess Judge Senator Governor General Pope".split()
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who is behind a report."""

    authors: tuple[str, ...]
    outlet: str = ""
    opened: bool = False
    """It began with a word such as "by", so that it cannot be mistaken."""


@lru_cache(maxsize=1024)  # several steps ask it of the same lines
def parse(text: str) -> Byline | None:
    """The byline that a whole line is: `By Jane Doe, Example Post`; None when it may be something else."""
    text = " ".join(text.split()).strip(" |•·-–—")
    if not text or len(text) > 160 or text[-1] in "?!":
        return None
    if match := _CREDIT.fullmatch(text):
        names = _names_at(re.split(r"\s+in\s+", match["names"])[0])
        return Byline(names[0], opened=True) if names else None
    opening = _OPENING.match(text)
    rest = _lowered(text[opening.end() :] if opening else text)
    found = _names_at(rest)
    if not found:
        return _by_nobody(rest) if opening else None
    authors, end = found
    if len(authors) > 1 and OUTLET.search(authors[-1]):
        return Byline(authors[:-1], authors[-1], bool(opening)) if not rest[end:].strip(" .") else None
    tail = rest[end:].strip(" ,|•·-–—/")
    if not tail:
        return Byline(authors, opened=bool(opening)) if opening or _may_be_bare(text) else None
    return _with_tail(authors, tail, rest[end:], bool(opening))


def _by_nobody(text: str) -> Byline | None:
    """`By AFP`, `By staff reporter`, `By Example News`: a byline that names nobody."""
    words = text.strip(" .").split()
    if len(words) > 5 or not all(
        word[0].isupper() or word in {"of", "the", "and", "our"} or _ROLE.fullmatch(word) for word in words
    ):
        return None
    if (text.isupper() and len(words) == 1) or OUTLET.search(text):
        return Byline((), text.strip(" ."), opened=True)
    return Byline((), opened=True) if _ROLE.search(text) else None


def _with_tail(authors: tuple[str, ...], tail: str, raw: str, opened: bool) -> Byline | None:
    """A byline with more behind its names: a role, a place, an outlet."""
    if tail.endswith(".") and not opened:
        return None
    if _ROLE.search(tail) and len(tail.split()) <= 9:
        outlet = ""
        if match := re.search(
            r"(?:,\s*|\bof (?:the )?|\bfor )(?P<outlet>(?:The )?[A-Z]\w+(?: [A-Z][\w’']+){0,3})$", tail
        ):
            outlet = match["outlet"] if not _ROLE.search(match["outlet"]) else ""
        return Byline(authors, outlet, opened)
    if (opened or raw.startswith((" in ", " at "))) and _PLACE.fullmatch(" " + tail):
        return Byline(authors, opened=opened) if opened or len(tail.split()) <= 5 else None
    words = tail.split()
    if len(words) <= 5 and all(word[:1].isupper() or word in {"of", "the", "de", "and", "&"} for word in words):
        separated = raw[:1] in ",|•·–—/" or raw[:2] in {" |", " •", " ·", " –", " —", " /", " -"}
        glued = not raw.startswith(" ")
        if separated or glued or opened:
            return Byline(authors, tail.strip(" ."), opened)
    if opened and tail.lower().startswith(("for ", "of ", "para ", "für ", "pour ")) and len(words) <= 6:
        return Byline(authors, re.sub(r"^(?:for|of|para|für|pour)\s+(?:the\s+(?=[a-z]))?", "", tail), opened)
    return Byline(authors, opened=True) if opened and len(words) <= 8 and not tail.endswith(".") else None


def _names_at(text: str) -> tuple[tuple[str, ...], int] | None:
    """The names at the start of `text` and where they end, cut where an outlet is glued to them."""
    match = _NAMES.match(text)
    if not match:
        return None
    end = match.end()
    role = _ROLE.search(text)
    if role and role.start() <= end + 1:
        end = min(end, len(text[: role.start()].rstrip(" ,")))
        while (space := text.rfind(" ", 0, end)) > 0 and text[space + 1 : end] in _BEATS:
            end = len(text[:space].rstrip(" ,"))
    seam = next((each.start() for each in _GLUED.finditer(text, 0, end) if _is_seam(text, each.start())), 0)
    if seam and len(text[:seam].split()) >= 2:
        end = seam
    names = tuple(each.group().strip(" ,.") for each in _ONE_NAME.finditer(text[:end]))
    names = tuple(_lowered(name) for name in names if 2 <= len(name.split()) <= 5)
    return (names, end) if names and not any(_is_no_name(name) for name in names) else None


def _is_seam(text: str, at: int) -> bool:
    """Whether two words were glued here, rather than a name written like McDonald."""
    before = text[:at].split()
    return bool(before) and len(before[-1]) >= 3


def _is_no_name(name: str) -> bool:
    words = name.split()
    return any(word in _TITLE_CASED_FILLERS for word in words) or words[0] in _MINISTERS


def _may_be_bare(text: str) -> bool:
    """Two or three words that could be a name alone; the reader of the line must know more."""
    return len(text.split()) in (2, 3)


def _lowered(name: str) -> str:
    """JANE DOE AND J.R. ROE as Jane Doe and J.R. Roe; a single word may be an agency."""
    if not name.isupper() or " " not in name:
        return name
    name = re.sub(r"[^\W\d_]{3,}|(?<![^\W\d_])[^\W\d_]{2}(?![\w.])", lambda word: word.group().capitalize(), name)
    return re.sub(r"(?<= )(?:And|Und|Et|Y|E|Ve|И)(?= )", lambda word: word.group().lower(), name)
