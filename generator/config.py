"""The site's settings: `broadsheet.yml`, read once, checked whole, frozen, and passed down by value.

Each attribute below is a key of the file; the prose beneath it is its documentation.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator import key_values, keys
from generator.errors import BroadsheetError, Problem, guess, problem

NAME = "broadsheet.yml"


@dataclass(frozen=True, slots=True)
class Outside:
    """The program that writes of stories in its own words; none unless it is named."""

    command: tuple[str, ...] = ()
    """What is run for each story that has changed, in the site's folder: a text, or a list of words."""
    timeout: int = 60
    """Seconds that it may take for one story."""

    def marks(self, folder: Path) -> tuple[str, ...]:
        """The command, each file of the site in it by the mark of its bytes: what it writes may change with them."""
        return tuple(_mark(folder, word) for word in self.command)


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of one site. Every key is optional."""

    title: str = "Broadsheet"
    """The name of the site, in the masthead and in feeds."""
    id: str = ""
    """What makes the ids in the feeds of editions and stories this site's own, whatever it is called and wherever it
    stands: any text that no other site has, and that never changes. `init` writes one."""
    tagline: str = ""
    """A few words below the name."""
    url: str = ""
    """Where the site will stand: `https://example.org/` or `https://me.github.io/repo/`. `--base-url` overrides it.
    Without it every link is relative and names its `index.html`, so that the site can be read from the disk."""
    language: str = "en"
    """Language of the site's own words, dates and numbers, as a BCP 47 tag."""
    timezone: str = "UTC"
    """Decides which day a report belongs to, and in which zone times are shown: `Europe/Berlin`."""
    notice: str = ""
    """A sentence at the foot of every page: a licence, a disclaimer."""
    contact: str = ""
    """An address for corrections, shown on every page's foot: a mail address or a URL."""
    cname: str = ""
    """A domain of your own, written to `CNAME` for GitHub Pages."""
    page_size: int = 40
    """How many entries a list shows on one page."""
    feed_size: int = 30
    """How many entries a feed carries."""
    home_size: int = 30
    """How many stories the home page shows."""
    related: int = 5
    """How many related reports or stories a page names at most; 0 for none."""
    full_text: bool = True
    """Whether feeds carry whole articles; otherwise they carry summaries."""
    story_threshold: float = 0.05
    """How alike two reports must be to be of one story, from 0 to 1. Higher keeps more of them apart."""
    digest: Outside = Outside()
    """`command`: a program that writes of each story in its own words, `timeout`: how many seconds it may take. It gets
    the story as JSON, and gives sentences with citations; what reports do not bear out is dropped. Off by default."""
    ignore: tuple[str, ...] = ()
    """Patterns of files below `content/sources/` to pass over: `drafts/*`, `*.bak`; a list, or one alone."""
    params: Mapping[str, Any] = field(default_factory=dict)
    """Values of your own, for your own templates: `config.params.colour`."""

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def base(self) -> str:
        """The path below which the site stands, with a slash at both ends: `/` or `/repo/`."""
        return urlsplit(self.url).path if self.url else "/"


def load(folder: Path, name: str = NAME, *, base_url: str | None = None, required: bool = False) -> Config:
    """Read and check `broadsheet.yml` in `folder`.

    `base_url` overrides its `url`. A missing file means the defaults, unless `required`. Raises BroadsheetError with
    every fault of the file.
    """
    path = folder / name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        if required:
            hint = f"name a file in {folder}, or leave --config out for {NAME}"
            raise BroadsheetError(problem("there is no such file", str(path), hint=hint)) from error
        text = ""
    except UnicodeDecodeError as error:
        raise BroadsheetError(problem("the file is not UTF-8", str(path), hint="save it in that encoding")) from error
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the file: {error.strerror or error}", str(path))) from error
    values, lines = key_values.parse(text, name)
    problems = []
    if base_url is not None:
        values.pop("url", None)
        problems += _faults("url", base_url, "--base-url", 0)
    problems += [each for key, value in values.items() for each in _faults(key, value, name, lines.get((key,), 0))]
    problems += [
        each for key, value in _below(values) for each in _odd(key, value, name, lines.get(("digest", key), 0))
    ]
    if problems:
        raise BroadsheetError(problems)
    if url := base_url if base_url is not None else values.get("url"):
        values["url"] = url.rstrip("/") + "/"
    if "ignore" in values:
        values["ignore"] = tuple(key_values.listed(values["ignore"]))
    if "digest" in values:
        values["digest"] = _outside(values["digest"])
    return Config(**values)


def _mark(folder: Path, word: str) -> str:
    try:
        path = (folder / word).resolve()
        data = path.read_bytes() if path.is_relative_to(folder.resolve()) and path.is_file() else b""
    except (OSError, ValueError):  # a word too long for a file's name, or with signs that none has; or one kept from us
        return word
    return f"{word} {hashlib.sha256(data).hexdigest()}" if data else word


_DOMAIN = re.compile(r"[^\s/:.]+(\.[^\s/:.]+)+")
_FIELDS = {each.name: each for each in dataclasses.fields(Config)}


def _faults(key: str, value: Any, name: str, line: int) -> list[Problem]:
    if key not in _FIELDS:
        return [problem(f"there is no setting `{key}`", name, line, hint=guess(key, _FIELDS))]
    if odd := key_values.unfit(key, value, str(_FIELDS[key].type)):
        return [problem(odd, name, line)]
    what = hint = ""
    if key == "url" and value and not _web(value):
        what, hint = f"`url` is not a web address: {value!r}", "begin it with https://"
    elif key == "url" and not set("?#").isdisjoint(value):
        what, hint = f"`url` is more than the address of a site: {value!r}", "end it before its `?` or `#`"
    elif key == "language" and not keys.LANGUAGE.fullmatch(value):
        what, hint = f"`language` is not a language: {value!r}", "write it as in `en`, `pt-BR`, `zh-Hant`"
    elif key == "timezone" and not _zone(value):
        what, hint = f"there is no time zone {value!r}", "write it as in `Europe/Berlin` or `UTC`"
    elif key == "cname" and value and not _DOMAIN.fullmatch(value):
        what, hint = f"`cname` is not a domain: {value!r}", "write it as in `news.example.org`"
    elif key.endswith("_size") and value < 1:
        what = f"`{key}` must be at least 1, not {value}"
    elif key == "related" and value < 0:
        what = f"`related` must be at least 0, not {value}"
    elif key == "story_threshold" and not 0 < value <= 1:
        what = f"`story_threshold` must be above 0 and at most 1, not {value}"
    return [problem(what, name, line, hint=hint)] if what else []


def _below(values: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """What stands below `digest`."""
    below = values.get("digest")
    return [(str(key), value) for key, value in below.items()] if isinstance(below, dict) else ()


def _odd(key: str, value: Any, name: str, line: int) -> list[Problem]:
    """What is wrong with a key below `digest`."""
    known = {each.name for each in dataclasses.fields(Outside)}
    if key not in known:
        return [problem(f"there is no setting `digest.{key}`", name, line, hint=guess(key, known))]
    if key == "timeout":
        fits = type(value) is int and value > 0
        return [] if fits else [problem(f"`digest.timeout` must be a number of seconds, not {value!r}", name, line)]
    try:
        fits = bool(_command(value))
    except (TypeError, ValueError):
        fits = False
    hint = "write it as in `command: python3 tell.py`"
    return [] if fits else [problem(f"`digest.command` must be a command, not {value!r}", name, line, hint=hint)]


def _command(value: Any) -> tuple[str, ...]:
    """The words of a command. Raises TypeError or ValueError for what is none."""
    if isinstance(value, list):
        if not all(isinstance(each, str) and each for each in value):
            raise TypeError
        return tuple(value)
    if not isinstance(value, str):
        raise TypeError
    return tuple(shlex.split(value))


def _outside(values: Mapping[str, Any]) -> Outside:
    command = _command(values["command"]) if "command" in values else ()
    return Outside(command, values.get("timeout", Outside().timeout))


def _web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
