"""Furniture that the documents of one publisher share: a line that recurs across many of them is not news.

No list of phrases knows what a paper prints under each of its articles. Its articles do: what many of them say, word
for word, is no part of any. Each document gives the marks of its short lines to the lock, so that the lines of a
publisher can be counted without reading its documents again.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.ingest.markdown import plain
from generator.model import Block, Document, Report, Taken
from generator.text import shingles, slugs, words

if TYPE_CHECKING:
    from generator.ingest.finding import Reading
    from generator.lock import Line

FEWEST = 4
"""So many documents must have a line for it to recur,"""
SHARE = 0.2
"""and such a share of the publisher's."""
MOST = 0.5
"""A document of which more recurs is another state of one article: it is not counted, and nothing is taken from it."""
LONGEST = 400
"""Letters. A longer paragraph that stands in several documents is a text that they share."""
REASON = "recurs in documents of this publisher"

_DIGITS = re.compile(r"\d\d*")  # found in half the time that `\d+` takes


def house(report: Report) -> str:
    """By what the documents of one publisher are known: its name, else its web host, else the folder they are in."""
    source = report.fields["source"].value if "source" in report.fields else {}
    name, url = str(source.get("name", "")), str(source.get("url", ""))
    return slugs.slug(name) if name else urlsplit(url).netloc or report.document.name.rpartition("/")[0]


def marks(document: Document) -> tuple[int, ...]:
    """The marks of a document's short lines, each once."""
    return tuple(dict.fromkeys(mark for mark in _marks(document) if mark is not None))


def _marks(document: Document) -> list[int | None]:
    """That of each block: equal for lines of the same letters, whatever their numbers; none for what cannot recur."""
    rows = [
        plain(block) if block.kind != "verbatim" and len(block.text) <= LONGEST else "" for block in document.blocks
    ]
    bare = words.letters(_DIGITS.sub("0", "\n".join(rows)), apart="\n").casefold()
    return [zlib.crc32(row) if row else None for row in bare.encode(errors="surrogatepass").split(b"\n")]


def recurring(documents: Iterable[tuple[str, Collection[int]]]) -> dict[str, frozenset[int]]:
    """The marks that recur, by house; each document is given as its house and its marks. Copies of one count once."""
    by_house: dict[str, set[frozenset[int]]] = defaultdict(set)
    for house, marks in documents:
        by_house[house].add(frozenset(marks))
    found = {}
    for house, several in by_house.items():
        often = _often(several)
        fresh = [each for each in several if sum(mark in often for mark in each) <= MOST * len(each)]
        if often := _often(fresh):
            found[house] = frozenset(often)
    return found


def _often(several: Collection[Collection[int]]) -> set[int]:
    if len(several) < FEWEST:
        return set()
    counts = Counter(mark for each in several for mark in each)
    return {mark for mark, count in counts.items() if count >= max(FEWEST, SHARE * len(several))}


def taken_out(document: Document, recurring: Collection[int]) -> Document:
    """The document without the lines that recur; as it is if too little of it would be left.

    A heading goes only with what stands below it: `Background` recurs too.
    """
    recurs = [mark in recurring for mark in _marks(document)]
    for place in range(len(recurs) - 1, -1, -1):
        if recurs[place] and document.blocks[place].kind == "heading" and not all(recurs[place + 1 : place + 2]):
            recurs[place] = False
    kept = tuple(block for block, gone in zip(document.blocks, recurs, strict=True) if not gone)
    gone = [block for block, gone in zip(document.blocks, recurs, strict=True) if gone]
    if not gone or _size(gone) > MOST * _size(document.blocks):
        return document
    standing = {line for block in kept for line in block.lines}
    taken = [
        Taken(line, document.lines[line - 1], REASON) for block in gone for line in block.lines if line not in standing
    ]
    return replace(document, blocks=kept, taken=(*document.taken, *taken))


def _size(blocks: Iterable[Block]) -> int:
    return sum(words.count(plain(block)) for block in blocks)


def due(recurring: Collection[int]) -> str:
    """A short text by which it is told whether what recurs in a document is still the same; empty if nothing does."""
    return f"{zlib.crc32(repr(sorted(recurring)).encode()):08x}" if recurring else ""


def of(documents: Mapping[str, Line | Reading]) -> dict[str, frozenset[int]]:
    """The marks of each document's lines that recur, by document; those of which none recurs are left out."""
    told = {path: (each.house, shingles.unpacked(each.marks)) for path, each in documents.items() if each.marks}
    found = recurring(told.values())
    common = {path: found[house].intersection(marks) for path, (house, marks) in told.items() if house in found}
    return {path: marks for path, marks in common.items() if marks}
