"""How much of one text stands in another: runs of four words, and a short sketch of them that a lock can hold.

The sketch is the bottom-k one of A. Broder, "On the resemblance and containment of documents", 1997: the smallest
hashes of a text are a fair sample of it, the same sample in every text that shares them.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from collections.abc import Collection, Iterable
from heapq import nsmallest

from generator.text import words

RUN = 4
"""Words in a shingle."""
SIZE = 32
"""Hashes in a sketch: the resemblance of two texts is estimated within a tenth of what it is."""


def shingles(text: str) -> frozenset[int]:
    """The hashes, 32 bits each, of all runs of four words; of a shorter text its one hash, of an empty one none."""
    whole = " ".join(words.words(text)).encode(errors="surrogatepass")
    tokens = whole.split(b" ")
    if len(tokens) < RUN:
        return frozenset({zlib.crc32(whole)} if whole else ())
    runs = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    return frozenset(map(zlib.crc32, map(b" ".join, runs)))


def sketch(shingles: Iterable[int]) -> str:
    """The smallest hashes, packed: at most 172 characters."""
    return packed(nsmallest(SIZE, shingles))


def packed(hashes: Collection[int]) -> str:
    """Hashes of 32 bits as a short text, for the lock."""
    return base64.b64encode(struct.pack(f">{len(hashes)}I", *hashes)).decode()


def unpacked(text: str) -> tuple[int, ...]:
    """The hashes that were packed; none where the text is no such thing."""
    try:
        data = base64.b64decode(text, validate=True)
        return struct.unpack(f">{len(data) // 4}I", data)
    except (binascii.Error, ValueError, struct.error):
        return ()


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How much two texts have in common of all that they have, from 0 to 1, estimated from their sketches' hashes."""
    both = sorted({*one, *other})[:SIZE]
    common = {*one}.intersection(other)
    return sum(each in common for each in both) / len(both) if both else 0.0


def contained(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of one text, given by its shingles, stands in the other, from 0 to 1."""
    return len(one & other) / len(one) if one else 0.0
