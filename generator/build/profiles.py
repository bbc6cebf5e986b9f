"""`content/publishers.yml`: what a person says of publishers, their other names, their domains, who owns them.

    Example Post:
      names: [The Post, EP]
      domains: [post.example]
      owner: Example Media
      country: Norway
      licence: CC BY 4.0

It says how publishers are shown, and articles stay as they are: an edit here needs no source to be read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import key_values
from generator.errors import BroadsheetError, Problem, guess, problem
from generator.model import Source
from generator.text import slugs

NAME = "content/publishers.yml"
_ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Profile:
    """One publisher, as a person describes it. Each attribute but the first is a key of the file."""

    name: str
    names: tuple[str, ...] = ()
    """Other names under which reports call it."""
    domains: tuple[str, ...] = ()
    """A report from one of them, or from a part of one, is this publisher's, unless it names another that is known."""
    owner: str = ""
    country: str = ""
    licence: str = ""
    """Under which its reports stand: words, or the address of the text."""


class Profiles:
    """All of them, found by name or by domain."""

    def __init__(self, all_: Iterable[Profile] = ()) -> None:
        self.all = tuple(all_)
        self._named = {slug(name): each for each in self.all for name in (each.name, *each.names)}
        self._domains = {domain: each for each in self.all for domain in each.domains}

    def named(self, name: str) -> Profile | None:
        """The one of this name, however it is spelled."""
        return self._named.get(slug(name)) if name else None

    def of(self, source: Source) -> Profile | None:
        """Who published a report: whom it names, else whose domain it comes from."""
        return self.named(source.name) or self._at(source.url)

    def _at(self, url: str) -> Profile | None:
        host = _host(url)
        while host and host not in self._domains:
            host = host.partition(".")[2]
        return self._domains.get(host)


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """The slug of a publisher: names with one slug are one publisher."""
    return slugs.slug(_ARTICLE.sub("", name).replace("&", " and "))


def load(folder: Path) -> Profiles:
    """What the site in `folder` says of publishers; nothing if it has no such file.

    Raises BroadsheetError with every fault of the file.
    """
    try:
        text = (folder / NAME).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Profiles()
    except (OSError, UnicodeDecodeError) as error:
        raise BroadsheetError(problem(f"cannot read the file: {error}", NAME)) from error
    values, lines = key_values.parse(text, NAME)
    faults = [fault for name, value in values.items() for fault in _faults(name, value, lines)]
    if faults:
        raise BroadsheetError(faults)
    found = [_profile(name, value) for name, value in values.items()]
    if faults := list(_clashes(found, lines)):
        raise BroadsheetError(faults)
    return Profiles(found)


_KEYS = {each.name: str(each.type) for each in fields(Profile) if each.name != "name"}


def _faults(name: str, value: Any, lines: dict[tuple[str, ...], int]) -> Iterator[Problem]:
    if not isinstance(value, dict):
        hint = f"give it keys of its own: {', '.join(_KEYS)}"
        yield problem(f"`{name}` must be `key: value` lines, not {value!r}", NAME, lines.get((name,), 0), hint=hint)
        return
    for key, each in value.items():
        line = lines.get((name, str(key)), 0)
        if str(key) not in _KEYS:
            yield problem(f"a publisher has no `{key}`", NAME, line, hint=guess(str(key), _KEYS))
        elif each is not None and (what := key_values.unfit(key, each, _KEYS[key])):
            yield problem(what, NAME, line)
        elif key == "domains":
            for domain in _listed(each):
                if not _DOMAIN.fullmatch(_host(domain)):
                    yield problem(f"not a domain: {domain!r}", NAME, line, hint="write it as in `post.example`")


def _profile(name: str, value: dict[str, Any]) -> Profile:
    return Profile(
        name=name,
        names=tuple(_listed(value.get("names"))),
        domains=tuple(map(_host, _listed(value.get("domains")))),
        owner=value.get("owner") or "",
        country=value.get("country") or "",
        licence=value.get("licence") or "",
    )


def _listed(value: Any) -> list[Any]:
    """A list; one text alone is a list of one."""
    return [] if value is None else key_values.listed(value)


def _clashes(found: Iterable[Profile], lines: dict[tuple[str, ...], int]) -> Iterator[Problem]:
    """A name or a domain belongs to one publisher."""
    holders: dict[str, str] = {}
    for each in found:
        told: list[tuple[str, str, tuple[str, ...]]] = [(each.name, slug(each.name), (each.name,))]
        told += [(name, slug(name), (each.name, "names")) for name in each.names]
        told += [(domain, domain, (each.name, "domains")) for domain in each.domains]
        for what, mark, place in told:
            other = holders.setdefault(mark, each.name)
            if other != each.name:
                yield problem(f"`{what}` is said of `{other}`, too", NAME, lines.get(place, 0))


def _host(address: str) -> str:
    """The host of a web address, or a domain as it is, without `www.`; empty for what is neither."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        return (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
