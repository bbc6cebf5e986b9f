"""Headings in capitals get their sentence case back, and the names in them their capitals."""

import pytest
from cases import cases
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.capitals import heading_end
from generator.text.casing import is_capitals, sentence_case
from generator.text.usage import key


@pytest.mark.parametrize(("given_", "expected"), cases("casing"))
def test_a_heading_is_spelled_as_its_document_spells(given_, expected):
    heading, _, text = given_.partition("\n")
    assert sentence_case(heading, text) == expected


@pytest.mark.parametrize(("given_", "expected"), cases("glued_heading_end"))
def test_a_glued_heading_ends_where_its_sentence_begins(given_, expected):
    end = heading_end(given_)
    assert f"{given_[:end]} | {given_[end:].strip()}".strip() == expected


@pytest.mark.parametrize(
    "text",
    [
        "KIEV LOSES",
        "UKRAINE’s PLAN",
        "THE U.S.",
        "10th DAY OF STRIKES",
        "McDONALD RESIGNS",
        "GROßE PLÄNE",
        "ЕС И НАТО",
        "İSTANBUL",
    ],
)
def test_capitals_are_recognised(text):
    assert is_capitals(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kiev loses",
        "A man",
        "",
        "2024",
        "I",
        "日本の首相",
        "مؤتمر",
        "KIEV loses half",
        "eBay AND MORE",
        "岬のNATO会合が開かれた",
    ],
)
def test_what_is_not_in_capitals_is_not_taken_for_it(text):
    assert not is_capitals(text)


@given(st.text(max_size=60), st.text(max_size=300))
@example("İSTANBUL’DA IŞIK", "İstanbul’da ışık")
@example("GROSSE STRASSE", "die große Straße")
def test_no_letter_of_a_heading_is_lost(heading, text):
    spelled = sentence_case(heading.upper(), text)
    assert key(spelled).replace("ss", "s") == key(heading.upper()).replace("ss", "s")


TOKENS = st.sampled_from(
    """
    KIEV LOSES HALF OF THE EU U.S. A I NATO 2024 12 UKRAINE’S “WE WON!” WHAT NEXT? — (AP) Military experts say from Xi’s
    """.split()
)


@given(st.lists(TOKENS, max_size=16).map(" ".join))
@example("KIEV LOSES HALF Military experts say")
def test_a_heading_ends_at_the_end_of_a_word_and_leaves_a_sentence(text):
    end = heading_end(text)
    assert end == 0 or text[end] == " "
    assert not any(map(str.islower, text[:end].replace("’s", "")))
    assert text[end:].strip() or not text
