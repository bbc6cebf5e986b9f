"""What a text claims that others do not bear out: the names, numbers, dates and quotations that none of them contains.

    reports ──► Ground          text ──lacks──► Claims that the ground does not contain

It knows nothing of truth: a claim that is contained may still be wrong, and what has no such mark is not looked at. But
what programs and tired people invent is mostly a name, a number, a date or a quotation. Spelled variants count as
contained: `Putin` and `Vladimir Putin`, `12` and `twelve`, `4.2bn` and `4.2 billion`, `Sunday` and that Sunday's date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.text.claims.claim import Claim, Report
from generator.text.claims.days import Days
from generator.text.claims.numbers import Numbers
from generator.text.claims.people import People
from generator.text.claims.quotations import Quotations

__all__ = ["Claim", "Ground", "Report"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What reports contain, ready to be asked."""

    quotations: Quotations
    days: Days
    numbers: Numbers
    people: People

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Ground:
        """The ground of some reports."""
        reports = tuple(reports)
        return cls(Quotations.of(reports), Days.of(reports), Numbers.of(reports), People.of(reports))

    def lacks(self, text: str, lang: str = "", *, heading: bool = False) -> list[Claim]:
        """What a text claims that no report contains, in its order. `lang` is its BCP 47 tag.

        In a `heading` whose words all have capitals a capital makes no name.
        """
        dated = self.days.read(text, lang)
        found = [
            *self.quotations.lacks(text),
            *(claim for claim, known in dated if not known),
            *self.numbers.lacks(text, lang, [(claim.start, claim.end) for claim, _ in dated]),
            *self.people.lacks(text, lang, heading=heading),
        ]
        return sorted(found, key=lambda claim: claim.start)
