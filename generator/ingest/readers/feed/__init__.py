"""Feeds that were saved: RSS in all its versions, RDF and Atom. Each entry is a document.

JSON Feed is read by `records`, as an export of articles like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from generator.ingest.readers.encoding import decode
from generator.ingest.readers.entry import MEDIA, Entry, hint, is_address, parts, plain, standfirst
from generator.ingest.readers.fault import Empty, Skipped, Unreadable
from generator.ingest.readers.feed.parsing import parsed
from generator.ingest.readers.moments import stated
from generator.ingest.readers.part import Part
from generator.ingest.readers.tidy import tidy
from generator.model import Hint
from generator.text.bylines import people

_PROLOGUE = r"\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
_OPENING = re.compile(
    _PROLOGUE + r"(?:<rss[\s>]|<(?:\w{1,20}:)?feed\s[^>]{0,9000}(?:w3\.org/2005/atom|purl\.org/atom/)|"
    r"<rdf(?::rdf)?\s[^>]{0,9000}(?:purl\.org/rss/|netscape\.com/rdf/)|<channel>\s*<(?:title|item|link)>|"
    r"<opml[\s>]|<(?:urlset|sitemapindex)\s)",
    re.IGNORECASE,
)
_LISTS = (
    ("<opml", "a list of feeds (OPML)"),
    ("<urlset", "a list of pages (sitemap)"),
    ("<sitemapindex", "a list of pages (sitemap)"),
)
_PARAGRAPH = re.compile(r"(?=<p[\s>])", re.IGNORECASE)
_OF_FEEDS = re.compile(
    r"(?:\s*[-–—|:»›•]\s*|\s+|\A)(?:rss(?: ?2\.0)?(?: ?feeds?)?|atom(?: feed)?|feeds?|newsfeed|news feed|google news|"
    r"all news|all articles|(?:latest|top|recent) (?:news|stories|headlines|articles|posts)|aktuelle nachrichten)\Z",
    re.IGNORECASE,
)
"""What the title of a feed adds to the name of its publisher."""


def claims(data: bytes) -> bool:
    """A file that opens as a feed does, whatever its name."""
    start = data[:20_000]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return bool(_OPENING.match(start.decode("utf-16", "replace")))
    return b"<" in start[:200] and bool(_OPENING.match(start.decode("latin-1").removeprefix("ï»¿")))


def read(name: str, data: bytes) -> Iterator[Part]:
    """A Part for each entry, called by its permanent id. Raises Unreadable for what is no feed, or has no entries."""
    del name
    text = decode(data)
    found, broken = parsed(text)
    yield from broken
    if not found["entries"]:
        if told := next((told for mark, told in _LISTS if mark in text[:5000].lower()), ""):
            raise Unreadable(f"{told}, with no article in it")
        if not found.get("version"):
            raise Unreadable("XML, but no feed")
        raise Empty("a feed without entries")
    feed = found["feed"]
    around = _publisher(feed)
    yield from parts([_entry(each, feed, around, found["version"]) for each in found["entries"]], "entry")


def _entry(each: dict[str, Any], feed: dict[str, Any], around: tuple[Hint, ...], version: str) -> Entry:
    get = _getter(each)
    content, kind, base, lang = _content(each, version)
    link = next((found for name in ("feedburner_origlink", "link") if is_address(found := get(name))), "")
    guid = get("id")
    if not link and is_address(guid) and not version.startswith("atom") and each.get("guidislink", True):
        link = guid
    title = get("title")
    literal = version.startswith("atom") and _detail(each, "title").get("type") == "text/plain"
    hints = (
        *hint("title", tidy(title) if literal else plain(title), "title of the entry"),
        *_dates(each, version),
        *_summary(each, content, link),
        *(one for name in _authors(each) for one in hint("authors", name, "author of the entry")),
        *hint("lang", lang or _getter(feed)("language"), "language of the feed"),
        *(one for tag in _tags(each) for one in hint("tags", tag, "category of the entry")),
        *hint("name", plain(_getter(each.get("source"))("title")), "source of the entry"),
        *around,
        *hint("url", link, "link of the entry"),
    )
    base = base or link or _getter(feed)("link")
    return Entry((guid, link), content, kind, hints, base, _enclosures(each, content), _set_aside(get))


def _set_aside(get: Any) -> Unreadable | None:
    """What the export of a WordPress site holds beside its posts, or what its editors have not published."""
    kind, status = get("wp_post_type"), get("wp_status")
    if kind and kind not in ("post", "page"):
        return Skipped(f"no post, but {kind}")
    return Skipped(f"not published: its status is {status}") if status and status != "publish" else None


def _content(each: dict[str, Any], version: str) -> tuple[str, Any, str, str]:
    """The fullest text of an entry, what it is, the base of its links and its language."""
    given = [found for found in each.get("content", ()) if isinstance(found, Mapping)]
    given += [detail for key in ("summary", "subtitle") if (detail := _detail(each, key))]
    given = [found for found in given if isinstance(found.get("value"), str) and "/" in str(found.get("type", "text/"))]
    whole = max(given[: len(each.get("content", ())) or 1], key=lambda found: len(found["value"]), default=None)
    if whole is None or not whole["value"].strip():
        whole = max(given, key=lambda found: len(found["value"]), default={})
    literal = whole.get("type") == "text/plain" and version.startswith("atom")
    base, lang = str(whole.get("base") or ""), str(whole.get("language") or "")
    return whole.get("value", ""), "text" if literal else "html", base if is_address(base) else "", lang


def _summary(each: dict[str, Any], content: str, link: str) -> tuple[Hint, ...]:
    """The summary beside a full text, without paragraphs that lead to the entry: "The post … appeared first on …"."""
    text = _getter(each)("summary")
    if not text or text == content:
        return ()
    pieces = [piece for piece in _PARAGRAPH.split(text) if not link or f'href="{escape(link)}"' not in piece]
    return standfirst("".join(pieces), content, "summary of the entry")


def _dates(each: dict[str, Any], version: str) -> tuple[Hint, ...]:
    """When it was published and changed. RSS has but one date, whichever element carries it."""
    get = _getter(each)
    published, updated = stated(get("published")), stated(get("updated"))
    created = stated(get("created"))
    if not published and not version.startswith("atom"):
        published, updated = updated, ""
    return (
        *hint("date", published, "date of the entry"),
        *hint("date", created, "date of creation of the entry"),
        *hint("lastmod", updated, "update of the entry"),
    )


def _authors(each: dict[str, Any]) -> list[str]:
    names = [_getter(author)("name") for author in each.get("authors", ()) if author]
    if "@" in (whole := _getter(each)("author")):  # feedparser looks for the name itself, and finds pieces of it
        names[-1:] = [whole]
    return list(dict.fromkeys(person for name in names for person in people(plain(name))))


def _tags(each: dict[str, Any]) -> list[str]:
    tags = each.get("tags", ())
    names = [plain(str(tag.get("label") or tag.get("term") or "")) for tag in tags if isinstance(tag, Mapping)]
    return list(dict.fromkeys(name for name in names if name and "://" not in name))


def _publisher(feed: dict[str, Any]) -> tuple[Hint, ...]:
    """The title of the feed without what it says of itself."""
    title = plain(_getter(feed)("title"))
    name = _OF_FEEDS.sub("", title).strip(" -–—|:»›•")
    return hint("name", name, "title of the feed")


def _enclosures(each: dict[str, Any], content: str) -> tuple[tuple[str, str], ...]:
    """What is to be heard and seen, one of each; pictures and what the text links to are left out."""
    found: dict[str, str] = {}
    for link in each.get("links", ()):
        get = _getter(link)
        kind, address = MEDIA.get(get("type").partition("/")[0], ""), get("href")
        if get("rel") == "enclosure" and kind and is_address(address) and address not in content:
            found.setdefault(kind, address)
    return tuple(found.items())


def _detail(each: dict[str, Any], key: str) -> Mapping[str, Any]:
    found = dict.get(each, f"{key}_detail")
    return found if isinstance(found, Mapping) else {}


def _getter(values: Any) -> Any:
    """The text of a key; past feedparser's own look-up, which gives one date for another."""

    def get(key: str) -> str:
        found = dict.get(values, key) if isinstance(values, dict) else None
        return found if isinstance(found, str) else ""

    return get
