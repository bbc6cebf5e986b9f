"""What a reader sees at an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view, served at any depth."""
    yield View(url="/404.html", template="404.html", values={"stories": site.stories[:5]}, rooted=True)
