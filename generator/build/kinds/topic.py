"""One topic: the stories and reports about it, newest first, and how often it was in the news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.build.course import course
from generator.build.lists import screens
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen of each topic."""
    for topic in site.topics:
        graph = course(topic.entries)
        for pager in screens(topic.url, topic.stories, config.page_size):
            yield View(
                url=pager.url,
                template="topic.html",
                values={
                    "topic": replace(topic, entries=(), stories=()),
                    "pager": pager,
                    "reports": len(topic.entries),
                    "course": graph.points,
                    "step": graph.step,
                },
            )
