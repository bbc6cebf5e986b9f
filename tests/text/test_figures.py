"""Figures in a sentence: values, how sure they are, what they count; and what is none."""

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.text import figures


@pytest.mark.parametrize(("given", "expected"), cases("figures"))
def test_the_figures_of_a_sentence(given, expected):
    lang, _, text = given.partition(": ")
    found = [f"{text[each.start : each.end]} = {each.value:g} {each.unit}" for each in figures.find(text, lang)]
    assert "\n".join(found) == expected


def fits(one, other):
    (first,), (second,) = figures.find(f"There were {one} homes."), figures.find(f"There were {other} homes.")
    assert first.fits(second) == second.fits(first)
    return first.fits(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [("12", "twelve"), ("4.2 billion", "4.2bn"), ("more than 4 billion", "4.2bn"), ("about 1,800", "1,812"),
     ("2,300", "2,312"), ("up to 300", "286"), ("nearly 450,000", "449,000"), ("4.40", "4.404"), ("51", "51.3")],
)  # fmt: skip
def test_a_rounded_figure_fits_the_one_that_was_rounded(one, other):
    assert fits(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("12", "14"), ("at least 12", "14"), ("about 1,800", "about 1,900"), ("about 91,000", "around 93,000"),
     ("more than 4 billion", "6.1bn"), ("140", "150"), ("96", "94"), ("up to 300", "312"), ("4.40", "4.47")],
)  # fmt: skip
def test_other_figures_do_not(one, other):
    assert not fits(one, other)


@given(
    st.text(alphabet="1 2,.3-%$€abdehilmnostwvz’(", max_size=60), st.sampled_from(["en", "de", "fr", "es", "zh", ""])
)
def test_any_text_can_be_read(text, lang):
    for each in figures.find(text, lang):
        assert text[each.start : each.end].strip()
        assert each.value >= 0
