"""Quotations: words between marks, which must stand word for word in one report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.text.claims.claim import Claim, Report, folded
from generator.text.quotations import quotations

_SINGLE = re.compile(r"(?<![\w'])(?:'[^'\n]+(?:'\w[^'\n]*)*'|‘[^‘’]+(?:’\w[^‘’]*)*’)(?!\w)")
"""In single marks, which elsewhere are apostrophes: here `‘all the crews’` must not slip through as a genitive."""
_LEFT_OUT = re.compile(r"\[?(?:\.\.\.|…)\]?|\[[^\]]*\]")
"""Where a quotation leaves words out, or puts its own in brackets."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Quotations:
    """The words of each report, in their order."""

    running: tuple[str, ...]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Quotations:
        """From the reports themselves."""
        return cls(tuple(_words(report.text) for report in reports))

    def lacks(self, text: str) -> list[Claim]:
        """The quotations in `text` that stand in no report."""
        return [
            Claim("quotation", text[each.start : each.end], each.start)
            for each in quotations(_SINGLE.sub(lambda match: f"「{match[0][1:-1]}」", text))
            if not self._hold(text[each.inner : each.close])
        ]

    def _hold(self, quoted: str) -> bool:
        pieces = [words for piece in _LEFT_OUT.split(quoted) if (words := _words(piece)).strip()]
        return any(all(piece in text for piece in pieces) for text in self.running)


def _words(text: str) -> str:
    """The words of a text, each with a space on both sides of it."""
    return f" {' '.join(_WORD.findall(folded(text)))} "
