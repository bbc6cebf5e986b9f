"""Wire copies are found among many; what says more, or another figure, is a report of its own."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.near import Text, candidates
from generator.text import shingles

WORDS = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "st", "l", "nd", "th")]


def story(seed, length=300):
    chance = random.Random(seed)
    return " ".join(chance.choices(WORDS, k=length)) + f" {seed} people came."


def sketched(texts):
    return {path: shingles.sketch(shingles.shingles(text)) for path, text in texts.items()}


def same(one, other):
    return Text.of(one).holds(Text.of(other))


@pytest.mark.parametrize(
    ("change", "copy"),
    [
        (lambda text: text, True),
        (lambda text: text.upper().replace(" ", "\n"), True),
        (lambda text: "Orrin, from our desk. " + text + " All rights reserved by us.", True),
        (lambda text: " ".join(text.split()[:200]), True),
        (lambda text: text.replace("7 people", "9 people"), False),
        (lambda text: text + " " + story(8, 60), False),
        (lambda text: text + "\n\n" + " ".join(story(8).split()[:15]), True),
        (lambda text: text + "\n\n" + " ".join(story(8).split()[:29]), False),
        (lambda text: story(9), False),
        (lambda text: "", False),
    ],
    ids=[
        "equal",
        "other lines",
        "own byline",
        "cut",
        "other figure",
        "says more",
        "own footer",
        "own paragraph",
        "another",
        "empty",
    ],
)
def test_a_copy_says_nothing_that_the_other_does_not_say(change, copy):
    assert same(story(7), change(story(7))) is copy


ENGLISH = " ".join(re.findall("[A-Za-z ]{20,}", (Path(__file__).parent / "stories.txt").read_text())[:60])


@pytest.mark.parametrize(
    ("told", "retold", "copy"),
    [
        ("twelve of them", "12 of them", True),
        ("12 of them", "twelve of them", True),
        ("ninety-one of them", "92 of them", False),
        ("ninety-one of them", "ninety-two of them", False),
        ("once of them", "11 of them", False),
        ("twenty-one of them", "21 of them", True),
        ("1,200 of them", "1200 of them", True),
        ("1200 of them", "1\u00a0200 of them", True),
        ("at 10 a.m.", "at 10:00 a.m.", True),
        ("at 10:30 a.m.", "at 10.30am", True),
        ("at 10:30 a.m.", "at 10:00 a.m.", False),
        ("on Radio Two", "on Radio2", True),
        ("on the 4.50 boat", "on the 450 boat", False),
    ],
)
def test_a_figure_is_the_same_however_it_is_printed(told, retold, copy):
    assert same(f"{ENGLISH} It was said {told}. {ENGLISH}", f"{ENGLISH} It was said {retold}. {ENGLISH}") is copy


def test_copies_are_found_among_many_and_nothing_else_is():
    texts = {f"{number}.txt": story(number) for number in range(400)}
    texts |= {f"{number}-copy.txt": "By our desk. " + story(number) for number in range(0, 400, 4)}
    sketches = sketched(texts)
    new = {path: sketch for path, sketch in sketches.items() if path.endswith("-copy.txt")}
    assert sorted(candidates(new, sketches)) == sorted((path, path.replace("-copy", "")) for path in new)


@given(st.permutations(range(6)))
def test_the_order_of_the_known_does_not_matter(order):
    sketches = sketched({f"{number}.txt": story(number // 2) for number in range(6)})
    known = {f"{number}.txt": sketches[f"{number}.txt"] for number in order}
    assert sorted(candidates(sketches, known)) == sorted(candidates(sketches, sketches))
