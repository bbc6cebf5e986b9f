"""Two reports speak against being of one event where both have something to say on a point, and nothing in common."""

import datetime as dt
from math import prod

import pytest

from generator.ingest import groups
from generator.ingest.articles import Article
from generator.ingest.match import report
from generator.ingest.match.against import DAYS, FIGURES, NAMES, against

FRIDAY, MONDAY = dt.date(2026, 11, 27), dt.date(2026, 11, 30)


def read(text, date=FRIDAY, lang="en"):
    return report.read(Article("name", b"", {"lang": lang} | ({"date": date} if date else {}), text.encode()))


def left(one, other):
    """What particulars leave of the likeness, the same in either order."""
    assert against(one, other) == against(other, one)
    return against(one, other) / groups.GRAIN


@pytest.mark.parametrize(
    ("one", "other", "factors"),
    [
        ("The court heard Hedwig Brock.", "The court heard Ossian Reyes.", [NAMES]),
        ("The court heard Hedwig Brock.", "The court heard Ms Brock.", []),
        ("The court heard Hedwig Brock.", "The court heard Brock’s neighbour Ossian Reyes.", []),
        ("The court heard Hedwig Brock.", "The court sat in Tarnow.", []),
        ("Some 1,200 people came.", "The police counted 900 people.", [FIGURES]),
        ("Some 1,200 people came.", "The police counted 1200 people.", []),
        ("Some 1,200 people came.", "The police counted 900 visitors.", []),
        ("It took 12 people and 3 dogs.", "It took 14 people and 3 dogs.", []),
        ("A quake of magnitude 5.4 struck.", "The quake had a magnitude of 5.1 there.", [FIGURES]),
        ("The law of 2024 people know.", "The law of 2021 people know.", []),
        ("It burned on Tuesday.", "It burned on Thursday.", [DAYS]),
        ("It burned on Tuesday.", "On Thursday they spoke of Tuesday.", []),
        ("It burned.", "It burned on Thursday.", []),
        ("On Tuesday Hedwig Brock paid 12 crowns.", "On Monday Ossian Reyes paid 14 crowns.", [NAMES, FIGURES, DAYS]),
    ],
)
def test_what_speaks_against_it(one, other, factors):
    assert left(read(one), read(other)) == pytest.approx(prod(factors))


def test_a_weekday_is_a_day_where_the_report_has_a_date_and_else_a_weekday():
    told = "It burned on Tuesday."
    assert left(read(told), read(told, FRIDAY - dt.timedelta(days=3))) == 1
    assert left(read(told), read("It burned on Wednesday.", FRIDAY - dt.timedelta(days=2))) == DAYS
    assert left(read(told), read(told, FRIDAY - dt.timedelta(days=7))) == 1, "what is written later"
    assert left(read(told), read(told, None)) == 1
    assert left(read("It burned on Monday."), read(told, None)) == DAYS
    assert left(read("It burns on Monday.", MONDAY), read("It burned on Monday.", MONDAY + dt.timedelta(days=1))) == 1


def test_portuguese_ordinals_are_no_weekdays():
    assert left(read("A segunda casa ardeu.", lang="pt"), read("A terceira casa ardeu na sexta-feira.", lang="pt")) == 1
    assert left(read("Foi na segunda-feira.", lang="pt"), read("Foi na sexta-feira.", lang="pt")) == DAYS
