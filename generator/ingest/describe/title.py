"""The title: what the source prints as one, else its first heading, else its first sentence, else the file's name."""

from __future__ import annotations

import functools
import re
from pathlib import PurePosixPath

from generator.ingest.describe.plain import Plain, clean
from generator.ingest.describe.publisher import publisher
from generator.ingest.markdown import plain
from generator.model import Field
from generator.text.casing import is_capitals, sentence_case
from generator.text.sentences import split

FIRST_HEADING = "first heading"
LONGEST = 250
"""A longer text is a paragraph that some page calls its title."""
_CUT = 90
_SUFFIX = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+([^|–—·•»]{2,60})$")
_WIRE = re.compile(
    r"^(?:(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|BRIEF|FACTBOX|ANALYSIS|EXCLUSIVE|EXPLAINER|INSIGHT|FOCUS|"
    r"NEWSMAKER|TIMELINE|PREVIEW|INTERVIEW|FEATURE|TABLE|URGENT|REPEAT|CLARIFICATION)(?: \d+)?|"
    r"Soccer|Cycling|Olympics|Athletics|Motor racing|Swimming|Boxing|Sailing)-(?=[^\W_a-z]))+"
)
"""What agencies put before a headline for editors: `UPDATE 2-`, `Soccer-`; but `Tennis-Star` is one German word."""
_CLAUSE = re.compile(r"[,;:–—](?=\s)")


@functools.lru_cache(maxsize=4)
def title(read: Plain) -> Field | None:
    """The title in one line; the origin says which kind of place it was taken from."""
    for value, origin in read.hints["title"]:
        if _serves(value):
            return Field(_printed(_without_site(value, read), read), origin)
    for block in read.document.blocks:
        if block.kind == "heading" and _serves(text := clean(plain(block))):
            return Field(_printed(text, read), FIRST_HEADING)
    for text in read.paragraphs:
        if _serves(text[:LONGEST]):
            return _from_sentence(split(text)[0])
    name = _readable(read.document.name)
    return Field(name, "file name") if name else None


def _serves(text: str) -> bool:
    return len(text) <= LONGEST and any(map(str.isalpha, text))


def _printed(text: str, read: Plain) -> str:
    """A title as readers are to see it: without an agency's words to editors, and capitals as in running text."""
    text = _WIRE.sub("", text)
    return sentence_case(text, read.text) if is_capitals(text) and " " in text else text


def _without_site(text: str, read: Plain) -> str:
    """The title without ` - Name of the site`, when that is the publisher's name."""
    name, _ = publisher(read)
    match = _SUFFIX.search(text)
    if match and name and _same(match[1], name) and _serves(text[: match.start()]):
        return text[: match.start()]
    return text


def _same(one: str, other: str) -> bool:
    """Equal names, whatever their case, dots and `The`."""
    bare = [re.sub(r"^the\s+|\.(?:com|org|net|co\.uk)$|\W", "", each.casefold()) for each in (one, other)]
    return bare[0] == bare[1]


def _from_sentence(sentence: str) -> Field:
    """A sentence as a title: whole if it is short, else up to where a clause or at least a word ends."""
    bare = sentence.rstrip(" .。।…")
    if len(bare) <= _CUT:
        return Field(bare or sentence, "first sentence")
    clauses = [match.start() for match in _CLAUSE.finditer(bare, 30, _CUT)]
    if clauses:
        return Field(bare[: clauses[-1]], "first sentence, shortened")
    end = bare.rfind(" ", 0, _CUT)
    return Field(bare[: end if end > 0 else _CUT].rstrip(" ,;:–—") + "…", "first sentence, shortened")


def _readable(name: str) -> str:
    """`2026-11/night_of-the-flood.txt#2` as `Night of the flood`."""
    stem = PurePosixPath(name.partition("#")[0]).stem
    text = clean(re.sub(r"[-_+.]+", " ", stem)) or clean(stem)
    return text[:1].upper() + text[1:LONGEST]
