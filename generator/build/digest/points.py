"""On what the reports of a story agree and on what they differ: figures, times, places and names.

Each kind is compared by a module of its own; all say something only where it is sure that two reports speak of one
thing, and each value is told with the sentence that prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from generator.build.digest import counts, hours, roles, whereabouts
from generator.build.digest.compared import Compared
from generator.build.digest.reports import Report

COMPARE: tuple[Callable[[Sequence[Report]], Compared], ...] = (
    counts.compare,
    hours.compare,
    whereabouts.compare,
    roles.compare,
)
"""What is compared, in the order in which it is told."""


def compare(reports: Sequence[Report]) -> Compared:
    """All points of a story."""
    found = [each(reports) for each in COMPARE]
    return Compared(
        tuple(chain.from_iterable(each.agreed for each in found)),
        tuple(chain.from_iterable(each.differences for each in found)),
        tuple(chain.from_iterable(each.developments for each in found)),
    )
