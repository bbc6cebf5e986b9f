"""The fullest form of a name that a text has in several: Trump is Donald Trump, and so is President Donald Trump.

`text/names.py` merges forms only where one full name can be meant. Here the one most spoken of is taken: a tag that a
reader takes for the person whom the text mostly speaks of is better than a surname beside a full name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.text.name_words import NOT_SURNAMES, PLACE_HEADS
from generator.text.names import Name
from generator.text.places import COUNTRIES
from generator.text.short_forms import is_place

_LONGEST = 4
"""Words of a person's name."""
_MOST = 20
"""Words at the end of a name, however long, among which a name by itself is looked for."""
_AT = "in at near from to across outside aus nach bei à en de di da dans".split()
"""What stands before places, and seldom before first names."""
_ARTICLES = "der die das den dem des ein eine einen einem einer eines im am zum zur vom beim".split()


@dataclass(frozen=True, slots=True)
class FullNames:
    """The names of a text, each in its fullest form."""

    names: tuple[Name, ...]
    """With the counts of the forms that were merged into them, in their order."""
    full: Mapping[str, str]
    """The full name of each form that was merged."""
    surnames: Mapping[str, str]
    """By the last word of each name the one that is most spoken of."""
    text: str

    def of(self, word: str) -> str:
        """The full name of which a word is the last one; the word itself where it is a noun by itself."""
        noun = word not in self.surnames or _follows(word, _ARTICLES, self.text)
        return self.full.get(word, word if noun else self.surnames[word])


def full_names(found: Iterable[Name], text: str) -> FullNames:
    """Merge the forms of the names that `text` was found to have."""
    found = tuple(found)
    counts = {each.text: each.count for each in found}
    full = _without_offices(counts)
    _count(counts, full)
    last, first = _by_word(counts, -1, text), _by_word(counts, 0, text)
    short = {word: last[word] for word in counts if word in last}
    short |= {
        word: first[word]
        for word in counts
        if word in first and word not in last and _is_first(word, first[word], text)
    }
    _count(counts, short)
    names = tuple(Name(each.text, counts[each.text], each.first) for each in found if each.text in counts)
    surnames = {word: name for word, name in last.items() if name in counts}
    return FullNames(names, full | short, surnames, text)


def _without_offices(counts: Mapping[str, int]) -> dict[str, str]:
    """Names whose end is a name of several words by itself: `Bundestag President Ada Lorn`."""
    full = {}
    for name in counts:
        words = name.split()[-_MOST:]
        tails = (" ".join(words[start:]) for start in range(1, len(words) - 1))
        if tail := next((tail for tail in tails if tail in counts and tail[0].isupper()), ""):
            full[name] = tail
    return full


def _count(counts: dict[str, int], full: Mapping[str, str]) -> None:
    """Count forms for what they stand for, the longest first: what one stands for may be a form itself."""
    for form in sorted(full, key=len, reverse=True):
        whole = full[form]
        if form in counts and whole in counts:
            counts[whole] += counts.pop(form)


def _by_word(counts: Mapping[str, int], at: int, text: str) -> dict[str, str]:
    """By its last word (-1) or its first one (0) the person's name that is most spoken of."""
    most: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (counts[name], name)):
        words = name.split()
        known = name in COUNTRIES or words[-1].lower() in NOT_SURNAMES or words[0].lower() in PLACE_HEADS
        if (
            2 <= len(words) <= _LONGEST
            and not known
            and all(word[0].isupper() for word in words)
            and not is_place(name, text)
        ):
            most[words[at]] = name
    return {word: name for word, name in most.items() if word not in COUNTRIES and not word.isupper()}


def _is_first(word: str, name: str, text: str) -> bool:
    """Whether a name's first word is that of a person, who is called by the last one, too; no place has both."""
    last = name.rpartition(" ")[2]
    return text.count(last) > text.count(f"{word} {last}") and not _follows(word, _AT, text)


def _follows(word: str, some: Iterable[str], text: str) -> bool:
    return any(f" {each} {word}" in text for each in some)
