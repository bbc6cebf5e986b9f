"""What changed between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.changes import words


def told(old, new):
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    return "".join(marks[kind].format(text) for kind, text in words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("At least 12 were hurt.", "At least 14 were hurt.", "At least [-12-]{+14+} were hurt."),
        ("It cost 1,200 crowns.", "It cost 1,250 crowns.", "It cost [-1,200-]{+1,250+} crowns."),
        ("The bank gave way.", "The bank at the mill gave way.", "The bank{+ at the mill+} gave way."),
        ("He said so, and left.", "He said so.", "He said so[-, and left-]."),
        ("One red hat was found", "Two red hats were found", "[-One red hat was-]{+Two red hats were+} found"),
        ("", "New.", "{+New.+}"),
        ("Gone.", "", "[-Gone.-]"),
        ("Same.", "Same.", "Same."),
        ("河水漫过了堤岸", "河水冲过了堤岸", "河水[-漫-]{+冲+}过了堤岸"),
    ],
)
def test_a_change_is_shown_in_runs_that_can_be_read(old, new, shown):
    assert told(old, new) == shown


@given(st.text(max_size=40), st.text(max_size=40))
def test_both_texts_can_be_read_off_it(old, new):
    found = words(old, new)
    assert "".join(text for kind, text in found if kind != "in") == old
    assert "".join(text for kind, text in found if kind != "out") == new
