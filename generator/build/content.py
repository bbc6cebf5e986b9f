"""A content file as it stands on disk → its Entry and its body; and the table of all that front matter may say."""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator import frontmatter, keys, lock
from generator.build import addresses, values
from generator.build.topics import topic_url
from generator.errors import BroadsheetError, Problem, guess, problem
from generator.model import Day, Entry, Source
from generator.text import slugs, words
from generator.text.language import direction

Kind = Literal["article", "page", "story", "topic"]
KINDS: dict[str, Kind] = {
    "articles": "article",
    "pages": "page",
    "stories": "story",
    "topics": "topic",
}
"""What the files of each folder below `content/` are."""


@dataclass(frozen=True, slots=True)
class Key:
    """One front-matter key."""

    form: str
    """How its value is read: the name of a function in `values.FORMS`."""
    prose: str


KEYS: dict[str, Key] = {
    "title": Key("text", "The headline. Without it, the first heading of the body."),
    "date": Key("moment", "When it was published, as far as the source says: a day, or a day and a time."),
    "lastmod": Key("moment", "When it was last changed, if the source says so."),
    "summary": Key("text", "One or two sentences."),
    "authors": Key("names", "Who wrote it: a list, or one text with `;` between the names."),
    "lang": Key("language", "Its language, as in `en` or `pt-BR`."),
    "section": Key("text", "The part of the paper it belongs to: `World`."),
    "tags": Key("topics", "Its topics: people, places, organisations, subjects."),
    "source": Key("sources", "Where it was published: `file`, `name` and `url`; a list of such where several did."),
    "story": Key("slug", "The story it belongs to."),
    "draft": Key("flag", "`true` keeps it from the site."),
    "slug": Key("slug", "The last part of its address, instead of the file's name."),
    "aliases": Key("addresses", "Addresses of this site that lead here: `/old/place/`. Of a topic, other names, too."),
    "hide": Key("flag", "Of a topic: `true` keeps it from the site."),
    "weight": Key("number", "The order of hand-written pages and of pinned stories: lower comes first."),
    "pin": Key("flag", "`true` puts its story first on the home page."),
    "image": Key("picture", "Address of a picture, or its file beside this one."),
    "publishDate": Key("moment", "Held back until then."),
    "expiryDate": Key("moment", "Held back from then on."),
    "url": Key("place", "Where it stood before: a path of this site becomes an alias, a web address its source's."),
    "params": Key("mapping", "Values of your own, for your own templates: `entry.params.colour`."),
}
"""Every key of the front matter."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "content.broadsheet")
_HEADING = re.compile(r"\s*(?:#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)|([^\n]+)\n(?:=+|-{2,})[ \t]*(?:\n|\Z))")
_MARKS = re.compile(r"\]\([^)]*\)|<[^>]*>|[*_`#\[\]]+")
_PLAIN_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the lock knows of an article."""

    id: str = ""
    first: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """One content file, read: its face, its body, and from when to when it may be shown."""

    entry: Entry
    body: str
    """Markdown; without a first heading that says the title once more."""
    problems: tuple[Problem, ...] = ()
    """Warnings."""
    publish: Day | None = None
    expiry: Day | None = None


def is_text(name: str) -> bool:
    """Whether it is an article, a page, a story or a topic; the others are copied as they are."""
    path = PurePosixPath(name)
    return path.suffix == ".md" and path.parts[1] in KINDS


def seen(lines: Iterable[lock.Line]) -> dict[str, Seen]:
    """What the lock knows of each article, by the name of its file without `.md`."""
    known: dict[str, Seen] = {}
    for line in lines:
        if line.article:
            name = PurePosixPath(line.article).name
            before = known.get(name, Seen())
            first = min(filter(None, (before.first, line.first_seen)), default="")
            known[name] = Seen(before.id or line.id, first)
    return known


def parse(path: str, text: str, zone: ZoneInfo, seen: Seen | None = None) -> Parsed:
    """Read one content file; `path` is below the site's folder, `seen` what the lock knows of it.

    Raises BroadsheetError with every fault of the file, and with the warnings, which may tell what is behind one.
    """
    front = frontmatter.split(text, path)
    lines = {keys.ALIASES.get(key, key): line for key, line in front.lines.items()} | dict(front.lines)
    meta = keys.canonical(front.meta)
    name = PurePosixPath(path).stem
    kind = KINDS[PurePosixPath(path).parts[1]]
    found, faults, warnings = _check(meta, path, lines, zone, kind)
    title, body = _title(found.get("title", ""), front.body)
    if kind in ("article", "page") and not title and meta.get("title") in (None, ""):
        where = lines.get("title", front.body_line if not front.meta else 1)
        faults.append(problem("there is no title", path, where, hint="add `title: …` to the front matter"))
    if faults:
        raise BroadsheetError([*faults, *warnings])
    seen = seen or Seen()
    slug = found.get("slug") or slug_of(name)
    sources, aliases = _former(found)
    language = found.get("lang", "")
    stated = _day(found.get("date") or found.get("lastmod"), zone)
    entry = Entry(
        path=path,
        kind=kind,
        slug=slug,
        url=_url(kind, slug, title),
        id=seen.id or uuid.uuid5(_NAMESPACE, f"{kind}/{name}").urn,
        title=title,
        summary=found.get("summary", ""),
        date=found.get("date"),
        lastmod=found.get("lastmod"),
        day=stated or _day(frontmatter.moment(seen.first), zone),
        stated=stated,
        dated="date" in found,
        authors=found.get("authors", ()),
        lang=language,
        dir=direction(language),
        section=found.get("section", ""),
        tags=found.get("tags", ()),
        sources=sources,
        story=found.get("story", ""),
        aliases=tuple(each for each in aliases if each.startswith("/")),
        names=tuple(each for each in aliases if not each.startswith("/")),
        hide=found.get("hide", False),
        image=_image(found.get("image", ""), path),
        weight=found.get("weight", 0),
        pin=found.get("pin", False),
        draft=found.get("draft", False),
        words=words.count(_MARKS.sub(" ", body)),
        params=found.get("params", {}),
    )
    return Parsed(entry, body, tuple(warnings), found.get("publishDate"), found.get("expiryDate"))


KIND_FOLDERS = {kind: folder for folder, kind in KINDS.items()}


def _url(kind: Kind, slug: str, title: str) -> str:
    if kind == "topic" and title:
        return topic_url(title)
    return f"/{slug}/" if kind == "page" else f"/{KIND_FOLDERS[kind]}/{slug}/"


def slug_of(name: str) -> str:
    """The slug that a file's name, or what a person wrote for one, stands for."""
    return name if _PLAIN_SLUG.fullmatch(name) else slugs.slug(name)


def _check(
    meta: Mapping[str, Any], path: str, lines: Mapping[str, int], zone: ZoneInfo, kind: str
) -> tuple[dict[str, Any], list[Problem], list[Problem]]:
    """The values that stand and are sound, the errors, the warnings."""
    found: dict[str, Any] = {}
    faults, warnings = [], []
    for key, value in meta.items():
        if key not in KEYS:
            warnings.append(_unknown(key, path, lines))
        elif key == "hide" and kind != "topic":
            hint = "write `draft: true` to keep an article from the site"
            what = "`hide` is for topics, and does nothing here"
            warnings.append(problem(what, path, lines.get(key, 0), hint=hint, level="warning"))
        elif value is not None and value != "":
            form = "spellings" if key == "aliases" and kind == "topic" else KEYS[key].form
            try:
                found[key] = values.FORMS[form](value, zone)
            except values.UnfitError as unfit:
                faults.append(problem(f"`{key}` {unfit.what}", path, lines.get(key, 0), hint=unfit.hint))
            except ValueError as error:  # a number of ten thousand digits, and whatever else the library refuses
                faults.append(problem(f"`{key}` has a value that cannot be: {error}", path, lines.get(key, 0)))
    if "slug" in found:
        found["slug"] = slug_of(found["slug"])
    if "story" in found:
        found["story"] = "" if keys.is_alone(found["story"]) else slug_of(found["story"])
    return found, faults, warnings


def _unknown(key: Any, path: str, lines: Mapping[str, int]) -> Problem:
    """The warning of a key that we do not know; `key` need not be a text, as in `2024: x` or `no: x`."""
    name = key if isinstance(key, str) else json.dumps(key, default=str).strip('"')
    own = "keys of your own go below `params`"
    hint = f"{guess(key, KEYS)} ({own})" if isinstance(key, str) else own
    return problem(f"unknown key `{name}` in the front matter", path, lines.get(name, 0), hint=hint, level="warning")


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


def _day(when: Day | None, zone: ZoneInfo) -> dt.date | None:
    return when.astimezone(zone).date() if isinstance(when, dt.datetime) else when
