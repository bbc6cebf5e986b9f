"""Which pages and files a site has: each kind is a function from the Site to its Views.

A kind decides addresses and values; a template decides how they look. Nothing here reads a file or a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.build.kinds import (
    archive,
    article,
    corrections,
    digest,
    edition,
    feeds,
    home,
    machines,
    page,
    publisher,
    search,
    story,
    topic,
)
from generator.config import Config
from generator.model import Site, View

Kind = Callable[[Site, Config], Iterator[View]]

KINDS: tuple[tuple[str, Kind], ...] = (
    ("home", home.views),
    ("article", article.views),
    ("articles", article.listed),
    ("story", story.views),
    ("stories", story.listed),
    ("topic", topic.views),
    ("topics", topic.listed),
    ("publisher", publisher.views),
    ("publishers", publisher.listed),
    ("edition", edition.views),
    ("archive", archive.views),
    ("corrections", corrections.views),
    ("search", search.page),
    ("page", page.written),
    ("missing", page.missing),
    ("redirect", page.redirects),
    ("feeds", feeds.reports),
    ("digests", feeds.digests),
    ("corrected", feeds.corrected),
    ("opml", feeds.opml),
    ("sitemap", machines.sitemap),
    ("robots", machines.robots),
    ("source", article.markdown),
    ("index", search.index),
    ("digest", digest.views),
    ("llms", machines.llms),
)
"""In the order in which they are rendered. To add a kind is to add a function, a line here and a template."""
