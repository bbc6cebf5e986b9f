"""Why a report is in no story, or not in another: which one outside its story is most like it, and what parts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.ingest import groups
from generator.ingest.match import bearing, index, measure, weights
from generator.ingest.match.learned import Learned


@dataclass(frozen=True, slots=True)
class Apart:
    """The report most like another one that is in no story with it."""

    other: str
    score: float
    """How alike their words are, from 0 to 1."""
    why: tuple[str, ...]
    """What parts them, a phrase each; at least one."""


def nearest(known: Learned, name: str) -> Apart | None:
    """The report most like the one of this name outside its story; None where none has rare words in common with it."""
    numbers = {item.name: number for number, item in enumerate(known.items)}
    if (one := numbers.get(name)) is None:
        return None
    together = next((frozenset(each) for each in known.groups if one in each), frozenset([one]))
    alike, items = known.likeness(), known.items
    near = {each for _, found in index.near(known.telling, [0] * len(known.items), {one}) for each in found} - together
    words = {
        other: alike.words(one, other) for other in near if not measure.differ(items[one].report, items[other].report)
    }
    if not words:
        return None
    other = max(words, key=lambda each: (words[each], -each))
    score = min(words[other], groups.GRAIN) / groups.GRAIN
    return Apart(items[other].name, score, tuple(_why(known, one, other)))


def _why(known: Learned, one: int, other: int) -> Iterator[str]:
    mine, theirs = known.items[one].report, known.items[other].report
    if known.items[one].letter and known.items[one].letter == known.items[other].letter:
        yield "they are two stories of one letter"
    days = abs(mine.day - theirs.day) if mine.day and theirs.day else 0
    if days > weights.FADE:
        yield f"{days} days lie between them"
    if bearing.other_names(mine, theirs):
        yield "each names somebody or something of whom the other has not a word"
    if bearing.other_figures(mine.told, theirs.told):
        yield "they count the same thing to different numbers"
    yield "reports of one event share more names and rare words"
