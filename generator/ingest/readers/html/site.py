"""What a site calls itself: the publisher's name, and all the names that are no part of a title and no author."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.ingest.readers.html.head import Head, kinds, said
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.tidy import key
from generator.model import Hint

_OWN = frozenset(("WebSite", "NewsMediaOrganization"))


def publisher_hints(page: Page) -> list[Hint]:
    """Names of the publisher, the most trustworthy first."""
    head = page.head
    found = [(head.first("og:site_name"), "og:site_name")]
    found += [(said(each.get("publisher")), "JSON-LD publisher") for each in head.articles]
    found.append((head.first("application-name"), "application-name"))
    found.append((head.first("dc.publisher", "publisher"), "meta publisher"))
    found += [(said(each), f"JSON-LD {kinds(each)[0]}") for each in head.others if _OWN & set(kinds(each))]
    found.append((_suffix(page), "<title>"))
    return [Hint("name", name, origin) for name, origin in found if name and len(name) < 80 and "://" not in name]


def _suffix(page: Page) -> str:
    """The last part of the title element, where the page's address or one of its first lines spells it too."""
    *before, last = re.split(r"\s+[|–—·•»:-]+\s+", page.head.title)
    host = key((urlsplit(page.url).hostname or "").removeprefix("www."))
    first_lines = {key(line.text) for line in page.lines[:40] if line.linked > 0.5 or line.places or line.number < 5}
    name = key(last)
    known = name in first_lines or (len(name) > 3 and name in host) or (host != "" and host.startswith(name))
    return last if before and name and known else ""


def site_names(head: Head, url: str) -> list[str]:
    """What the site calls itself, in its statements and in its address."""
    names = [
        head.first("og:site_name"),
        head.first("application-name", "al:android:app_name", "apple-mobile-web-app-title"),
    ]
    names += [said(each.get("publisher")) for each in head.articles]
    names += [
        said(each) for each in head.others if {"WebSite", "NewsMediaOrganization", "Organization"} & set(kinds(each))
    ]
    names += [head.first("twitter:site").lstrip("@"), head.first("dc.publisher", "publisher")]
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    names += [host, host.split(".")[0], *host.split(".")[-2:-1]]
    return [name for name in dict.fromkeys(names) if name and len(name) < 80]
