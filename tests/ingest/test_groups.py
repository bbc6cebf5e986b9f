"""Average link, with numbers in place of articles."""

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.groups import GRAIN, Bounds, groups


def join(alike, least, fixed=None, told=None, typical=0.167):
    """Groups from a table of likenesses: `{(0, 1): .9}`. `told` is that of what they tell; what is below 0 is apart."""
    count = 1 + max(max(pair) for pair in alike)
    pairs = {
        pair: (round(each * GRAIN), round((told or alike).get(pair, 0) * GRAIN))
        for pair, each in alike.items()
        if each > 0
    }

    def apart(one, other):
        return alike.get((min(one, other), max(one, other)), 0) < 0

    bounds = Bounds(round(least * GRAIN), 0.54, [round(typical * GRAIN)] * count)
    return groups(count, pairs, apart, bounds, fixed or {})


def test_items_that_are_alike_enough_are_joined():
    assert join({(0, 1): 0.6, (1, 2): 0.1, (0, 2): 0.1}, 0.5) == [[0, 1], [2]]


def test_a_third_item_joins_by_its_average_and_not_by_its_best():
    chain = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}
    assert join(chain, 0.5) == [[0, 1], [2]]
    assert join(chain, 0.45) == [[0, 1, 2]]


TWO_PAIRS = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.25, (0, 3): 0.25, (1, 2): 0.25, (1, 3): 0.25}


def test_two_groups_that_are_each_much_more_alike_stay_two_however_low_the_threshold():
    assert join(TWO_PAIRS, 0.1) == [[0, 1], [2, 3]]
    assert join(TWO_PAIRS | {(0, 1): 0.5, (2, 3): 0.5}, 0.1) == [[0, 1, 2, 3]]


def test_days_between_two_groups_do_not_make_them_tell_something_else():
    told = TWO_PAIRS | dict.fromkeys([(0, 2), (0, 3), (1, 2), (1, 3)], 0.8)
    assert join(TWO_PAIRS, 0.1, told=told) == [[0, 1, 2, 3]]


def test_two_that_are_apart_are_in_no_group_together_whoever_stands_between_them():
    assert join({(0, 1): 0.9, (1, 2): 0.8, (0, 2): -1}, 0.1) == [[0, 1], [2]]
    assert join({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0}, 0.1) == [[0, 1, 2]]


def test_a_lone_item_is_not_joined_to_what_is_hardly_like_it_however_low_the_threshold():
    assert join({(0, 1): 0.08}, 0.05) == [[0], [1]]
    assert join({(0, 1): 0.15}, 0.05) == [[0, 1]]
    assert join({(0, 1): 0.15}, 0.05, typical=0.4) == [[0], [1]]


def test_a_pair_does_not_shut_out_a_third_that_says_less():
    assert join({(0, 1): 0.9, (0, 2): 0.25, (1, 2): 0.25}, 0.2) == [[0, 1, 2]]


def test_groups_that_are_fixed_take_others_in_but_are_never_joined():
    alike = {(0, 1): 1.0, (0, 2): 0.7, (1, 2): 0.8}
    assert join(alike, 0.5, {0: "a", 1: "b"}) == [[0], [1, 2]]
    assert join(alike, 0.5, {0: "a", 1: "a"}) == [[0, 1, 2]]


def test_a_fixed_group_stays_together_however_unlike_its_members():
    assert join({(0, 1): 0.0, (1, 2): 0.0}, 0.5, {0: "a", 2: "a"}) == [[0, 2], [1]]


@given(
    st.integers(2, 7).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.integers(0, 100), min_size=n * n, max_size=n * n))
    )
)
def test_what_was_joined_once_is_a_fixed_point(drawn):
    count, numbers = drawn
    alike = {(one, other): numbers[one * count + other] / 100 for other in range(count) for one in range(other)}
    first = join(alike, 0.4)
    fixed = {item: str(number) for number, members in enumerate(first) if len(members) > 1 for item in members}
    assert join(alike, 0.4, fixed) == first
