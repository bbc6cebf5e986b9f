"""How the value of a front-matter key is read: from what YAML makes of a person's spelling to what an Entry holds."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator import frontmatter
from generator.errors import guess
from generator.keys import LANGUAGE
from generator.model import Day, Source

_WEB = re.compile("https?:", re.IGNORECASE)


class UnfitError(Exception):
    """The value is none that the key may have: what is wrong with it, and what to write."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


def text(value: Any) -> str:
    """One line of text. A whole number is taken as it reads."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise UnfitError(f"must be a text, not {_spoken(value)}", "put it in quotation marks")
    return " ".join(value.split())


def _spoken(value: Any) -> str:
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(value, dict):
        return "`key: value` lines"
    if isinstance(value, list):
        return "a list"
    return f"`{value}`"


def flag(value: Any) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise UnfitError(f"must be `true` or `false`, not {_spoken(value)}")
    return value


def number(value: Any) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnfitError(f"must be a whole number, not {_spoken(value)}")
    return value


def mapping(value: Any) -> dict[str, Any]:
    """Values of the editor's own."""
    if not isinstance(value, dict):
        raise UnfitError(f"must be `key: value` lines, not {_spoken(value)}")
    return value


def moment(value: Any, zone: ZoneInfo) -> Day:
    """A day, or a moment with its zone: one without a zone is in the site's."""
    when = frontmatter.moment(value)
    if when is None or not 1000 <= when.year <= 9998:
        raise UnfitError(f"is not a date: {_spoken(value)}", "write it as in `2026-11-22` or `2026-11-22T08:15+01:00`")
    if isinstance(when, dt.datetime) and when.tzinfo is None:
        return when.replace(tzinfo=zone)
    return when


def names(value: Any) -> tuple[str, ...]:
    """A list of names, or one text with semicolons between them."""
    return _several(value, ";")


def topics(value: Any) -> tuple[str, ...]:
    """A list of topics, or one text with commas or semicolons between them."""
    return _several(value, "[;,]")


def _several(value: Any, between: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        value = re.split(between, text(value))
    return tuple(dict.fromkeys(filter(None, map(text, value))))


def language(value: Any) -> str:
    """A language tag."""
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise UnfitError(f"is not a language: {_spoken(value)}", 'write it as in `en`, `pt-BR`, `"no"`')
    return value.replace("_", "-")


def slug(value: Any) -> str:
    """One part of an address."""
    word = text(value).strip("/")
    if not word or "/" in word:
        raise UnfitError(f"is not one part of an address: {_spoken(value)}", "write letters, digits and hyphens")
    return word


def addresses(value: Any) -> tuple[str, ...]:
    """Addresses of the site, each from its root; one that names no file ends in a slash."""
    found = []
    for each in value if isinstance(value, list) else [value]:
        address = text(each)
        if "?" in address or "#" in address:
            raise UnfitError(
                f"must have no `?` or `#`: {_spoken(each)}", "a site of files knows only what stands before"
            )
        if not address.startswith("/") or address.startswith("//"):
            raise UnfitError(f"must begin with `/`: {_spoken(each)}", "write it as in `/old/place/`")
        if ".." in address.split("/") or "\\" in address or not address.isprintable():
            raise UnfitError(f"leads out of the site: {_spoken(each)}", "write it as in `/old/place/`")
        address = posixpath.normpath(address) + ("/" if address.endswith("/") else "")
        if "." not in address.rpartition("/")[2] and not address.endswith("/"):
            address += "/"
        found.append(address)
    return tuple(dict.fromkeys(found))


def spellings(value: Any) -> tuple[str, ...]:
    """Other names of a topic, and addresses that lead to it, which begin with `/`."""
    several = topics(value)
    found = addresses([each for each in several if each.startswith("/")])
    return (*(each for each in several if not each.startswith("/")), *found)


def place(value: Any) -> str:
    """Where a page stood before: an address of the site or of the web."""
    address = text(value)
    return address if web(address) else addresses(address)[0]


def picture(value: Any) -> str:
    """A file, or an address of the site or of the web."""
    address = text(value)
    try:
        urlsplit(address)
    except ValueError as error:
        raise UnfitError(f"is not an address: {_spoken(value)}", "name a file, or begin it with https://") from error
    return address


def sources(value: Any) -> tuple[Source, ...]:
    """Where it was published: keys `file`, `name`, `url`, or a name or web address alone; one, or a list."""
    return tuple(map(_source, value if isinstance(value, list) else [value]))


def _source(value: Any) -> Source:
    if isinstance(value, str):
        if not _WEB.match(value):
            return Source(name=text(value))
        value = {"url": value}
    if not isinstance(value, dict):
        raise UnfitError(f"must have `file`, `name` and `url`, not {_spoken(value)}", "source: {name: Example Post}")
    for key in value:
        if key not in ("file", "name", "url"):
            raise UnfitError(f"has an unknown key `{key}`", guess(str(key), ("file", "name", "url")))
    held = {}
    for key, each in value.items():
        try:
            held[key] = "" if each is None else text(each)
        except UnfitError as unfit:
            raise UnfitError(f"has a `{key}` that {unfit.what}", unfit.hint) from unfit
    if held.get("url") and not web(held["url"]):
        raise UnfitError(f"has a `url` that is not a web address: `{held['url']}`", "begin it with https://")
    return Source(held.get("name", ""), held.get("url", ""), held.get("file", ""))


def web(address: str) -> bool:
    """Whether it is an address of the web, and nothing else that a browser would follow or run."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in address


FORMS: dict[str, Callable[[Any, ZoneInfo], Any]] = {
    "text": lambda value, _: text(value),
    "flag": lambda value, _: flag(value),
    "number": lambda value, _: number(value),
    "mapping": lambda value, _: mapping(value),
    "moment": moment,
    "names": lambda value, _: names(value),
    "topics": lambda value, _: topics(value),
    "language": lambda value, _: language(value),
    "slug": lambda value, _: slug(value),
    "addresses": lambda value, _: addresses(value),
    "spellings": lambda value, _: spellings(value),
    "place": lambda value, _: place(value),
    "picture": lambda value, _: picture(value),
    "sources": lambda value, _: sources(value),
}
"""Each form that `fields.KEYS` names."""
