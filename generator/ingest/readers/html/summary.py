"""The standfirst of a page: lines that sum it up between headline and body, or the description that repeats them."""

from __future__ import annotations

import re

from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint
from generator.text import dates

_NAMES = re.compile(
    r"(?:^|[\s_-])(?:standfirst|sub-?title|sub-?head(?:line|ing)?|sub-?hed|dek|deck|abstract|sapo|chapo|chapeau|entradilla|"
    r"bajada|sommario|catenaccio|ingress|manchet|preamble|strapline|vorspann|anriss|synopsis)(?=$|[\s_-])"
)
_LEADS = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|leadin|lead-?text|intro|introduction|teaser-?text|summary|excerpt|description)(?=$|[\s_-])"
)
"""The first paragraph of the body is often called so, too: these count only apart from the body."""
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_EXCERPT = re.compile(r"<a\s|<[a-z][^<>]*$", re.IGNORECASE)
"""A link or a tag cut in two: the description is the beginning of the text, up to `Read more`."""
_SHORTEST, _LONGEST = 25, 600
_DATED = 80
"""Letters: a shorter line with a date in it says when and where, not what."""


def standfirst(page: Page, headline: Line | None, kept: list[Line]) -> list[Line]:
    """The lines that are the standfirst, by their place and their names, or because the description repeats one."""
    if not kept:
        return []
    paragraphs = [line for line in kept if line.kind != "heading"]
    first = paragraphs[0].number if paragraphs else kept[0].number
    start = headline.number if headline else 0
    if start >= first:
        start = max(0, first - 12)
    described = {key(text) for text in _descriptions(page)}
    found = []
    for line in page.lines[start : first + 3]:
        if (
            not _SHORTEST <= len(line.text) <= _LONGEST
            or line is headline
            or (line.kind == "heading" and line.number > first)
            or any(reason in _ELSEWHERE for _, reason in line.places)
            or (len(line.text) < _DATED and dates.find(line.text))
        ):
            continue
        if _named(line, kept) or (line.number < first and key(line.text) in described):
            found.append(line)
    return found[:3] if sum(len(line.text) for line in found) <= _LONGEST else []


_ELSEWHERE = (
    "comments",
    "related link",
    "navigation",
    "footer",
    "caption",
    "notice",
    "sign-up",
    "page header",
    "author biography",
    "byline",
)


def _named(line: Line, kept: list[Line]) -> bool:
    """An element of a telling name holds the line and little else of the article."""
    for element in [line.element, *line.element.iterancestors()][:3]:
        if element.tag in ("body", "article", "main"):
            return False
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}".lower()
        most = 3 if _NAMES.search(names) else 1 if _LEADS.search(names) and _apart(line, kept) else 0
        if most:
            inside = {element, *element.iterdescendants()}
            return sum(each.element in inside for each in kept) <= most and len(kept) > 3
    return False


def _apart(line: Line, kept: list[Line]) -> bool:
    """Whether none of the article's other paragraphs stands beside a line."""
    home = line.element.getparent()
    return not any(each.element.getparent() is home for each in kept if each is not line)


def summary_hints(page: Page, lines: list[Line], kept: list[Line]) -> list[Hint]:
    """The standfirst first; a description only if it is whole and not just the beginning of the body."""
    hints = []
    if lines:
        hints.append(Hint("summary", " ".join(line.text for line in lines), "standfirst"))
    body = [key(line.text) for line in kept]
    opening = "".join(body[:3])
    for text, origin in _described(page):
        mine = key(text)
        if _SHORTEST <= len(text) <= _LONGEST and not _CUT.search(text) and mine not in opening and mine not in body:
            hints.append(Hint("summary", text, origin))
    return hints


def _descriptions(page: Page) -> list[str]:
    return [text for text, _ in _described(page)]


def _described(page: Page) -> list[tuple[str, str]]:
    head = page.head
    return [
        (text, name)
        for name in ("og:description", "description", "twitter:description", "dc.description")
        if (given := head.first(name)) and not _EXCERPT.search(given)
        if (text := tidy(_TAG.sub("", given))) and not _is_title(page, text)
    ]


def _is_title(page: Page, text: str) -> bool:
    return key(text) in {key(page.head.title), key(page.head.first("og:title"))}
