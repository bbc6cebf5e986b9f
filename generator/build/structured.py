"""Structured data (schema.org) of one report: what search engines are told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from generator.build import publishers
from generator.model import Day, Entry, Story


def article(
    entry: Entry, words: int, story: Story | None, absolute: Callable[[str], str], iso: Callable[[Day], str]
) -> dict[str, Any]:
    """What is known of a report; the rest is absent. `absolute` and `iso` spell addresses and moments."""
    url, original = absolute(entry.url), entry.sources[0].url if entry.sources else ""
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": entry.title,
        "url": url,
        "mainEntityOfPage": url,
        "wordCount": words,
    }
    house = _house(entry, original, absolute)
    known = {
        "description": entry.summary,
        "datePublished": iso(entry.date) if entry.date and entry.dated else "",
        "dateModified": iso(entry.lastmod) if entry.lastmod else "",
        "inLanguage": entry.lang,
        "articleSection": entry.section,
        "keywords": entry.tags,
        "image": [absolute(entry.image)] if entry.image else [],
        "isBasedOn": original,
        "isPartOf": story and {"@type": "CreativeWork", "name": story.title, "url": absolute(story.url)},
        "publisher": house,
        "author": [{"@type": "Person", "name": name} for name in entry.authors] or (house and [house]),
    }
    return told | {key: value for key, value in known.items() if value}


def _house(entry: Entry, original: str, absolute: Callable[[str], str]) -> dict[str, str] | None:
    """Who published it: the publisher that is named, else the machine from which it came."""
    if entry.publisher:
        return {"@type": "Organization", "name": entry.publisher, "url": absolute(publishers.url(entry.publisher))}
    host = (urlsplit(original).hostname or "").removeprefix("www.")
    return {"@type": "Organization", "name": host, "url": original} if host else None
