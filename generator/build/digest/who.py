"""Who a story is about: people and organisations whom several publishers name early, by their full names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.build.digest.reports import Report
from generator.build.digest.shared import LEAST, Shared, early, shared
from generator.build.reading.people import is_body

FIRST = 5
"""Sentences of a report in which those stand whom it is about, if not in the headline."""


def who(reports: Sequence[Report], places: Collection[str]) -> list[Shared]:
    """Those who are no `places`; whom most voices name, and then most headlines, comes first."""
    sure = {name for report in reports for name in report.read.somebody if name not in places}
    sure = {name for name in sure if not any(other.endswith(f" {name}") for other in sure)}  # no half of another
    told = shared(reports, lambda _, sentence: [name for name in sure if name in sentence.text])
    central = [each for each in told if early(_last(each.value), reports, FIRST) >= LEAST]
    titles = [report.entry.title for report in reports]
    return sorted(central, key=lambda each: (-each.voices, -sum(_last(each.value) in title for title in titles)))


def _last(name: str) -> str:
    """What stands for somebody in headlines; of a body all of its name."""
    return name if is_body(name.lower().split()) else name.rsplit(" ", 1)[1]
