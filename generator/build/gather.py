"""All content files together: found, read, parsed, held back until their time, converted; their faults told at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from generator.build import addresses, assets, content, markup
from generator.build.content import Parsed, Seen
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Day, Page


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


def pages(parsed: Iterable[Parsed], names: Iterable[str]) -> tuple[dict[str, Page], tuple[Problem, ...]]:
    """The Page of each content file by its path, and a warning for each link in one that leads to no file."""
    parsed = tuple(parsed)
    places = {each.entry.path: each.entry.url for each in parsed}
    files = frozenset(name for name in names if not content.is_text(name))
    found, doubts = {}, []
    for each in parsed:
        page, dead = convert(each, places, files)
        found[each.entry.path] = page
        doubts += dead
    return found, tuple(doubts)


def convert(parsed: Parsed, places: Mapping[str, str], files: frozenset[str]) -> tuple[Page, list[Problem]]:
    """One Page; `places` are the addresses of content files, `files` the names of those that are copied."""
    entry = parsed.entry
    dead: list[str] = []

    def resolve(target: str) -> str:
        address = addresses.resolve(target, entry.path, places, files)
        if address is None:
            dead.append(target)
        return target if address is None else address

    body = markup.convert(parsed.body, resolve, trusted=entry.kind != "article")
    doubts = [
        problem(
            f"a link leads to `{target}`, and there is no such file",
            entry.path,
            hint="name a file from this one's folder (`../pages/about.md`), or an address from the root (`/about/`)",
            level="warning",
        )
        for target in dict.fromkeys(dead)
    ]
    return Page(entry, parsed.body, body.html, body.paragraphs), doubts
