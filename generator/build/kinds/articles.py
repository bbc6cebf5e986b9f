"""All reports, newest first, a screen at a time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.lists import dated_first, screens
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen; one for a site without articles too, since menus link to it."""
    for pager in screens("/articles/", dated_first(site.articles), config.page_size):
        yield View(url=pager.url, template="articles.html", values={"pager": pager})
