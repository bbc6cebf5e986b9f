"""Quotations: words between marks, which must stand word for word in one report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.text.claims.claim import Claim, Report, folded

_QUOTED = re.compile(
    r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|\"([^\"\n]+)\""
    r"|(?<!\w)‘([^‘’]+(?:’\w[^‘’]*)*)’(?!\w)|(?<![\w'])'([^'\n]+(?:'\w[^'\n]*)*)'(?!\w)"
)
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
            Claim("quotation", match[0], match.start())
            for match in _QUOTED.finditer(text)
            if not self._hold(next(filter(None, match.groups())))
        ]

    def _hold(self, quoted: str) -> bool:
        pieces = [words for piece in _LEFT_OUT.split(quoted) if (words := _words(piece)).strip()]
        return any(all(piece in text for piece in pieces) for text in self.running)


def _words(text: str) -> str:
    """The words of a text, each with a space on both sides of it."""
    return f" {' '.join(_WORD.findall(folded(text)))} "
