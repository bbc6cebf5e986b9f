"""Sketches tell how alike two texts are without either of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import shingles

STORY = " ".join(f"word{number}" for number in range(600))


def test_a_sketch_is_short_and_reads_back_as_the_smallest_hashes():
    found = shingles.shingles(STORY)
    spelled = shingles.sketch(found)
    assert len(found) == 597
    assert len(spelled) <= 172
    assert shingles.unpacked(spelled) == tuple(sorted(found)[: shingles.SIZE])


@pytest.mark.parametrize("damaged", ["AAA", "not base64!", "é", "AAAAAA==", "A" * 5])
def test_what_is_no_sketch_has_no_hashes(damaged):
    assert all(type(each) is int for each in shingles.unpacked(damaged))


@given(st.integers(0, 600), st.integers(0, 600))
def test_the_estimate_is_near_the_truth(start, stop):
    words = STORY.split()
    one, other = shingles.shingles(STORY), shingles.shingles(" ".join(words[min(start, stop) : max(start, stop)]))
    truth = len(one & other) / len(one | other)
    estimate = shingles.resemblance(*(shingles.unpacked(shingles.sketch(each)) for each in (one, other)))
    assert abs(truth - estimate) < 0.4


@given(st.text())
def test_any_text_resembles_itself(text):
    found = shingles.shingles(text)
    sketch = shingles.unpacked(shingles.sketch(found))
    assert shingles.resemblance(sketch, sketch) == (1.0 if found else 0.0)
    assert shingles.contained(found, found) == (1.0 if found else 0.0)


def test_case_punctuation_and_line_breaks_do_not_matter():
    assert shingles.shingles("The bridge fell, at NOON.") == shingles.shingles("the bridge\nfell at noon")
