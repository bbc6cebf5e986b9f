"""Which pages and files a site has: one module for each kind, each a function from the Site to its Views.

A kind decides addresses and values; a template decides how they look. Nothing here reads a file or a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.build.kinds import (
    archive,
    article,
    articles,
    corrections,
    digest,
    digests,
    edition,
    feeds,
    home,
    index,
    llms,
    missing,
    opml,
    page,
    publisher,
    publishers,
    redirect,
    robots,
    search,
    sitemap,
    source,
    stories,
    story,
    topic,
    topics,
)
from generator.config import Config
from generator.model import Site, View

Kind = Callable[[Site, Config], Iterator[View]]

KINDS: tuple[tuple[str, Kind], ...] = (
    ("home", home.views),
    ("article", article.views),
    ("articles", articles.views),
    ("story", story.views),
    ("stories", stories.views),
    ("topic", topic.views),
    ("topics", topics.views),
    ("publisher", publisher.views),
    ("publishers", publishers.views),
    ("edition", edition.views),
    ("archive", archive.views),
    ("corrections", corrections.views),
    ("search", search.views),
    ("page", page.views),
    ("missing", missing.views),
    ("redirect", redirect.views),
    ("feeds", feeds.views),
    ("digests", digests.views),
    ("opml", opml.views),
    ("sitemap", sitemap.views),
    ("robots", robots.views),
    ("source", source.views),
    ("index", index.views),
    ("digest", digest.views),
    ("llms", llms.views),
)
"""In the order in which they are rendered. To add a kind is to add a module, a line here and a template."""
