"""A content file as it stands on disk → its Entry and its body."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator import frontmatter, keys
from generator.build import addresses, fields
from generator.build.moments import day
from generator.build.seen import Seen
from generator.build.topics import topic_url
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Change, Day, Entry, Source
from generator.text import slugs, words
from generator.text.direction import direction

Kind = Literal["article", "page", "story", "topic", "edition"]
KINDS: dict[str, Kind] = {
    "articles": "article",
    "pages": "page",
    "stories": "story",
    "topics": "topic",
    "editions": "edition",
}
"""What the files of each folder below `content/` are."""
_FOLDERS = {kind: folder for folder, kind in KINDS.items()}

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "content.broadsheet")
_HEADING = re.compile(r"\s*(?:#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)|([^\n]+)\n(?:=+|-{2,})[ \t]*(?:\n|\Z))")
_ADDRESS, _TAG = re.compile(r"\]\([^)]*\)"), re.compile(r"<[^>]*>")
_MARKS = re.compile(r"\]\([^)]*\)|<[^>]*>|[*_`#\[\]]+")
"""Addresses of links, and tags; the same and runs of marks."""
_LEADS = re.compile(r"\](?:\((?!(?i:https?://))|:(?! (?i:https?://)))")
_TAGS = re.compile(r"<(?i:a|img)\b")
"""A link or picture that is not of the web, in whatever spelling. Each begins with one sign, which is soon found."""
_WEEK = re.compile(r"(\d{4})-w(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One content file, read: its face, its body, and from when to when it may be shown."""

    entry: Entry
    body: str
    """Markdown; without a first heading that says the title once more."""
    words: int = 0
    """How many the body has."""
    problems: tuple[Problem, ...] = ()
    """Warnings."""
    publish: Day | None = None
    expiry: Day | None = None
    leads: bool = False
    """Whether a link or picture in its body may lead to a file of the site."""


def is_text(name: str) -> bool:
    """Whether it is an article, a page, a story, a topic or an edition; the others are copied as they are."""
    return name.endswith(".md") and not name.endswith("/.md") and name.split("/", 2)[1] in KINDS


def parse(path: str, text: str, zone: ZoneInfo, seen: Seen | None = None) -> Parsed:
    """Read one content file; `path` is below the site's folder, `seen` what the lock knows of it.

    Raises BroadsheetError with every fault of the file, and with the warnings, which may tell what is behind one.
    """
    front = frontmatter.split(text, path)
    lines = {keys.ALIASES.get(key, key): line for key, line in front.lines.items()} | dict(front.lines)
    meta = keys.canonical(front.meta)
    name = path.rpartition("/")[2].removesuffix(".md")
    kind = KINDS[path.split("/", 2)[1]]
    found, faults, warnings = fields.check(meta, path, lines, zone, kind)
    title, body = _title(found.get("title", ""), front.body)
    if kind in ("article", "page") and not title and meta.get("title") in (None, ""):
        where = lines.get("title", front.body_line if not front.meta else 1)
        faults.append(problem("there is no title", path, where, hint="add `title: …` to the front matter"))
    if kind == "edition" and not _is_edition(name):
        hint = "call it after a day, `2026-11-22.md`, or a week, `2026-w47.md`"
        faults.append(problem(f"`{name}` is neither a day nor a week", path, hint=hint))
    if faults:
        raise BroadsheetError([*faults, *warnings])
    count = words.count(_TAG.sub(" ", _ADDRESS.sub(" ", body)))
    entry = _entry(path, kind, {**found, "title": title}, count, zone, seen or Seen())
    leads = bool(_LEADS.search(body) or _TAGS.search(body))
    return Parsed(entry, body, count, tuple(warnings), found.get("publishDate"), found.get("expiryDate"), leads)


_AS_READ = "title summary date authors section tags story merge order omit hide weight pin draft params".split()
"""The keys whose values an Entry has as they are read."""


def _entry(path: str, kind: Kind, found: Mapping[str, Any], count: int, zone: ZoneInfo, seen: Seen) -> Entry:
    """The face of a file whose front matter is sound; its body has `count` words."""
    name = path.rpartition("/")[2].removesuffix(".md")
    slug = found.get("slug") or slugs.named(name)
    sources, aliases = _former(found)
    language, stated = found.get("lang", ""), day(found.get("date") or found.get("lastmod"), zone)
    known, changes = seen.known(zone), seen.corrections(zone)
    return Entry(
        path=path,
        kind=kind,
        slug=slug,
        url=_url(kind, slug, found["title"]),
        id=seen.id or uuid.uuid5(_NAMESPACE, f"{kind}/{name}").urn,
        lastmod=_later(found.get("lastmod"), changes, zone),
        day=stated or known,
        stated=stated,
        dated="date" in found,
        lang=language,
        dir=direction(language),
        sources=seen.dated(sources, zone),
        aliases=tuple(each for each in aliases if each.startswith("/")),
        names=tuple(each for each in aliases if not each.startswith("/")),
        image=_image(found.get("image", ""), path),
        words=_about(count),
        known=known,
        former=seen.former(zone),
        reason=seen.reason() if found.get("story") else None,
        changes=changes,
        **{key: found[key] for key in _AS_READ if key in found},
    )


def _url(kind: Kind, slug: str, title: str) -> str:
    if kind == "topic" and title:
        return topic_url(title)
    return f"/{slug}/" if kind == "page" else f"/{_FOLDERS[kind]}/{slug}/"


def _is_edition(name: str) -> bool:
    """Whether a file's name is that of an edition: a day of the calendar, or an ISO week that its year has."""
    week = _WEEK.fullmatch(name)
    try:
        if week:
            dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return True
        return dt.date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def _about(count: int) -> int:
    """A number of words as others show it, so that an edit of a sentence seldom concerns them."""
    return round(count, -2 if count >= 100 else -1)


def _title(title: str, body: str) -> tuple[str, str]:
    """The title, and the body without a first heading that repeats it or served for it."""
    match = _HEADING.match(body)
    heading = " ".join(_MARKS.sub("", match[1] or match[2]).split()) if match else ""
    if match and heading and heading.casefold() == (title or heading).casefold():
        return title or heading, body[match.end() :]
    if title:
        return title, body
    later = re.search(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", body, re.MULTILINE)
    return (" ".join(_MARKS.sub("", later[1]).split()) if later else ""), body


def _former(found: Mapping[str, Any]) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Sources and aliases, with what a key `url` adds to one or the other."""
    sources, aliases, url = found.get("source", ()), found.get("aliases", ()), found.get("url", "")
    if url.startswith("/"):
        aliases = (*aliases, url)
    elif url and not any(each.url for each in sources):
        first = sources[0] if sources else Source()
        sources = (Source(first.name, url, first.file), *sources[1:])
    return sources, tuple(dict.fromkeys(aliases))


def _image(image: str, path: str) -> str:
    """A picture beside the content file, as an address of the site; any other address as it is, with its scheme."""
    if image.startswith("//"):
        return f"https:{image}"
    if not image or urlsplit(image).scheme or image.startswith("/"):
        return image
    return addresses.address(addresses.beside(image, path))


def _later(lastmod: Day | None, changes: tuple[Change, ...], zone: ZoneInfo) -> Day | None:
    """When it was last changed: as its source says, or the day on which it was seen to have changed, the later one."""
    last = max((each.at for each in changes), default=None)
    stated = day(lastmod, zone)
    return last if last and (stated is None or last > stated) else lastmod
