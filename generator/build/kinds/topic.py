"""Topics: the stories and reports about each, newest first, with how often it was in the news; and the list of all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.build.lists import briefs, screens
from generator.config import Config
from generator.model import Site, View

TOP = 8
SCREEN = 300
"""Names on one screen: what four columns hold without becoming a telephone book."""


@dataclass(frozen=True, slots=True)
class Span:
    """One screen of the list, by its first and its last name."""

    url: str
    first: str
    last: str


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen of each topic."""
    for topic in site.topics:
        for pager in screens(topic.url, topic.stories, config.page_size):
            yield View(
                url=pager.url,
                template="topic.html",
                values={
                    "topic": replace(topic, entries=(), stories=()),
                    "pager": pager,
                    "reports": len(topic.entries),
                },
            )


def listed(site: Site, config: Config) -> Iterator[View]:
    """The busiest topics, then all of them by name, a screen at a time."""
    by_name = sorted(site.topics, key=lambda topic: (_filed(topic.name), topic.slug))
    pagers = tuple(screens("/topics/", by_name, SCREEN))
    spans = tuple(Span(each.url, each.items[0].name, each.items[-1].name) for each in pagers if each.items)
    for pager in pagers:
        yield View(
            url=pager.url,
            template="topics.html",
            values={
                "topics": briefs(pager.items),
                "top": briefs(site.topics[:TOP]) if pager.number == 1 and len(by_name) > TOP else (),
                "number": pager.number,
                "count": pager.count,
                "spans": spans if pager.total > 1 else (),
            },
        )


def _filed(name: str) -> str:
    """A name as an index files it: `Élise` with `Elise`."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
