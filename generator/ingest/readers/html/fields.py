"""The remaining fields that a page states: its address, language, section and tags."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.ingest.readers.html.head import Head, said
from generator.ingest.readers.html.inline import address
from generator.ingest.readers.tidy import tidy
from generator.model import Hint
from generator.text import language

_LANG = re.compile(r"[a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))*", re.IGNORECASE)


def urls(head: Head) -> list[Hint]:
    """The page's own address, by the most trustworthy statement; a bare site root is the address of no article."""
    found = [(head.canonical, "canonical link"), (head.first("og:url"), "og:url")]
    for each in head.articles:
        main = each.get("mainEntityOfPage")
        found += [(said(each.get("url")), "JSON-LD url")]
        found += [(str(main.get("@id") or "") if isinstance(main, dict) else said(main), "JSON-LD mainEntityOfPage")]
    found.append((head.saved, "address in the saved page"))
    hints = [
        Hint("url", safe, origin) for text, origin in found if (safe := address(text.strip(), "")).startswith("http")
    ]
    return [hint for hint in hints if urlsplit(hint.value).path.strip("/") or urlsplit(hint.value).query]


def languages(head: Head) -> list[Hint]:
    """BCP 47 tags as stated."""
    found = [
        (head.lang, "html lang"),
        (head.first("og:locale"), "og:locale"),
        (head.first("content-language", "language", "dc.language"), "content-language"),
    ]
    found += [(said(each.get("inLanguage")), "JSON-LD inLanguage") for each in head.articles]
    return [Hint("lang", language.tag(text), origin) for text, origin in found if _LANG.fullmatch(text)]


def sections(head: Head) -> list[Hint]:
    """The part of the paper that it stands in."""
    found = [(said(each.get("articleSection")), "JSON-LD articleSection") for each in head.articles]
    found += [
        (head.first("article:section"), "article:section"),
        (head.first("section", "parsely-section", "category"), "meta section"),
    ]
    return [Hint("section", text, origin) for text, origin in found if text and len(text) < 60]


def tags(head: Head) -> list[Hint]:
    """Tags and keywords; the least trustworthy of all fields, since nobody reads them."""
    found = [(text, "article:tag") for text in head.meta.get("article:tag", ())]
    for each in head.articles:
        given = each.get("keywords") or []
        words = given if isinstance(given, list) else said(given).split(",")
        found += [(said(word), "JSON-LD keywords") for word in words]
    found += [(text, "meta keywords") for text in head.first("news_keywords", "keywords").split(",")]
    hints = {
        tidy(text).casefold(): Hint("tags", tidy(text), origin)
        for text, origin in reversed(found)
        if 1 < len(tidy(text)) < 60
    }
    return list(reversed(hints.values()))[:30]
