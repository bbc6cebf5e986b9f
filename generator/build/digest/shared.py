"""What several independent publishers name, with the first sentence that does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.build.digest.reports import Report
from generator.model import Citation

LEAST = 2
"""So many independent publishers must say a fact."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that at least LEAST voices name."""

    value: str
    citation: Citation
    voices: int


def shared(reports: Sequence[Report], names: Iterable[str]) -> list[Shared]:
    """Those names that several voices have in sentences; what most of them name comes first, then what is early."""
    found = []
    for name in names:
        told = [(report, each) for report in reports for each in report.read.sentences if name in each.text]
        voices = len({report.voice for report, _ in told})
        if voices >= LEAST:
            first: dict[int, int] = {}
            for report, each in told:
                first.setdefault(report.number, each.place)
            found.append((-voices, sum(first.values()), Shared(name, told[0][0].cite(told[0][1]), voices)))
    return [each for _, _, each in sorted(found, key=lambda each: (*each[:2], each[2].value))]


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text, and not as a part of a longer word."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        edges = text[at - 1 : at] + text[end : end + 1]
        if not any(each.isalnum() or each == "-" for each in edges):
            return True
        at = text.find(name, end)
    return False


def early(name: str, reports: Sequence[Report], first: int) -> int:
    """How many reports have a name in the headline or in so many of their `first` sentences."""
    return sum(
        name in report.entry.title or any(name in each.text for each in report.read.sentences[:first])
        for report in reports
    )
