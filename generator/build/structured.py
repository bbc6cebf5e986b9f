"""Structured data (schema.org): what search engines are told of the site, of a report and of a story."""

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


def _maker(title: str, absolute: Callable[[str], str]) -> dict[str, str]:
    """Who makes the site."""
    return {"@type": "Organization", "name": title, "url": absolute("/")}


def site(title: str, language: str, absolute: Callable[[str], str]) -> dict[str, Any]:
    """The site, who makes it, and how it is searched."""
    search = {
        "@type": "SearchAction",
        "target": absolute("/search/") + "?q={search_term_string}",
        "query-input": "required name=search_term_string",
    }
    told = {"@context": "https://schema.org", "@type": "WebSite", "name": title, "url": absolute("/")}
    return {**told, "inLanguage": language, "publisher": _maker(title, absolute), "potentialAction": search}


def story(told: Story, title: str, absolute: Callable[[str], str], iso: Callable[[Day], str]) -> dict[str, Any]:
    """What is known of a story; the site, whose `title` it is, is its author."""
    url, house = absolute(told.url), _maker(title, absolute)
    parts = [
        {"@type": "ListItem", "position": place, "name": entry.title, "url": absolute(entry.url)}
        for place, entry in enumerate(told.entries, 1)
    ]
    known = {
        "description": told.summary,
        "datePublished": iso(told.first) if told.first else "",
        "dateModified": iso(told.last) if told.last else "",
        "keywords": told.tags,
        "citation": [entry.sources[0].url for entry in told.entries if entry.sources and entry.sources[0].url],
    }
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": told.title,
        "url": url,
        "mainEntityOfPage": url,
        "author": house,
        "publisher": house,
        "hasPart": {"@type": "ItemList", "numberOfItems": len(parts), "itemListElement": parts},
    } | {key: value for key, value in known.items() if value}
