"""How many independent publishers report something: copies of one text, and publishers of one owner, speak once.

What differs by a byline is one article already; what an editor has added a paragraph to is an article of its own, and
speaks with the voice of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.build.profiles import slug
from generator.model import Entry


def voices(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Whose voice each of these reports is: of one that is nearly in another, that of the other.

    Else the owner of its first publisher, else that publisher, else the report itself. An article with several sources
    is one text that several have printed, and so one voice. Two names of one publisher are one voice however they are
    spelled.
    """
    entries = tuple(entries)
    found = {entry.slug: entry for entry in entries}
    told = {name: _own(entry) for name, entry in found.items()}
    for one, other in _copied(found):
        told = {name: told[other] if each == told[one] else each for name, each in told.items()}
    return tuple(told[entry.slug] for entry in entries)


def _own(entry: Entry) -> str:
    source = entry.sources[0] if entry.sources else None
    if source is None or not source.name:
        return f"article:{entry.path}"
    return f"owner:{source.owner.casefold()}" if source.owner else f"publisher:{slug(source.name)}"


def _copied(found: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
    """The reports, by their slugs, of which nearly all of the one stands in the other."""
    for name, entry in found.items():
        if entry.reason and entry.reason.copied and entry.reason.other in found:
            yield name, entry.reason.other


@dataclass(frozen=True, slots=True)
class Fold:
    """Publishers that are one voice, and why."""

    publishers: tuple[str, ...]
    owner: str = ""
    """Who owns all of them; empty where they printed one text, or nearly."""


def folds(entries: Iterable[Entry]) -> tuple[Fold, ...]:
    """Which publishers of these reports count once: those who printed one text, then those of one owner."""
    found = {entry.slug: entry for entry in entries}
    printed = [entry.sources for entry in found.values()]
    printed += [(*found[one].sources, *found[other].sources) for one, other in _copied(found)]
    texts: dict[frozenset[str], tuple[str, ...]] = {}
    for sources in printed:
        names = tuple(dict.fromkeys(source.name for source in sources if source.name))
        if len(names) > 1:
            texts.setdefault(frozenset(names), names)
    owned: dict[str, tuple[str, dict[str, None]]] = {}
    for source in (source for entry in found.values() for source in entry.sources):
        if source.name and source.owner:
            owned.setdefault(source.owner.casefold(), (source.owner, {}))[1].setdefault(source.name)
    shared = [Fold(tuple(names), owner) for owner, names in owned.values() if len(names) > 1]
    return (*map(Fold, texts.values()), *shared)
