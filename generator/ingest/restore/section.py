"""Breadcrumbs and kickers above a title name the section of a report."""

from __future__ import annotations

import re

from generator.ingest import zones
from generator.ingest.edit import take
from generator.model import Document, Hint
from generator.text.bylines import parse as byline
from generator.text.casing import is_capitals
from generator.text.lines import count

_CRUMB = re.compile(r"\s*(?:\s[>|/→]\s|[›»])\s*")
_HOME = frozenset("home homepage start startseite accueil inicio início portada anasayfa главная الرئيسية news".split())
_SECTIONS = frozenset(
    """
    world politics business sport sports science culture opinion economy finance money markets technology tech health
    education environment climate travel arts entertainment lifestyle local national international uk us europe asia
    africa americas football banking media law crime weather analysis features society religion energy transport
    politik wirtschaft kultur wissenschaft panorama ausland inland gesellschaft meinung
    politique économie monde société culture sciences sport idées planète
    política economía sociedad cultura deportes internacional ciencia opinión mundo economia cronaca politica esteri
    esportes dünya spor ekonomi siyaset kültür gündem политика экономика общество культура спорт мир наука
    """.split()
)


def section(document: Document) -> Document:
    """Take a breadcrumb or a kicker out, and remember the section that it names."""
    first, _ = zones.story(document)
    reasons: dict[int, str] = {}
    hints: list[Hint] = []
    for place, block in enumerate(document.blocks[:first]):
        crumbs = [crumb.strip() for crumb in _CRUMB.split(block.text) if crumb.strip()]
        if len(crumbs) >= 2 and max(map(count, crumbs)) <= 4 and len(block.text) <= 100 and not byline(block.text):
            reasons[place] = "breadcrumb"
            names = [crumb for crumb in crumbs if crumb.casefold() not in _HOME]
            named = [crumb for crumb in names if crumb.casefold() in _SECTIONS] or ([] if "|" in block.text else names)
        elif block.text.casefold() in _SECTIONS:
            reasons[place] = "kicker"
            named = [block.text]
        else:
            continue
        hints += [Hint("section", _spelled(name), f"{reasons[place]}, line {block.lines[0]}") for name in named[:1]]
    return take(document, reasons, hints[:1])


def _spelled(name: str) -> str:
    return name.capitalize() if is_capitals(name) and len(name) > 3 else name
