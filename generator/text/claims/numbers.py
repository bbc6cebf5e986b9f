"""Numbers, in digits and in words, rounded or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.text import figures
from generator.text.claims.claim import Claim, Report
from generator.text.figures import Figure

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of some reports."""

    figures: tuple[Figure, ...]
    digits: frozenset[str]
    """What stands between all that is no digit: `2`, `1` of a score, `14` and `30` of a time."""

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Numbers:
        """From the reports themselves."""
        found: dict[tuple[float, str], Figure] = {}
        digits: set[str] = set()
        for report in reports:
            found |= {(each.value, each.bound): each for each in figures.find(report.text, report.lang, every=True)}
            digits |= {_plain(match) for match in _DIGITS.findall(report.text)}
            digits |= {str(report.day.year)} if report.day else set()
        return cls(tuple(found.values()), frozenset(digits))

    def lacks(self, text: str, lang: str, taken: Sequence[tuple[int, int]]) -> list[Claim]:
        """The numbers in `text` that no report has; what is `taken` is a date and no number."""
        spans = list(taken)
        claims = []
        for figure in figures.find(text, lang, every=True):
            if not _within(figure.start, spans):
                spans.append((figure.start, figure.end))
                if not self._hold(figure, text[figure.start : figure.end]):
                    claims.append(Claim("number", text[figure.start : figure.end], figure.start))
        claims += [
            Claim("number", match[0], match.start())
            for match in _DIGITS.finditer(text)
            if not _within(match.start(), spans) and _plain(match[0]) not in self.digits
        ]
        return claims

    def _hold(self, figure: Figure, printed: str) -> bool:
        if any(figure.fits(other) for other in self.figures):
            return True
        return printed.isdigit() and _plain(printed) in self.digits


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _within(start: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start < end for first, end in spans)
