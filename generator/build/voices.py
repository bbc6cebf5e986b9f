"""How many independent publishers report something: copies of one text, and publishers of one owner, speak once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.build.profiles import slug
from generator.model import Entry


def voice(entry: Entry) -> str:
    """Whose voice a report is: the owner of its first publisher, else that publisher, else the report itself.

    An article with several sources is one text that several have printed, and so one voice. Two names of one publisher
    are one voice however they are spelled.
    """
    source = entry.sources[0] if entry.sources else None
    if source is None or not source.name:
        return f"article:{entry.path}"
    return f"owner:{source.owner.casefold()}" if source.owner else f"publisher:{slug(source.name)}"


@dataclass(frozen=True, slots=True)
class Fold:
    """Publishers that are one voice, and why."""

    publishers: tuple[str, ...]
    owner: str = ""
    """Who owns all of them; empty where they printed one text."""


def folds(entries: Iterable[Entry]) -> tuple[Fold, ...]:
    """Which publishers of these reports count once: those who printed one text, then those of one owner."""
    texts: dict[tuple[str, ...], None] = {}
    owned: dict[str, tuple[str, dict[str, None]]] = {}
    for entry in entries:
        names = tuple(dict.fromkeys(source.name for source in entry.sources if source.name))
        if len(names) > 1:
            texts.setdefault(names)
        for source in entry.sources:
            if source.name and source.owner:
                owned.setdefault(source.owner.casefold(), (source.owner, {}))[1].setdefault(source.name)
    shared = [Fold(tuple(names), owner) for owner, names in owned.values() if len(names) > 1]
    return (*map(Fold, texts), *shared)


def voices(entries: Iterable[Entry]) -> int:
    """How many independent voices these reports are."""
    return len({voice(entry) for entry in entries})
