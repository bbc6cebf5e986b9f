"""What sources have corrected in their reports, newest first, for readers and as a feed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.corrected import corrections
from generator.build.kinds.feeds import NEVER
from generator.build.lists import screens
from generator.build.moments import moment
from generator.config import Config
from generator.model import Site, View

HERE = "/corrections/"


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen, one at least, since every page links to it; and an Atom feed of the newest."""
    found = [each for entry in site.articles for each in corrections(entry)]
    found.sort(key=lambda each: each.at, reverse=True)
    for pager in screens(HERE, found, config.page_size):
        yield View(pager.url, "corrections.html", {"pager": pager})
    latest = tuple((each, moment(each.at, config.zone)) for each in found[: config.feed_size])
    updated = latest[0][1] if latest else NEVER
    yield View(HERE + "feed.xml", "corrections.xml", {"items": latest, "updated": updated})
