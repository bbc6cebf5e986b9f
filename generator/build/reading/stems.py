"""Words without their endings, so that `flooded` and `flooding` are one, and which of them tell something."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from generator.text.months import calendar
from generator.text.words import stopwords

_SAID = frozenset(
    """said says told tells according reported report reports added also per cent percent about million billion
    trillion""".split()
)
"""Words that any two sentences of news may share."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest endings, good enough to know it again beside a figure or a verb."""
    for ending in ("ings", "ing", "ies", "ed", "es", "en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def telling(spelled: Iterable[str], lang: str) -> frozenset[str]:
    """Stems of those words that may say of what a sentence tells, by which the same in another report is known."""
    small = _small(lang or "en")
    return frozenset(stem(word) for word in spelled if len(word) > 2 and word not in small and not word[0].isdigit())


@cache
def _small(lang: str) -> frozenset[str]:
    return stopwords(lang) | calendar(lang) | _SAID


def singulars(spelled: Iterable[str]) -> frozenset[str]:
    """Words without the ending of a plural alone: what is named again is named by its noun."""
    return frozenset(word.removesuffix("s") for word in spelled)
