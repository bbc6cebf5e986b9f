"""MHTML: a page that a browser saved with its pictures and style sheets in one file (RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from generator.ingest.readers import mime
from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.part import Part
from generator.model import Hint

_SENT = frozenset("to cc received message-id delivered-to return-path in-reply-to list-id newsgroups".split())
"""Headers of a mail, which may hold HTML and its pictures in the same way."""


def claims(data: bytes) -> bool:
    """Whether a file begins with the headers with which browsers and Word save a page."""
    names = set(mime.header_names(data))
    if "snapshot-content-location" in names:
        return True
    if "content-type" not in names or names & _SENT:
        return False
    told = mime.head(data)
    if re.search(rb"^from:\s*[\"<]?saved by ", told, re.IGNORECASE | re.MULTILINE):
        return True
    return bool(re.search(rb"^content-type:\s*multipart/related", told, re.IGNORECASE | re.MULTILINE))


def read(name: str, data: bytes) -> Iterator[Part]:
    """The page, as a Part of the reader of pages.

    Its Date header is the day on which it was saved, and no date of the article. Raises Unreadable when there is no
    page in it.
    """
    del name
    if not data.strip():
        return
    message = mime.parsed(data)
    address = mime.header(message, "snapshot-content-location")
    page = _page(message, address)
    if page is None:
        raise Unreadable("there is no page in it")
    address = address or mime.header(page, "content-location") or mime.header(message, "content-location")
    url = (Hint("url", address, "header Content-Location"),) if re.match(r"https?://", address) else ()
    title = mime.header(message, "subject")
    also = (Hint("title", title, "header Subject"),) if title else ()
    yield Part("", mime.text(page).encode("utf-8", "replace"), "html", hints=url, also=also)


def _page(message: Message, address: str) -> Message | None:
    """The part that is the page, among those of its frames: the one at its address, the one named first, the first."""
    pages = [part for part in mime.leaves(message) if mime.kind(part) in ("text/html", "application/xhtml+xml")]
    start = mime.parameter(message, "start")
    for part in pages:
        if address and mime.header(part, "content-location") == address:
            return part
    for part in pages:
        if start and mime.header(part, "content-id") == start:
            return part
    return pages[0] if pages else None
