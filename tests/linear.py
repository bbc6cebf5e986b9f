"""How the time for a text grows with its length: what a hostile source repeats must not take for ever."""

import gc
import itertools
import time

LEAST, FAR = 0.03, 40_000
"""Seconds that a clock measures well; letters of a text that is long enough however short it takes."""
_numbers = itertools.count()


def grows(work, piece, count=500):
    """How many times as long four times as many pieces take: about 4 where the time is linear, 16 where it is not.

    Each text is another one, so that nothing is remembered of one that was read before.
    """

    def seconds(many):
        given = f"{piece * many}\n{next(_numbers)}"
        start = time.process_time()
        work(given)
        return time.process_time() - start

    gc.disable()  # it looks through all that other tests have left
    try:
        while (once := min(seconds(count), seconds(count))) < LEAST and count * len(piece) < FAR:
            count *= 2
        return min(seconds(4 * count), seconds(4 * count)) / max(once, LEAST / 2)
    finally:
        gc.enable()


def worsens(work, short, long):
    """How many times as long `long` pieces take as `short` ones, for what would take for ever with four times as many.

    About 1 where they differ by a few, and 16 where each of four more doubles the time.
    """

    def seconds(many):
        start = time.process_time()
        work(many, next(_numbers))
        return time.process_time() - start

    seconds(short)  # what is loaded once
    return min(seconds(long) for _ in range(3)) / min(seconds(short) for _ in range(3))
