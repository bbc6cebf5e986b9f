"""Quotations: what stands between quotation marks, in the marks of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]` with its marks, of which `text[inner:close]` stands between them."""

    start: int
    inner: int
    close: int
    end: int


_CLOSING = {
    "“": re.compile('”|(?<=[^\\s])"(?!\\w)'),
    "„": re.compile('[“”"](?!\\w)'),
    "«": re.compile("[ \u00a0\u202f]?»"),
    "»": re.compile("«"),
    "‹": re.compile("[ \u00a0\u202f]?›"),
    "”": re.compile("”(?!\\w)"),
    '"': re.compile('(?<=\\S)["”](?!\\w)'),
    "‘": re.compile("(?<=[.,!?…])’(?!\\w)|(?<=[^\\Ws])’(?!\\w)"),
    "「": re.compile("」"),
    "『": re.compile("』"),
}
"""By its opening mark, how a quotation ends. The same mark opens in one language and closes in another."""
_OPENING = re.compile('[„«‹「『]|“(?<![\\w”"]“)|[”"‘»](?<![\\w”"].)(?=[^\\s”"’.,;:!?])')
"""Each begins with its sign, which is what is looked for."""
_SPACE = re.compile("[ \u00a0\u202f]*")


def quotations(text: str) -> Iterator[Quotation]:
    """Those of a paragraph, in order; one inside another is a part of it. What is not closed is none."""
    at = 0
    while opening := _OPENING.search(text, at):
        inner = _after(text, opening.end())
        closing = _CLOSING[opening[0]].search(text, inner)
        if not closing:
            at = opening.end()
            continue
        yield Quotation(opening.start(), inner, closing.start(), closing.end())
        at = closing.end()


def _after(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
