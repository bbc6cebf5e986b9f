"""The timeline of a story: what its reports say happened when, in order of time, each with its sentence.

A sentence stands in it for the time of what happened, not for the day on which somebody spoke of it; what several
reports tell of one day comes once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.build.digest.candidates import SHORTEST, SPEECH, stands_alone
from generator.build.digest.pointing import leans
from generator.build.digest.reported import Reported, Sentence
from generator.build.voices import voice
from generator.model import Moment
from generator.text import clocks, speech, tense, times
from generator.text.clocks import Clock
from generator.text.months import calendar
from generator.text.times import Time
from generator.text.weights import Vector, rarity, similarity, vector
from generator.text.words import stopwords, words

MOST = 12
A_DAY = 3
"""Lines of one day without a time of day, of one month or year."""
DEEPEST, LONGEST = 40, 45
"""Sentences of a report that are looked at, and the words of the longest line."""
SAME = 0.18
"""Two sentences of one day more alike than this tell of one thing."""
APART = 30
"""Minutes. Two times of day further apart than this are of two things."""
LONG_AGO = 40
"""Years. What lies further back is history, and no part of the story."""
_ASIDE = re.compile(r", (?:who|which|whose|where|der|die|das|qui|que|\w+ed|set|taken|held|built|made|drawn)\b[^,]*$")
_ANNOUNCED = re.compile(r"\b(?:will|would)\b[^“”\"]*, (?:it|they|he|she) said(?: [a-z]+){0,4} $")
_ANNOUNCES = re.compile(r" (?:that )?(?:it|they|he|she) (?:will|would)\b")
"""What one says of oneself to come is an event: `the bank said on Tuesday it would buy`."""
_LATE = re.compile(r"(?i)night|evening|afternoon|abend|nacht|soir|tarde|noche|noite|sera|notte|avond")
Precision = Literal["time", "day", "month", "year"]
_RANKS: tuple[Precision, ...] = ("time", "day", "month", "year")


@dataclass(frozen=True, slots=True)
class _Told:
    """A time in a sentence of a report."""

    sentence: Sentence
    day: dt.date
    precision: Precision
    clock: str
    said: str
    voice: str
    vector: Vector

    @property
    def minutes(self) -> int:
        """Of the time of day, from midnight."""
        return int(self.clock[:2]) * 60 + int(self.clock[3:]) if self.clock else 0


def timeline(reports: Sequence[Reported]) -> tuple[Moment, ...]:
    """At most MOST lines; what several publishers tell, and what is told to the day, before the rest."""
    told_words = [[words(each.text) for each in report.sentences[:DEEPEST]] for report in reports]
    rare = rarity([word for sentence in each for word in sentence] for each in told_words)
    groups: list[list[_Told]] = []
    for report, its in zip(reports, told_words, strict=True):
        for told in _of(report, its, rare):
            home = next((group for group in groups if any(_one_thing(told, other) for other in group)), None)
            if home is None:
                groups.append([told])
            else:
                home.append(told)
    lines = _fewer([(_best(group), len({each.voice for each in group})) for group in groups])
    return tuple(
        Moment(each.day, each.precision, each.clock, each.said, reports[each.sentence.report].cite(each.sentence))
        for each in sorted(lines, key=_when)
    )


def _when(each: _Told) -> tuple[dt.date, int, str, int, int]:
    """By year, month, day, time of day; what is told of a day as a whole stands before its hours, its evening last."""
    clock = each.clock or ("~" if _LATE.search(each.said) else "")
    return each.day, -_RANKS.index(each.precision) // 2, clock, each.sentence.report, each.sentence.place


def _best(group: Sequence[_Told]) -> _Told:
    """The line that tells the time best, then the one that a report tells first."""
    return min(group, key=lambda each: (_RANKS.index(each.precision), each.sentence.place, each.sentence.report))


def _fewer(found: Sequence[tuple[_Told, int]]) -> list[_Told]:
    ranked = sorted(
        found, key=lambda each: (_RANKS.index(each[0].precision) // 2, -each[1], each[0].sentence.place, _when(each[0]))
    )
    kept: list[_Told] = []
    for told, _ in ranked:
        alike = [each for each in kept if (each.day, bool(each.clock)) == (told.day, bool(told.clock))]
        if len(kept) < MOST and len(alike) < A_DAY:
            kept.append(told)
    return kept


def _one_thing(one: _Told, other: _Told) -> bool:
    if one.day != other.day or (one.precision in ("month", "year")) != (other.precision in ("month", "year")):
        return False
    alike = similarity(one.vector, other.vector)
    if one.clock and other.clock and one.clock != other.clock:
        return abs(one.minutes - other.minutes) <= APART and alike > 2 * SAME
    return alike > SAME or bool(one.clock and one.clock == other.clock)


def _of(report: Reported, its: Sequence[Sequence[str]], rare: dict[str, float]) -> Iterator[_Told]:
    """One time of each sentence that has one and can be read by itself."""
    lang, stated = report.lang, report.entry.stated
    small = stopwords(lang or "en") | calendar(lang or "en")
    days: set[dt.date] = set()
    for sentence, spelled in zip(report.sentences, its, strict=False):
        text = sentence.text
        found = [each for each in times.find(text, lang, stated) if _is_of_event(text, each, lang)]
        days |= {each.day for each in found if each.precision == "day" and stated and each.day <= stated}
        clock = next(iter(clocks.find(text, lang)), None)
        at = _at(found, clock, text, _only(days, clock, text, spelled, lang))
        if at is None or not SHORTEST <= len(spelled) <= LONGEST or not _can_be_read(text, at[3], lang):
            continue
        day, precision, time, said = at
        if stated and (stated - day).days > 366 * LONG_AGO:
            continue
        told = vector([word for word in spelled if word not in small], rare)
        yield _Told(sentence, day, precision, time, said, voice(report.entry), told)


def _only(days: set[dt.date], clock: Clock | None, text: str, spelled: Sequence[str], lang: str) -> dt.date | None:
    """The day of a time of day beside which none stands: the one day on which, so far, the report says all happened."""
    if clock is None or len(days) != 1 or not calendar(lang or "en").isdisjoint(spelled):
        return None
    return next(iter(days)) if tense.around(text, clock.start, clock.end, lang) == "past" else None


def _can_be_read(text: str, said: str, lang: str) -> bool:
    """Whether a sentence tells what happened by itself, also without the time that may stand before its subject."""
    rest = text.removeprefix(said).lstrip(" ,")
    return text[0] not in SPEECH and stands_alone(text, lang) and (rest == text or not leans(rest, lang))


def _at(
    found: Sequence[Time], clock: Clock | None, text: str, only: dt.date | None
) -> tuple[dt.date, Precision, str, str] | None:
    """When the thing happened: a day of the sentence, with the time of day; such a time alone is of the `only` day."""
    in_days = [each for each in found if each.precision == "day"]
    if clock and in_days and len({each.day for each in in_days}) == 1:
        start, end = min(clock.start, in_days[0].start), max(clock.end, in_days[0].end)
        near = end - start <= clock.end - clock.start + in_days[0].end - in_days[0].start + 4
        return in_days[0].day, "time", clock.time, text[start:end] if near else text[clock.start : clock.end]
    if clock and only and not in_days:
        return only, "time", clock.time, text[clock.start : clock.end]
    if not found:
        return None
    first = min(found, key=lambda each: (_RANKS.index(each.precision), each.start))
    return first.day, first.precision, "", text[first.start : first.end]


def _is_of_event(text: str, each: Time, lang: str) -> bool:
    """Whether a time says when it happened: not when somebody spoke of it, nor what is told by the way.

    `The agency said on Thursday`, `on Friday the minister said`, `the record, set in 1993, was`.
    """
    if _ANNOUNCED.search(text[: each.start]) or _ANNOUNCES.match(text, each.end):
        return True
    if _spoken(lang).search(text[: each.start]) or _speaks(lang).match(text, each.end):
        return False
    aside = _ASIDE.search(text[: each.start])
    return not (aside and "," in text[each.end :])


@cache
def _spoken(lang: str) -> re.Pattern[str]:
    told = r"(?: (?!that\b|the\b|it\b|he\b|she\b|they\b|had\b|was\b|were\b|dass\b|que\b)[^\s,.;:“”«»„]+){0,6}"
    return re.compile(rf"\b(?!{speech.acts(lang)}\b){speech.says(lang)}{told},?\s*$")


@cache
def _speaks(lang: str) -> re.Pattern[str]:
    """What follows at once: the verb, or who speaks and then the verb."""
    acts = speech.acts(lang)
    return re.compile(rf",? (?:[^\s,.;:“”«»„]+ ){{0,5}}?(?!{acts}\b){speech.says(lang)}\b")
