"""Saved web pages: the article as blocks, its fields as hints, and every other visible line with what it is."""

from __future__ import annotations

import re

from generator.ingest.readers.encoding import decode
from generator.ingest.readers.fault import Empty
from generator.ingest.readers.html import fields
from generator.ingest.readers.html.blocks import blocks_of
from generator.ingest.readers.html.body import sorted_out
from generator.ingest.readers.html.dates import date_hints
from generator.ingest.readers.html.front import is_front
from generator.ingest.readers.html.head import head_of
from generator.ingest.readers.html.hidden import hidden_text
from generator.ingest.readers.html.inline import base_of
from generator.ingest.readers.html.lines import Line, lines_of
from generator.ingest.readers.html.opening import preliminaries, what_it_is
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.html.people import author_hints
from generator.ingest.readers.html.site import publisher_hints
from generator.ingest.readers.html.summary import standfirst, summary_hints
from generator.ingest.readers.html.title import title_hints
from generator.ingest.readers.html.tree import tree_of
from generator.model import Block, Document, Taken

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<title[\s>]|<meta\s)",
    re.IGNORECASE | re.DOTALL,
)


def claims(data: bytes) -> bool:
    """A file that opens as a web page does is one, whatever its name."""
    start = data[:20_000]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start.decode("utf-16", "replace").encode()
    return bool(_OPENING.match(start))


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """The one document in a saved page.

    Raises Unreadable when the bytes are no text, or no page of any sane size, and Empty for the front page of a site.
    """
    page = _page(decode(data))
    if page is None:
        return (Document(name, "html", (), ()),)
    titles, headline = title_hints(page)
    body, summary, fates = _parts(page, headline, titles[0].value if titles else "")
    if is_front(page, headline, body):
        raise Empty("the front page of a site: links to articles, and no article")
    lines = [line.text for line in page.lines]
    blocks = blocks_of(body, page.base)
    if hidden := hidden_text(page.head, sum(len(line.text) for line in body)):
        fates |= {line.number: "page furniture" for line in body}
        blocks = [Block(text, (number,)) for number, text in enumerate(hidden, start=len(lines) + 1)]
        lines += hidden
    hints = (
        *titles,
        *date_hints(page, headline, body, fates),
        *summary_hints(page, summary, body),
        *author_hints(page, headline, body),
        *fields.languages(page.head),
        *fields.sections(page.head),
        *fields.tags(page.head),
        *publisher_hints(page),
        *fields.urls(page.head),
    )
    taken = tuple(Taken(number, lines[number - 1], reason) for number, reason in sorted(fates.items()))
    return (Document(name, "html", tuple(lines), tuple(blocks), hints, taken),)


def _parts(page: Page, headline: Line | None, title: str) -> tuple[list[Line], list[Line], dict[int, str]]:
    """The lines of the body, those of the standfirst, and for each line outside the body by number what it is."""
    kept, fates = sorted_out(page.root, page.lines, headline)
    summary = standfirst(page, headline, kept)
    fates |= {line.number: "standfirst, became the summary" for line in summary}
    body = [line for line in kept if line.number not in fates]
    fates |= {line.number: "page furniture" for line in preliminaries(body)}
    body = [line for line in body if line.number not in fates]
    for line in page.lines[: max(0, _first(body) - 1)]:
        if fates.get(line.number) in ("page furniture", "byline"):
            fates[line.number] = what_it_is(line, title) or fates[line.number]
    return body, summary, fates


def _first(body: list[Line]) -> int:
    """The number of the first line of running text; 0 when there is none."""
    return next((line.number for line in body if line.kind != "heading"), 0)


def _page(text: str) -> Page | None:
    root = tree_of(text)
    if root is None:
        return None
    head = head_of(root, text)
    url = next((hint.value for hint in fields.urls(head)), "")
    body = root.find("body")
    lines = tuple(lines_of(body if body is not None else root))
    lang = next((hint.value for hint in fields.languages(head)), "")
    return Page(root, head, lines, url, base_of(root, url), lang)
