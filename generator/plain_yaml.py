"""YAML in its simplest spelling, read and written without the library, which takes ten to a hundred times as long.

One key a line; texts, dates, numbers, `true` and `false`, and lists and mappings of texts on one line. What is not
surely of this kind is left to the library.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

_KEY = r"[A-Za-z]{2,20}"
_PLAIN_KEY = re.compile(r"[a-z]{2,20}", re.ASCII)
_NO_TEXT = frozenset({"yes", "no", "true", "false", "on", "off", "null"})

_WRITTEN_TEXT = re.compile(r"""[^\W\d_][\w ,.;:!?%/&+()’‘“”…–—'"$€-]*[\w.!?’”'")…]""")
_WRITTEN_ITEM = re.compile(r"[^\W\d_][\w .’/–-]*\w")
_WRITTEN_ADDRESS = re.compile(r"https?://[\w./?=&%#~+,;:@-]+", re.ASCII)

_TEXT = re.compile(r"""[^\W\d_][\w ,.;!?%/&+()’‘“”…–—'"$€-]*[\w,.;!?%)’‘“”…'"-]|"[^"\\]*"|'[^']*'""")
_ITEM = r"""[^\W\d_][\w .’'/&–-]*[\w.’']|"[^"\\]*"|'[^']*'"""
_LIST = re.compile(rf"\[(?:{_ITEM})(?:, (?:{_ITEM}))*\]")
_MAPPING = re.compile(rf"\{{{_KEY}: (?:{_ITEM})(?:, {_KEY}: (?:{_ITEM}))*\}}")
_ITEMS = re.compile(rf"[\[ ]({_ITEM})(?=[,\]])")
_PAIRS = re.compile(rf"[{{ ]({_KEY}): ({_ITEM})(?=[,}}])")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?", re.ASCII)
_NUMBER = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)


def written(key: object, value: object) -> str | None:
    """One key as a line; None where the library must say how."""
    spelled = _spelled(value) if _is_key(key) else None
    return spelled and f"{key}: {spelled}\n"


def _is_key(key: object) -> bool:
    return isinstance(key, str) and _PLAIN_KEY.fullmatch(key) is not None and key not in _NO_TEXT


def _spelled(value: object) -> str | None:
    if type(value) is str:
        if not _WRITTEN_TEXT.fullmatch(value) or value.lower() in _NO_TEXT:
            return None
        return "'" + value.replace("'", "''") + "'" if ": " in value else value
    if type(value) is list:
        items = [_item(each) for each in value]
        return f"[{', '.join(items)}]" if items and all(items) else None
    if type(value) is dict:
        pairs = [f"{key}: {item}" for key, each in value.items() if _is_key(key) and (item := _item(each))]
        return f"{{{', '.join(pairs)}}}" if len(pairs) == len(value) > 0 else None
    said = value.isoformat() if isinstance(value, dt.date) else ""
    return said if _MOMENT.fullmatch(said) else None


def _item(value: object) -> str:
    """A text in a list or a mapping; empty where the library must say how it is spelled."""
    if type(value) is not str:
        return ""
    if _WRITTEN_ITEM.fullmatch(value) and value.lower() not in _NO_TEXT:
        return value
    return f"'{value}'" if _WRITTEN_ADDRESS.fullmatch(value) else ""


def read(head: str) -> dict[str, Any] | None:
    """The mapping that `head` spells, one key a line; None where the library must say what it means."""
    meta: dict[str, Any] = {}
    try:
        for row in head.removesuffix("\n").split("\n"):
            key, _, spelled = row.partition(": ")
            if not (row.isprintable() and key.isascii() and key.isalpha() and len(key) > 1) or key in meta:
                return None
            if key.lower() in _NO_TEXT:
                return None
            meta[key] = _value(spelled)
    except ValueError:  # not of this kind, or a date that cannot be
        return None
    return meta


def _value(spelled: str) -> Any:
    first = spelled[:1]
    if first == "[" and _LIST.fullmatch(spelled):
        return [_text(each) for each in _ITEMS.findall(spelled)]
    if first == "{" and _MAPPING.fullmatch(spelled):
        pairs = _PAIRS.findall(spelled)
        found = {key: _text(each) for key, each in pairs}
        if len(found) == len(pairs) and not any(key.lower() in _NO_TEXT for key in found):
            return found
    elif _TEXT.fullmatch(spelled):
        return spelled == "true" if spelled in ("true", "false") else _text(spelled)
    elif _NUMBER.fullmatch(spelled):
        return int(spelled)
    elif moment := _MOMENT.fullmatch(spelled):
        return dt.datetime.fromisoformat(spelled) if moment[1] else dt.date.fromisoformat(spelled)
    raise ValueError(spelled)


def _text(spelled: str) -> str:
    if spelled[0] in "\"'":
        return spelled[1:-1]
    if spelled.lower() in _NO_TEXT:
        raise ValueError(spelled)
    return spelled
