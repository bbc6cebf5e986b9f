"""Each article as Markdown beside its page, for people and programs that would rather not read HTML."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each article."""
    for entry in site.articles:
        yield View(
            url=entry.url + "index.md",
            template="article.md",
            values={"entry": entry},
            bodies=(entry.path,),
        )
