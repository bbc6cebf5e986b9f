"""Bylines: one way to read them, whether a field holds them or a line of a text may be one."""

import pytest
from cases import cases
from linear import worsens

from generator.text.bylines import parse, people

_LINE = "line: "


@pytest.mark.parametrize(("given_", "expected"), cases("bylines"))
def test_a_byline_names_people_and_a_line_of_its_own_also_their_outlet(given_, expected):
    names = [row for row in expected.split("\n") if not row.startswith(_LINE)]
    line = [row.removeprefix(_LINE) for row in expected.split("\n") if row.startswith(_LINE)]
    assert people(given_) == [name for name in names if name]
    if line:
        found = parse(given_)
        told = [", ".join(found.authors), f"for {found.outlet}" if found.outlet else ""] if found else ["none"]
        assert " ".join(filter(None, told)) == line[0]


def test_a_byline_takes_no_longer_for_each_way_to_read_its_small_words():
    assert worsens(lambda many, number: parse(f"Ada {'dele' * many}{number}"), 12, 16) < 4
