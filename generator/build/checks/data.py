"""`digest.json` and the search index of a built site: their addresses, and that of the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.build.checks.feeds import json_feed
from generator.build.checks.pages import Content, Reference
from generator.errors import problem

DIGEST = "digest.json"


def read(data: bytes, name: str) -> Content:
    """A JSON file: a feed, the search index or the digest; of another one nothing is asked."""
    kind = name.rpartition("/")[2]
    search = name.startswith(("search/rows/", "search/words/"))
    if kind != "feed.json" and name != DIGEST and not search:
        return Content()
    try:
        document = json.loads(data)
    except ValueError as error:
        return Content(faults=(problem(f"is not JSON: {error}", name),))
    if kind == "feed.json":
        return json_feed(document, name)
    return _index(document, name) if search else _digest(document, name)


def _index(document: Any, name: str) -> Content:
    rows = name.startswith("search/rows/")
    try:
        return Content(tuple(Reference(str(row[1])) for row in (document if rows else document["names"])))
    except (TypeError, LookupError):
        return Content(faults=(problem("is not a list of rows with an address in second place", name),))


def _digest(document: Any, name: str) -> Content:
    if not isinstance(document, dict):
        return Content(faults=(problem("is not an object", name),))
    return Content(tuple(Reference(target, full=True) for target in _urls(document)))


def _urls(value: Any) -> Iterator[str]:
    """The value of each `url` and `markdown`, those of sources and publishers' homepages included."""
    if isinstance(value, dict):
        yield from (str(each) for key, each in value.items() if key in ("url", "markdown"))
    if isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _urls(each)


def home(data: bytes) -> str | None:
    """The address for which a `digest.json` says its site was built, empty for none; None when it does not say."""
    try:
        url = json.loads(data)["url"]
    except (ValueError, TypeError, LookupError):
        return None
    return (url if "://" in url else "") if isinstance(url, str) else None
