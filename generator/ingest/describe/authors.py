"""Who wrote a report: persons, as its byline names them."""

from __future__ import annotations

import functools
import re

from generator.ingest.describe.plain import Plain, hints
from generator.ingest.describe.publisher import publisher
from generator.model import Field
from generator.text.months import calendar

_GENERIC = frozenset(
    """
    staff admin administrator editor editors editorial newsroom newsdesk desk webmaster web user guest anonymous
    unknown author authors writer reporter reporters correspondent contributor contributors agency agencies team
    redaktion redaction rédaction redacción redazione redação redactie redaktionen redakcja redakce редакция root
    none null news wire wires press media online digital our the a and by own of no not available anónimo anonimo
    anonyme anonym last first foreign national local city desks service services
    """.split()
)
_BODY = re.compile(
    r"\b(?:gmbh|ltd|llc|inc|s\.?a\.?r\.?l|media(?: group)?|newsroom|(?:news ?)?desk)\W*$|"
    r"^(?:redak[tc]\w+|the newsroom)\s",
    re.IGNORECASE,
)
"""What firms and desks are called."""
_LEAD = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|written by|words by|text by|reported by|автор:?|текст:?)\s+(?=\S)", re.IGNORECASE
)
_ROLE = re.compile(
    r"\s*(?:,|\||–|—|-\s|\()\s*(?=[^,|]*\b(?:correspondent|reporter|editor|writer|columnist|staff|analyst|contributor|agency|"
    r"in\s[A-Z]|envoyée?|korrespondent|redakteur|corresponsal|inviat[ao]|bureau)).*$",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?<=\w\s\w)(\w*)\s+(?:political|business|economics|science|arts|culture|sports?|health|education|foreign|"
    r"environment|technology|chief|senior|defence|diplomatic|legal|local|city|staff)$",
    re.IGNORECASE,
)
"""What is left of `Political correspondent` when a line ends within it."""
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\(@?\w+\)|@\w+")


@functools.lru_cache(maxsize=4)
def authors(read: Plain) -> Field | None:
    """The names of its authors, each once; neither the publisher nor `Staff` is one."""
    name, _ = publisher(read)
    found: dict[str, tuple[str, str]] = {}
    dropped: list[str] = []
    for value, origin in hints(read, "authors"):
        person = _person(value)
        if not person or _nobody(value) or _nobody(person) or (name and _bare(person) == _bare(name)):
            dropped.append(value)
        else:
            found.setdefault(_bare(person), (person, origin))
    kept = [(person, origin) for key, (person, origin) in found.items() if not _part_of_another(key, found)]
    if not kept:
        return None
    origins = "; ".join(dict.fromkeys(origin for _, origin in kept))
    if dropped:
        origins += f"; without {', '.join(dict.fromkeys(dropped))}"
    return Field([person for person, _ in kept], origins)


def _person(value: str) -> str:
    text = _ROLE.sub("", _LEAD.sub("", _ADDRESS.sub("", value))).strip(" ,;:|–—-/()")
    if text.count(" ") >= 2:
        text = _DESK.sub(r"\1", text)
    if len(text) > 80 or not any(map(str.isalpha, text)):
        return ""
    if text.isupper() and len(text) > 4 and not text.isalpha() and "." not in text:
        text = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), text)
    return " ".join(text.split())


def _nobody(person: str) -> bool:
    """`Staff`, `Web desk`, `Example Media`, `Monday`, `example.com`: nobody in particular."""
    words = re.findall(r"\w+", person.casefold())
    if all(word in _GENERIC or word in calendar("") or word.isdigit() for word in words):
        return True
    return bool(_BODY.search(person) or re.fullmatch(r"\S+\.[a-z]{2,}", person))


def _bare(name: str) -> str:
    return re.sub(r"^the\s+|\W+", "", name.casefold())


def _part_of_another(key: str, found: dict[str, tuple[str, str]]) -> bool:
    """`Amadi` beside `Lise Amadi`."""
    return any(key != other and other.endswith(key) and len(key) > 2 for other in found)
