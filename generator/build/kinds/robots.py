"""`robots.txt`: all is welcome, and where the sitemap is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view."""
    yield View("/robots.txt", "robots.txt", {"sitemap": "/sitemap.xml" if config.url else ""})
