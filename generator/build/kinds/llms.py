"""`llms.txt`: a short map of the site for language models, as https://llmstxt.org proposes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import briefs
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view."""
    yield View(
        url="/llms.txt",
        template="llms.txt",
        values={
            "stories": site.stories[:24],
            "topics": briefs(site.topics[:24]),
            "days": briefs(site.days[:14]),
            "site_pages": site.pages,
        },
    )
