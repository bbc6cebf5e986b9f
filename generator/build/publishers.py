"""Who published what, each publisher under one name: `The Courier` and `Courier` are one, and so are `&` and `and`."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from generator.model import Entry, Page, Publisher
from generator.text import slugs

_ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """The slug of a publisher: names with one slug are one publisher."""
    return slugs.slug(_ARTICLE.sub("", name).replace("&", " and "))


def url(name: str) -> str:
    """Address of a publisher's page."""
    return f"/publishers/{slug(name)}/"


def united(pages: Mapping[str, Page]) -> dict[str, Page]:
    """The same pages, each publisher called by the name that most reports give it; of equals, the longer one."""
    spellings = Counter(source.name for page in pages.values() for source in page.entry.sources if source.name)
    called: dict[str, str] = {}
    for name, _ in sorted(spellings.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0])):
        called.setdefault(slug(name), name)
    if set(called.values()) == spellings.keys():
        return dict(pages)
    return {path: _renamed(page, called) for path, page in pages.items()}


def _renamed(page: Page, called: Mapping[str, str]) -> Page:
    sources = tuple(
        dataclasses.replace(source, name=called[slug(source.name)]) if source.name else source
        for source in page.entry.sources
    )
    if sources == page.entry.sources:
        return page
    return dataclasses.replace(page, entry=dataclasses.replace(page.entry, sources=sources))


def publishers(articles: Sequence[Entry]) -> tuple[Publisher, ...]:
    """All publishers, once they are `united`, by name; an article with several sources is each of theirs.

    `articles` are newest first.
    """
    shown = {slug(source.name): source.name for entry in articles for source in entry.sources if source.name}
    entries: dict[str, list[Entry]] = defaultdict(list)
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in articles:
        for each in dict.fromkeys(slug(source.name) for source in entry.sources if source.name):
            entries[each].append(entry)
        for source in entry.sources:
            if source.name and source.url:
                parts = urlsplit(source.url)
                homes[slug(source.name)][f"{parts.scheme}://{parts.netloc}"] += 1
    found = [
        Publisher(
            name=shown[each],
            slug=each,
            url=f"/publishers/{each}/",
            entries=tuple(entries[each]),
            homepage=min(homes[each], key=lambda home: (-homes[each][home], home), default=""),
        )
        for each in entries
    ]
    return tuple(sorted(found, key=lambda publisher: (publisher.name.casefold(), publisher.slug)))
