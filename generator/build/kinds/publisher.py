"""One publisher: its reports, newest first, and what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.build.lists import Brief, dated_first, screens
from generator.build.topics import slug
from generator.config import Config
from generator.model import Publisher, Site, Topic, View

TOPICS = 12


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen of each publisher."""
    topics = {topic.slug: topic for topic in site.topics}
    for publisher in site.publishers:
        about = _about(publisher, topics)
        for pager in screens(publisher.url, dated_first(publisher.entries), config.page_size):
            yield View(
                url=pager.url,
                template="publisher.html",
                values={"publisher": replace(publisher, entries=pager.items), "pager": pager, "topics": about},
            )


def _about(publisher: Publisher, topics: dict[str, Topic]) -> tuple[Brief, ...]:
    found = Counter(name for entry in publisher.entries for name in {slug(tag) for tag in entry.tags})
    best = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:TOPICS]
    return tuple(Brief(topics[name].name, name, topics[name].url, count) for name, count in best)
