import re

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.text.slugs import LENGTH, slug


@pytest.mark.parametrize(("given", "expected"), cases("slugs"))
def test_a_title_becomes_a_slug(given, expected):
    assert slug(given) == expected


def test_the_fallback_is_told_by_the_caller():
    assert slug("!", "article") == "article"


@given(st.text(max_size=200))
def test_a_slug_is_short_plain_and_never_empty(text):
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= LENGTH + len("the-")
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d|[\d-]+", made)


@given(st.text(max_size=200))
def test_a_slug_of_a_slug_is_itself(text):
    assert slug(slug(text)) == slug(text)
