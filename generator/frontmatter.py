"""How a content file is spelled: YAML front matter between two `---` lines, then Markdown. For reading and writing.

`split(join(meta, body))` gives `meta` and `body` back, for any value that Broadsheet writes. `replace` changes single
keys and leaves every other byte of the file as its editor left it: comments, order, quotation marks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator import guarded_yaml, plain_yaml
from generator.errors import BroadsheetError, problem


@dataclass(frozen=True, slots=True)
class Front:
    """A content file, taken apart."""

    meta: dict[str, Any]
    """By key, as spelled in the file; empty when the file has no front matter."""
    body: str
    lines: Mapping[str, int]
    """The line, from 1, on which each key stands."""
    body_line: int
    """The line, from 1, on which the body begins."""
    start: int
    """The offset in the text, in characters, at which the body begins."""


class _Dumper(yaml.SafeDumper):
    """Writes strings that YAML would alter when plain (line breaks, control characters) as escaped ones."""


_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if _ODD.search(value) else None)


def _moment(dumper: yaml.SafeDumper, value: dt.datetime) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", value.isoformat())


_Dumper.add_representer(str, _string)
_Dumper.add_representer(dt.datetime, _moment)
_ROW = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|$)")
"""A line as YAML counts them, with its break."""
_FENCE = re.compile(r"(?:\ufeff)?(---|\+\+\+)[ \t]*\r?\n")
_ASTRAY = re.compile(r"\s*(?:---[ \t]*\r?\n\s*)?(?:title|date|summary|authors|lang|tags|source|story|draft):\s")
"""Front matter whose first fence is gone, or is not the first line."""


def split(text: str, path: str = "", *, strict: bool = True) -> Front:
    """Take a content file apart.

    `path` is named in errors. Front matter in TOML between `+++` lines is read as well. Raises BroadsheetError when the
    front matter is not closed, is not a mapping, names a key twice, or is no YAML (TOML); where it is `strict`, also
    when it has no `---` above it, and would be shown as text.
    """
    opening = _FENCE.match(text)
    if not opening:
        if strict and _ASTRAY.match(text):
            what, hint = "the front matter has no `---` above it", "let that be the first line, and another close it"
            raise BroadsheetError(problem(what, path, 1, hint=hint))
        return Front({}, text.removeprefix("\ufeff"), {}, 1, 0)
    fence = opening[1]
    closing = re.compile(rf"^{re.escape(fence)}[ \t]*(?:\r?\n|\Z)", re.MULTILINE).search(text, opening.end())
    if not closing:
        what = f"the front matter is opened with `{fence}` but never closed"
        raise BroadsheetError(problem(what, path, 1, hint=f"add a line `{fence}` after the last key"))
    head = text[opening.end() : closing.start()]
    body_line = text.count("\n", 0, closing.end()) + 1
    start = closing.end()
    if blank := re.compile(r"\r?\n").match(text, start):
        start, body_line = blank.end(), body_line + 1
    meta, lines = (_toml(head, path), {}) if fence == "+++" else guarded_yaml.read(head, path)
    return Front(meta, text[start:], lines, body_line, start)


def join(meta: Mapping[str, Any], body: str) -> str:
    """Spell a content file; the inverse of `split`."""
    return f"---\n{_spell(meta)}---\n\n{body}"


def replace(text: str, changes: Mapping[str, Any], body: str | None = None) -> str:
    """The same file with some keys set (or, where the value is None, taken out) and, when given, another body.

    All other bytes stay as they are, and what is new has the line ends of the first line. A key that the file does not
    have is added after the last one. A file without front matter gets some; TOML becomes YAML, because nothing that we
    know writes one key of TOML and keeps the rest. Raises BroadsheetError where a key cannot be changed alone, as in
    front matter between braces; a value to which an alias refers must not be changed either, or the alias hangs loose.
    """
    front = split(text)
    opening = _FENCE.match(text)
    end_of_line = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    if body is not None:
        body = body.replace("\r\n", "\n").replace("\n", end_of_line)
    if not opening or opening[1] == "+++":
        meta = {key: value for key, value in {**front.meta, **changes}.items() if value is not None}
        head = join(meta, "").replace("\n", end_of_line)
        return "\ufeff" * text.startswith("\ufeff") + head + (front.body if body is None else body)
    rows = _ROW.findall(text[: front.start])
    end = next(number for number in range(1, len(rows)) if rows[number].rstrip() == "---")
    margin = _margin(rows[1:end], changes)
    starts = sorted((line - 1, key) for key, line in front.lines.items())
    spans = {}
    for number, (start, key) in enumerate(starts):
        stop = starts[number + 1][0] if number + 1 < len(starts) else end
        while stop > start + 1 and (not rows[stop - 1].strip() or rows[stop - 1].startswith(("#", margin + "#"))):
            stop -= 1  # comments and blank lines above a key belong to that key
        spans[key] = (start, stop)

    def spell(meta: Mapping[str, Any]) -> str:
        return "".join(margin + row + end_of_line for row in _spell(meta).split("\n")[:-1])

    rows[end:end] = [spell({key: value for key, value in changes.items() if key not in spans and value is not None})]
    for key in sorted(changes.keys() & spans.keys(), key=lambda key: spans[key], reverse=True):
        rows[slice(*spans[key])] = [] if changes[key] is None else [spell({key: changes[key]})]
    head = "".join(rows)
    return head + (text[front.start :] if body is None else body)


def _margin(rows: Iterable[str], changes: Mapping[str, Any]) -> str:
    """What stands before each key: nothing, or as many spaces as before the first one."""
    first = next((row for row in rows if row.strip() and not row.lstrip().startswith("#")), "")
    if changes and first.lstrip().startswith(("{", "!", "&")):
        raise BroadsheetError(problem("front matter between braces cannot be changed key by key", line=2))
    return first[: len(first) - len(first.lstrip())]


def _spell(meta: Mapping[str, Any]) -> str:
    """Key by key, because PyYAML would otherwise put a mapping of plain values on one line in braces."""
    return "".join(_row(key, value) for key, value in meta.items())


def _row(key: str, value: Any) -> str:
    """One key."""
    return plain_yaml.written(key, value) or _dumped(key, value)


def _dumped(key: str, value: Any) -> str:
    dumped: str = yaml.dump(
        {key: value},
        Dumper=_Dumper,
        default_flow_style=None if isinstance(value, (list, dict)) else False,
        sort_keys=False,
        allow_unicode=True,
        width=float("inf"),
    )
    return dumped


def _toml(head: str, path: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise BroadsheetError(problem(f"the front matter is not valid TOML: {error}", path, 1)) from error


def moment(value: Any) -> dt.date | dt.datetime | None:
    """A date or date-time from front matter, also when it was written as text; None when it is none."""
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return dt.date.fromisoformat(value) if len(value) == 10 else dt.datetime.fromisoformat(value)
    except ValueError:
        return None
