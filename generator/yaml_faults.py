"""What a YAML parser finds wrong, in the words of a person who edits the file, at the place where they must look.

The parser names the place where it gave up. For a quotation mark or a bracket that nobody closed that is the end of the
file, or a line that is quite in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_LOOK = "look at this line and the one above it: quotation marks, brackets and indentation must be closed and even"
_HINTS = {
    "mapping values are not allowed": 'a text with a colon needs quotation marks: `title: "Flood: what we know"`',
    "cannot start any token": "a text that begins with @, `, % or a tab needs quotation marks; indent with spaces",
}
_OPEN = {
    "while scanning a quoted scalar": "the quotation mark that opens here is not closed",
    "while parsing a flow sequence": "the bracket that opens here is not closed, or a comma in it is missing",
    "while parsing a flow node": "a bracket that was opened before is not closed",
    "while parsing a flow mapping": "the bracket that opens here is not closed, or a comma in it is missing",
}


def told(error: yaml.YAMLError) -> tuple[str, int, int, str]:
    """What is wrong, the line and the column of it from 0 (-1 where they are not known), and what to try."""
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    if (opened := getattr(error, "context_mark", None)) and (unclosed := _OPEN.get(getattr(error, "context", ""))):
        return unclosed, opened.line, opened.column, "close it on the same line"
    hint = next((hint for sign, hint in _HINTS.items() if sign in what), _LOOK)
    return what, mark.line if mark else -1, mark.column if mark else -1, hint
