"""Front matter as hints: the keys that state a field of an article, whichever generator's spelling they have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.ingest.readers.moments import stated
from generator.ingest.readers.tidy import tidy
from generator.model import Hint
from generator.text.bylines import people

_TAG = re.compile(r"</?(?:br|wbr|i|b|em|strong|small|sub|sup|span|code)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
"""Markup that generators let through in a title; other angles may be what it speaks of: `Vec<T>`."""
_DAY = re.compile(r"(?:^|/)((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=/|$)")
_ADDRESSES = ("path", "url", "slug", "aliases")


def hints_of(meta: Mapping[str, Any], origin: str) -> list[Hint]:
    """The fields that canonical front matter states, in its order; last the day in an address that it gives."""
    stated = [(field, value) for key, given in meta.items() for field, value in _fields(str(key), given)]
    hints = [Hint(field, value, origin) for field, value in stated if value]
    days = [_day_in(address) for key in _ADDRESSES for address in _names(meta.get(key, ""), ",")]
    return [*hints, *(Hint("date", day, f"address in the {origin}") for day in dict.fromkeys(days) if day)]


def _fields(key: str, given: Any) -> Iterator[tuple[str, str]]:
    if key in ("title", "summary", "lang"):
        yield key, tidy(_TAG.sub(" ", str(given))) if isinstance(given, (str, int, float)) else ""
    elif key in ("date", "lastmod"):
        yield key, _moment(given)
    elif key == "draft":
        yield key, "true" if given is True or str(given).strip().lower() in ("true", "yes", "1") else ""
    elif key == "authors":
        yield from (("authors", name) for text in _names(given, ";") for name in people(text))
    elif key == "tags":
        yield from (("tags", name) for name in _names(given, ","))
    elif key == "section":
        yield from (("section", name) for name in _names(given, ",")[:1])
    elif key == "url":
        yield "url", _address(given)
    elif key in ("source", "site", "publisher", "site_name", "sitename"):
        yield from _source(given)


def _day_in(address: str) -> str:
    """The day that an address states: `/2024/02/19/`."""
    if found := _DAY.search(address):
        try:
            return dt.date(*map(int, found.groups())).isoformat()
        except ValueError:
            return ""
    return ""


def _source(given: Any) -> Iterator[tuple[str, str]]:
    """`source` is our own mapping or list of them, or elsewhere an address or a name."""
    if isinstance(given, list):
        given = given[0] if given else ""
    if isinstance(given, Mapping):
        yield "name", tidy(str(given.get("name") or given.get("title") or ""))
        yield "url", _address(given.get("url"))
    elif isinstance(given, str):
        yield ("url", _address(given)) if _address(given) else ("name", tidy(given))


def _address(given: Any) -> str:
    text = given.strip() if isinstance(given, str) else ""
    return text if re.fullmatch(r"https?://[^\s<>\"]+", text) else ""


def _names(given: Any, mark: str) -> list[str]:
    """A list, or a text in which a mark separates."""
    if isinstance(given, str):
        given = [part.strip() for part in given.split(mark)]
    if isinstance(given, Mapping):
        given = [given]
    if not isinstance(given, list):
        given = [given]
    names = (each.get("name") if isinstance(each, Mapping) else each for each in given)
    return [tidy(str(name)) for name in names if isinstance(name, (str, int, float)) and not isinstance(name, bool)]


def _moment(given: Any) -> str:
    if isinstance(given, dt.date):
        return stated(given.isoformat())
    if isinstance(given, Mapping):  # Material for MkDocs: `date: {created: …, updated: …}`
        return _moment(given.get("created"))
    return stated(given)
