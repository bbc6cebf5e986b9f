"""Exports of articles in JSON: a list, an object around one, one article, JSON Lines, JSON Feed.

What is broken harms only itself: a bad line of JSON Lines is named with its number, and of a list that was cut off
all objects are read that are whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from generator.ingest.readers.columns import Row, entry, text_of
from generator.ingest.readers.encoding import decode
from generator.ingest.readers.entry import hint, parts, plain
from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.part import Part
from generator.model import Hint

_OPENING = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:')
_AROUND = (
    "articles items docs documents entries posts stories news results records rows data hits response feed "
    "@graph value list content"
).split()
"""Keys under which exports have their list."""
_BULK = frozenset(("index", "create", "update", "delete"))
"""What stands alone on every second line of what Elasticsearch takes in."""
_DEEPEST = 4
_MOST_FAULTS = 100
"""So many broken lines are named one by one."""
_SCHEMA = "https://jsonfeed.org/version/"
_TOLD = {
    "Unterminated string starting at": "a text does not end",
    "Expecting value": "a value is missing or is not quoted",
    "Expecting property name enclosed in double quotes": "a key is missing or is not quoted",
}
_LIST = re.compile(r"\[\s*\{")
_SEPARATOR = re.compile(r"[\s,]*")
_NEXT = re.compile(r"\n[ \t]*\{")


def claims(data: bytes) -> bool:
    """A file that opens with an object of JSON, or a list of objects."""
    return bool(_OPENING.match(data[:4096]))


def read(name: str, data: bytes) -> Iterator[Part]:
    """A Part for each record. Raises Unreadable for JSON that is no export of articles."""
    del name
    values, faults = _values(decode(data))
    rows = [Row(record) for value in values for record in _records(value, 0)]
    if not any(row.is_article for row in rows):
        if faults and not values:
            raise Unreadable(f"broken JSON: {faults[0][1]}")
        raise Unreadable("JSON, but no export of articles: nothing in it has a title and a text")
    around = _publisher(values[0]) if len(values) == 1 else ()
    entries = [entry(row, "key", around) for row in rows]
    del values, rows  # a file may be large, and its entries are all that is still wanted
    yield from parts(entries, "record")
    for number, why in faults[:_MOST_FAULTS]:
        yield Part(f"line {number}", b"", fault=Unreadable(f"broken JSON: {why}"))
    if len(faults) > _MOST_FAULTS:
        rest = Unreadable(f"broken JSON in {len(faults) - _MOST_FAULTS:,} more places")
        yield Part("other lines", b"", fault=rest)


def _values(text: str) -> tuple[list[Any], list[tuple[int, str]]]:
    """The values that a text holds, and its broken places: (line, why)."""
    try:
        return [json.loads(text)], []
    except (ValueError, RecursionError):
        pass
    first = next(_printed(text), None)
    if first and isinstance(_parsed(first[1]), dict):
        return _lines(_printed(text))
    return _pieces(text)


def _printed(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers, one at a time: a second copy of all is much."""
    start = 0
    for number in count(1):
        end = text.find("\n", start)
        line = text[start:] if end < 0 else text[start:end]
        if line.strip():
            yield number, line
        if end < 0:
            return
        start = end + 1


def _parsed(text: str) -> Any:
    """The value of a text; an exception as a value where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        return fault


def _lines(lines: Iterable[tuple[int, str]]) -> tuple[list[Any], list[tuple[int, str]]]:
    """JSON Lines."""
    values: list[Any] = []
    faults = []
    for number, line in lines:
        value = _parsed(line)
        if isinstance(value, Exception):
            faults.append((number, _why(value)))
        else:
            values.append(value)
    return values, faults


def _pieces(text: str) -> tuple[list[Any], list[tuple[int, str]]]:
    """Values one after another, or those of a list that is cut off or broken: each object that is whole."""
    decoder = json.JSONDecoder()
    values: list[Any] = []
    faults: list[tuple[int, str]] = []
    opening = _LIST.search(text[:5000])
    place = opening.end() - 1 if opening else 0
    number, counted = 1, 0
    while place < len(text):
        gap = _SEPARATOR.match(text, place)
        start = gap.end() if gap else place
        if start == len(text) or text[start] in "]}":
            break
        try:
            value, place = decoder.raw_decode(text, start)
            values.append(value)
        except (ValueError, RecursionError) as fault:
            number, counted = number + text.count("\n", counted, start), start
            faults.append((number, _why(fault)))
            following = _NEXT.search(text, start + 1)
            if following is None or len(faults) > _MOST_FAULTS:
                break
            place = following.end() - 1
    return values, faults


def _why(fault: Exception) -> str:
    if not isinstance(fault, json.JSONDecodeError):
        return "nested too deeply, or a number too long"
    return f"{_TOLD.get(fault.msg, fault.msg.lower())} (column {fault.colno})"


def _records(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The objects that may be articles: those of the list that a value is or has, else the value itself."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))
    elif isinstance(value, dict):
        if len(value) == 1 and not _BULK.isdisjoint(value):
            return
        if not Row(value).is_article or _SCHEMA in str(value.get("version")):
            for key in _AROUND:
                inside = value.get(key)
                if isinstance(inside, list) and any(isinstance(each, dict) for each in inside):
                    yield from _records(inside, depth + 1)
                    return
            for inside in (value.get(key) for key in _AROUND):
                if isinstance(inside, dict) and depth < _DEEPEST and (found := list(_records(inside, depth + 1))):
                    yield from found
                    return
            inner = [{"key": key, **each} for key, each in value.items() if isinstance(each, dict)]
            if len(inner) == len(value) > 0 and any(Row(each).is_article for each in inner):
                yield from inner
                return
        yield value


def _publisher(value: Any) -> tuple[Hint, ...]:
    """The title and the language of a JSON Feed."""
    if not isinstance(value, dict) or _SCHEMA not in str(value.get("version")):
        return ()
    name, lang = plain(text_of(value.get("title"))), text_of(value.get("language"))
    return (*hint("name", name, "title of the feed"), *hint("lang", lang, "language of the feed"))
