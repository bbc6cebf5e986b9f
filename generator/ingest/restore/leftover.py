"""What is left around the story of a scraped page, when all that could be named is gone, is page furniture."""

from __future__ import annotations

from generator.ingest import zones
from generator.ingest.edit import WRITTEN, take
from generator.model import Block, Document
from generator.text.lines import count, is_prose, stops

_MANY = 3  # short lines at the end that are no longer an author's
_FULL = 40  # words of a paragraph that no teaser has
_ANNOUNCED = 5  # words that announce a list: "The full list of winners is below:"; fewer name a list of other stories
_ITEMS = 3  # lines of a list that is announced
_COLONS = (":", "：")
_RUN = 3  # so many full paragraphs around the story may be its further parts


def leftover(document: Document) -> Document:
    """Take out the short lines above the first and below the last paragraph."""
    if not document.bare:
        return document
    first, last = zones.story(document)
    if last < first:
        return document
    titled = any(hint.field == "title" for hint in document.hints)
    above = [place for place in range(first) if titled and document.blocks[place].kind == "paragraph"]
    above = [place for place in above if not is_prose(document.blocks[place].text) or _parted(document, place, first)]
    dated = {taken.line for taken in document.taken if taken.reason == "date line"}
    above = [place for place in above if not _opens(document.blocks[place], dated)]
    below = _below(document, last)
    scraped = any(taken.reason not in WRITTEN for taken in document.taken) or len(below) >= _MANY
    run = _run(document, first, last)
    run |= _list_below(document, last)
    gone = [place for place in above + (below if scraped else []) if place not in run]
    return take(document, dict.fromkeys(gone, "page furniture"))


def _run(document: Document, first: int, last: int) -> set[int]:
    """Places of the full paragraphs around the story that are its further parts, though furniture stands between.

    A list that tells in prose has pictures and offers between its parts. No page has as many full paragraphs around a
    story as in it; where they are as many, all of them are the story.
    """
    full = {place for place, block in enumerate(document.blocks) if _is_full(block)}
    around = {place for place in full if not first <= place <= last}
    return around if len(around) >= max(_RUN, len(full) - len(around)) else set()


def _list_below(document: Document, last: int) -> set[int]:
    """Places of the list that ends a story: short lines that stand together below one that ends in a colon."""
    end, start, far = len(document.blocks), last, last
    announced = document.blocks[last].text.endswith(_COLONS)
    while far + 1 < end and _goes_on(document, far):
        far += 1
        if far == last + 1 and not announced:
            announced = document.blocks[far].text.endswith(_COLONS)
            start = far if announced else last
    if announced and count(document.blocks[start].text) >= _ANNOUNCED and far - start >= _ITEMS:
        return set(range(last + 1, far + 1))
    return set()


def _goes_on(document: Document, place: int) -> bool:
    """Whether the next block is a short line, too, and nothing was taken out before it but what stands there twice."""
    one, after = document.blocks[place : place + 2]
    lines = range(one.lines[-1] + 1, after.lines[0])
    return (
        after.kind == "paragraph"
        and not is_prose(after.text)
        and not any(
            taken.line in lines and not (taken.reason in WRITTEN or taken.reason.startswith(("recurring", "repeats")))
            for taken in document.taken
        )
    )


def _is_full(block: Block) -> bool:
    return block.kind == "paragraph" and count(block.text) >= _FULL and stops(block.text) and is_prose(block.text)


def _opens(block: Block, dated: set[int]) -> bool:
    """Whether a short sentence had the date glued to it: then the story opens with it."""
    return stops(block.text) and not dated.isdisjoint(block.lines)


def _below(document: Document, last: int) -> list[int]:
    """Places below the story that are furniture: short lines, and all that is parted from the story by furniture."""
    end = len(document.blocks)
    for far in range(last + 1, end):
        if is_prose(document.blocks[far].text):
            if _parted(document, last, far):
                return [each for each in range(last + 1, end) if each >= far or _is_furniture(document.blocks[each])]
            last = far  # what lay between was a list, and this is more of the story
    return [each for each in range(last + 1, end) if _is_furniture(document.blocks[each])]


def _parted(document: Document, one: int, other: int) -> bool:
    """Whether something was taken out between two blocks that is furniture: then the further one is a teaser."""
    lines = range(document.blocks[one].lines[-1] + 1, document.blocks[other].lines[0])
    return any(taken.line in lines and taken.reason not in WRITTEN for taken in document.taken)


def _is_furniture(block: Block) -> bool:
    if block.kind != "paragraph":
        return False
    listed = block.text.count(",") + 2 * block.text.count(";") >= 3 and count(block.text) >= 8
    return not listed and not (stops(block.text) and count(block.text) >= 4)
