"""What a text is about besides names: words of its title that come back in it, alone or in pairs.

What newspapers have as a subject need come back less often, and counts in all its forms: floods, flooded.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.text.months import calendar
from generator.text.name_words import GERMAN_COMMON
from generator.text.subject_words import GENERAL, SUBJECTS
from generator.text.words import spelled, stopwords

PAIR, KNOWN, WORD, GERMAN_WORD = 2, 1, 6, 2
"""How often a pair of words, a known subject, another word, or a German noun must stand in a text to be its subject."""
_VERBS = frozenset("strikes votes storms rescues rescued trades probes charters crashes flooding dams striking".split())
"""Words that are as often verbs in a headline: by themselves they make it no subject."""
_NOT_NOUNS = ("ly", "ed", "ing")
_NEAR = "the a an of in for and on with to as by from against over".split()
"""What stands before an English noun."""


_BROKEN = re.compile("[\u0900-\u109f\u1780-\u17ff]")
"""Scripts of India and its neighbours, whose words a search for letters breaks at their vowel signs."""
_RUN = re.compile(r"[\u4e00-\u9fff\u3005]{2,}|[\u30a1-\u30fa\u30fc]{3,}|[\uac00-\ud7a3]{2,}")
"""What can be a word in Chinese, Japanese or Korean: Chinese characters, katakana, hangul."""
_LONGEST, _READ = 6, 60
"""Characters of a Chinese word, and of a title that is searched for them."""
_INSIDE = frozenset("人上中一年月日时時")
"""Function words of Chinese that words are made of, too."""


def subjects(text: str, head: str, counts: Mapping[str, int], lang: str) -> list[tuple[str, int]]:
    """Subjects of a text with the title `head`, each with how often it comes back, with a capital at its beginning.

    `counts` says how often each word stands in the text, as it is spelled.
    """
    if lang in ("zh", "ja", "ko"):
        return _in_characters(text, head, lang)
    common = _common(lang)
    titled = [word for word in spelled(head) if not word.isdigit()]
    found: list[tuple[str, int]] = []
    small = text.lower()
    for one, other in pairwise(titled):
        if f"{one} {other}" in head and all(_serves(word, counts, common, lang) for word in (one, other)):
            count = small.count(f"{one} {other}".lower())
            if count >= PAIR:
                found.append((f"{one} {other}", count))
    taken = {word.lower() for pair, _ in found for word in pair.split()}
    known = SUBJECTS.get(lang, {})
    for word in titled:
        own = word.lower()
        if own in known and own not in _VERBS and taken.isdisjoint(known[own]):
            forms = {form: counts.get(form, 0) + counts.get(form.capitalize(), 0) for form in known[own]}
            if (count := sum(forms.values())) >= KNOWN:
                found.append((_standing(forms), count))
                taken.update(forms)
        elif own not in taken and _serves(word, counts, common, lang):
            count = sum(counts.get(form, 0) for each in _forms(word, lang) for form in (each, each.capitalize()))
            if count >= (GERMAN_WORD if lang == "de" else WORD) and (lang != "en" or _is_noun(own, small)):
                found.append((word, count))
                taken.add(own)
    return [(_capital(word if lang == "de" else word.lower()), count) for word, count in found]


def _standing(forms: Mapping[str, int]) -> str:
    """The name of a subject, where some word of the text has it in it; else the form that the text uses most."""
    subject = next(iter(forms))
    if any(count and subject in form for form, count in forms.items()):
        return subject
    return max(forms, key=lambda form: (forms[form], form))


def _in_characters(text: str, head: str, lang: str) -> list[tuple[str, int]]:
    """The words of a title that come back, where no space parts words: the longest first, none that is part of one."""
    found: dict[str, int] = {}
    for run in _RUN.findall(head[:_READ]):
        for word in _words(run) if lang == "zh" else [run]:
            count = text.count(word)
            whole = any(word in other and 2 * often > count for other, often in found.items())
            if count >= (3 if len(word) > 2 else 4) and not whole:
                found[word] = count
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))


def _words(run: str) -> Iterator[str]:
    """All pieces of a run of Chinese characters without a function word in them, the longest first."""
    common = stopwords("zh") - _INSIDE
    for length in range(min(_LONGEST, len(run)), 1, -1):
        for start in range(len(run) - length + 1):
            if common.isdisjoint(run[start : start + length]):
                yield run[start : start + length]


@functools.cache
def _common(lang: str) -> frozenset[str]:
    return stopwords(lang or "en") | GENERAL


def _forms(word: str, lang: str) -> set[str]:
    """A word and, in English, its singular or plural."""
    word = word.lower()
    if lang != "en":
        return {word}
    return {word, word[:-1] if word.endswith("s") and not word.endswith("ss") else f"{word}s"}


def _serves(word: str, counts: Mapping[str, int], common: frozenset[str], lang: str) -> bool:
    """Whether a word can be part of a subject: one with a meaning of its own that is no name."""
    small = word.lower()
    if len(word) <= 3 or _BROKEN.search(word) or not word.isalpha() or small in common:
        return False
    if lang == "de":
        general = small in GERMAN_COMMON or small in calendar(lang)
        return not general and counts.get(small.capitalize(), 0) >= counts.get(small, 0)
    return counts.get(small, 0) * 2 > counts.get(small.capitalize(), 0) and not small.endswith(_NOT_NOUNS)


def _is_noun(word: str, small: str) -> bool:
    """Whether an English word stands after a word that nouns stand after."""
    return any(f" {before} {word}" in small for before in _NEAR)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
