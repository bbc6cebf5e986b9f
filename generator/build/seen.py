"""What the lock knows of an article, and its file does not say: its id, when it was first seen, its stories so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from generator import frontmatter
from generator.build import moments
from generator.lock import Line
from generator.model import Change, Reason, Source
from generator.text import slugs


@dataclass(frozen=True, slots=True)
class Seen:
    """What the lock knows of an article."""

    id: str = ""
    first: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    """When each of its sources was first seen, by path."""
    stories: tuple[tuple[str, str], ...] = ()
    """The stories it was in, each with the moment."""
    why: Mapping[str, Any] = field(default_factory=dict)
    """Why it is in its story."""
    changes: tuple[tuple[str, str, str, str], ...] = ()
    """What its source changed: moment, key, old, new."""

    def known(self, zone: ZoneInfo) -> dt.date | None:
        """The day on which it was first seen, in the site's zone; none of what was written by hand."""
        return _day(self.first, zone)

    def dated(self, sources: Iterable[Source], zone: ZoneInfo) -> tuple[Source, ...]:
        """The sources, each with the day on which it was first seen."""
        return tuple(
            replace(each, known=_day(self.files[each.file], zone)) if each.file in self.files else each
            for each in sources
        )

    def former(self, zone: ZoneInfo) -> tuple[tuple[dt.date, str], ...]:
        """The stories in which it has stood, each with the day from which on."""
        return tuple((day, slug) for at, slug in self.stories if (day := _day(at, zone)))

    def corrections(self, zone: ZoneInfo) -> tuple[Change, ...]:
        """What its source has changed, each with the day on which that was seen."""
        return tuple(Change(day, key, old, new) for at, key, old, new in self.changes if (day := _day(at, zone)))

    def reason(self) -> Reason | None:
        """Why it is in its story; none where the lock has nothing, or nothing that we can read."""
        other, score, days = self.why.get("other"), self.why.get("score"), self.why.get("days")
        if not isinstance(other, str) or not isinstance(score, (int, float)):
            return None
        names, words = (tuple(map(str, self.why.get(key) or ())) for key in ("names", "words"))
        slug = slugs.named(PurePosixPath(other).name)
        known = days if isinstance(days, int) else None
        return Reason(slug, float(score), known, names, words, self.why.get("copied") is True)


def _day(moment: str, zone: ZoneInfo) -> dt.date | None:
    return moments.day(frontmatter.moment(moment), zone)


def seen(lines: Iterable[Line]) -> dict[str, Seen]:
    """What the lock knows of each article, by the name of its file without `.md`."""
    known: dict[str, Seen] = {}
    for line in lines:
        if line.article:
            name = PurePosixPath(line.article).name
            before = known.get(name, Seen())
            known[name] = Seen(
                before.id or line.id,
                min(filter(None, (before.first, line.first_seen)), default=""),
                {**before.files, line.path: line.first_seen},
                before.stories or tuple(line.stories),
                before.why or line.why,
                before.changes or tuple(line.changes),
            )
    return known
