"""The key facts of a story: who, where, when, how many, as they stand in cited sentences, and only what several say.

Nothing is inferred: a name is told because independent reports name it, a figure because they agree on it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from generator.build.digest import when
from generator.build.digest.compared import Compared
from generator.build.digest.counts import HAPPENINGS
from generator.build.digest.reported import Reported, Sentence, named
from generator.build.digest.when import Told
from generator.build.voices import voice
from generator.model import Citation, Fact, Point
from generator.text.name_words import BODIES, PLACE_HEADS
from generator.text.places import COUNTRIES
from generator.text.words import stopwords

LEAST = 2
"""So many independent publishers must say a fact."""
WHO, HOW_MANY = 3, 3
TITLED = 3
"""A place in a headline counts as often as one in so many sentences."""
_IN = re.compile(
    r"\b([Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]bove|(?:village|town|city|port|island|province) of|à|en|a|bei) (?:the )?"
    r"([A-ZÀ-Þ][\w’'-]*\w(?: [A-ZÀ-Þ][\w’'-]*\w)?)(?: ([a-z]+))?"
)
_THINGS = frozenset(
    """act law bill cup league war day prize award festival treaty convention protocol agreement accord pact plan report
    street road lane avenue square bridge river valley hill quay market river annals journal review charter""".split()
)
_SEATS = BODIES | {"senate", "congress", "house", "assembly", "internet"}
"""Where something is decided, and no place on a map."""
_DATED = re.compile(
    r"(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b"
)


def facts(reports: Sequence[Reported], points: Compared) -> tuple[Fact, ...]:
    """The rows of the box; none for a story that only one independent publisher tells."""
    if len({voice(report.entry) for report in reports}) < LEAST:
        return ()
    where = _where(reports)
    who = _who(reports, {name for name, _ in where} | COUNTRIES)[:WHO]
    day = _main_day(reports)
    bodies = {part for name, _ in who for part in name.split()}  # `at Lanthorn` names a bank, where there is one
    told = [
        *(Fact("who", name, *said) for name, said in who),
        *[Fact("where", name, *said) for name, said in where if bodies.isdisjoint(name.split())][:1],
        *([_when(*day, reports)] if day else []),
        *_how_many(points),
    ]
    return tuple(told)


def _who(reports: Sequence[Reported], places: Iterable[str]) -> list[tuple[str, tuple[Citation, int]]]:
    """People and organisations by full name, those that most publishers name first."""
    spoken: Counter[str] = Counter()
    for report in reports:
        for name in named(report):
            if " " in name.text and name.text not in places and _acts(name.text):
                spoken[name.text] += 1
    several = {name for name, count in spoken.items() if count >= LEAST}
    return _said(reports, lambda sentence: [name for name in several if name in sentence.text])


def _acts(name: str) -> bool:
    """Whether it is somebody or a body, and no place, law, cup or work."""
    parts = name.lower().split()
    return (
        PLACE_HEADS.isdisjoint(parts)
        and _THINGS.isdisjoint((parts[0], parts[-1]))
        and ("of" not in parts or not BODIES.isdisjoint(parts))
    )


def _main_day(reports: Sequence[Reported]) -> tuple[Told, int] | None:
    """The past day of which most publishers tell, by the first sentence that does, and how many they are."""
    told: dict[dt.date, list[Told]] = defaultdict(list)
    for report in reports:
        for each in when.told(report):
            past = report.entry.stated is None or each.day <= report.entry.stated
            if past and each.precision in ("time", "day"):
                told[each.day].append(each)
    voices = {day: {voice(reports[each.sentence.report].entry) for each in several} for day, several in told.items()}
    best = min(told, key=lambda day: (-len(voices[day]), day), default=None)
    if best is None or len(voices[best]) < LEAST:
        return None
    return min(told[best], key=lambda each: (each.sentence.place, each.sentence.report)), len(voices[best])


def _when(told: Told, voices: int, reports: Sequence[Reported]) -> Fact:
    cited = reports[told.sentence.report].cite(told.sentence)
    return Fact("when", told.said, cited, voices, day=told.day, clock=told.clock)


def _where(reports: Sequence[Reported]) -> list[tuple[str, tuple[Citation, int]]]:
    """Places, known by the words before them; those that the reports speak of most first."""
    known = {name.text for report in reports for name in named(report)}
    found = _said(reports, lambda sentence: _places(sentence.text, known))
    found = [each for each in found if each[0] not in COUNTRIES] or found
    texts = [sentence.text for report in reports for sentence in report.sentences]
    titles = [report.entry.title for report in reports] * TITLED
    return sorted(found, key=lambda each: -sum(each[0] in text for text in (*texts, *titles)))


def _places(text: str, known: Collection[str]) -> Iterator[str]:
    """What stands where a place would: not before another noun (`at Garrow quarry`), and not as half of a name."""
    for before, place, after in _IN.findall(text):
        half = place not in known and any(name.startswith(f"{place} ") for name in known)
        body = place.split()[-1].lower() in _SEATS
        if half or body or _DATED.match(place) or (before.lower() == "at" and after and after not in stopwords("")):
            continue
        yield place


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


def _how_many(points: Compared) -> Iterator[Fact]:
    """What figures tell of people and homes: what most publishers say, or say at last, if several do."""
    found = []
    for point in (*points.differences, *points.agreed, *points.developments):
        side = point.sides[-1] if point in points.developments else point.sides[0]
        said = len({voice(each.entry) for each in side.citations})
        if said >= LEAST and point.subject.endswith(HAPPENINGS):
            cited = next(each for each in side.citations if side.value in each.text)
            found.append((_weight(point), Fact("how many", side.value, cited, said, point.subject)))
    yield from [fact for _, fact in sorted(found, key=lambda each: each[0])][:HOW_MANY]


def _weight(point: Point) -> int:
    return next(place for place, what in enumerate(HAPPENINGS) if point.subject.endswith(what))
