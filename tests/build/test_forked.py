"""Work that several processes share: each item once, nobody waits for another one, a dead one takes little along."""

import contextlib
import os
import sys
import time

import pytest

from generator.build import forked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


def _numbers(work, count, jobs):
    """What each process did, this one last, and how many items were told of."""
    told, own = [], []

    def here(items):
        own.extend(map(work, items))

    found = forked.spread(lambda items: bytes(map(work, items)), here, range(count), jobs, told.append)
    return [*map(list, found), own], told


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 200])
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_each_item_is_done_once(count, jobs):
    answers, told = _numbers(lambda item: item, count, jobs)
    assert sorted(item for answer in answers for item in answer) == list(range(count))
    assert len(answers) == jobs
    assert told[-1] == count


def test_neighbours_stay_together_and_the_first_share_begins_at_the_front():
    shares = forked.Shares(600, 2)
    first, second = (shares.items(place, range(600)) for place in (0, 1))
    assert ([next(first) for _ in range(20)], [next(second) for _ in range(5)]) == (
        list(range(20)),
        [300, 301, 302, 303, 304],
    )
    from_behind = [range(max(316, end - 16), end) for end in range(600, 316, -16)]
    assert [*first] == [*range(20, 300), *(item for run in from_behind for item in run)]
    assert [*second] == list(range(305, 316))


def test_a_few_items_are_dealt_out_one_by_one():
    shares = forked.Shares(24, 2)
    first, second = (shares.items(place, range(24)) for place in (0, 1))
    assert (next(first), next(second), [*first][-1]) == (0, 12, 13)


def test_a_process_that_is_done_helps_the_others():
    answers, _ = _numbers(lambda item: time.sleep(0.01 if item < 60 else 0) or item, 120, 2)
    assert sum(item < 60 for item in min(answers, key=min)) < 60


def test_a_process_that_dies_takes_only_its_own_items_along():
    first, (begun, started) = os.getpid(), os.pipe()

    def die(item):
        if os.getpid() != first:
            os.write(started, b"1")
            os._exit(1)
        return item or len(os.read(begun, 1)) - 1  # not before the other one is dead

    (answer,), told = _numbers(die, 96, 2)
    assert (sorted(answer), told[-1]) == ([each for each in range(96) if each not in (48, 49, 50)], 93)
    os.close(begun)
    os.close(started)


class EnoughError(Exception):
    """Ends the work of all."""


def test_one_that_does_not_hear_that_it_is_to_end_is_ended_all_the_same_and_says_nothing(capfd):
    begun, started = os.pipe()

    def deaf(items):
        os.write(started, b"1")
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with contextlib.suppress(KeyboardInterrupt):
                time.sleep(60)
        return bytes(items)

    def told(done):
        if len(os.read(begun, 2)) == 2 or os.read(begun, 1):  # both others have begun
            raise EnoughError

    start = time.monotonic()
    with pytest.raises(EnoughError):
        list(forked.spread(deaf, list, range(3), 3, told))
    assert time.monotonic() - start < 30
    assert capfd.readouterr().err == ""
    os.close(begun)
    os.close(started)


@pytest.mark.parametrize("asked", [True, False])
def test_one_thing_is_done_aside(asked):
    here = os.getpid()
    aside = forked.Aside(lambda: str(os.getpid()).encode() + bytes(1 << 20))
    if asked:
        answer = aside()
        assert (int(answer.rstrip(b"\0")) != here, len(answer) > 1 << 20) == (True, True)
    aside.leave()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_what_dies_aside_is_done_here():
    here = os.getpid()
    assert forked.Aside(lambda: b"here" if os.getpid() == here else os.kill(os.getpid(), 9))() == b"here"
