"""What a figure counts, in the words that stand behind it: `pages of police records`."""

from __future__ import annotations

import re
from itertools import takewhile

from generator.build.reading.stems import stem
from generator.text import tense
from generator.text.words import stopwords

MOST = 4
"""Words of a phrase, and again of what follows its `of`; a longer one is not told, for its last word is the noun."""
_GAP = r"[ \u00a0\u202f]"
_NEXT = re.compile(rf"{_GAP}?-?(%|[^\W\d_][\w’'-]*)")
_AND_MORE = re.compile(r" (?:and|&|und|et|y|e|en) [A-ZÀ-Þ]")
"""A name that goes on: `members of the Harbour and Ferry Workers’ Union`."""
_OF = frozenset("of von de d’ di van".split())
_IN = frozenset("in an en".split())
_WITHIN = frozenset(
    "all the its their his her our these those den der des la las los le les l’ de het i gli o os".split()
)


def counted(text: str, end: int, lang: str) -> str:
    """The words after a figure that ends there, as far as they name what it counts; empty where they go on too long."""
    named, end = _run(text, end, lang)
    of = _NEXT.match(text, end)
    if named and of and of[1].lower() in _OF | _IN:
        within = _NEXT.match(text, of.end())
        article = [within[1]] if within and within[1].lower() in _WITHIN and of[1].lower() in _OF else []
        more, end = _run(text, within.end() if within and article else of.end(), lang)
        named += [of[1], *article, *more] if more and not _AND_MORE.match(text, end) else []
    return " ".join(named)


def _run(text: str, end: int, lang: str) -> tuple[list[str], int]:
    """Words that belong together, and where they end; none where they are too many."""
    small = stopwords(lang or "en")
    kept: list[str] = []
    while match := _NEXT.match(text, end):
        word = match[1].lower()
        if word in small or (kept and (word in _OF | _IN or _tells([*kept, word], lang))):
            break
        kept.append(match[1])
        end = match.end()
    return (kept, end) if len(kept) <= MOST else ([], end)


def head(text: str, end: int, lang: str) -> tuple[str, ...]:
    """The words that name what a figure counts, up to an `of` or `in`, for comparison."""
    spelled = counted(text, end, lang).lower().split()
    return tuple(stem(word) for word in takewhile(lambda word: word not in _OF | _IN, spelled))


def is_whole(subject: str) -> bool:
    """Whether such words can be understood by themselves: those that say of what the things are."""
    return not _OF.isdisjoint(subject.split())


def _tells(words: list[str], lang: str) -> bool:
    """Whether the last word is a verb, or an adverb."""
    tokens = [each.lower() for each in words]
    if lang in ("", "en") and tokens[-1].endswith(("ly", "ing")):
        return True
    return tense.told(tokens, len(tokens) - 1, lang or "en") == "past"
