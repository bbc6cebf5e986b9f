"""Reads `tests/cases/*.md`: pairs of input and expected output that anyone can add to without writing Python.

A case is a title line, a line with a single dot, the input, a dot, the expected output, a dot. A case's test id is the
line of its title.
"""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "cases"
_CASE = re.compile(r"^(\S.*)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.$", re.MULTILINE)


def cases(name: str) -> list:
    """The cases of one file as (given, expected), each without its last line break."""
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    found = [
        pytest.param(
            match[2].removesuffix("\n"),
            match[3].removesuffix("\n"),
            id=f"{text.count(chr(10), 0, match.start()) + 1}-{match[1]}",
        )
        for match in _CASE.finditer(text)
    ]
    left = _CASE.sub("", text).strip()
    if left or not found:
        raise ValueError(f"{name}.md: not a case: {left[:80]!r}")
    return found
