"""What several independent publishers name, with the first sentence that does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.build.digest.reports import Report
from generator.build.reading.sentences import Sentence
from generator.model import Citation

LEAST = 2
"""So many independent publishers must say a fact."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that at least LEAST voices name."""

    value: str
    citation: Citation
    voices: int


def shared(reports: Sequence[Report], of: Callable[[Report, Sentence], Iterable[str]]) -> list[Shared]:
    """What sentences of several voices have; what most of them name comes first, then what they name early.

    `of` finds it in a sentence of a report.
    """
    first: dict[str, Citation] = {}
    voices: dict[str, set[str]] = defaultdict(set)
    places: dict[str, dict[int, int]] = defaultdict(dict)
    for report in reports:
        for sentence in report.read.sentences:
            for value in of(report, sentence):
                first.setdefault(value, report.cite(sentence))
                voices[value].add(report.voice)
                places[value].setdefault(report.number, sentence.place)
    found = [Shared(value, cited, len(voices[value])) for value, cited in first.items() if len(voices[value]) >= LEAST]
    return sorted(found, key=lambda each: (-each.voices, sum(places[each.value].values()), each.value))


def early(name: str, reports: Sequence[Report], first: int) -> int:
    """How many reports have a name in the headline or in so many of their `first` sentences."""
    return sum(
        name in report.entry.title or any(name in each.text for each in report.read.sentences[:first])
        for report in reports
    )
