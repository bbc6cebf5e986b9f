"""On what the reports of a story agree and on what they differ: figures, times, places and names.

Each kind is compared by a module of its own; all say something only where it is sure that two reports speak of one
thing, and each value is told with the sentence that prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from generator.build.digest import counts, happenings, roles
from generator.build.digest.reports import Report
from generator.model import Digest

COMPARE: tuple[Callable[[Sequence[Report]], Digest], ...] = (
    counts.compare,
    happenings.compare,
    roles.compare,
)
"""What is compared, in the order in which it is told."""


def compare(reports: Sequence[Report]) -> Digest:
    """All points of a story."""
    found = [each(reports) for each in COMPARE]
    return Digest(
        agreed=tuple(chain.from_iterable(each.agreed for each in found)),
        differences=tuple(chain.from_iterable(each.differences for each in found)),
        developments=tuple(chain.from_iterable(each.developments for each in found)),
    )
