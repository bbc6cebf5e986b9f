import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.text.names import names


@pytest.mark.parametrize(("given", "expected"), cases("names"))
def test_a_text_has_its_names_in_order_each_with_its_count(given, expected):
    lang, _, text = given.partition("|")
    assert "\n".join(f"{name.text} {name.count}" for name in names(text, lang)) == expected


def test_a_name_tells_where_it_first_stands():
    text = "Rain fell on Ostrel and on the River Vell."
    assert [(name.text, text.index(name.text)) for name in names(text, "en")] == [("Ostrel", 13), ("River Vell", 31)]
    assert [name.first for name in names(text, "en")] == [13, 31]


@given(st.text(max_size=300), st.sampled_from(["", "en", "de", "fr", "xx"]))
def test_no_text_breaks_it(text, lang):
    assert all(name.count > 0 and 0 <= name.first < len(text) and name.text.strip() for name in names(text, lang))


@given(
    st.lists(
        st.sampled_from(
            [
                "Putin",
                "President",
                "the",
                "of",
                "and",
                "de",
                "Union",
                "(EU)",
                "Mr.",
                "U.S.",
                "Russian’s",
                "Ostrel,",
                ".",
                "“",
                "May",
            ]
        ),
        max_size=40,
    )
)
def test_no_row_of_capitals_breaks_it(parts):
    assert all(name.text for name in names(" ".join(parts), "en"))


def test_the_same_text_has_the_same_names():
    text = "Tomas Oreck met Ilse Varrand in Serre. Oreck lost. The Homeland Union (HU) waits. " * 5
    assert names(text, "en") == names(text, "en")


def test_a_long_text_is_quick():
    text = "The talks of Tomas Oreck and the Bank of Ostrel in Serre (SE) went on. " * 3000
    assert len(names(text, "en")) < 10


@pytest.mark.parametrize("piece", ["A-b'C-d'", "Aaaa", "Abcdian ", "A (AB) ", "l'O'L'", "“‘(A", "Aa Bb "])
def test_no_text_of_one_piece_over_and_over_keeps_it_busy(piece):
    assert len(names(piece * 4000, "en")) < 5
