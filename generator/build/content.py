"""A content file as it stands on disk → its Entry and its body; and the table of all that front matter may say."""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator import frontmatter, keys, lock
from generator.build import addresses, values
from generator.build.topics import topic_url
from generator.errors import BroadsheetError, Problem, guess, problem
from generator.model import Change, Day, Entry, Reason, Source
from generator.text import slugs, words
from generator.text.language import direction

Kind = Literal["article", "page", "story", "topic", "edition"]
KINDS: dict[str, Kind] = {
    "articles": "article",
    "pages": "page",
    "stories": "story",
    "topics": "topic",
    "editions": "edition",
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
    "merge": Key("names", "Of a story: slugs of others that are the same one. Their addresses lead to it."),
    "order": Key(
        "names", "Of a story, the slugs of its reports; of an edition, those of its stories: what comes first."
    ),
    "omit": Key("names", "Of an edition, the slugs of stories and reports that it leaves out."),
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
_MARKS = re.compile(r"[\]<*_`#\[](?:(?<=\])\([^)]*\)|(?<=<)[^>]*>|(?<!<)[*_`#\[\]]*)")
"""Addresses of links, tags, and runs of marks. It begins with a set of characters, which is searched for quickly."""
_WEEK = re.compile(r"(\d{4})-w(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the lock knows of an article."""

    id: str = ""
    first: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    """When each of its sources was first seen, by path."""
    stories: tuple[tuple[str, str], ...] = ()
    """The stories it was in, each with the moment."""
    why: Mapping[str, Any] = field(default_factory=dict)
    """Why it is in its story."""
    changes: tuple[tuple[str, str, str, str], ...] = ()
    """What its source changed: moment, key, old, new."""


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


def is_text(name: str) -> bool:
    """Whether it is an article, a page, a story, a topic or an edition; the others are copied as they are."""
    return name.endswith(".md") and not name.endswith("/.md") and name.split("/", 2)[1] in KINDS


def seen(lines: Iterable[lock.Line]) -> dict[str, Seen]:
    """What the lock knows of each article, by the name of its file without `.md`."""
    known: dict[str, Seen] = {}
    for line in lines:
        if line.article:
            name = PurePosixPath(line.article).name
            before = known.get(name, Seen())
            known[name] = Seen(
                before.id or line.id,
                min(filter(None, (before.first, line.first_seen)), default=""),
                {**before.files, line.path: line.first_seen},
                before.stories or tuple(line.stories),
                before.why or line.why,
                before.changes or tuple(line.changes),
            )
    return known


def parse(path: str, text: str, zone: ZoneInfo, seen: Seen | None = None) -> Parsed:
    """Read one content file; `path` is below the site's folder, `seen` what the lock knows of it.

    Raises BroadsheetError with every fault of the file, and with the warnings, which may tell what is behind one.
    """
    front = frontmatter.split(text, path)
    lines = {keys.ALIASES.get(key, key): line for key, line in front.lines.items()} | dict(front.lines)
    meta = keys.canonical(front.meta)
    name = path.rpartition("/")[2].removesuffix(".md")
    kind = KINDS[path.split("/", 2)[1]]
    found, faults, warnings = _check(meta, path, lines, zone, kind)
    title, body = _title(found.get("title", ""), front.body)
    if kind in ("article", "page") and not title and meta.get("title") in (None, ""):
        where = lines.get("title", front.body_line if not front.meta else 1)
        faults.append(problem("there is no title", path, where, hint="add `title: …` to the front matter"))
    if kind == "edition" and not _is_edition(name):
        hint = "call it after a day, `2026-11-22.md`, or a week, `2026-w47.md`"
        faults.append(problem(f"`{name}` is neither a day nor a week", path, hint=hint))
    if faults:
        raise BroadsheetError([*faults, *warnings])
    seen = seen or Seen()
    slug = found.get("slug") or slugs.named(name)
    sources, aliases = _former(found)
    language = found.get("lang", "")
    stated = _day(found.get("date") or found.get("lastmod"), zone)
    changes = tuple(Change(day, key, old, new) for at, key, old, new in seen.changes if (day := _seen_day(at, zone)))
    count = words.count(_MARKS.sub(" ", body))
    entry = Entry(
        path=path,
        kind=kind,
        slug=slug,
        url=_url(kind, slug, title),
        id=seen.id or uuid.uuid5(_NAMESPACE, f"{kind}/{name}").urn,
        title=title,
        summary=found.get("summary", ""),
        date=found.get("date"),
        lastmod=_later(found.get("lastmod"), changes, zone),
        day=stated or _seen_day(seen.first, zone),
        stated=stated,
        dated="date" in found,
        authors=found.get("authors", ()),
        lang=language,
        dir=direction(language),
        section=found.get("section", ""),
        tags=found.get("tags", ()),
        sources=tuple(
            replace(each, known=_seen_day(seen.files[each.file], zone)) if each.file in seen.files else each
            for each in sources
        ),
        story=found.get("story", ""),
        aliases=tuple(each for each in aliases if each.startswith("/")),
        names=tuple(each for each in aliases if not each.startswith("/")),
        hide=found.get("hide", False),
        image=_image(found.get("image", ""), path),
        weight=found.get("weight", 0),
        pin=found.get("pin", False),
        draft=found.get("draft", False),
        words=_about(count),
        params=found.get("params", {}),
        known=_seen_day(seen.first, zone),
        former=tuple((day, slug) for at, slug in seen.stories if (day := _seen_day(at, zone))),
        reason=_reason(seen.why) if found.get("story") else None,
        changes=changes,
        merge=tuple(map(slugs.named, found.get("merge", ()))),
        order=tuple(map(slugs.named, found.get("order", ()))),
        omit=tuple(map(slugs.named, found.get("omit", ()))),
    )
    return Parsed(entry, body, count, tuple(warnings), found.get("publishDate"), found.get("expiryDate"))


KIND_FOLDERS = {kind: folder for folder, kind in KINDS.items()}


def _url(kind: Kind, slug: str, title: str) -> str:
    if kind == "topic" and title:
        return topic_url(title)
    return f"/{slug}/" if kind == "page" else f"/{KIND_FOLDERS[kind]}/{slug}/"


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
        found["slug"] = slugs.named(found["slug"])
    if "story" in found:
        found["story"] = "" if keys.is_alone(found["story"]) else slugs.named(found["story"])
    return found, faults, warnings


def _unknown(key: Any, path: str, lines: Mapping[str, int]) -> Problem:
    """The warning of a key that we do not know; `key` need not be a text, as in `2024: x` or `no: x`."""
    name = key if isinstance(key, str) else json.dumps(key, default=str).strip('"')
    own = "keys of your own go below `params`"
    hint = f"{guess(key, KEYS)} ({own})" if isinstance(key, str) else own
    return problem(f"unknown key `{name}` in the front matter", path, lines.get(name, 0), hint=hint, level="warning")


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


def _reason(why: Mapping[str, Any]) -> Reason | None:
    """Why an article is in its story, as the lock has it; none where it has nothing, or nothing that we can read."""
    other, score, days = why.get("other"), why.get("score"), why.get("days")
    if not isinstance(other, str) or not isinstance(score, (int, float)):
        return None
    names, words = (tuple(map(str, why.get(key) or ())) for key in ("names", "words"))
    slug = slugs.named(PurePosixPath(other).name)
    return Reason(slug, float(score), days if isinstance(days, int) else None, names, words)


def _later(lastmod: Day | None, changes: tuple[Change, ...], zone: ZoneInfo) -> Day | None:
    """When it was last changed: as its source says, or the day on which it was seen to have changed, the later one."""
    last = max((each.at for each in changes), default=None)
    stated = _day(lastmod, zone)
    return last if last and (stated is None or last > stated) else lastmod


def _seen_day(moment: str, zone: ZoneInfo) -> dt.date | None:
    return _day(frontmatter.moment(moment), zone)


def _day(when: Day | None, zone: ZoneInfo) -> dt.date | None:
    return when.astimezone(zone).date() if isinstance(when, dt.datetime) else when
