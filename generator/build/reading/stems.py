"""Words without their endings, so that `flooded` and `flooding` are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest endings, good enough to know it again beside a figure or a verb."""
    for ending in ("ings", "ing", "ies", "ed", "es", "en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def singulars(spelled: Iterable[str]) -> frozenset[str]:
    """Words without the ending of a plural alone: what is named again is named by its noun."""
    return frozenset(word.removesuffix("s") for word in spelled)
