"""The reports of a story side by side: each with its number and its voice, and what they say with whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from generator.build.reading import Reading, read
from generator.build.reading.sentences import Sentence
from generator.build.reading.stems import telling
from generator.build.voices import voices
from generator.model import Citation, Entry, Page, Side

LEAST = 2
"""So many independent publishers must say a fact."""


class Placed(Protocol):
    """Something that a sentence of a report says."""

    @property
    def at(self) -> int:
        """The place of the sentence in its report."""


T = TypeVar("T")
T_co = TypeVar("T_co", bound=Placed, covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One report of a story."""

    number: int
    """Its place in the story, from 0: they stand in order of time."""
    entry: Entry
    read: Reading
    voice: str
    """Whose voice it is; copies and publishers of one owner have one."""

    def cite(self, sentence: Sentence) -> Citation:
        """The sentence with the paragraph in which it stands."""
        return Citation(sentence.text, self.entry, sentence.paragraph)


@dataclass(frozen=True, slots=True, eq=False)
class Said(Generic[T_co]):
    """Something that a report says: a figure, a time, a place, a name."""

    report: Report
    it: T_co

    @property
    def voice(self) -> str:
        """Whose voice says it."""
        return self.report.voice

    @property
    def sentence(self) -> Sentence:
        """The sentence that says it."""
        return self.report.read.sentences[self.it.at]

    @property
    def telling(self) -> frozenset[str]:
        """Stems of the words of its sentence that say something."""
        return telling(self.sentence.words, self.report.read.lang)

    def cite(self) -> Citation:
        """The same with its paragraph."""
        return self.report.cite(self.sentence)

    def side(self, value: str) -> Side:
        """It as one side of a point, where it is printed as `value`."""
        return Side(value, (self.cite(),))


def reports(pages: Iterable[Page]) -> tuple[Report, ...]:
    """The reports of a story, read here and now, in the order given."""
    return numbered((page.entry, read(page.entry, page.paragraphs)) for page in pages)


def numbered(pairs: Iterable[tuple[Entry, Reading]]) -> tuple[Report, ...]:
    """The reports of a story that were read already, in the order given."""
    pairs = tuple(pairs)
    told = zip(pairs, voices(entry for entry, _ in pairs), strict=True)
    return tuple(Report(number, entry, read, voice) for number, ((entry, read), voice) in enumerate(told))


def of_one_language(found: Iterable[Report]) -> tuple[Report, ...]:
    """The reports in the language that most of them have; those whose language is unknown stay."""
    found = tuple(found)
    known = Counter(each.read.lang for each in found if each.read.lang)
    main = known.most_common(1)[0][0] if known else ""
    return numbered((each.entry, each.read) for each in found if each.read.lang in ("", main))


def together(found: Iterable[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """In groups: each beside the first of which one is the same."""
    groups: list[list[T]] = []
    for each in found:
        home = next((group for group in groups if any(same(each, other) for other in group)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups


def apart(one: Report, other: Report) -> int | None:
    """Days between two reports; none where one of them states no day."""
    days = one.entry.stated, other.entry.stated
    return abs((days[0] - days[1]).days) if days[0] and days[1] else None
