"""The attributes of an HTML tag, stepped over one at a time, so that nothing inside a value is taken for one."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

TEXT = r"""(?:[^<>"']++|"[^"]*"|'[^']*')*+"""
"""A pattern of what stands between the name of a tag and its `>`."""
_ATTRIBUTE = re.compile(r"""[\s/]*+([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def values(text: str) -> dict[str, str]:
    """The attributes in `text`, by their names in lower case; those without a value are empty."""
    return {name: value for name, value, _ in _each(text)}


def written(text: str, change: Callable[[str, str], str | None]) -> str:
    """`text` with each value as `change(name, value)` has it; None takes the attribute out.

    An attribute whose value stays is left as it is spelled.
    """
    rows = []
    for name, value, spelled in _each(text):
        new = change(name, value)
        if new is not None:
            rows.append(spelled if new == value else f' {name}="{html.escape(new)}"')
    return "".join(rows)


def _each(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _ATTRIBUTE.finditer(text):
        value = match[2] or match[3] or match[4] or ""
        yield match[1].lower(), html.unescape(value), match[0]
