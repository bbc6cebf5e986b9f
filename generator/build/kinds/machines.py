"""What programs ask for by a fixed name: the sitemap, `robots.txt`, `llms.txt`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import briefs
from generator.build.moments import updated
from generator.config import Config
from generator.model import Day, Site, View

ADDRESSES = 50_000
"""The protocol allows no more addresses in one file."""

Address = tuple[str, Day | None]


def robots(site: Site, config: Config) -> Iterator[View]:
    """All is welcome, and where the sitemap is."""
    yield View("/robots.txt", "robots.txt", {"sitemap": "/sitemap.xml" if config.url else ""})


def llms(site: Site, config: Config) -> Iterator[View]:
    """What language models are told of the site, and where its parts are."""
    values = {
        "stories": site.stories[:24],
        "topics": briefs(site.topics[:24]),
        "days": briefs(site.days[:14]),
        "site_pages": site.pages,
    }
    yield View("/llms.txt", "llms.txt", values)


def sitemap(site: Site, config: Config) -> Iterator[View]:
    """Every page once, with the day it last changed; it demands full addresses, so a `url` must be configured.

    One view, or one that lists several when there are too many pages for one.
    """
    if not config.url:
        return
    addresses = tuple(_addresses(site, config))
    if len(addresses) <= ADDRESSES:
        yield _view("/sitemap.xml", addresses)
        return
    parts = [addresses[start : start + ADDRESSES] for start in range(0, len(addresses), ADDRESSES)]
    names = tuple(f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    yield _view("/sitemap.xml", (), names)
    for name, part in zip(names, parts, strict=True):
        yield _view(name, part)


def _view(url: str, addresses: tuple[Address, ...], maps: tuple[str, ...] = ()) -> View:
    return View(url=url, template="sitemap.xml", values={"addresses": addresses, "maps": maps})


def _addresses(site: Site, config: Config) -> Iterator[Address]:
    yield "/", site.articles[0].day if site.articles else None
    for entry in site.articles:
        yield entry.url, updated(entry, config.zone)
    for story in site.stories:
        if not story.lone:
            yield story.url, story.last
    for several in (site.topics, site.publishers):
        for each in several:
            yield each.url, each.entries[0].day if each.entries else None
    for edition in (*site.days, *site.weeks):
        yield edition.url, edition.last if edition.period == "day" else None
    for entry in site.pages:
        yield entry.url, updated(entry, config.zone)
    for url in ("/articles/", "/stories/", "/topics/", "/publishers/", "/archive/", "/corrections/"):
        yield url, None
