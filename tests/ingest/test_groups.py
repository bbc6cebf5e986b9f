"""Average link, with numbers in place of articles."""

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.groups import groups


def join(alike, least, fixed=None):
    """Groups from a table of likenesses: `{(0, 1): .9}`; every pair is looked at."""
    count = 1 + max(max(pair) for pair in alike)
    pairs = [(one, other) for other in range(count) for one in range(other)]
    return groups(
        count, pairs, lambda one, other: round(alike.get((one, other), 0) * 100), round(least * 100), fixed or {}
    )


def test_items_that_are_alike_enough_are_joined():
    assert join({(0, 1): 0.6, (1, 2): 0.1, (0, 2): 0.1}, 0.5) == [[0, 1], [2]]


def test_a_third_item_joins_by_its_average_and_not_by_its_best():
    chain = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}
    assert join(chain, 0.5) == [[0, 1], [2]]
    assert join(chain, 0.45) == [[0, 1, 2]]


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
