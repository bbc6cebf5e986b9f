"""Finds the title of a scraped text among its first lines; where none is printed, the first heading becomes it."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest import passages, titles, zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document, Hint
from generator.text.bylines import OUTLET
from generator.text.bylines import parse as byline
from generator.text.casing import is_capitals, sentence_case
from generator.text.lines import count, is_prose

_ABOVE = 30  # blocks above the story within which a title may stand
_LATE = 2  # paragraphs of the story that may stand above it
_FEW = 4  # lines above a story, of which the last is its title even if it looks like none
_NEAR = 2  # printed lines between a title and its date
_LONGEST = 130  # letters of a title that ends as a sentence does
_COLUMN = 4  # words of a line that may be a column's name
_TWICE = 2.0  # what it adds to the score that a line is printed twice
_ENOUGH = 1.4  # score of a title
_RIVAL, _RIVAL_OF_FEW = 0.6, 0.75  # of the best score, that the first line must have; and one of few words
_CLOSE = 9  # printed lines between a title and another line of its head
_GLUE = 20  # letters of a title by which it is known behind its kicker
_PER_LINE = 0.06  # what each line of some words above takes from the score
_PER_BLOCK = 0.03  # and each block between it and the story
_ASKED = 1.5  # what it takes from the score of the first paragraph, a question, that neither date nor byline follows
_ADJACENT = 0.45  # of the best score, that the line right above it must have
_HEAD = 6  # blocks below the first paragraph, a caption or a notice, among which the title may stand
_SURE = 3.0  # score of such a title
_VARIANT = 2  # words that two titles of one story share
_SUFFIX = re.compile(r"\s+[|•·–—-]\s+(?P<site>[^|–—]{2,40})$")


def title_line(document: Document) -> Document:
    """Make the best of the first lines the title, and the lines that only repeat it go."""
    if not document.bare or any(hint.field == "title" for hint in document.hints):
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
    """Place of the title line; None when there is none.

    Of the lines above the story the first is taken that comes near the best: a standfirst often shares more words with
    the story than the title above it.
    """
    first, last = zones.story(document)
    lines, sentences = _candidates(document, first)
    best = max((score for _, score in lines), default=0.0)
    if best >= _ENOUGH:
        return _uppermost(document, [(place, score) for place, score in lines if score >= _ENOUGH], best)
    if sentences:
        return sentences[0]
    if last < 0:  # a poem, a list: its first line
        return 0 if len(document.blocks) > 1 and lines and lines[0][0] == 0 else None
    if (late := _late(document, first)) is not None:
        return late
    return next((place for place, _ in lines if place == first - 1 < _FEW), None)


def _late(document: Document, first: int) -> int | None:
    """Place of a title below the caption or the notice with which a text begins: it stands above a paragraph and shares
    words with the story.
    """
    body = titles.words_of_story(document, first)
    for place in range(first + 1, min(first + _HEAD, len(document.blocks) - 1)):
        block = document.blocks[place]
        if block.kind == "paragraph" and not is_prose(block.text) and titles.score(block.text, body) >= _SURE:
            return place
    return None


def _uppermost(document: Document, lines: list[tuple[int, float]], best: float) -> int:
    """The first of the lines that come near the best and stand close together with it: menus stand further off."""
    found = max(place for place, score in lines if score == best)
    for place, score in reversed(lines):
        if (
            place < found
            and score >= _share(document, place, found) * best
            and _printed_between(document, place, found) < _CLOSE
            and not _is_variant(document, place, found)
        ):
            found = place
    return found


def _is_variant(document: Document, place: int, other: int) -> bool:
    """Whether a line says what another one says that stands below its kicker: the end of a breadcrumb."""
    if other != place + 2 or count(document.blocks[place + 1].text) > _COLUMN:
        return False
    one, two = (titles.telling(document.blocks[at].text) for at in (place, other))
    return len(one & two) >= _VARIANT


def _printed_between(document: Document, place: int, other: int) -> int:
    """Printed lines between two blocks, those included that were taken out: a menu was longer than what is left."""
    between = document.lines[document.blocks[place].lines[-1] : document.blocks[other].lines[0] - 1]
    return sum(bool(line.strip()) for line in between)


def _candidates(document: Document, first: int) -> tuple[list[tuple[int, float]], list[int]]:
    """The lines above the story, or below its first paragraph, that may be its title, with how much they look like
    one; and the sentences above a byline or a date, which are titles where there is no better.
    """
    body = titles.words_of_story(document, first)
    repeated = {taken.reason.removeprefix("repeats line ") for taken in document.taken}
    dated = [taken.line for taken in document.taken if taken.reason == "date line"]
    lines: list[tuple[int, float]] = []
    sentences: list[int] = []
    inside = above = 0
    top = max(0, first - _ABOVE)
    pictured = {taken.line for taken in document.taken if taken.reason in ("photo credit", "caption")}
    for place, block in enumerate(document.blocks[top : first + 2 * _LATE], start=top):
        near_date = any(_near(document, block.lines[-1], line) for line in dated)
        near_byline = _byline_below(document, place, 3)
        if is_prose(block.text) and not (place <= first and len(block.text) <= _LONGEST and titles.asks(block.text)):
            if place <= first and len(block.text) <= _LONGEST and (near_date or near_byline):
                sentences.append(place)
            inside += place >= first
            if inside >= _LATE:
                break
            continue
        score = titles.score(block.text, body) - _PER_LINE * above - _PER_BLOCK * max(0, first - place)
        above += count(block.text) >= _COLUMN
        twice = str(block.lines[0]) in repeated and count(block.text) >= _COLUMN
        if score == titles.IMPOSSIBLE or block.kind not in ("paragraph", "heading"):
            continue
        if (inside and not (near_date or near_byline or twice)) or passages.is_glued(document, place):
            continue
        if any(_near(document, block.lines[-1], line) for line in pictured):
            twice = False  # the picture's own text is printed twice, too
        if is_prose(block.text) and any(above >= _ENOUGH for _, above in lines):
            continue  # a report that begins with a question
        if place == first and is_prose(block.text) and not (near_date or near_byline):
            score -= _ASKED
        score += _TWICE * twice + 0.8 * near_date + 0.8 * near_byline + 0.8 * _byline_below(document, place, 1)
        lines.append((place, score))
    return _bare(document, lines), sentences


def _bare(document: Document, lines: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The candidates without those that are another with something glued before it, a breadcrumb or a kicker; that
    other is printed twice.
    """
    texts = {place: document.blocks[place].text.casefold() for place, _ in lines}
    long = {place: text for place, text in texts.items() if len(text) > _GLUE}
    held = {
        place: other
        for place, text in texts.items()
        for other, ending in long.items()
        if text != ending and text.endswith(ending)
    }
    return [(place, score + _TWICE * (place in held.values())) for place, score in lines if place not in held]


def _near(document: Document, line: int, other: int) -> bool:
    """Whether a line stands below another with a few printed ones between."""
    between = document.lines[line : other - 1]
    return line < other and len(between) <= 2 * _NEAR and sum(bool(each.strip()) for each in between) <= _NEAR


def _share(document: Document, place: int, best: int) -> float:
    """How near to the best a candidate must come; a line of few words may be the name of a column, one of more right
    above the best is mostly the title of that standfirst.
    """
    if count(document.blocks[place].text) <= _COLUMN:
        return _RIVAL_OF_FEW
    return _ADJACENT if _printed_between(document, place, best) == 0 else _RIVAL


def _byline_below(document: Document, place: int, within: int) -> bool:
    """Whether a byline stands on one of the next lines."""
    return any(
        (found := byline(block.text)) and found.opened for block in document.blocks[place + 1 : place + 1 + within]
    )


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
    """Other lines of the head that are the title once more, with a site's name behind it or cut off with dots."""
    first, _ = zones.story(document)
    key = title.casefold()
    found = {}
    for each, block in enumerate(document.blocks[: first + 1]):
        text = block.text.casefold()
        bare = _SUFFIX.sub("", text)
        cut = text.rstrip(" .…")
        if each != place and (key in (bare, text) or (len(cut) >= 20 and text != cut and key.startswith(cut))):
            found[each] = "repeats the title"
    return found


def _from_heading(document: Document) -> Document:
    """The first heading as the title of a text that prints none."""
    for place, block in enumerate(document.blocks):
        if block.kind == "heading":
            line = block.lines[0]
            hint = Hint("title", block.text, f"heading on line {line}")
            printed = document.lines[line - 1].strip()[: len(block.text)]
            as_printed = replace(block, text=printed if printed.casefold() == block.text.casefold() else block.text)
            blocks = (*document.blocks[:place], as_printed, *document.blocks[place + 1 :])
            return take(replace(document, blocks=blocks), {place: "heading, became the title"}, [hint])
    return document
