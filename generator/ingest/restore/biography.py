"""What a page says about the author below the story is no part of it."""

from __future__ import annotations

import re

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document
from generator.text.bylines import parse as byline
from generator.text.lines import count

_NAMED = 4  # blocks at the end, the first of which may be the author's name
_LAST = 3  # paragraphs at the end among which it may stand
_SAYS = re.compile(
    r"(?:,[^.]{2,80},)?\s(?:is|was|has been|has (?:reported|written|covered|worked)|covers|writes|reports"
    r"|joined|works|lives|leads|edits|serves"
    r"|studied|holds|ist|schreibt|arbeitet|berichtet|est|couvre|écrit|travaille|es|escribe|cubre|è|scrive|é|escreve)\b"
)
_PRESS = re.compile(
    r"\b(?:reporter|correspondent|editor|journalist|columnist|writer|author|freelance\w*|producer|newsroom"
    r"|bureau|staff|fellow|professor|covers|covering"
    r"|reporting|redakteur\w*|korrespondent\w*|journaliste?|periodista|corresponsal|redactora?|giornalista|jornalista"
    r"|contact (?:him|her|them)|follow (?:him|her|them)|reach (?:him|her|them)|twitter|newsletter)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"[\W_]*(?:you (?:can|may) )?(?:also )?(?:follow|contact|reach|e-?mail|connect with)\s.{0,60}@\S+.*", re.IGNORECASE
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]+"
_IS = re.compile(
    rf"{_NAME}(?: {_NAME}){{1,3}},? is (?:an?|the|[\w ’']{{2,30}}[’']s) (?:[\w-]+ ){{0,5}}?"
    r"(?:reporter|correspondent|editor|journalist|columnist|writer|contributor)\b(?!.*\band (?:he|she|they)\b)"
)
"""So nobody else is introduced: of a person of the story the sentence goes on to tell what they did."""


def biography(document: Document) -> Document:
    """Take out the last paragraphs that speak of an author of the report and of the press."""
    names = [hint.value for hint in document.hints if hint.field == "authors"]
    first, last = zones.story(document)
    texts = [plain(block) for block in document.blocks]
    end = len(texts)
    for place in range(max(first + _LAST, end - _NAMED), end):
        if texts[place].strip(" :.") in names or _is_named(texts[place].strip(" :."), texts[place + 1 : place + 2]):
            return take(document, dict.fromkeys(range(place, end), "author biography"))
    below = range(max(first + 2, last - _LAST + 1), end)
    found = {place for place in below if _SURE.fullmatch(texts[place]) or any(_tells(texts[place], n) for n in names)}
    found |= {place for place in range(first + 1, end) if _IS.match(texts[place])}
    return take(document, dict.fromkeys(found, "author biography"))


def _is_named(name: str, following: list[str]) -> bool:
    """Whether a line is nothing but a name, and the one below it says what its bearer does."""
    bearer = next((text for text in following if text.startswith(name.partition(" ")[0])), "")
    if not bearer or not 2 <= count(name) <= 4 or not byline(name):
        return False
    return _tells(bearer, name) or _tells(bearer, name.partition(" ")[0])


def _tells(text: str, name: str) -> bool:
    """Whether a paragraph begins with somebody's name and says what they do for the press."""
    return text.startswith(name) and bool(_SAYS.match(text, len(name)) and _PRESS.search(text))
