"""Scraped text: how well a document is restored, and what becomes of each of its lines."""

from __future__ import annotations

from collections.abc import Iterator

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


def _lines(case: Case, report: Report) -> Iterator[Part]:
    """What becomes of each printed line; one that the page repeats counts once as news."""
    parts = {key(part) for part in case.truth["body"].split("\n")}
    true = key(case.truth["body"])
    kept = {line for block in report.document.blocks for line in block.lines}
    kept |= {each.line for each in report.document.taken if each.reason.startswith("standfirst")}
    apart = key("".join(case.truth.get("standfirst", ())))
    unsaid = undecided(case.truth)
    news: dict[str, bool] = {}
    furniture: list[tuple[str, bool]] = []
    for number, line in enumerate(report.document.lines, start=1):
        if not (small := key(line)):
            continue
        if small in parts or (len(small) >= _PIECE and small in true):
            news[line] = news.get(line, False) or number in kept
        elif not (small in unsaid or small in true or small in apart or _holds(small, true)):
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
