"""What sources have corrected in their reports, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.corrected import corrections
from generator.build.lists import screens
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen, one at least, since every page links to it."""
    found = [each for entry in site.articles for each in corrections(entry)]
    found.sort(key=lambda each: each.at, reverse=True)
    for pager in screens("/corrections/", found, config.page_size):
        yield View(pager.url, "corrections.html", {"pager": pager})
