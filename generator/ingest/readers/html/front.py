"""Front pages: saved by mistake, or with the rest of a site. What they hold is links to reports, and no report."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.ingest.readers.html.head import kinds
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.page import Page

_LINKED = 0.5
_PROSE = 1000
"""Letters of running text: an article whose page has lost its address has as many, or a headline."""


def is_front(page: Page, headline: Line | None, body: list[Line]) -> bool:
    """Whether a page is surely a site's first: its address says so, most of it is links, and nothing is a report."""
    head = page.head
    addresses = [each for each in (head.canonical, head.first("og:url")) if each]
    if headline or not addresses or any(urlsplit(each).path.strip("/") or urlsplit(each).query for each in addresses):
        return False
    if head.first("og:type").lower().startswith(("article", "news")):
        return False
    if any(not kind.endswith("WebPage") for each in head.articles for kind in kinds(each)):
        return False
    linked = sum(line.linked * len(line.text) for line in page.lines)
    prose = sum(len(line.text) for line in body if line.kind != "heading" and line.linked < _LINKED)
    return linked > _LINKED * sum(len(line.text) for line in page.lines) and prose < _PROSE
