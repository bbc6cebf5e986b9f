"""The list of all publishers, a screen at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.build.lists import briefs, screens
from generator.config import Config
from generator.model import Site, View

SCREEN = 200


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen of the publishers, by name."""
    for pager in screens("/publishers/", site.publishers, SCREEN):
        values = {"publishers": briefs(pager.items), "pager": replace(pager, items=())}
        yield View(url=pager.url, template="publishers.html", values=values)
