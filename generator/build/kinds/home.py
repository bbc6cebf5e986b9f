"""The front page: what matters now, in order of rank, with ways to everything else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import brief, briefs, whole
from generator.build.moments import moment, updated
from generator.config import Config
from generator.model import Day, Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view: the ranked stories, the newest of them first among the days."""
    shown = site.stories[: config.home_size]
    yield View(
        url="/",
        template="home.html",
        values={
            "edition": brief(site.days[0]) if site.days else None,
            "lead": shown[0] if shown else None,
            "stories": shown[1:],
            "more": len(site.stories) > len(shown),
            "counts": whole(site),
            "updated": _updated(site, config),
            "days": briefs(site.days[:14]),
            "weeks": briefs(site.weeks[:4]),
            "topics": briefs(site.topics[:24]),
            "publishers": briefs(sorted(site.publishers, key=lambda each: (-len(each.entries), each.name))[:24]),
        },
    )


def _updated(site: Site, config: Config) -> Day | None:
    days = [day for entry in site.articles if (day := updated(entry, config.zone))]
    return max(days, key=lambda day: moment(day, config.zone), default=None)
