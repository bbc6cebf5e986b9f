"""Gives a heading in capitals its sentence case back, with the capitals of names as the document itself spells them.

The method is that of truecasing (Lita and others, "tRuEcasIng", 2003) without a model: a word takes the spelling that
it has inside the sentences of the document, a pair of words before a single one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from generator.text.spellings import ACRONYMS, DOUBTFUL_ACRONYMS, NAMES, OPENERS, PAIRS, PARTS_OF_NAMES
from generator.text.usage import APOSTROPHES, JOINTS, POSSESSIVE, Usage, key

_LETTER = r"[^\W_]"
_TOKEN = re.compile(
    rf"(?:{_LETTER}\.){{2,}}{_LETTER}?|{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*(?:[{APOSTROPHES}./&+-]{_LETTER}+)*\+?"
)
_SMALL_BITS = re.compile(
    rf"(?<=[^\W\d_])[{APOSTROPHES}]s\b|(?<=\d)(?:st|nd|rd|th|s|er|e|km|kg|m)\b|(?<=\bM)a?c(?=[A-Z]{{2}})|ß"
)
_WITH_FIGURES = re.compile(r"(?:[^\W\d_]{1,4}-?\d{1,4}|\d{1,2}[GD])(?P<plural>S?)")
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH|S|ER|E|ÈME|KM|KG|M|CM|MM|K|BN|MN|PM|AM)")
_ROMAN = re.compile(r"II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XX|XXI")
_GERMAN = re.compile(r"\b(?:und|der|die|das|nicht|ist|mit|für|von|dem|den|ein|eine|auf)\b")
_GERMAN_NOUN = re.compile(r".{3,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|nis|nisse|tum)")
_TURKISH = re.compile(r"[ıİğĞ]")
_ENDINGS = frozenset("s n ns an ans ian ians i is ese ish er ers in ins e en es al o os a as".split())
_LOOK = 1500  # letters of a document that show its language


def is_capitals(text: str) -> bool:
    """True when `text` has at least two letters and all of them are capitals.

    The small letters of a possessive (UKRAINE’s), an ordinal (10th) or a name like McDONALD are passed over, and `ß`,
    which has no capital. A script without capitals is never in capitals, whatever initials stand in it.
    """
    if not text.isupper():
        if sum(map(str.islower, text[:40])) > 6:
            return False
        text = _SMALL_BITS.sub("", text)
    return text.isupper() and 2 <= sum(map(str.isupper, text)) > sum(map(str.isalpha, text)) / 2


def sentence_case(heading: str, text: str) -> str:
    """`heading`, printed in capitals, in sentence case.

    `text` is the rest of the document: a word that it has mid-sentence is spelled as there, an acronym keeps its
    capitals, a word it does not have is written small. The letters stay the same but for their case, and but for
    accents that capitals had lost.
    """
    tokens = list(_TOKEN.finditer(heading))
    words = [token.group() for token in tokens]
    speller = _Speller(Usage.of(words, text), *_tongue(heading, text))
    pieces, end, first = [], 0, True
    for number, token in enumerate(tokens):
        gap = heading[end : token.start()]
        first = first or any(mark in gap for mark in ".!?:")
        before = words[number - 1] if number and not first else ""
        after = words[number + 1] if number + 1 < len(words) else ""
        word = speller.spell(words[number], before, after)
        pieces += [gap, speller.raised(word) if first else word]
        end, first = token.end(), False
    return "".join(pieces) + heading[end:]


def _tongue(heading: str, text: str) -> tuple[bool, bool, bool]:
    """Whether it is Turkish; whether it is German; whether the heading has kept its accents."""
    start = text[:_LOOK]
    german = len(_GERMAN.findall(start)) * 12 > start.count(" ")
    return bool(_TURKISH.search(start + heading)), german, any(ord(each) > 191 for each in heading if each.isalpha())


@dataclass(frozen=True, slots=True)
class _Speller:
    """Spells the words of one heading."""

    usage: Usage
    turkish: bool
    german: bool
    accented: bool

    def spell(self, word: str, before: str, after: str) -> str:
        """One word between its neighbours: as a whole if the document has it, else part by part."""
        whole = self._seen(word, before, after)
        if whole or "." in word:
            return whole or word
        if _ROMAN.fullmatch(word) or _ORDINAL.fullmatch(word):
            return word if _ROMAN.fullmatch(word) else word.lower()
        if match := _WITH_FIGURES.fullmatch(word):
            return word[: match.start("plural")] + match["plural"].lower()
        parts = JOINTS.split(word)
        spelled: list[str] = []
        for number, part in enumerate(parts):
            if number % 2 or not part:
                spelled.append(part)
            elif part == "O" and len("".join(parts[number + 1 : number + 3])) > 3:
                spelled.append(part)  # O’Brien
            elif number and parts[number - 1] in APOSTROPHES:
                spelled.append(self._after_apostrophe(parts, number, after))
            else:
                near = parts[number - 2] if number else before
                last = number == len(parts) - 1
                spelled.append(self._seen(part, near, after if last else "") or self._unseen(part, before))
        return "".join(spelled)

    def _after_apostrophe(self, parts: list[str], number: int, after: str) -> str:
        """`Ukraine’s`, `don’t`, `Kiev’de`; but `L’ONU`, `O’Brien`."""
        part, head = parts[number], parts[number - 2]
        if len(part) == 1 or (len(head) > 2 and number == len(parts) - 1):
            return self._small(part)
        found = self._seen(part, head, after) or self._unseen(part, head)
        return self.raised(found) if head == "O" and len(part) > 2 else found

    def _seen(self, word: str, before: str, after: str) -> str:
        """The spelling that the document gives to a word; empty when it gives none."""
        bare = POSSESSIVE.sub("", word)
        tail = word[len(bare) :].lower()
        own = key(bare)
        previous, following = key(JOINTS.split(before)[-1]), key(JOINTS.split(after)[0])
        for pair, side in (((own, following), 0), ((previous, own), 1)):
            if pair in self.usage.pairs and self._fits(self.usage.pairs[pair][side], bare):
                return self.usage.pairs[pair][side] + tail
            if pair in PAIRS:
                return self.raised(self._small(bare)) + tail
        seen = self.usage.inside.get(own) or Counter()
        small = Counter({each: times for each, times in seen.items() if each[:1].islower() and self._fits(each, bare)})
        great = Counter({each: times for each, times in seen.items() if each[:1].isupper() and self._fits(each, bare)})
        mostly_great = self.usage.alone[own] > 2 * small.total() and own not in PARTS_OF_NAMES
        if small and not mostly_great:
            return max(small, key=lambda each: (small[each], each)) + tail
        if not great and self.german and seen and all(each[:1].isupper() for each in seen):
            return self.raised(self._small(bare)) + tail  # GARTEN, a noun as the `Gärten` of the text
        if not great or (len(bare) == 1 and not small):
            return ""
        best = max(great, key=lambda each: (great[each], each))
        return (self._small(bare) if own in PARTS_OF_NAMES and not best.isupper() else best) + tail

    def _fits(self, spelling: str, word: str) -> bool:
        """Whether a spelling has the letters of a word: the same but for case, and for accents if it has lost them."""
        if spelling.upper() == word.upper() or spelling.casefold() == word.casefold():
            return True
        if self.turkish:
            return self._small(word) == self._small(spelling)
        return not (self.accented or self.german)  # German capitals keep their marks: GÄRTEN are no GARTEN

    def _unseen(self, word: str, before: str) -> str:
        """A word that the document does not have mid-sentence."""
        if word in ACRONYMS and word not in DOUBTFUL_ACRONYMS:
            return word
        if word[:-1] in ACRONYMS and word[:-1] not in DOUBTFUL_ACRONYMS and word[-1] == "S":
            return word[:-1] + "s"
        if len(word) == 1 and ((word == "I" and not self.turkish) or before in _LETTERED):
            return word
        small, own = self._small(word), key(word)
        if own in _NAMES:
            return _NAMES[own] if self._fits(_NAMES[own], word) else self.raised(small)
        opens = self.usage.starts[own] >= 2 or self.usage.named[own]
        named = own.removesuffix("s") in _NAMES or self._made_of_name(own) or (opens and own not in OPENERS)
        if own not in PARTS_OF_NAMES and (named or (self.german and _GERMAN_NOUN.fullmatch(small))):
            return self.raised(small)
        return small

    def _made_of_name(self, own: str) -> bool:
        """Whether a word comes from a name of the document: `Ukrainian` from `Ukraine`."""
        for name, spellings in self.usage.inside.items():
            stem = name.rstrip("aeiouy") if len(name) > 5 else name
            if len(stem) > 3 and own.startswith(stem) and own[len(stem) :] in _ENDINGS and name not in PARTS_OF_NAMES:
                return all(each[:1].isupper() and not each.isupper() for each in spellings)
        return False

    def _small(self, word: str) -> str:
        """Lower case; İ and I are two letters in Turkish, and İ never leaves a loose dot behind."""
        if self.turkish:
            word = word.replace("I", "ı")
        return word.replace("İ", "i").lower()

    def raised(self, word: str) -> str:
        """The word with a capital at its start, unless it has one further on (iPhone)."""
        if not word or word[1:2].isupper():
            return word
        return ("İ" if self.turkish and word[0] == "i" else word[0].upper()) + word[1:]


_NAMES = {key(name): name for name in sorted(NAMES)}
_LETTERED = frozenset(
    "PLAN GROUP CLASS VITAMIN HEPATITIS OPTION SECTION GRADE BLOCK TYPE TEAM CHAPTER PART BOOK APPENDIX".split()
)
"""What a letter is the name of: `plan B`."""
