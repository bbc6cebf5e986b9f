"""All content files together: found, read, parsed, held back until their time, converted; their faults told at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from generator.build import addresses, assets, beside, content, markup
from generator.build.beside import Beside
from generator.build.content import Parsed, Seen
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Day, Entry, Page


def names(folder: Path) -> tuple[str, ...]:
    """The files of a site's content, articles, pages, stories and what is copied, below its folder; sorted."""
    below = folder / "content"
    return tuple(
        f"content/{part}/{name}" for part in sorted((*content.KINDS, "static")) for name in assets.files(below / part)
    )


def parsed(folder: Path, names: Iterable[str], seen: Mapping[str, Seen], zone: ZoneInfo) -> tuple[Parsed, ...]:
    """Every content file among `names`, read and parsed; `seen` is what the lock knows of each article.

    Raises BroadsheetError with the faults of all of them.
    """
    found: list[Parsed] = []
    faults: list[Problem] = []
    for name in filter(content.is_text, names):
        try:
            found.append(content.parse(name, text(folder, name), zone, seen.get(PurePosixPath(name).stem)))
        except BroadsheetError as error:
            faults += error.problems
    if faults:
        raise BroadsheetError(faults)
    return tuple(found)


def text(folder: Path, name: str) -> str:
    """The text of one content file. Raises BroadsheetError when it cannot be read."""
    try:
        return (folder / name).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8, or put it below content/sources/, where any encoding is read"
        raise BroadsheetError(problem("the file is not UTF-8", name, line, hint=hint)) from error
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the file: {error.strerror or error}", name)) from error


def due(
    parsed: Iterable[Parsed], now: dt.datetime, zone: ZoneInfo, *, drafts: bool, future: bool
) -> tuple[tuple[Parsed, ...], tuple[tuple[str, str], ...]]:
    """Those that are to be shown at the moment `now`, and the paths of the others with the reason."""
    shown, back = [], []
    for each in parsed:
        reason = held(each, now, zone, drafts=drafts, future=future)
        if reason:
            back.append((each.entry.path, reason))
        else:
            shown.append(each)
    return tuple(shown), tuple(back)


def held(parsed: Parsed, now: dt.datetime, zone: ZoneInfo, *, drafts: bool = False, future: bool = False) -> str:
    """Why it is not to be shown at the moment `now`; empty when it is."""
    entry = parsed.entry
    if entry.draft and not drafts:
        return "draft"
    for when, key in ((parsed.publish, "publishDate"), (entry.date, "date")):
        if when and not future and _after(when, now, zone):
            return f"{key} {when.isoformat()} is in the future"
    if parsed.expiry and not _after(parsed.expiry, now, zone):
        return f"expired {parsed.expiry.isoformat()}"
    return ""


def _after(when: Day, now: dt.datetime, zone: ZoneInfo) -> bool:
    if isinstance(when, dt.datetime):
        return when > now
    return when > now.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Gathered:
    """All content files, converted."""

    pages: dict[str, Page]
    """By path."""
    pictures: dict[str, bytes | Path]
    """Those below `content/sources/` that articles show, by output path."""
    problems: tuple[Problem, ...]
    """A warning for each link that leads to no file."""


def pages(folder: Path, parsed: Iterable[Parsed], names: Iterable[str]) -> Gathered:
    """The Page of each content file of the site in `folder`, whose other files are among `names`."""
    parsed = tuple(parsed)
    places = {each.entry.path: each.entry.url for each in parsed}
    files = frozenset(name for name in names if not content.is_text(name))
    known = frozenset((*places.values(), *map(addresses.address, files)))
    sources = Beside(folder, beside.by_source(each.entry for each in parsed))
    found: dict[str, Page] = {}
    pictures: dict[str, bytes | Path] = {}
    doubts: list[Problem] = []
    for each in parsed:
        links = Links(each.entry, places, files, known, sources)
        body = markup.convert(each.body, links.resolve, trusted=each.entry.kind != "article")
        found[each.entry.path] = Page(each.entry, each.body, body.html, body.paragraphs)
        pictures |= links.pictures
        doubts += links.problems()
    return Gathered(found, pictures, tuple(doubts))


@dataclass(slots=True)
class Links:
    """The links of one content file: each is resolved once, and what was found on the way is kept."""

    entry: Entry
    places: Mapping[str, str]
    """The addresses of content files."""
    files: frozenset[str]
    """The names of those that are copied."""
    known: frozenset[str]
    """The addresses of both."""
    sources: Beside
    pictures: dict[str, bytes | Path] = field(default_factory=dict)
    dead: dict[str, None] = field(default_factory=dict)

    def resolve(self, target: str) -> str | None:
        """What a link is on the site; None for one of a source that leads nowhere, and is shown as its text."""
        address = addresses.resolve(target, self.entry.path, self.places, self.files)
        if address is not None and not beside.strays(target, self.entry, self.known):
            return address
        if found := self.sources.find(target, self.entry):
            address, picture = found
            if picture:
                self.pictures[unquote(address).lstrip("/")] = picture
            return address
        self.dead[target] = None
        return None if self.entry.kind == "article" else target

    def problems(self) -> Iterator[Problem]:
        """A warning for each link that leads nowhere."""
        hint = "name a file from this one's folder (`../pages/about.md`), or an address from the root (`/about/`)"
        for target in self.dead:
            what = f"a link leads to `{target}`, and there is no such file"
            yield problem(what, self.entry.path, hint=hint, level="warning")
