"""Scraped text: how well a document is restored, and what becomes of each of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from score_report import report_of, undecided
from score_report import score as score_report
from sets import Case, Part, key

from generator.model import Report

_PIECE = 20
"""Letters of a piece of news; what is shorter may be a menu's word that the body has, too."""


def score(case: Case) -> Iterator[Part]:
    """The figures of a report; and which lines of news are lost, which of the page's furniture leak into the body."""
    report = report_of(case)
    yield from score_report(case, report)
    if report and case.truth.get("body"):
        yield from _lines(case, report)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a set says of the printed lines of a case."""

    parts: frozenset[str]
    body: str
    apart: str
    unsaid: frozenset[str]

    @classmethod
    def of(cls, truth: Mapping[str, Any]) -> Verdicts:
        """Those of a case by what is true of it."""
        parts = frozenset(map(key, truth["body"].split("\n")))
        return cls(parts, key(truth["body"]), key("".join(truth.get("standfirst", ()))), undecided(truth))

    def is_news(self, line: str) -> bool:
        """Whether a line is of the body."""
        small = key(line)
        return small in self.parts or (len(small) >= _PIECE and small in self.body)

    def is_furniture(self, line: str) -> bool:
        """Whether a line has nothing of the body, of its standfirst, or of what the set leaves undecided."""
        small = key(line)
        known = small in self.unsaid or small in self.body or small in self.apart
        return not (known or small in self.parts or _holds(small, self.body))


def _lines(case: Case, report: Report) -> Iterator[Part]:
    """What becomes of each printed line; one that the page repeats counts once as news."""
    verdicts = Verdicts.of(case.truth)
    kept = {line for block in report.document.blocks for line in block.lines}
    kept |= {each.line for each in report.document.taken if each.reason.startswith("standfirst")}
    news: dict[str, bool] = {}
    furniture: list[tuple[str, bool]] = []
    for number, line in enumerate(report.document.lines, start=1):
        if not key(line):
            continue
        if verdicts.is_news(line):
            news[line] = news.get(line, False) or number in kept
        elif verdicts.is_furniture(line):
            furniture.append((line.strip(), number in kept))
    lost = [line.strip() for line, stands in news.items() if not stands]
    leaked = [line for line, stands in furniture if stands]
    words = sum(len(line.split()) for line in news)
    yield Part("body lost", sum(len(line.split()) for line in lost), words, f"lost: {lost}", less=True)
    yield Part("furniture leaking", len(leaked), len(furniture), f"leaked: {leaked}", less=True)


def _holds(line: str, true: str) -> bool:
    """Whether a line is partly news: the body has its beginning, its middle or its end."""
    size = len(line) // 3
    return size >= _PIECE and any(line[at : at + size] in true for at in (0, size, len(line) - size))
