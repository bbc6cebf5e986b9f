"""The list of all publishers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import briefs
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view: publishers by name."""
    yield View(url="/publishers/", template="publishers.html", values={"publishers": briefs(site.publishers)})
