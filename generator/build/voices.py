"""How many independent publishers report something: copies of one text, and publishers of one owner, speak once."""

from __future__ import annotations

from collections.abc import Iterable

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


def voices(entries: Iterable[Entry]) -> int:
    """How many independent voices these reports are."""
    return len({voice(entry) for entry in entries})
