"""What each passage is, from its look: running text, a heading, an item of a list, or small print beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.readers.pdf.passages import Known, Passage
from generator.model import Block, BlockKind, Taken
from generator.text import dates
from generator.text.bylines import parse
from generator.text.lines import count

_LARGER, _SMALLER = 1.15, 0.89
_LONGEST, _MOST_WORDS = 200, 25
_BOLD_WORDS = 14
_SMALL = 600
"""Letters of a note or a caption; more of small letters are a part of the text."""
_SMALL_SHARE = 0.25
_SURE = "•▪●◦‣∙■□➢✓"


def blocks_of(found: Sequence[Passage], known: Known, titles: frozenset[int]) -> tuple[list[Block], list[Taken]]:
    """The blocks, and what is none: the title, whose places among the passages are given, and small print."""
    blocks: list[Block] = []
    taken: list[Taken] = []
    small = [each for each in found if each.size < _SMALLER * known.size and len(each.text) <= _SMALL]
    beside = sum(len(each.text) for each in small) <= _SMALL_SHARE * sum(len(each.text) for each in found)
    headings = {place for place, each in enumerate(found) if place not in titles and _is_heading(each, known)}
    sizes = sorted({round(found[place].size) for place in headings}, reverse=True)
    ranks = {size: min(6, rank) for rank, size in enumerate(sizes, start=2)}
    for place, each in enumerate(found):
        if place in titles:
            taken += _taken(each, "title")
        elif beside and each.size < _SMALLER * known.size and len(each.text) <= _SMALL and not _speaks(each.text):
            taken += _taken(each, "small print")
        elif place in headings:
            blocks.append(Block(_whole(each), each.numbers, "heading", ranks[round(each.size)]))
        elif _is_item(found, place):
            kind: BlockKind = "number" if each.sign[-1:] in ".)" else "bullet"
            blocks.append(Block(each.text, each.numbers, kind, 1))
        else:
            blocks.append(Block(_whole(each), each.numbers))
    return blocks, taken


def _taken(passage: Passage, reason: str) -> list[Taken]:
    first, *others = passage.numbers
    return [Taken(first, _whole(passage), reason), *(Taken(number, "", reason) for number in others)]


def _whole(passage: Passage) -> str:
    """The text with the sign it begins with."""
    return f"{passage.sign} {passage.text}" if passage.sign else passage.text


def _speaks(text: str) -> bool:
    """Whether a short line says who wrote the text or when, which is for others to read."""
    return len(text) < 120 and bool(dates.find(text) or ((found := parse(text)) and found.opened))


def is_large(passage: Passage, known: Known) -> bool:
    """Whether it is printed larger than the running text, and is no paragraph."""
    return passage.size > _LARGER * known.size and len(passage.text) <= _LONGEST and count(passage.text) <= _MOST_WORDS


def _is_heading(passage: Passage, known: Known) -> bool:
    if not (is_large(passage, known) or _is_bold(passage, known)):
        return False
    if not any(map(str.isalpha, passage.text)) or (passage.sign and passage.sign in _SURE):
        return False
    return not _speaks(passage.text)


def _is_bold(passage: Passage, known: Known) -> bool:
    """Whether it is a few words in bold letters, no sentence, where the running text is not bold."""
    bold = passage.bold and not known.bold and passage.size > _SMALLER * known.size
    return bold and count(passage.text) <= _BOLD_WORDS and passage.text[-1] not in ".,;" and passage.text[0].isalnum()


def _is_item(found: Sequence[Passage], place: int) -> bool:
    """Whether a passage is an item of a list: by a bullet, or by its neighbours, which have a dash or a number too."""
    sign = found[place].sign
    if not sign:
        return False
    if sign in _SURE:
        return True
    before = found[place - 1].sign if place else ""
    after = found[place + 1].sign if place + 1 < len(found) else ""
    if sign[-1] not in ".)":
        return sign in (before, after)
    value = int(sign.strip("(.)"))
    return any(each[-1:] in (".", ")") and abs(int(each.strip("(.)")) - value) == 1 for each in (before, after))
