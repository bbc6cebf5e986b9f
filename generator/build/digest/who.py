"""Who a story is about: people and bodies whom several publishers name early, by the name that most of them print.

One report has `Hillary Rodham Clinton`, another `Hillary Clinton`, and a third `Mrs. Clinton`: a person is known
again by the last name, as long as the story has no other of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.build.digest.reports import LEAST, Report
from generator.build.reading.people import Somebody, is_title, stands
from generator.build.reading.sentences import Sentence
from generator.model import Citation, Fact

FIRST, FIRST_OF_BODIES = 5, 3
"""Sentences of a report in which those stand whom it is about, if not in the headline or quoted; bodies pass by."""
ALIKE = 2
"""First names with so many letters in common are one: Joe and Joseph."""


@dataclass(frozen=True, slots=True)
class _One:
    """One person or body of a story."""

    names: tuple[str, ...]
    """As reports print it in full, or with a title where none does."""
    known: tuple[str, ...]
    """By which sentences speak of it: the last name, if that is nobody else's."""
    first: int
    """Sentences of a report in which it must stand."""

    def stands(self, text: str) -> bool:
        """Whether a text speaks of it."""
        return any(stands(name, text) for name in self.known)


def who(reports: Sequence[Report], places: Collection[str]) -> list[Fact]:
    """Those who are no `places`; whom most voices name, and then most headlines and sentences, comes first."""
    texts = [report.read.text for report in reports]
    found: list[tuple[tuple[int, int, int], Fact]] = []
    for one in _everybody(reports, places):
        told = [
            (report, each)
            for report, text in zip(reports, texts, strict=True)
            if one.stands(text)
            for each in report.read.sentences
            if one.stands(each.text)
        ]
        voices = len({report.voice for report, _ in told})
        titled = {report.number for report in reports if one.stands(report.entry.title)}
        early = {report.number for report, each in told if each.place < one.first}
        speaking = {report.number for report in reports if any(one.stands(each.speaker) for each in report.read.quoted)}
        if voices >= LEAST and len(titled | early | speaking) >= LEAST and (cited := _cited(one, told)):
            found.append(((-voices, -len(titled), -len(told)), Fact("who", *cited, voices)))
    return [fact for _, fact in sorted(found, key=lambda each: each[0])]


def _everybody(reports: Sequence[Report], places: Collection[str]) -> Iterator[_One]:
    by_short: dict[str, list[Somebody]] = defaultdict(list)
    for report in reports:
        for each in report.read.somebody:
            if each.name not in places:
                by_short[each.short].append(each)
    for short, several in by_short.items():
        if " " in short:
            if not any(other.endswith(f" {short}") for other in by_short):  # no half of another
                yield _One((short,), (short,), FIRST_OF_BODIES)
            continue
        by_first: dict[str, list[str]] = defaultdict(list)
        for each in several:
            if each.first:
                by_first[each.first[:ALIKE]].append(each.name)
        ours = _whose(short, reports)
        for first, full in by_first.items():
            names = tuple(dict.fromkeys(full))
            yield _One(names, (short,) if first == ours else names, FIRST)
        if not by_first:
            names = tuple(dict.fromkeys(each.name for each in several))
            yield _One(names, names if ours is None else (short,), FIRST)


def _whose(last: str, reports: Sequence[Report]) -> str | None:
    """The beginning of the first name of who is meant by a last name alone; None where it is not sure.

    It is where there is one, or one in several reports and each other in one alone. Empty where there is none.
    """
    standing: dict[str, set[int]] = defaultdict(set)
    for report in reports:
        for name in report.read.names:
            if name.endswith(f" {last}") and not is_title(name.split()[0]):
                standing[name[:ALIKE]].add(report.number)
    ranked = sorted(standing, key=lambda first: len(standing[first]), reverse=True)
    if len(ranked) > 1 and not len(standing[ranked[0]]) > 1 == len(standing[ranked[1]]):
        return None
    return ranked[0] if ranked else ""


def _cited(one: _One, told: Sequence[tuple[Report, Sentence]]) -> tuple[str, Citation] | None:
    """The name that most reports print, then the shorter one, and the first sentence that has it."""
    first: dict[str, Citation] = {}
    standing: dict[str, set[int]] = defaultdict(set)
    for report, sentence in told:
        for name in one.names:
            if name in sentence.text:
                first.setdefault(name, report.cite(sentence))
                standing[name].add(report.number)
    return min(first.items(), key=lambda each: (-len(standing[each[0]]), len(each[0]), each[0]), default=None)
