"""What reports name and count as they open, and whether they have a date, bears on whether they are of one event."""

import datetime as dt
from math import prod

import pytest

from generator.ingest import groups
from generator.ingest.articles import Article
from generator.ingest.match import report
from generator.ingest.match.bearing import bearing
from generator.ingest.match.particulars import OPENING
from generator.ingest.match.weights import OTHER_FIGURES, OTHER_NAMES, UNDATED

FRIDAY = dt.date(2026, 11, 27)


def read(text, date=FRIDAY, lang="en"):
    return report.read(Article("name", b"", {"lang": lang} | ({"date": date} if date else {}), text.encode()))


def times(one, other):
    """How many times as alike particulars make two reports, the same in either order."""
    assert bearing(one, other) == bearing(other, one)
    return bearing(one, other) / groups.GRAIN


@pytest.mark.parametrize(
    ("one", "other", "factors"),
    [
        ("The court heard Hedwig Brock.", "The court heard Ossian Reyes.", [OTHER_NAMES]),
        ("The court heard Hedwig Brock.", "The court heard Ms Brock.", []),
        ("The court heard Hedwig Brock.", "The court heard Brock’s neighbour Ossian Reyes.", []),
        ("The court heard Hedwig Brock.", "The court sat in Tarnow.", []),
        ("Some 1,200 people came.", "The police counted 900 people.", [OTHER_FIGURES]),
        ("Some 1,200 people came.", "The police counted 1200 people.", []),
        ("Some 1,200 people came.", "The police counted 900 visitors.", []),
        ("They took 26 Tarnish pirates.", "They took 26 pirates.", []),
        ("It took 12 people and 3 dogs.", "It took 14 people and 3 dogs.", []),
        ("The law of 2024 people know.", "The law of 2021 people know.", []),
        ("Hedwig Brock paid 12 crowns.", "Ossian Reyes paid 14 crowns.", [OTHER_NAMES, OTHER_FIGURES]),
    ],
)
def test_what_bears_on_it(one, other, factors):
    assert times(read(one), read(other)) == pytest.approx(prod(factors))


def test_only_what_stands_where_a_report_opens_bears_on_it():
    far = "They talked of it for long. " * (OPENING // 20) + "The court heard Ossian Reyes, who paid 14 crowns."
    assert times(read("Hedwig Brock paid 12 crowns."), read(far)) == 1


def test_less_is_made_of_what_two_share_where_one_has_no_date():
    one, other = "The court heard Hedwig Brock.", "The court heard Ossian Reyes."
    assert times(read(one), read(one, None)) == UNDATED
    assert times(read(one, None), read(other, None)) == pytest.approx(UNDATED * OTHER_NAMES)
