"""Publishers: the reports of each, newest first, what they are about and what nobody else has; and the list of all."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.build.lists import Brief, briefs, dated_first, screens
from generator.build.topics import slug
from generator.config import Config
from generator.model import Publisher, Site, Story, Topic, View

TOPICS, ALONE, SCREEN = 12, 8, 200


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen of each publisher."""
    topics = {topic.slug: topic for topic in site.topics}
    alone = _alone(site)
    for publisher in site.publishers:
        about = _about(publisher, topics)
        own = alone[publisher.name]
        count = sum(len(story.entries) for story in own)
        for pager in screens(publisher.url, dated_first(publisher.entries), config.page_size):
            yield View(
                url=pager.url,
                template="publisher.html",
                values={
                    "publisher": replace(publisher, entries=pager.items),
                    "pager": pager,
                    "topics": about,
                    "alone": tuple(own[:ALONE]) if count < len(publisher.entries) else (),
                    "alone_count": count,
                },
            )


def listed(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen of the publishers, by name."""
    for pager in screens("/publishers/", site.publishers, SCREEN):
        values = {"publishers": briefs(pager.items), "pager": replace(pager, items=())}
        yield View(pager.url, "publishers.html", values)


def _alone(site: Site) -> dict[str, list[Story]]:
    """By each publisher the stories that nobody else reports, newest first."""
    found: dict[str, list[Story]] = defaultdict(list)
    for story in sorted(site.stories, key=lambda story: story.last or dt.date.min, reverse=True):
        if len(story.publishers) == 1:
            found[story.publishers[0]].append(story)
    return found


def _about(publisher: Publisher, topics: dict[str, Topic]) -> tuple[Brief, ...]:
    found = Counter(name for entry in publisher.entries for name in {slug(tag) for tag in entry.tags} & topics.keys())
    best = sorted((each for each in found.items() if each[1] > 1), key=lambda each: (-each[1], each[0]))[:TOPICS]
    return tuple(Brief(topics[name].name, name, topics[name].url, count) for name, count in best)
