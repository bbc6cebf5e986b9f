"""Who published what, each publisher under one name: that of `content/publishers.yml`, else its most frequent one.

`The Courier` and `Courier` are one, and so are `&` and `and`.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from generator.build.profiles import Profile, Profiles, slug
from generator.model import Entry, Page, Publisher, Source


def url(name: str) -> str:
    """Address of a publisher's page."""
    return f"/publishers/{slug(name)}/"


def united(pages: Mapping[str, Page], profiles: Profiles) -> dict[str, Page]:
    """The same pages, each publisher called by its profile's name, else by what most reports call it.

    Of names that are equally frequent the longer one. A report that names nobody is its domain's, where that is known.
    """
    known = profiled(pages, profiles)
    spellings = Counter(source.name for page in known.values() for source in page.entry.sources if source.name)
    called: dict[str, str] = {}
    for name, _ in sorted(spellings.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0])):
        called.setdefault(slug(name), name)
    if set(called.values()) == spellings.keys():
        return known
    respelled = partial(_respelled, called)
    return {path: _changed(page, respelled) for path, page in known.items()}


def profiled(pages: Mapping[str, Page], profiles: Profiles) -> dict[str, Page]:
    """The same pages with what a person says of their publishers, names and owners; no other report has a say."""
    if not profiles.all:
        return dict(pages)
    return {path: _changed(page, partial(_profiled, profiles)) for path, page in pages.items()}


def _profiled(profiles: Profiles, source: Source) -> Source:
    found = profiles.of(source)
    return dataclasses.replace(source, name=found.name, owner=found.owner) if found else source


def _respelled(called: Mapping[str, str], source: Source) -> Source:
    name = called.get(slug(source.name), "")
    return source if name == source.name else dataclasses.replace(source, name=name)


def _changed(page: Page, change: Callable[[Source], Source]) -> Page:
    sources = tuple(map(change, page.entry.sources))
    if sources == page.entry.sources:
        return page
    return dataclasses.replace(page, entry=dataclasses.replace(page.entry, sources=sources))


def publishers(articles: Sequence[Entry], profiles: Profiles) -> tuple[Publisher, ...]:
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
    found = [_publisher(shown[each], each, entries[each], homes[each], profiles) for each in entries]
    return tuple(sorted(found, key=lambda publisher: (publisher.name.casefold(), publisher.slug)))


def _publisher(
    name: str, slugged: str, entries: list[Entry], homes: Mapping[str, int], profiles: Profiles
) -> Publisher:
    profile = profiles.named(name) or Profile(name)
    home = min(homes, key=lambda home: (-homes[home], home), default="")
    return Publisher(
        name=name,
        slug=slugged,
        url=url(name),
        entries=tuple(entries),
        homepage=home or "".join(f"https://{domain}" for domain in profile.domains[:1]),
        owner=profile.owner,
        country=profile.country,
        licence=profile.licence,
        aliases=tuple(sorted({url(other) for other in profile.names} - {url(name)})),
    )
