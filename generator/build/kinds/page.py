"""Pages that a person wrote: about, imprint, thanks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each file in `content/pages/`."""
    for entry in site.pages:
        yield View(url=entry.url, template="page.html", values={"entry": entry}, bodies=(entry.path,))
