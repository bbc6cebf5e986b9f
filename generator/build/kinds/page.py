"""Pages that are no news: those that a person wrote, the one for a wrong address, those that lead to a new one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config
from generator.model import Entry, Publisher, Site, Story, Topic, View


def written(site: Site, config: Config) -> Iterator[View]:
    """One view for each file in `content/pages/`: about, imprint, thanks."""
    for entry in site.pages:
        yield View(entry.url, "page.html", {"entry": entry}, bodies=(entry,))


def missing(site: Site, config: Config) -> Iterator[View]:
    """What a reader sees at an address that does not exist, served at any depth."""
    yield View("/404.html", "404.html", {"stories": site.stories[:5]}, rooted=True)


def redirects(site: Site, config: Config) -> Iterator[View]:
    """Old addresses of articles, pages, stories, publishers and topics, so that no link dies, and what editions need.

    That of a lone report is its story's former address. `/editions/` is what a reader gets by shortening the address of
    an edition. The page of an edition that is closed cannot name the next one, so it leads to an address that does.
    """
    yield View("/editions/", "redirect.html", {"target": "/archive/", "title": ""})
    for several in (site.days, site.weeks):
        for next_url, edition in zip(("/", *(each.url for each in several)), several, strict=False):
            yield View(f"/editions/after/{edition.slug}/", "redirect.html", {"target": next_url, "title": ""})
    targets: list[Entry | Story] = [*site.articles, *site.pages, *site.stories]
    for target in targets:
        for alias in target.aliases:
            yield View(alias, "redirect.html", {"target": target.url, "title": target.title})
    named: list[Publisher | Topic] = [*site.publishers, *site.topics]
    for each in named:
        for alias in each.aliases:
            yield View(alias, "redirect.html", {"target": each.url, "title": each.name})
