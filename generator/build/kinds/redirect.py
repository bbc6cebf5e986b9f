"""Old addresses that lead to the new one, so that no link from elsewhere ever dies."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config
from generator.model import Entry, Publisher, Site, Story, Topic, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each alias of an article, a page, a story, a publisher or a topic.

    That of a lone report is its story's former address. One more is for `/editions/`, which a reader
    may get by shortening the address of an edition.
    """
    yield View("/editions/", "redirect.html", {"target": "/archive/", "title": ""})
    targets: list[Entry | Story] = [*site.articles, *site.pages, *site.stories]
    for target in targets:
        for alias in target.aliases:
            yield View(alias, "redirect.html", {"target": target.url, "title": target.title})
    named: list[Publisher | Topic] = [*site.publishers, *site.topics]
    for each in named:
        for alias in each.aliases:
            yield View(alias, "redirect.html", {"target": each.url, "title": each.name})
