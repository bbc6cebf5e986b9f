"""What a figure or an event is about, in words of the reports that stand beside one another: `corporate tax rate`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.build.digest.statements import stem
from generator.text import tense
from generator.text.months import calendar
from generator.text.number_words import WORDS
from generator.text.words import stopwords

MOST = 3
"""Telling words of a phrase, and again of what follows its `of`."""
LONGEST = 9
"""Words of an event as they stand in the sentence, beyond which they are told without what lies between."""
LONG = 4
"""Letters of a word that tells by itself."""
_GAP = r"[ \u00a0\u202f]"
_NEXT = re.compile(rf"{_GAP}?-?(%|[^\W\d_][\w’'-]*)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OF = frozenset("of von de d’ di van".split())
_IN = frozenset("in an en".split())
_WITHIN = frozenset(
    "all the its their his her our these those den der des la las los le les l’ de het i gli o os".split()
)
_NO_ADVERBS = frozenset(
    "early daily weekly monthly yearly family supply assembly anomaly ally elderly italy july".split()
)
_JOINTS = frozenset(
    ("", "of", "of the", "on", "for", "in", "von", "der", "de", "de la", "du", "del", "di", "van", "van de")
)
"""What may stand between two words of a phrase."""


def counted(text: str, end: int, lang: str) -> str:
    """The words after a figure that ends there, as far as they name what it counts: `pages of police records`."""
    small = stopwords(lang or "en")
    kept: list[str] = []
    count, joined = 0, False
    while match := _NEXT.match(text, end):
        word = match[1]
        lower = word.lower()
        if kept and lower in (_OF if joined else _OF | _IN):
            if joined:
                break
            joined, count = True, 0
        elif kept and joined and not count and lower in _WITHIN and kept[-1].lower() in _OF:
            pass
        elif kept and (lower in small or count >= MOST or _tells([*kept, word], lang)):
            break
        else:
            count += 1
        kept.append(word)
        end = match.end()
    while len(kept) > 1 and (kept[-1].lower() in _OF | _IN | _WITHIN):
        kept.pop()
    return " ".join(kept)


def around(text: str, told: Collection[str], besides: str, lang: str) -> str:
    """The longest run of words in a sentence whose stems are `told`, without verbs, and without those of `besides`."""
    inside = set(besides.lower().split())
    words = [match for match in _WORD.finditer(text) if _stem(match[0]) in told]
    inside |= calendar(lang or "en")
    words = [each for each in words if each[0].lower() not in inside and not _tells([each[0]], lang)]
    runs: list[list[re.Match[str]]] = []
    for each in words:
        if runs and text[runs[-1][-1].end() : each.start()].strip(" -\u00a0\u202f") in _JOINTS:
            runs[-1].append(each)
        else:
            runs.append([each])
    best = max(runs, key=len, default=[])[-MOST:]
    alone = len(best) == 1 and (len(best[0][0]) < LONG or best[0][0].lower() in WORDS.get(lang or "en", {}))
    if not best or alone:
        return ""
    end, count = best[-1].end(), len(best)
    while count < MOST and (match := _NEXT.match(text, end)) and match[1][0].islower():  # upper valley
        if match[1] in stopwords(lang or "en") or _tells([match[1]], lang):
            break
        end, count = match.end(), count + 1
    return text[best[0].start() : end]


def happened(text: str, named: Collection[str], start: int, end: int) -> str:
    """What happened to what: the words `named` and the verb, which is `text[start:end]`, as they stand or in short."""
    words = [*_named(text[:start], named)][-MOST:]
    if not words:
        return text[start:end]
    whole = text[words[0].start() : end]
    return whole if len(whole.split()) <= LONGEST else " ".join([*(each[0] for each in words), text[start:end]])


def _named(text: str, stems: Collection[str]) -> Iterator[re.Match[str]]:
    seen: set[str] = set()
    for match in _WORD.finditer(text):
        if _stem(match[0]) in stems and match[0].lower() not in seen:
            seen.add(match[0].lower())
            yield match


def _stem(word: str) -> str:
    return stem(word.lower().replace("’", "'"))


def _tells(words: list[str], lang: str) -> bool:
    """Whether the last word is a verb that tells what has been, or an adverb."""
    tokens = [each.lower() for each in words]
    return tense.told(tokens, len(tokens) - 1, lang or "en") == "past" or (
        lang in ("", "en") and tokens[-1].endswith("ly")
    )
