"""All content files together: found, read, parsed, held back until their time, converted; their faults told at once."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn, TypeVar
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from generator.build import addresses, assets, beside, content, markup
from generator.build.beside import Beside
from generator.build.content import Parsed
from generator.build.seen import Seen
from generator.build.world import Window
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Day, Entry, Page

Made = TypeVar("Made")
_LINE_END = re.compile("\r\n?")


@dataclass(frozen=True, slots=True)
class Due:
    """Which content files are shown, and for how long that holds."""

    shown: tuple[str, ...]
    """Their paths."""
    held: tuple[tuple[str, str], ...]
    """The others, each with the reason."""
    window: Window
    leading: tuple[str, ...] = ()
    """Those of the shown that may have links to others."""
    clock: int = 0
    """Counts the times at which the clock alone changed this."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What the body of a content file has besides its text."""

    pictures: dict[str, str]
    """Those below `content/sources/` that it shows: their files by their output paths."""
    problems: tuple[Problem, ...]
    """A warning for each link that leads to no file."""


_NOTHING = Aside({}, ())
"""One for all bodies that have nothing: it is spelled once."""


@dataclass(frozen=True, slots=True)
class Converted:
    """The body of a content file, with what it is as HTML."""

    markdown: str
    """As it stands in the file, so that a page need not have that read, too."""
    html: str
    paragraphs: tuple[str, ...]
    words: int
    aside: Aside


def names(folder: Path) -> tuple[str, ...]:
    """The files of a site's content, articles, pages, stories and what is copied, below its folder; sorted."""
    below = folder / "content"
    return tuple(
        f"content/{part}/{name}" for part in sorted((*content.KINDS, "static")) for name in assets.files(below / part)
    )


def all_of(make: Callable[[str], Made], names: Iterable[str]) -> list[Made]:
    """What `make` makes of each content file. Raises BroadsheetError with the faults of all of them."""
    found: list[Made] = []
    faults: list[Problem] = []
    for name in names:
        try:
            found.append(make(name))
        except BroadsheetError as error:
            faults += error.problems
    if faults:
        raise BroadsheetError(faults)
    return found


def parsed(folder: Path, names: Iterable[str], seen: Mapping[str, Seen], zone: ZoneInfo) -> tuple[Parsed, ...]:
    """Every content file among `names`, read and parsed; `seen` is what the lock knows of each article.

    Raises BroadsheetError with the faults of all of them.
    """

    def parse(name: str) -> Parsed:
        return content.parse(name, text(folder, name), zone, seen.get(PurePosixPath(name).stem))

    return tuple(all_of(parse, filter(content.is_text, names)))


def data(folder: Path, name: str) -> bytes:
    """The bytes of one content file. Raises BroadsheetError when it cannot be read."""
    try:
        with open(os.path.join(folder, name), "rb", buffering=0) as file:
            return file.read()
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the file: {error.strerror or error}", name)) from error


def text(folder: Path, name: str) -> str:
    """The text of one content file. Raises BroadsheetError when it cannot be read."""
    return spelled(name, data(folder, name))


def spelled(name: str, data: bytes) -> str:
    """The text of a content file of these bytes. Raises BroadsheetError when it is none."""
    try:
        found = data.decode()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8, or put it below content/sources/, where any encoding is read"
        raise BroadsheetError(problem("the file is not UTF-8", name, line, hint=hint)) from error
    return _LINE_END.sub("\n", found) if "\r" in found else found


def due(parsed: Iterable[Parsed], now: dt.datetime, zone: ZoneInfo, *, drafts: bool, future: bool) -> Due:
    """Which of these are to be shown at the moment `now`."""
    parsed, shown, back = tuple(parsed), [], []
    for each in parsed:
        reason = held(each, now, zone, drafts=drafts, future=future)
        if reason:
            back.append((each.entry.path, reason))
        else:
            shown.append(each)
    leading = tuple(each.entry.path for each in shown if each.leads)
    return Due(tuple(each.entry.path for each in shown), tuple(back), _window(parsed, now, zone), leading)


def _window(parsed: Iterable[Parsed], now: dt.datetime, zone: ZoneInfo) -> Window:
    """From when until when all that is due is what is due now."""
    days = {when for each in parsed for when in (each.publish, each.entry.date, each.expiry) if when}
    moments = [each if isinstance(each, dt.datetime) else _begins(each, zone) for each in days]
    since = max((each for each in moments if each <= now), default=None)
    return Window(since, min((each for each in moments if each > now), default=None))


def _begins(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    try:
        return dt.datetime.combine(day, dt.time.min, zone).astimezone(dt.UTC)
    except OverflowError:  # the first or last day that there is
        return dt.datetime.combine(day, dt.time.min, dt.UTC)


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


def convert(parsed: Parsed, links: Links) -> Converted:
    """The body of a content file, with its links led to pages of the site."""
    body = markup.convert(parsed.body, links.resolve, trusted=parsed.entry.kind != "article")
    aside = Aside(links.pictures, tuple(links.problems())) if links.pictures or links.dead else _NOTHING
    return Converted(parsed.body, body.html, body.paragraphs, parsed.words, aside)


def unseen(pages: Iterable[Page], copied: Container[str]) -> Iterator[Problem]:
    """A warning for each picture in front matter that is no file of the site; `copied` are output paths."""
    hint = "put it below content/static/, and write `image: /quay.jpg` for content/static/quay.jpg"
    for entry in (page.entry for page in pages):
        if entry.image.startswith("/") and unquote(entry.image).lstrip("/") not in copied:
            what = f"`image` leads to `{entry.image}`, and there is no such file"
            yield problem(what, entry.path, hint=hint, level="warning")


def alone(parsed: Parsed) -> Converted | None:
    """The same for one without links that lead to the site; None where there is one."""
    made = convert(parsed, Links(parsed.entry, {}, (), (), Beside({}, lambda name: False)))
    return None if made.aside.problems else made


class Asked(Mapping[str, Any]):
    """A mapping that asks for each value when it is wanted, so that a page depends on those that it used."""

    def __init__(self, ask: Callable[[str], Any]) -> None:
        self._ask = ask

    def __getitem__(self, key: str) -> Any:
        value = self._ask(key)
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> NoReturn:
        raise TypeError("what is asked for one by one cannot be listed")

    __len__ = __iter__


class Several(Mapping[str, Made]):
    """A mapping of a few keys, of which each value is made when it is wanted first."""

    def __init__(self, keys: Collection[str], make: Callable[[str], Made]) -> None:
        self._keys, self._make = keys, make
        self._made: dict[str, Made] = {}

    def __getitem__(self, key: str) -> Made:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@dataclass(slots=True)
class Links:
    """The links of one content file: each is resolved once, and what was found on the way is kept."""

    entry: Entry
    places: Mapping[str, str]
    """The addresses of content files."""
    files: Collection[str]
    """The names of those that are copied."""
    known: Collection[str]
    """The addresses of both."""
    sources: Beside
    pictures: dict[str, str] = field(default_factory=dict)
    """Those below `content/sources/` that it shows: their files by their output paths."""
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
