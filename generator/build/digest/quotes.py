"""Who is quoted in a story: of each of a handful of speakers what says most, as its reports put it between marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.build.digest.reports import Report, together
from generator.build.reading.quoted import Quoted
from generator.model import Citation, Quote
from generator.text.words import words

MOST = 6
FULL = 20
"""Words. What is longer says no more."""
SAME = 0.7
"""Two quotations that share so much of the shorter one's words are one."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation, and whose report has it."""

    report: Report
    it: Quoted
    words: Counter[str]

    @property
    def place(self) -> tuple[int, int, int]:
        """Its report, paragraph and offset."""
        return self.report.number, self.it.paragraph, self.it.start


def quotes(reports: Sequence[Report]) -> tuple[Quote, ...]:
    """A handful of what is said in a story, from several speakers, in the order of the reports."""
    whole = ((report, each) for report in reports for each in report.read.quoted if each.whole)
    found = (_Said(report, each, Counter(words(each.text))) for report, each in whole)
    fullest = [
        (
            max(several, key=lambda each: (bool(each.it.speaker), each.words.total())),
            len({each.report.voice for each in several}),
        )
        for several in together(found, _same)
    ]
    return tuple(
        Quote(each.it.text, each.it.speaker, Citation(each.it.sentence, each.report.entry, each.it.paragraph))
        for each in _chosen(fullest)
    )


def _chosen(found: Sequence[tuple[_Said, int]]) -> list[_Said]:
    """Those that say most and that several tell, one of each speaker; what nobody is named for is left out."""
    best: dict[str, _Said] = {}
    for said, _ in sorted(found, key=lambda each: (-_worth(*each), each[0].place)):
        best.setdefault(_last(said.it.speaker), said)
    named = [said for who, said in best.items() if who][:MOST]
    return sorted(named, key=lambda each: each.place)


def _worth(said: _Said, voices: int) -> float:
    long = min(said.words.total(), FULL) / FULL
    return long - 0.4 * said.it.goes_on + (voices - 1) / 2 - min(said.it.paragraph, 20) / 20


def _last(speaker: str) -> str:
    """The word by which a speaker is known again: the last of the name."""
    name = speaker.split(",", maxsplit=1)[0].split()
    return name[-1].lower() if name else ""


def _same(one: _Said, other: _Said) -> bool:
    least = SAME * min(one.words.total(), other.words.total())
    return sum(min(often, other.words[word]) for word, often in one.words.items() if word in other.words) >= least
