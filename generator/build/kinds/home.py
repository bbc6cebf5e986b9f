"""The front page: what matters now, in order of rank, with ways to everything else."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator

from generator.build.lists import Brief, Counts, brief, briefs
from generator.build.moments import moment, updated
from generator.config import Config
from generator.model import Day, Site, Story, View

UNDATED, HEAD = 5, 7
"""Of so many stories one may be without a date while there are others, and none of the first ones, which stand large.
Those of an old collection are all behind the day on which it was read, so that undated reports would fill the page."""

AMONG = 100
"""Of so many topics, those of which most is reported, the front page names some."""


def views(site: Site, config: Config) -> Iterator[View]:
    """One view: the ranked stories, the newest of them first among the days."""
    shown = _front(site.stories, config.home_size)
    yield View(
        url="/",
        template="home.html",
        values={
            "edition": brief(site.days[0]) if site.days else None,
            "lead": shown[0] if shown else None,
            "stories": shown[1:],
            "more": len(site.stories) > len(shown),
            "counts": Counts(len(site.articles), len(site.publishers)),
            "updated": _updated(site, config),
            "days": briefs(site.days[:14]),
            "weeks": briefs(site.weeks[:4]),
            "topics": sorted(briefs(site.topics[:AMONG]), key=_telling)[:24],
        },
    )


def _front(stories: tuple[Story, ...], size: int) -> tuple[Story, ...]:
    """The first stories, in order of rank among the dated ones and among the others."""
    dated = deque(story for story in stories if story.last or story.pin)
    others = deque(story for story in stories if not (story.last or story.pin))
    place = {story.url: number for number, story in enumerate(stories)}
    shown: list[Story] = []
    undated = 0
    while len(shown) < size and (dated or others):
        free = not dated or (len(shown) >= HEAD and (undated + 1) * UNDATED <= len(shown) + 1)
        if others and free and (not dated or place[others[0].url] < place[dated[0].url]):
            shown.append(others.popleft())
            undated += 1
        else:
            shown.append(dated.popleft())
    return tuple(shown)


def _telling(topic: Brief) -> tuple[int, int, str]:
    """The busiest first; of those alike the one that was last in the news, not the first of the alphabet."""
    return -topic.count, -(topic.last or dt.date.min).toordinal(), topic.name


def _updated(site: Site, config: Config) -> Day | None:
    days = [day for entry in site.articles if (day := updated(entry, config.zone))]
    return max(days, key=lambda day: moment(day, config.zone), default=None)
