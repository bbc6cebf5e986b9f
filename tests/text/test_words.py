import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.function_words import FUNCTION_WORDS
from generator.text.words import count, fingerprint, letters, spelled, stopwords, words

TRICKY = [
    *"U.S. a.m. J.R.R. 1.a.b. ab.c.d o'b.c. u.s.ab.c. it's rock’n’roll x's's ' ’ ’s “ … – © ¶ _ . 3.5 É ж Ω".split(),
    *" \u00a0",
]
"""Pieces of text that a careless split takes apart otherwise than a reader."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rain stopped.", ["the", "rain", "stopped"]),
        ("Kiev’s men don't sleep", ["kiev", "men", "don't", "sleep"]),
        ("Hawaiʼi ʼs", ["hawai'i", "'s"]),
        ("the U.N. and the U.S.", ["the", "un", "and", "the", "us"]),
        ("North-Korean, 3.5 million", ["north", "korean", "3", "5", "million"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("北京市", ["北京", "京市"]),
        ("東", ["東"]),
        ("ГОРОД Ёлка", ["город", "ёлка"]),
        ("in\u00advisible", ["invisible"]),
        ("Caf\u0065\u0301", ["café"]),
        ("", []),
    ],
)
def test_a_text_has_its_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rain stopped.", 3),
        ("我们走了", 3),
        ("雨 has come", 3),
        ("字" * 500, 334),
        ("ประเทศไทย", 2),
        ("U.S. don't", 2),
        ("— … —", 0),
    ],
)
def test_words_are_counted_as_a_reader_would(text, expected):
    assert count(text) == expected


@pytest.mark.parametrize(
    "copy",
    [
        '"We saw the flood, in Ostrel".',
        "“We saw the flood in Ostrel”",
        "We saw the\nflood in Ost-\nrel.",
        "WE SAW THE FLOOD IN OSTREL",
        "we saw the flood\r\n\r\nin Ostrel…",
    ],
)
def test_copies_have_one_fingerprint(copy):
    assert fingerprint(copy) == fingerprint("We saw the flood in Ostrel.")


def test_other_letters_have_another_fingerprint():
    assert fingerprint("flood 12") != fingerprint("flood 13")
    assert fingerprint(" — ") == ""


@pytest.mark.parametrize("lang", FUNCTION_WORDS)
def test_function_words_are_spelled_as_words_are(lang):
    assert all(word == word.lower() for word in stopwords(lang))
    assert len(stopwords(lang)) > 40
    assert {word.replace("'", "’") for word in stopwords(lang)} <= stopwords(lang)


def test_a_language_is_known_by_the_first_part_of_its_tag():
    assert stopwords("en-GB") == stopwords("en")
    assert stopwords("nb") == stopwords("no")
    assert stopwords("xx") == frozenset()
    assert stopwords("") > stopwords("de")


@given(st.text(max_size=300))
def test_no_text_breaks_them(text):
    assert all(word and word == word.strip() for word in words(text))
    assert 0 <= count(text) <= len(text)
    assert fingerprint(text) == fingerprint(f"“{text}”\n")


PIECES = st.sampled_from([*"aZ9ßéЖωʼ’'._- –\n\u2028\u00a0€", "U.S.", "don’t", "3.5", "x_y", "Ⅳ", "ａ", "é", "東", "คำ"])


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=40))
def test_the_quick_way_through_plain_text_finds_the_same_words(text):
    other = "\n\u0939\u093f\u0928\u094d\u0926\u0940"  # one word of Hindi, which is not plain
    assert words(text + other) == words(text) + words(other)
    assert count(text + other) == count(text) + 1


@given(st.lists(st.sampled_from(TRICKY), max_size=8).map("".join))
def test_the_words_of_plain_texts_are_those_that_the_pattern_finds(text):
    pattern = r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*"
    assert count(text) == len(re.findall(pattern, text))
    found = re.findall(pattern, unicodedata.normalize("NFKC", text))  # words are compared: `…` is three dots to them
    assert words(text) == [each.lower().replace("’", "'").replace(".", "").removesuffix("'s") for each in found]
    assert spelled(text) == re.findall(r"[^\W_]+", text)
    assert letters(text) == "".join(spelled(text))


@given(st.text(alphabet=st.sampled_from("aZé7ñж '’.,-_—“\u00a0§¿\n")))
def test_words_are_counted_without_being_made(text):
    assert count(text) == len(words(text))
