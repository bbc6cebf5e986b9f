"""How a document spells the words of a heading: with a capital or without, alone or beside which other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from generator.text.spellings import ACRONYMS, OPENERS

APOSTROPHES = "'’‘ʼ`´＇"
JOINTS = re.compile(rf"([{APOSTROPHES}/&-])")
POSSESSIVE = re.compile(rf"[{APOSTROPHES}][Ss]$")
_WORD_AND_GAP = re.compile(rf"([^\W_][\w.{APOSTROPHES}-]*)(\W*)")
_NEXT_WORD = re.compile(r"\W{0,3}([^\W_]+)")
_UNMARKED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"} | dict.fromkeys(APOSTROPHES, "'"))
_LETTERS = {"a": "àáâãäåā", "c": "çćč", "d": "đ", "e": "èéêëē", "g": "ğ", "i": "ìíîïıī", "l": "ł", "n": "ñń",
            "o": "òóôõöøō", "s": "śšşß", "u": "ùúûüūů", "y": "ýÿ", "z": "źżž"}  # fmt: skip
_BARE = str.maketrans({accented: bare for bare, row in _LETTERS.items() for accented in row})
_WORD = re.compile(rf"[\w\u0300-\u036f]+(?:[{APOSTROPHES}&+.-][^\W_]\w*)*\+?")
_STEM = 5  # letters by which a word is looked for, so that `Ukraine` is found for `Ukrainian`
_NEAR = 40  # letters before a word in which the one before it ends
_SMALL = frozenset("the of and to in that for on with was by from".split())
"""Words that a text has too often to be looked up one by one, and that are small without being seen."""
_INSIDE = " ,(&/-–%$€£"
"""What may stand between two words of one sentence."""


@dataclass(slots=True)
class Usage:
    """What a document says about the spelling of some words, by their key."""

    inside: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Spellings mid-sentence."""
    alone: Counter[str] = field(default_factory=Counter)
    """How often it stood mid-sentence with a capital, and its neighbours had none."""
    starts: Counter[str] = field(default_factory=Counter)
    """How often it opened a sentence."""
    named: Counter[str] = field(default_factory=Counter)
    """How often it opened a sentence before another capitalised word."""
    pairs: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """Spellings of two neighbours, both capitalised."""

    @classmethod
    def of(cls, words: list[str], text: str) -> Usage:
        """How `text` spells these words, and those that begin as they do."""
        usage = cls()
        parts = {key(part) for word in words for part in (*JOINTS.split(word), word.strip(".")) if len(part) > 1}
        parts -= _SMALL
        if not parts:
            return usage
        bare = _folded(text)
        for stem in {part[:_STEM].split("ss")[0] or part[:_STEM] for part in parts}:
            at = bare.find(stem)
            while at >= 0:
                match = _WORD.match(text, at)
                if match and not (at and (bare[at - 1].isalnum() or bare[at - 1] == ".")):
                    usage._note(match, text)
                at = bare.find(stem, match.end() if match else at + 1)
        return usage

    def _note(self, match: re.Match[str], text: str) -> None:
        """Remember one occurrence of a word and what stands beside it."""
        word = POSSESSIVE.sub("", match.group())
        previous, gap = "", ""
        for before in _WORD_AND_GAP.finditer(text, max(0, match.start() - _NEAR), match.start()):
            previous, gap = before.groups() if before.end() == match.start() else ("", "")
        following = _NEXT_WORD.match(text, match.end())
        after = following[1] if following else ""
        if len(word) > 1 and word.isupper() and (_shouts(previous) or _shouts(after)):
            return  # another heading: it teaches nothing
        start = not previous or previous.endswith(".") or bool(gap.strip(_INSIDE))
        whole, capital = key(word), word[:1].isupper()
        for part in {whole, *(key(part) for part in JOINTS.split(word) if len(part) > 1)}:
            if start:
                self.starts[part] += capital
                self.named[part] += capital and after[:1].isupper()
            else:
                self.inside[part].update(
                    [word] if part == whole else [each for each in JOINTS.split(word) if key(each) == part]
                )
                self.alone[part] += capital and not (previous[:1].isupper() or after[:1].isupper())
        if (
            capital
            and previous[:1].isupper()
            and gap in (" ", "-")
            and not _shouts(previous)
            and previous.lower() not in OPENERS
        ):
            self.pairs[key(previous), whole] = previous, word
        if (
            capital
            and after[:1].isupper()
            and not _shouts(after)
            and not (start and whole in OPENERS)
            and text[match.end() : match.end() + 1] == " "
        ):
            self.pairs[whole, key(after)] = word, after


def key(word: str) -> str:
    """One key for all spellings of a word: no case, no accent, one apostrophe."""
    folded = word.casefold()
    if folded.isascii() and "`" not in folded:
        return folded
    folded = folded.translate(_UNMARKED)
    if folded.isascii():
        return folded
    return "".join(letter for letter in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(letter))


def _shouts(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word and word not in ACRONYMS


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    """The text without capitals and accents, letter for letter. Cached, as a document asks for each of its headings."""
    return text.replace("İ", "I").lower().translate(_BARE)
