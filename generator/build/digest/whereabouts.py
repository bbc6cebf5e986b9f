"""On which places reports differ: where the same thing happened. In doubt nothing is said.

One report's street stands in another's town, so only two places of one kind are put side by side, each unknown to the
other report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.build.digest import events, where
from generator.build.digest.compared import Compared
from generator.build.digest.events import Event
from generator.build.digest.reported import DEEPEST, Reported, Sentence
from generator.build.voices import voice
from generator.model import Point, Side
from generator.text import times
from generator.text.office_words import KINDS, REGIONS, STREETS
from generator.text.places import COUNTRIES, PEOPLES

MOST, NEAR = 4, 3
"""Points that are told; days between two reports that are compared."""
SHARED, SHARED_OF_TOWNS = 3, 4
"""Telling words that two sentences must share; more where the kind of place is not said."""


@dataclass(frozen=True, slots=True)
class _Where:
    """A place of a report, and what happened there."""

    report: int
    voice: str
    sentence: Sentence
    word: str
    place: str
    printed: str
    """With its kind, where that stands before it: `rue Victor Hugo`."""
    kind: str
    event: Event


def compare(reports: Sequence[Reported]) -> Compared:
    """Places of one thing, in pairs of reports."""
    found = [each for report in reports for each in _places(report)]
    texts = ["\n".join((report.entry.title, *report.paragraphs)) for report in reports]
    points = []
    for one, other in combinations(found, 2):
        if one.voice != other.voice and _differ(one, other, reports) and not _known(one, other, texts):
            sides = (Side(each.printed, (reports[each.report].cite(each.sentence),)) for each in (one, other))
            points.append(Point("place", "", tuple(sides)))
    return Compared(differences=tuple(points[:MOST]))


def _places(report: Reported) -> Iterator[_Where]:
    lang = report.lang
    for sentence in report.sentences[:DEEPEST]:
        for match in where.located(sentence.text, lang):
            if match["place"] in COUNTRIES or match["place"] in PEOPLES:
                continue
            regional = match["after"].strip() in REGIONS or not REGIONS.isdisjoint(match["place"].lower().split())
            kind = _kind(match["place"]) or (match["kind"] or "").strip()
            if not regional and (event := events.before(sentence.text, match.start(), lang)):
                place = match["place"]
                street = bool(match["kind"]) and match["kind"].split()[0] in STREETS
                printed = sentence.text[match.start("kind") : match.end("place")] if street else place
                yield _Where(sentence.report, voice(report.entry), sentence, match["word"], place, printed, kind, event)


def _kind(place: str) -> str:
    """The kind of a place, where its name says it: `street` of Mill Street, `straße` of Hafenstraße."""
    last = place.rsplit(maxsplit=1)[-1].lower()
    return last if last in KINDS else next((kind for kind in KINDS if len(kind) > 3 and last.endswith(kind)), "")


def _differ(one: _Where, other: _Where, reports: Sequence[Reported]) -> bool:
    """Whether two places are of one kind, of one thing and one time, and not the same."""
    if one.kind != other.kind or one.word != other.word:
        return False
    mine, theirs = (set(each.place.lower().split()) - {each.kind} for each in (one, other))
    if mine & theirs or not events.same(one.event, other.event, SHARED if one.kind else SHARED_OF_TOWNS):
        return False
    days = [reports[each.report].entry.stated for each in (one, other)]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > NEAR:
        return False
    at = [
        {each.day for each in times.find(place.sentence.text, reports[place.report].lang, day)}
        for place, day in zip((one, other), days, strict=True)
    ]
    return not (at[0] and at[1] and at[0].isdisjoint(at[1]))


def _known(one: _Where, other: _Where, texts: Sequence[str]) -> bool:
    """Whether either report speaks of the other's place anywhere: then it tells of two."""
    return any(
        word in texts[theirs.report]
        for mine, theirs in ((one, other), (other, one))
        for word in mine.place.split()
        if word.lower() != mine.kind
    )
