"""Who wrote a mail and who published it, by the name and the address of its sender; and what its subject line says."""

from __future__ import annotations

import re

from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint
from generator.text.byline_words import PAPER
from generator.text.bylines import forwards

_PREFIX = re.compile(
    r"\s*(?:(?:re|fwd?|aw|wg|tr|rv|res|enc|sv|vs|vl|antw|odp|pd|ynt|ilt|r|i|回复|转发|答复)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]"
    r"|\[(?:external|ext|spam|fwd?)\])\s*",
    re.IGNORECASE,
)
"""`Re:`, `Fwd:` and what programs in other languages write for them."""
_LIST = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*(?=\S)")
_ROLES = re.compile(
    r"(?:no-?reply|do-?not-?reply|news|newsletters?|info|hello|hi|mail|mailing|mailer|editors?|editorial|team|contact|"
    r"office|press|media|support|service|updates?|digest|daily|weekly|alerts?|briefing|breaking|subscriptions?|bounces?|"
    r"redaktion|redaccion|redaction|redazione|presse|kontakt|webmaster|admin|members?|community|reply|email|e|notifications?)"
    r"(?:[-_.+\d].*)?",
    re.IGNORECASE,
)
"""Addresses of nobody in particular."""
_OFFICE = re.compile(
    rf"\b(?:{'|'.join(PAPER)}|news\w*|daily|weekly|monthly|morning|evening|today|brief(?:ing)?|digest|letter|team|media|"
    r"report|update|editors?|office|institute|university|foundation|group|list|alerts?|redaktion|the|inc|ltd|gmbh|le|la|"
    r"der|die|das|el|il)\b|[\d@&!?:]",
    re.IGNORECASE,
)
"""Words that stand in the names of papers and offices, and hardly in those of people."""
_PERSON = re.compile(r"[^\W\d_][\w.’'-]*(?: (?:de|da|di|van|von|der|den|el|al|bin|la|le|du|y|[^\W\d_][\w.’'-]*)){1,4}")
_OF = re.compile(
    r"\s+(?:from|at|von|of|de|via|per|chez|bei|@)\s+|\s*[,|/]\s*|\s+[–—-]\s+|\s+(?=\()|\s+\+\s+", re.IGNORECASE
)
_MADE_UP = re.compile(r"\S*\d\S*\d\S*\d|[0-9a-f]{12,}", re.IGNORECASE)
_LANG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def subject(text: str, *, listed: bool = False) -> str:
    """A subject as a title: without `Re:` and its like, and without the name of the list that sent it (`listed`)."""
    text = tidy(text)
    for _ in range(20):
        bare = _PREFIX.sub("", text, count=1) if _PREFIX.match(text) else text
        if listed or bare != text:
            bare = _LIST.sub("", bare, count=1) if _LIST.match(bare) else bare
        if bare == text:
            break
        text = bare
    return text.strip()


def is_forwarded(text: str) -> bool:
    """Whether a subject says that its mail hands on another one."""
    return bool(re.match(r"\s*(?:\[\s*fwd?\b|(?:fwd?|wg|tr|rv|enc|vs|i|转发)\s*[:：])", text, re.IGNORECASE))


def hints(name: str, address: str, origin: str) -> tuple[Hint, ...]:
    """The author, the publisher or both, as far as a sender's name tells. An address alone is nobody's name."""
    name = tidy(re.sub(r"\S+@\S+", "", name)).strip("\"'<>() ")
    if not any(map(str.isalpha, name)) or len(name) > 100 or _MADE_UP.fullmatch(name):
        return ()
    name = name if _OFFICE.search(name) else forwards(name)
    first, *rest = (part.strip(" ()") for part in _OF.split(name))
    if rest and rest[-1] and _is_person(first):
        return (Hint("authors", first, origin), Hint("name", rest[-1], origin))
    if _is_person(name) and not _is_office(name, address):
        return (Hint("authors", name, origin),)
    known = " " in name or _OFFICE.search(name) or _is_of_domain(name, address)
    return (Hint("name", name, origin),) if known else ()  # `Clerk`, `Anna`: neither a paper nor a whole name


def listed(text: str) -> str:
    """The name that a List-Id gives to its list; empty where it gives none, or one that a program has made up."""
    phrase = text.partition("<")[0].strip(" \"'")
    if not any(map(str.isalpha, phrase)) or _MADE_UP.search(phrase) or "." in phrase.strip("."):
        return ""
    return phrase if len(phrase) <= 80 else ""


def language(text: str) -> str:
    """The language that a header states, if it is one."""
    return text.lower() if _LANG.fullmatch(text) else ""


def _is_person(name: str) -> bool:
    words = name.split()
    proper = bool(_PERSON.fullmatch(name)) and words[0][0].isupper() and words[-1][0].isupper()
    return proper and not _OFFICE.search(name)


def _is_office(name: str, address: str) -> bool:
    """Whether a name that looks like a person's goes with an address that is nobody's, or with one of its own name."""
    local = address.rpartition("@")[0]
    if _is_of_domain(name, address):
        return True
    mine = [key(word) for word in name.split()]
    return bool(_ROLES.fullmatch(local)) and not any(word in key(local) for word in mine if len(word) > 2)


def _is_of_domain(name: str, address: str) -> bool:
    return key(name) in map(key, address.rpartition("@")[2].split(".")[:-1])
