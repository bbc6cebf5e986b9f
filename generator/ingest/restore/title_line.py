"""Finds the title of a scraped text among its first lines; where none is printed, the first heading becomes it."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest import titles, zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document, Hint
from generator.text.byline_words import OUTLET
from generator.text.casing import is_capitals, sentence_case
from generator.text.lines import count, is_prose

_FEW = 4  # lines above a story, of which the last is its title even if it looks like none
_OPENING = 4  # blocks of a story among which the page may print its title once more
_STANDFIRST = 2  # paragraphs that may stand above a title
_SUFFIX = re.compile(r"\s+[|•·–—-]\s+(?P<site>[^|–—]{2,40})$")


def title_line(document: Document) -> Document:
    """Make the best of the first lines the title, and the lines that only repeat it go."""
    if any(hint.field == "title" for hint in document.hints):
        return document
    place = _printed(document)
    if place is None:
        return _from_heading(document)
    block = document.blocks[place]
    text, site = _without_site(document, place)
    if is_capitals(text):
        text = sentence_case(text, "\n".join(plain(each) for each in document.blocks if not is_capitals(plain(each))))
    line = block.lines[0]
    hints = [Hint("title", text, f"line {line}")]
    if site:
        hints.append(Hint("name", site, f"after the title on line {line}"))
    reasons = {place: "title"} | _echoes(document, place, text)
    return take(document, reasons, hints)


def _printed(document: Document) -> int | None:
    """Place of the title line; None when there is none."""
    first, last = zones.story(document)
    lines = titles.candidates(document)
    if last < 0:  # a poem, a list: its first line
        return 0 if len(document.blocks) > 1 and lines and lines[0].place == 0 else None
    best = max(lines, key=lambda line: line.weight, default=None)
    if best and best.weight > 0:
        return best.place
    return next((line.place for line in lines if line.place == first - 1 < _FEW), None)


def _without_site(document: Document, place: int) -> tuple[str, str]:
    """The title without the name of the site behind it, and that name."""
    text = document.blocks[place].text
    match = _SUFFIX.search(text)
    if not match:
        return text, ""
    bare, site = text[: match.start()], match["site"].strip()
    others = {block.text.casefold() for block in document.blocks if block.text != text}
    capitals = all(
        word[:1].isupper() or not word[:1].isalpha() or word in {"of", "the", "and"} for word in site.split()
    )
    if bare.casefold() in others or site.casefold() in others:
        return bare, site
    if capitals and count(site) <= 4 and count(bare) >= 4 and ("|" in match.group() or OUTLET.search(site)):
        return bare, site
    return text, ""


def _echoes(document: Document, place: int, title: str) -> dict[int, str]:
    """Other lines down to the story's first that are the title once more; above it also cut or with the site's name."""
    first, _ = zones.story(document)
    key = title.casefold()
    found = {}
    for each, block in enumerate(document.blocks[: first + _OPENING]):
        text = block.text.casefold()
        bare = _SUFFIX.sub("", text)
        cut = text.rstrip(" .…")
        above = each <= first and (key == bare or (len(cut) >= 20 and text != cut and key.startswith(cut)))
        if each != place and (key == text or above):
            found[each] = "repeats the title"
    return found


def _from_heading(document: Document) -> Document:
    """The first heading as the title of a text that prints none; below more than a standfirst it stays one, too."""
    for place, block in enumerate(document.blocks):
        if block.kind == "heading":
            line = block.lines[0]
            hint = Hint("title", block.text, f"heading on line {line}")
            if sum(is_prose(plain(each)) for each in document.blocks[:place]) > _STANDFIRST:
                return take(document, {}, [hint])
            printed = document.lines[line - 1].strip()[: len(block.text)]
            as_printed = replace(block, text=printed if printed.casefold() == block.text.casefold() else block.text)
            blocks = (*document.blocks[:place], as_printed, *document.blocks[place + 1 :])
            return take(replace(document, blocks=blocks), {place: "heading, became the title"}, [hint])
    return document
