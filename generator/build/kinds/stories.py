"""All stories that several reports tell, newest first, a screen at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.build.lists import screens
from generator.config import Config
from generator.model import Site, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each screen; the rank of the site decides between stories of one day."""
    several = [story for story in site.stories if not story.lone]
    several.sort(key=lambda story: story.last or dt.date.min, reverse=True)
    for pager in screens("/stories/", several, config.page_size):
        yield View(url=pager.url, template="stories.html", values={"pager": pager})
