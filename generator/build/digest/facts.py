"""The key facts of a story: who, where, when, how many, as they stand in cited sentences, and only what several say.

Nothing is inferred: a name is told because independent reports name it, a figure because they agree on it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.build.digest.points import HAPPENED
from generator.build.digest.reported import Reported, Sentence, named
from generator.build.voices import voice
from generator.model import Citation, Fact, Point
from generator.text.name_words import PLACE_HEADS
from generator.text.places import COUNTRIES

LEAST = 2
"""So many independent publishers must say a fact."""
WHO, HOW_MANY = 3, 3
_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]bove|(?:village|town|city|port|island|province) of|à|en|bei) (?:the )?"
    r"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"
)
_DATED = re.compile(
    r"(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b"
)


def facts(reports: Sequence[Reported], points: Iterable[Point]) -> tuple[Fact, ...]:
    """The rows of the box; none for a story that only one independent publisher tells."""
    if len({voice(report.entry) for report in reports}) < LEAST:
        return ()
    where = _where(reports)
    who = _who(reports, {name for name, _ in where} | COUNTRIES)[:WHO]
    bodies = {part for name, _ in who for part in name.split()}  # `at Lanthorn` names a bank, where there is one
    told = [
        *(Fact("who", name, *said) for name, said in who),
        *[Fact("where", name, *said) for name, said in where if bodies.isdisjoint(name.split())][:1],
        *_how_many(points),
    ]
    return tuple(told)


def _who(reports: Sequence[Reported], places: Iterable[str]) -> list[tuple[str, tuple[Citation, int]]]:
    """People and organisations by full name, those that most publishers name first."""
    spoken: Counter[str] = Counter()
    for report in reports:
        for name in named(report):
            if " " in name.text and name.text not in places and PLACE_HEADS.isdisjoint(name.text.lower().split()):
                spoken[name.text] += 1
    several = {name for name, count in spoken.items() if count >= LEAST}
    return _said(reports, lambda sentence: [name for name in several if name in sentence.text])


def _where(reports: Sequence[Reported]) -> list[tuple[str, tuple[Citation, int]]]:
    """Places, known by the words before them; those that the reports speak of most first."""
    found = _said(reports, lambda sentence: [each for each in _IN.findall(sentence.text) if not _DATED.match(each)])
    found = [each for each in found if each[0] not in COUNTRIES] or found
    texts = [sentence.text for report in reports for sentence in report.sentences]
    return sorted(found, key=lambda each: -sum(each[0] in text for text in texts))


def _said(
    reports: Sequence[Reported], of: Callable[[Sentence], Iterable[str]]
) -> list[tuple[str, tuple[Citation, int]]]:
    """What sentences say that at least LEAST voices say, with the first sentence that does and how many voices."""
    first: dict[str, Citation] = {}
    voices: dict[str, set[str]] = defaultdict(set)
    places: dict[str, int] = defaultdict(int)
    for report in reports:
        seen: set[str] = set()
        for sentence in report.sentences:
            for name in of(sentence):
                first.setdefault(name, report.cite(sentence))
                voices[name].add(voice(report.entry))
                if name not in seen:
                    places[name] += sentence.place
                    seen.add(name)
    sure = [name for name in first if len(voices[name]) >= LEAST]
    sure.sort(key=lambda name: (-len(voices[name]), places[name], name))
    return [(name, (first[name], len(voices[name]))) for name in sure]


def _how_many(points: Iterable[Point]) -> Iterator[Fact]:
    """What figures tell of people: what most publishers say, if several do."""
    found = []
    for point in points:
        side = point.sides[0]
        said = len({voice(each.entry) for each in side.citations})
        if said >= LEAST and point.subject in HAPPENED:
            found.append(Fact("how many", side.value, side.citations[0], said, point.subject))
    yield from found[:HOW_MANY]
