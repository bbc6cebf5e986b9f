import re

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st
from linear import grows

from generator.text.sentences import split


@pytest.mark.parametrize(("given", "expected"), cases("sentences"))
def test_a_text_parts_into_its_sentences(given, expected):
    lang, bar, text = given.partition("|")
    assert "\n".join(split(text, lang) if bar else split(given)) == expected


def lies_in_order(text, pieces):
    at = 0
    for piece in pieces:
        assert piece == piece.strip()
        assert piece
        start = text.index(piece, at)
        assert not text[at:start].strip()
        at = start + len(piece)
    assert not text[at:].strip()


@given(st.text(max_size=300))
def test_pieces_are_substrings_in_order_and_only_white_space_lies_between(text):
    lies_in_order(text, split(text))


@given(st.text(alphabet="Aa. !?…\"'“”«»()[]。！」 \n\u00a01Dr", max_size=200), st.sampled_from(["", "en", "de", "ja"]))
def test_the_same_for_a_jumble_of_marks(text, lang):
    lies_in_order(text, split(text, lang))


def test_a_very_long_row_of_marks_is_quick():
    text = "Dr. " * 20_000 + "." * 20_000 + "”" * 20_000
    lies_in_order(text, split(text))


def test_a_long_row_of_dots_inside_a_sentence_is_quick():
    assert grows(lambda row: split("A row " + row.replace("\n", "of ")), ".") < 10


@pytest.mark.parametrize("piece", ["?! ", "… ", "?\n\n"])
def test_a_long_row_of_marks_between_sentences_is_quick(piece):
    assert grows(lambda row: split(f"It rained. {row} rows."), piece) < 10


def test_white_space_alone_has_no_sentence():
    assert split(" \n\t ") == ()
    assert not re.search(r"\S", "".join(split("")))
