"""Python-Markdown, spared the work that plain text does not need; what comes out is the same, byte for byte.

Most of its time goes into trying every pattern on text that holds none of their characters. Here a line without a mark
of any block goes straight to the paragraph processor, a text without a mark of any inline pattern is left alone, and an
inline pattern is tried only on text that has one of its characters. That more than halves a conversion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_LINE = re.compile(r"(?:[^\W\d_]|[“‘„«\"'(])[^\n]*\Z")
"""One line that begins with a letter or a quotation mark: none of the block processors in use takes it."""
_MARKUP = re.compile(r"[\\`\[!<&*_\x02]|  \n")
"""What an inline pattern may begin with."""
_SIGNS: dict[str, str] = {
    "backtick": "`\\",
    "escape": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "!",
    "image_reference": "!",
    "short_reference": "[",
    "short_image_ref": "!",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "not_strong": "*_",
    "em_strong": "*_",
    "em_strong2": "_",
}
"""Characters of which each inline pattern needs one. A pattern that is not named here is always tried."""


class Sparing(Extension):
    """Put the short cuts in. It goes last in the list of extensions: it must know what the others brought."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name for it
        """Add what spares blocks, texts and patterns."""
        md.parser.blockprocessors.register(_PlainLine(md.parser), "plain line", 200)  # before all others
        md.treeprocessors.register(_PlainText(md), "plain text", 21)  # just before `inline`, which is 20
        for name, signs in _SIGNS.items():
            if name in md.inlinePatterns:
                pattern = md.inlinePatterns[name]
                pattern.compiled_re = cast("re.Pattern[str]", _Signed(pattern.compiled_re, signs))


class _PlainLine(ParagraphProcessor):
    """Takes a block that can be nothing but a paragraph, before the others have looked at it."""

    def test(self, parent: Element, block: str) -> bool:
        return _LINE.match(block) is not None


class _PlainText(Treeprocessor):
    """Marks texts without any markup as finished."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            text = element.text
            if text and type(text) is str and not _MARKUP.search(text):
                element.text = AtomicString(text)


class _Signed:
    """A pattern that is tried only on texts with one of the signs that each of its matches has."""

    def __init__(self, pattern: re.Pattern[str], signs: str) -> None:
        self.pattern = pattern
        self.signed = re.compile(f"[{re.escape(signs)}]")

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """The matches from `start` on."""
        return self.pattern.finditer(text, start) if self.signed.search(text) else iter(())

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match at `start`, for versions of the library that ask so."""
        return self.pattern.match(text, start) if self.signed.search(text, start) else None
