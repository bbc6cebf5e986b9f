"""All content files together: found, read, parsed, held back until their time; their faults told at once."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from generator.build import assets, content
from generator.build.content import Parsed
from generator.build.seen import Seen
from generator.build.world import Window
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Day, Page

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


def unseen(pages: Iterable[Page], copied: Container[str]) -> Iterator[Problem]:
    """A warning for each picture in front matter that is no file of the site; `copied` are output paths."""
    hint = "put it below content/static/, and write `image: /quay.jpg` for content/static/quay.jpg"
    for entry in (page.entry for page in pages):
        if entry.image.startswith("/") and unquote(entry.image).lstrip("/") not in copied:
            what = f"`image` leads to `{entry.image}`, and there is no such file"
            yield problem(what, entry.path, hint=hint, level="warning")
