"""What a report says happened when: the time of each sentence that has one, resolved against the report's own day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.build.reading import events
from generator.build.reading.events import Event
from generator.build.reading.pointing import leans
from generator.build.reading.quotable import LONGEST, SHORTEST, SPEECH, stands_alone
from generator.build.reading.sentences import DEEPEST, Sentence
from generator.text import clocks, speech, tense, times
from generator.text.clocks import Clock
from generator.text.months import calendar
from generator.text.time_words import BESIDE
from generator.text.times import Time
from generator.text.words import words

Precision = Literal["time", "day", "month", "year"]
EARLY = 4
"""Sentences of a report in which the day stands of which it tells."""
RANKS: tuple[Precision, ...] = ("time", "day", "month", "year")
"""The most precise first."""
_ASIDE = re.compile(r", (?:der|die|das|\w+ed|set|taken|held|built|made|drawn)\b[^,]*$")
_WHICH = re.compile(r", (?:\w+ )?(?:who|whom|which|whose|where|qui|que)\b[^,]*$")
"""What is told by the way; a participle may also be the verb of the sentence, where no comma ends it."""
_NAMED = re.compile(r"(?:\b[Tt]he|\w[’']s?) $")
"""Before a day by which a thing is known: `the June 12 hearing`."""
_ANNOUNCES = re.compile(r" (?:that )?(?:it|they|he|she) (?:will|would)\b")
"""What one says of oneself to come is an event: `the bank said on Tuesday it would buy`."""


@dataclass(frozen=True, slots=True)
class Dated:
    """When what a sentence tells happened."""

    at: int
    """The place of the sentence in its report."""
    day: dt.date
    precision: Precision
    clock: str
    said: str
    """The words that name the time."""
    event: Event | None
    """What happened then, where a verb says it."""
    plain: bool
    """Whether the sentence tells it by itself, also without the time that may stand before its subject."""
    spoken: bool = False
    """True where the sentence has only a day on which somebody spoke: no event but that."""

    @property
    def minutes(self) -> int:
        """Of the time of day, from midnight."""
        return int(self.clock[:2]) * 60 + int(self.clock[3:]) if self.clock else 0


def dated(sentences: Sequence[Sentence], lang: str, stated: dt.date | None) -> Iterator[Dated]:
    """One time of each sentence that has one, in order.

    `lang` is a language without a region, and `stated` the day of the report.
    """
    days: set[dt.date] = set()
    for sentence in sentences[:DEEPEST]:
        text = sentence.text
        found = times.find(text, lang, stated, sentence.words)
        here = [each for each in found if _is_of_event(text, each, lang)]
        days |= {each.day for each in found if each.precision == "day" and stated and each.day <= stated}
        hours = clocks.find(text, lang, sentence.words)
        clock = next((each for each in hours if _is_of_event(text, each, lang)), None)
        if at := _at(here, clock, text, _only(days, clock, sentence, lang)):
            event = events.before(sentence, text.index(at[-1]), lang)
            yield Dated(sentence.place, *at, event, _is_plain(sentence, at[-1], lang))
        elif sentence.place < EARLY and stated:
            yield from _spoken_of(sentence, found, stated)


def _spoken_of(sentence: Sentence, found: Sequence[Time], stated: dt.date) -> Iterator[Dated]:
    """The day on which somebody said what one of the first sentences tells, which may be all that has happened."""
    text = sentence.text
    days = [each for each in found if each.precision == "day" and each.day <= stated]
    if days and len({each.day for each in days}) == 1 and not _ASIDE.search(text[: days[0].start]):
        said = text[days[0].start : days[0].end]
        yield Dated(sentence.place, days[0].day, "day", "", said, None, plain=False, spoken=True)


def _is_plain(sentence: Sentence, said: str, lang: str) -> bool:
    text = sentence.text
    if (
        not SHORTEST <= len(sentence.words) <= LONGEST
        or text[0] in SPEECH
        or tense.opens(text, lang or "en") == ""  # the caption of a picture
        or not stands_alone(text, sentence.words, lang)
    ):
        return False
    rest = text.removeprefix(said).lstrip(" ,")
    return rest == text or not leans(rest, words(rest), lang)


def _only(days: set[dt.date], clock: Clock | None, sentence: Sentence, lang: str) -> dt.date | None:
    """The day of a time of day beside which none stands: the one day on which, so far, the report says all happened."""
    if clock is None or len(days) != 1 or not calendar(lang or "en").isdisjoint(sentence.words):
        return None
    return next(iter(days)) if tense.around(sentence.text, clock.start, clock.end, lang) == "past" else None


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
    first = min(found, key=lambda each: (RANKS.index(each.precision), each.start))
    return first.day, first.precision, "", text[first.start : first.end]


def _is_of_event(text: str, each: Time | Clock, lang: str) -> bool:
    """Whether a time says when it happened: not when somebody spoke of it, nor what is told by the way.

    `The agency said on Thursday`, `on Friday the minister said`, `the record, set in 1993, was`, `found the man who had
    been missing since the bank gave way on Wednesday`.
    """
    if _ANNOUNCES.match(text, each.end):
        return True
    before = text[: each.start]
    if _spoken(lang).search(before) or _speaks(lang).match(text, each.end):
        return False
    if _WHICH.search(before) or _beside(lang).search(before) or _NAMED.search(before):
        return False
    if before.count("“") > before.count("”"):
        return False
    return not (_ASIDE.search(before) and "," in text[each.end :])


@cache
def _beside(lang: str) -> re.Pattern[str]:
    """A clause of what was before, of at least two words: `shortly after noon` is an hour."""
    return re.compile(rf"\b(?i:{BESIDE.get(lang, '(?!)')})(?: [^\s,;:—]+){{2,}} ?$")


@cache
def _spoken(lang: str) -> re.Pattern[str]:
    told = r"(?: (?!that\b|the\b|it\b|he\b|she\b|they\b|had\b|was\b|were\b|dass\b|que\b)[^\s,.;:“”«»„]+){0,6}"
    return re.compile(rf"\b(?!{speech.acts(lang)}\b){speech.says(lang)}{told},?\s*$")


@cache
def _speaks(lang: str) -> re.Pattern[str]:
    """What follows at once: the verb, or who speaks and then the verb."""
    acts = speech.acts(lang)
    return re.compile(rf",? (?:[^\s,.;:“”«»„]+ ){{0,5}}?(?!{acts}\b){speech.says(lang)}\b")
