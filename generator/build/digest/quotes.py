"""Who is quoted: words that reports put between quotation marks, with the speaker where the text names one.

A phrase at which the writer raises an eyebrow, the title of a work and a single word are no quotations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.build.digest import speakers
from generator.build.digest.reported import Reported
from generator.build.digest.speakers import People, Speaker
from generator.build.voices import voice
from generator.model import Citation, Quote
from generator.text.quotations import quotations
from generator.text.words import count, stopwords, words

MOST = 6
EACH = 2
"""Quotations of one speaker."""
FEW = 2
"""Where fewer speakers than this are named, what nameless ones say fills up."""
SHORTEST, MORE, LONGEST, FULL = 4, 8, 60, 20
"""In words: the shortest, the shortest second one of a speaker, and the longest; more than the last say no more."""
SAME = 0.7
"""Two quotations that share so much of the shorter one's words are one."""
TITLE = 2
"""Where so many words, and all but small ones, have capitals, they name a work."""
OPENS = 40
"""Characters of a paragraph before the name of whom it tells."""
DEEPEST = 60
"""Paragraphs of a report that are looked at."""
_MARKS = frozenset('“„«»‹「『”"‘')


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation as one report has it."""

    text: str
    words: Counter[str]
    speaker: str
    whole: bool
    """True for a sentence, false for a part of one."""
    goes_on: bool
    """True where the speaker is named with the words before."""
    citation: Citation
    voice: str
    place: tuple[int, int, int]
    """Its report, paragraph and offset."""


def quotes(reports: Sequence[Reported]) -> tuple[Quote, ...]:
    """A handful of what is said in a story, from several speakers, in the order of the reports."""
    kept: list[list[_Said]] = []
    for report in reports:
        for said in _of(report):
            home = next((each for each in kept if any(_same(said, other) for other in each)), None)
            if home is None:
                kept.append([said])
            else:
                home.append(said)
    fullest = [(_fullest(each), len({one.voice for one in each})) for each in kept]
    return tuple(Quote(said.text, said.speaker, said.citation) for said in _chosen(fullest))


def _fullest(several: Sequence[_Said]) -> _Said:
    """The longest of those that name the speaker, or of all."""
    return max(several, key=lambda each: (bool(each.speaker), each.whole, each.words.total()))


def _chosen(found: Sequence[tuple[_Said, int]]) -> list[_Said]:
    """Those that say most and that several tell, first one of each speaker; nameless ones only where names are few."""
    ranked = sorted(found, key=lambda each: (-_worth(*each), each[0].place))
    by_turn: list[tuple[int, _Said]] = []
    turns: Counter[str] = Counter()
    for said, _ in ranked:
        who = _last(said.speaker)
        if who and (not turns[who] or said.words.total() >= MORE):
            turns[who] += 1
            by_turn.append((turns[who], said))
    named = [said for turn, said in sorted(by_turn, key=lambda each: each[0]) if turn <= EACH][:MOST]
    nameless = [said for said, _ in ranked if not said.speaker and said.whole]
    return sorted(named + nameless[: max(0, FEW - len(named))], key=lambda each: each.place)


def _worth(said: _Said, voices: int) -> float:
    long = min(said.words.total(), FULL) / FULL
    return long + said.whole - 0.4 * said.goes_on + (voices - 1) / 2 - min(said.place[1], 20) / 20


def _last(speaker: str) -> str:
    """The word by which a speaker is known again: the last of the name."""
    name = speaker.split(",", maxsplit=1)[0].split()
    return name[-1].lower() if name else ""


def _same(one: _Said, other: _Said) -> bool:
    least = SAME * min(one.words.total(), other.words.total())
    return sum(min(often, other.words[word]) for word, often in one.words.items() if word in other.words) >= least


def _of(report: Reported) -> Iterator[_Said]:
    if not any(not _MARKS.isdisjoint(paragraph) for paragraph in report.paragraphs):
        return
    known = speakers.people(report)
    for number, paragraph in enumerate(report.paragraphs[:DEEPEST], start=1):
        if not _MARKS.isdisjoint(paragraph):
            yield from _in_paragraph(report, number, paragraph, known)


def _in_paragraph(report: Reported, number: int, paragraph: str, known: People) -> Iterator[_Said]:
    pieces = _spans(report, number, paragraph)
    found = list(quotations(paragraph))
    spoken, name, ended = False, "", -1
    for place, each in enumerate(found):
        first = max((start for start, _ in pieces if start <= each.start), default=0)
        ends = min((end for _, end in pieces if end >= each.end), default=len(paragraph))
        since = max(first, found[place - 1].end) if place else first
        until = min(ends, found[place + 1].start) if place + 1 < len(found) else ends
        ahead, behind = paragraph[since : each.start], paragraph[each.end : until]
        goes_on = ended >= 0 and not paragraph[ended : each.start].strip()  # “…,” she said. “…”
        if speaker := _speaker(ahead, behind, report.lang, known):
            spoken, goes_on = True, False
            name = speaker.text or _only_person(paragraph[:first], paragraph[first : each.start], known)
        elif not goes_on:
            spoken, name = False, ""
        ended = ends if spoken else -1
        text = paragraph[each.inner : each.close].rstrip(" \u00a0\u202f,")
        if spoken and _is_quotation(text, report.lang):
            yield _Said(
                text,
                Counter(words(text)),
                name,
                not text[0].islower(),
                goes_on,
                Citation(paragraph[first:ends], report.entry, number),
                voice(report.entry),
                (report.sentences[0].report, number, each.start),
            )


def _speaker(ahead: str, behind: str, lang: str, known: People) -> Speaker:
    return (
        speakers.after(behind, lang, known)
        or speakers.before(ahead, lang, known)
        or speakers.around(ahead, behind, lang, known)
    )


def _only_person(before: str, here: str, known: People) -> str:
    """The one person whom a text names `before` the sentence of a pronoun, if `here` it names nobody else.

    They must be of whom it tells: `The congressman feared for his wife, Huma Marsh.` leaves open who speaks next.
    """
    found = {full: before.index(last) for last, full in known.full.items() if last in before}
    other = any(last in here and full not in found for last, full in known.full.items())
    alone = len(found) == 1 and not other
    return next((full for full, at in found.items() if at <= OPENS and "," not in before[:at]), "") if alone else ""


def _is_quotation(text: str, lang: str) -> bool:
    """Whether the words are neither too few nor spelled like a title."""
    if not SHORTEST <= count(text) <= LONGEST:
        return False
    told = [word for word in text.split()[1:] if word.lower().strip(",.") not in stopwords(lang or "en")]
    return lang == "de" or len(told) < TITLE or not all(word[:1].isupper() for word in told)


def _spans(report: Reported, number: int, paragraph: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph stand in it."""
    found, at = [], 0
    for each in report.sentences:
        if each.paragraph == number:
            start = paragraph.index(each.text, at)
            at = start + len(each.text)
            found.append((start, at))
    return found
