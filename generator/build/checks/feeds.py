"""Whether feeds and sitemaps are what their specifications demand: RFC 4287, RSS 2.0, JSON Feed 1.1, sitemaps.org."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from generator.build.checks.pages import Content, Reference, body
from generator.errors import Problem, problem

ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def xml(data: bytes, name: str) -> Content:
    """An Atom or RSS feed or a sitemap; of another kind of XML only that it is well-formed."""
    from lxml import etree  # heavy, and only the check needs it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        return Content(faults=(problem(f"is not well-formed XML: {error.msg}", name, line or 0, column or 0),))
    if root.tag == ATOM + "feed":
        return _atom(root, name)
    if root.tag == "rss":
        return _rss(root, name)
    if root.tag in (SITEMAP + "urlset", SITEMAP + "sitemapindex"):
        return _sitemap(root, name)
    return Content()


def _atom(root: Any, name: str) -> Content:
    entries = root.findall(ATOM + "entry")
    faults = [*_lacking(root, name, ("id", "title", "updated"), ATOM), *_moments(root, name)]
    authored = root.find(ATOM + "author") is not None
    references: list[Reference] = []
    if root.find(f"{ATOM}link[@rel='self']") is None:
        faults.append(problem('has no `<link rel="self">`', name, root.sourceline or 0))
    for entry in entries:
        faults += _lacking(entry, name, ("id", "title", "updated"), ATOM)
        faults += _moments(entry, name)
        if not authored and entry.find(ATOM + "author") is None:
            faults.append(problem("has an `<entry>` without `<author>`", name, entry.sourceline or 0))
        if entry.find(ATOM + "content") is None and entry.find(f"{ATOM}link[@rel='alternate']") is None:
            faults.append(problem("has an `<entry>` without content or link", name, entry.sourceline or 0))
        for content in entry.findall(ATOM + "content"):
            references += body(content.text or "")
    references += (Reference(each.get("href", ""), each.sourceline or 0, True) for each in root.iter(ATOM + "link"))
    ids = [entry.findtext(ATOM + "id") or "" for entry in entries]
    faults += _ids([root.findtext(ATOM + "id") or "", *ids], name)
    return Content(tuple(references), faults=tuple(faults))


def _rss(root: Any, name: str) -> Content:
    channel = root.find("channel")
    if channel is None:
        return Content(faults=(problem("has no `<channel>`", name, root.sourceline or 0),))
    faults = list(_lacking(channel, name, ("title", "link", "description")))
    if channel.find(f"{ATOM}link[@rel='self']") is None:
        faults.append(problem('has no `<atom:link rel="self">`', name, channel.sourceline or 0))
    references = [Reference(each.get("href", ""), each.sourceline or 0, True) for each in root.iter(ATOM + "link")]
    references += (Reference(each.text or "", each.sourceline or 0, True) for each in root.iter("link"))
    for item in channel.findall("item"):
        if item.find("title") is None and item.find("description") is None:
            faults.append(problem("has an `<item>` without title or description", name, item.sourceline or 0))
        references += body(item.findtext(ENCODED) or "")
    faults += _undated((*root.iter("pubDate"), *root.iter("lastBuildDate")), _rfc822, name)
    guids = channel.findall("item/guid")
    for guid in guids:
        if guid.get("isPermaLink") == "false":
            continue
        references.append(Reference(guid.text or "", guid.sourceline or 0, True))
        if not (guid.text or "").startswith(("http://", "https://")):
            what = f"has a `<guid>` that is no address, nor says that it is none: `{guid.text}`"
            faults.append(problem(what, name, guid.sourceline or 0, hint='add `isPermaLink="false"`'))
    faults += _twice((guid.text or "" for guid in guids), name)
    return Content(tuple(references), faults=tuple(faults))


def _sitemap(root: Any, name: str) -> Content:
    places = list(root.iter(SITEMAP + "loc"))
    faults = list(_twice((place.text or "" for place in places), name))
    faults += _undated(root.iter(SITEMAP + "lastmod"), _iso, name)
    return Content(
        tuple(Reference(place.text or "", place.sourceline or 0, True) for place in places), faults=tuple(faults)
    )


def json_feed(document: Any, name: str) -> Content:
    """A JSON Feed that is JSON already."""
    if not isinstance(document, dict) or "jsonfeed.org/version/" not in str(document.get("version")):
        return Content(faults=(problem("does not say which version of JSON Feed it is", name),))
    faults = [problem(f"has no `{key}`", name) for key in ("title", "items") if key not in document]
    items = [each for each in document.get("items", ()) if isinstance(each, dict)]
    references = [Reference(str(document[key]), full=True) for key in ("home_page_url", "feed_url") if key in document]
    for number, item in enumerate(items, start=1):
        if not isinstance(item.get("id"), str):
            faults.append(problem(f"has an item without an `id` that is a text, number {number}", name))
        if "content_html" not in item and "content_text" not in item:
            faults.append(problem(f"has an item without content, number {number}", name))
        dates = [key for key in ("date_published", "date_modified") if key in item]
        wrong = [key for key in dates if not _rfc3339(str(item[key]))]
        faults += (problem(f"has a `{key}` that is no moment: `{item[key]}`", name) for key in wrong)
        references += (Reference(str(item[key]), full=True) for key in ("url", "external_url") if key in item)
        references += body(str(item.get("content_html", "")))
    faults += _twice((str(item.get("id")) for item in items), name)
    return Content(tuple(references), faults=tuple(faults))


def _lacking(node: Any, name: str, tags: Iterable[str], space: str = "") -> Iterator[Problem]:
    for tag in tags:
        if not (node.findtext(space + tag) or "").strip():
            short = str(node.tag).rpartition("}")[2]
            yield problem(f"has a `<{short}>` without `<{tag}>`", name, node.sourceline or 0)


def _moments(node: Any, name: str) -> Iterator[Problem]:
    for tag in ("updated", "published"):
        text = node.findtext(ATOM + tag)
        if text and not _rfc3339(text):
            yield problem(f"has an `<{tag}>` that is no moment: `{text}`", name, node.sourceline or 0)


def _undated(dates: Iterable[Any], fits: Callable[[str], bool], name: str) -> Iterator[Problem]:
    for date in dates:
        if not fits(date.text or ""):
            short = str(date.tag).rpartition("}")[2]
            yield problem(f"has a `<{short}>` that is no date: `{date.text}`", name, date.sourceline or 0)


def _ids(ids: list[str], name: str) -> Iterator[Problem]:
    yield from (problem(f"has an id that is no full address or URN: `{each}`", name) for each in ids if not _full(each))
    yield from _twice(ids, name)


def _full(text: str) -> bool:
    return bool(_SCHEME.fullmatch(text)) or not text


def _twice(ids: Iterable[str], name: str) -> Iterator[Problem]:
    for each, count in Counter(ids).items():
        if count > 1 and each:
            yield problem(f"names `{each}` {count} times, and readers would show it once", name)


def _rfc3339(text: str) -> bool:
    return "T" in text and _iso(text) and dt.datetime.fromisoformat(text).tzinfo is not None


def _iso(text: str) -> bool:
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _rfc822(text: str) -> bool:
    try:
        parsedate_to_datetime(text)
    except ValueError:
        return False
    return True
