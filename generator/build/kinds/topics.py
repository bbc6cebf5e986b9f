"""The list of all topics."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import briefs
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view: topics by number of reports, as the site has them."""
    yield View(url="/topics/", template="topics.html", values={"topics": briefs(site.topics)})
