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
_HEADS = frozenset(
    """
    about the author|about the authors|about the writer|der autor|die autorin|zum autor|zur autorin|zur person
    |über den autor|über die autorin|sobre el autor|sobre la autora|l’auteur|à propos de l’auteur|over de auteur
    |om författaren|sobre o autor|sull’autore|об авторе|про автора|o autorze
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
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


def biography(document: Document) -> Document:
    """Take out the last paragraphs that speak of an author of the report and of the press."""
    names = [hint.value for hint in document.hints if hint.field == "authors"]
    first, last = zones.story(document)
    reasons: dict[int, str] = {}
    for place in range(max(first + 2, last - _LAST + 1), len(document.blocks)):
        text = plain(document.blocks[place])
        about = next((name for name in names if text.startswith(name)), None)
        if (about and _SAYS.match(text, len(about)) and _PRESS.search(text)) or _SURE.fullmatch(text):
            reasons[place] = "author biography"
    below = _below_name(document, names, first) or _below_own_name(document, first)
    return take(document, below | _below_heading(document, first) | reasons)


def _below_heading(document: Document, first: int) -> dict[int, str]:
    """Places of the last blocks, where a line above them spoke of the author and was taken out."""
    lines = [taken.line for taken in document.taken if taken.text.casefold().strip(" :") in _HEADS]
    below = [place for place, block in enumerate(document.blocks) if lines and block.lines[0] > lines[-1]]
    return dict.fromkeys(below, "author biography") if len(below) <= _LAST and below[:1] > [first] else {}


def _below_own_name(document: Document, first: int) -> dict[int, str]:
    """Places of a name that stands by itself among the last blocks, and of a paragraph below it that begins with it and
    says what its author does.
    """
    end = len(document.blocks)
    for place in range(max(first + _LAST, end - _NAMED), end - 1):
        name, text = plain(document.blocks[place]).strip(" :."), plain(document.blocks[place + 1])
        about = next((each for each in (name, name.partition(" ")[0]) if text.startswith(f"{each} ")), "")
        if 2 <= count(name) <= 4 and byline(name) and about and _SAYS.match(text, len(about)) and _PRESS.search(text):
            return dict.fromkeys(range(place, end), "author biography")
    return {}


def _below_name(document: Document, names: list[str], first: int) -> dict[int, str]:
    """Places of an author's name that stands by itself among the last blocks, and of the little below it."""
    end = len(document.blocks)
    for place in range(max(first + _LAST, end - _NAMED), end):
        text = plain(document.blocks[place]).strip(" :.")
        if text in names:
            return dict.fromkeys(range(place, end), "author biography")
    return {}
