"""An inverted index in shards of a bounded size, for a browser that loads only those of the words that are asked for.

The method is that of Witten, Moffat and Bell, "Managing Gigabytes" (1999), chapter 3: for each word the numbers of the
rows in which it stands, each as its distance from the one before. A word that stands in very many rows tells none from
the others, and is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise

SHARD = 24_000
"""About so many bytes are in a shard, if not one word alone takes more."""
MOST = 12_000
"""A word that stands in more rows than this is left out: its rows alone would be more than a shard."""

_WORD = re.compile(r"[^\W_]+")
_ASCII = "".join(sign.lower() if sign.isalnum() else " " for sign in map(chr, range(128)))
"""What becomes of each sign of ASCII, so that what is left are words and spaces."""
_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff]+"
)
"""A run of a script that does not part its words; the same is in `search.js`."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What of a row is searched."""

    texts: tuple[str, ...]
    """The first weighs most."""
    whole: tuple[str, ...] = ()
    """Words of our own, with a point in them, by which a search is narrowed."""


@dataclass(frozen=True, slots=True)
class Index:
    """Where words stand."""

    postings: dict[str, list[int]]
    """By word, sorted: for each row its distance from the one before times four, plus the number of the field."""
    common: tuple[str, ...]
    """The words that were left out."""


def index(rows: Sequence[Fields]) -> Index:
    """The index of rows, which are numbered from 0."""
    found: dict[str, list[int]] = defaultdict(list)
    for first, row in zip(count(0, 4), rows):
        for word in row.whole:
            found[word].append(first)
        for place, text in enumerate(row.texts, first):
            for word in words(text):
                at = found[word]
                if not at or at[-1] < first:
                    at.append(place)
    common = tuple(sorted(word for word, at in found.items() if len(at) > MOST and "." not in word))
    for word in common:
        del found[word]
    return Index({word: _distances(found[word]) for word in sorted(found)}, common)


def _distances(at: Sequence[int]) -> list[int]:
    return [each - before // 4 * 4 for before, each in pairwise((0, *at))]


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, each once, without accents, in small letters; of dense scripts every two signs in a row."""
    if text.isascii():
        return tuple(dict.fromkeys(text.translate(_ASCII).split()))
    found: dict[str, None] = {}
    for run in _WORD.findall(_folded(text)):
        if run.isascii():
            found[run] = None
        else:
            found.update(dict.fromkeys(_parts(run)))
    return tuple(found)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if unicodedata.category(each)[0] != "M").lower()


def _parts(run: str) -> Iterator[str]:
    end = 0
    for dense in _DENSE.finditer(run):
        if before := run[end : dense.start()]:
            yield before
        end = dense.end()
        yield from (dense[0][at : at + 2] for at in range(len(dense[0])))
    if rest := run[end:]:
        yield rest


def shards(postings: Mapping[str, Sequence[int]], more: Collection[str] = ()) -> dict[str, dict[str, Sequence[int]]]:
    """The words, and `more` that only names have, by a prefix that they share and no longer prefix takes from them.

    A word is in the shard of the longest prefix that begins it.
    """
    known = {word: postings.get(word, ()) for word in sorted({*postings, *more})}
    return dict(_shards("", known)) if known else {}


def _shards(prefix: str, known: dict[str, Sequence[int]]) -> Iterator[tuple[str, dict[str, Sequence[int]]]]:
    own = known
    if len(known) > 1 and sum(map(_size, known.items())) > SHARD:
        below: dict[str, dict[str, Sequence[int]]] = defaultdict(dict)
        for word, at in known.items():
            below[word[: len(prefix) + 1]][word] = at
        own = below.pop(prefix, {})
        for longer, some in below.items():
            if sum(map(_size, some.items())) > SHARD / 8:
                yield from _shards(longer, some)
            else:
                own |= some
    if own:
        yield prefix, own


def _size(item: tuple[str, Sequence[int]]) -> int:
    word, at = item
    return len(word) + 6 + 5 * len(at)


def file(prefix: str) -> str:
    """The name of a shard's file, which every file system can hold."""
    return "w-" + "".join(each if each in _PLAIN else f"_{ord(each):x}" for each in prefix)


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")
