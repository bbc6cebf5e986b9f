"""The YAML of front matter, from anybody's hand: its values and where each key stands, or its fault in plain words.

Bounded in depth and in number of values, whatever aliases repeat: bytes from outside must not exhaust the parser.
"""

from __future__ import annotations

from typing import Any

import yaml

from generator import plain_yaml, yaml_faults
from generator.errors import BroadsheetError, Problem, problem

_ENDLESS = "its lists and mappings go on without end"
_OPENING, _MOST, _DEEPEST = 1_000, 50_000, 50
"""Signs that may open a value before depth is looked at; values, with those that an alias repeats; how deep they may be
nested. No honest file comes near."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LET_THROUGH = (ValueError, AttributeError, IndexError, KeyError, TypeError)
"""What PyYAML raises beside its own errors: for the date 2026-02-31, `!!timestamp foo`, `!!int ""`, `!!bool x` …"""


def read(head: str, path: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The mapping and the line of each of its keys, from one parse; `head` begins on line 2 of the file `path`.

    Raises BroadsheetError when it is no mapping, names a key twice, is no YAML, or has a value that cannot be.
    """
    if plain := plain_yaml.read(head):
        return plain, {key: line for line, key in enumerate(plain, 2)}
    loader = _Loader(head)
    try:
        if sum(map(head.count, "[{-?:")) > _OPENING:
            _shallow(head)
        node = loader.get_single_node()
        if node is None:
            return {}, {}
        if not isinstance(node, yaml.MappingNode):
            what = "the front matter is not a list of `key: value` lines"
            raise BroadsheetError(problem(what, path, 2, hint="begin it with, for example, `title: My title`"))
        _bounded(node)
        keys = [key for key, _ in node.value]  # as they stand: construction puts those of a merge (`<<`) among them
        meta: dict[str, Any] = loader.construct_document(node)
    except yaml.YAMLError as error:
        raise BroadsheetError(_told(error, path)) from error
    except RecursionError as error:
        raise BroadsheetError(problem(f"the front matter has a value that cannot be: {_ENDLESS}", path, 2)) from error
    except _LET_THROUGH as error:
        why = str(error) if isinstance(error, ValueError) else "one that its tag (`!!…`) does not allow"
        raise BroadsheetError(_impossible(head, path, why)) from error
    finally:
        loader.dispose()
    lines: dict[str, int] = {}
    for key in keys:
        if key.value in lines:
            what = f"`{key.value}` stands twice in the front matter, first on line {lines[key.value]}"
            raise BroadsheetError(problem(what, path, key.start_mark.line + 2, 1, hint="take one of them out"))
        lines[key.value] = key.start_mark.line + 2
    return meta, lines


def _shallow(head: str) -> None:
    """Raises ValueError when values are nested so deep that the parser, which is in C, would overflow its stack."""
    depth = 0
    for event in yaml.parse(head, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError(_ENDLESS)


def _bounded(node: yaml.Node) -> None:
    """Raises ValueError when the values are nested too deep or, through aliases, without end."""
    left = _MOST
    inside = [(node, 0)]
    while inside:
        each, depth = inside.pop()
        left -= 1
        if depth > _DEEPEST or left < 0:
            raise ValueError(_ENDLESS)
        if isinstance(each, yaml.MappingNode):
            inside += [(part, depth + 1) for pair in each.value for part in pair]
        elif isinstance(each, yaml.SequenceNode):
            inside += [(part, depth + 1) for part in each.value]


def _impossible(head: str, path: str, why: str) -> Problem:
    """A value that YAML has no thing for, such as a thirteenth month, with its key if it is one of the first level."""
    node = yaml.compose(head, Loader=_Loader) if why != _ENDLESS else None
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        try:
            yaml.constructor.SafeConstructor().construct_document(value)
        except _LET_THROUGH:
            what = f"`{key.value}` has a value that cannot be: {why}"
            hint = "write a day that there is, as in `2026-11-22`; put a text in quotation marks"
            return problem(what, path, value.start_mark.line + 2, value.start_mark.column + 1, hint=hint)
    return problem(f"the front matter has a value that cannot be: {why}", path, 2)


def _told(error: yaml.YAMLError, path: str) -> Problem:
    """A YAML error as a Problem with its place in the file and, for the common mistakes, what to try."""
    what, line, column, hint = yaml_faults.told(error)
    return problem(f"the front matter is not valid YAML: {what}", path, max(line, 0) + 2, column + 1, hint=hint)
