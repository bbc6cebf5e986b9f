"""How alike texts are by their words."""

import pytest

from generator.text.weights import rarity, similarity, vector

TEXTS = [
    "the wall of the harbour was raised",
    "the harbour wall is high",
    "the frost killed the apples",
]


def vectors(texts=TEXTS, **options):
    split = [text.split() for text in texts]
    rare = rarity(split)
    return [vector(words, rare, **options) for words in split]


def test_a_word_says_more_the_fewer_texts_it_stands_in():
    rare = rarity(text.split() for text in TEXTS)
    assert rare["frost"] > rare["harbour"] > rare["the"]


def test_a_text_is_like_itself_and_like_its_words_in_another_order():
    one, other = vectors(["a b c c", "c b c a"])
    assert similarity(one, other) == pytest.approx(1)


def test_texts_without_a_common_word_are_not_alike_and_an_empty_one_is_like_nothing():
    one, other, empty = vectors(["a b", "c d", ""])
    assert similarity(one, other) == 0
    assert similarity(one, empty) == 0
    assert empty == {}


def test_texts_that_share_rare_words_are_more_alike():
    one, two, three = vectors()
    assert similarity(one, two) > similarity(one, three) > 0


def test_stressed_words_count_for_more():
    plain = similarity(*vectors(TEXTS[:2]))
    assert similarity(*vectors(TEXTS[:2], stressed={"harbour", "wall"}, stress=4)) > plain


def test_unknown_words_weigh_nothing():
    assert vector(["x"], rarity([["a"]])) == {}
