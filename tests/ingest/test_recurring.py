"""A line that recurs across a publisher's documents is its furniture; a line of news is not, wherever it stands."""

import pytest

from generator.ingest.recurring import REASON, due, marks, recurring, taken_out
from generator.model import Block, Document


def document(*texts, heading=()):
    blocks = tuple(
        Block(text, (number,), "heading" if text in heading else "paragraph") for number, text in enumerate(texts, 1)
    )
    return Document("a.txt", "text", texts, blocks)


def news(number):
    """Five lines that no other document has; digits alone would not tell them apart."""
    name = "".join(chr(97 + int(digit)) for digit in f"{number:03}")
    return [
        f"What happened in the town of {name} on the {place} day was new." for place in ("first", "second", "third")
    ]


FOOT = "Write to the harbour desk with what you know."
COUNT = "Seen by 12 readers"


def found(several, house="post"):
    return recurring((house, marks(each)) for each in several).get(house, frozenset())


def test_a_line_under_each_article_is_taken_out_with_its_reason():
    several = [document(*news(number), FOOT) for number in range(10)]
    clean = taken_out(several[0], found(several))
    assert [block.text for block in clean.blocks] == news(0)
    assert [(each.line, each.text, each.reason) for each in clean.taken] == [(4, FOOT, REASON)]


def test_numbers_do_not_tell_two_lines_apart():
    several = [document(*news(number), f"Seen by {number} readers") for number in range(10)]
    assert len(taken_out(several[3], found(several)).blocks) == 3


@pytest.mark.parametrize(
    ("with_it", "without", "recurs"), [(3, 0, False), (4, 0, True), (4, 16, True), (4, 17, False), (0, 30, False)]
)
def test_it_must_stand_in_four_documents_and_in_a_fifth_of_them(with_it, without, recurs):
    several = [document(*news(number), *([FOOT] if number < with_it else [])) for number in range(with_it + without)]
    assert bool(found(several)) == recurs


def test_copies_of_one_document_count_once():
    several = [document(*news(number % 2), FOOT) for number in range(4)]
    assert not found(several)


def test_the_lines_of_another_publisher_do_not_count():
    several = [document(*news(number), FOOT) for number in range(6)]
    assert recurring((f"house {number % 3}", marks(each)) for number, each in enumerate(several)) == {}


def test_the_states_of_one_article_share_their_lines_and_lose_none():
    states = [document(*news(1), f"State {letter} of it was the latest one.") for letter in "abcdef"]
    others = [document(*news(number)) for number in range(10, 16)]
    assert not found([*states, *others])
    assert taken_out(states[0], {mark for each in states for mark in marks(each)}) is states[0]


def test_a_heading_goes_only_with_what_stands_below_it():
    several = [
        document(*news(number)[:2], "Background", *news(number)[2:], "More to read", FOOT,
                 heading=("Background", "More to read"))
        for number in range(8)
    ]  # fmt: skip
    clean = taken_out(several[0], found(several))
    assert [block.text for block in clean.blocks] == [*news(0)[:2], "Background", *news(0)[2:]]


def test_a_long_paragraph_is_never_furniture():
    long = "The fleet sailed before dawn and came home late. " * 10
    several = [document(*news(number), long) for number in range(8)]
    assert not found(several)


def test_what_was_taken_is_told_by_a_mark_that_changes_with_it():
    assert due(()) == ""
    assert due({1, 2}) == due({2, 1}) != due({1})
