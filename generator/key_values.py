"""Files of `key: value` lines that a person writes: settings, publishers, words of the theme.

All are read and checked by these functions, so that a fault is told in the same words in each of them.
"""

from __future__ import annotations

from typing import Any

from generator import yaml_faults
from generator.errors import BroadsheetError, problem

_KINDS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "str": (str, "a text"),
    "int": (int, "a whole number"),
    "float": ((int, float), "a number"),
    "bool": (bool, "`true` or `false`"),
    "tuple[str, ...]": (str, "a list of texts"),
    "Outside": (dict, "`key: value` lines"),
    "Mapping[str, Any]": (dict, "`key: value` lines"),
}
"""By the type of a field: what a value may be, and how that is told."""


def parse(text: str, name: str) -> tuple[dict[str, Any], dict[tuple[str, ...], int]]:
    """The values of a file of `key: value` lines, those without a value left out, and the line of each key.

    A key below another one is named with it: `("Example Post", "owner")`. Raises BroadsheetError where it is no YAML.
    """
    import yaml  # not needed to find that nothing changed

    loader = None
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        if node is None:
            return {}, {}
        if not isinstance(node, yaml.MappingNode):
            raise BroadsheetError(problem("the settings are not `key: value` lines", name, 1))
        values = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        what, line, column, hint = yaml_faults.told(error)
        raise BroadsheetError(problem(f"not valid YAML: {what}", name, line + 1, column + 1, hint=hint)) from error
    except (yaml.YAMLError, ValueError, AttributeError, LookupError, TypeError, RecursionError) as error:
        raise BroadsheetError(problem(f"not valid YAML: {error}", name)) from error
    finally:
        if loader is not None:
            loader.dispose()
    lines: dict[tuple[str, ...], int] = {(str(key.value),): key.start_mark.line + 1 for key, _ in node.value}
    for key, below in node.value:
        if isinstance(below, yaml.MappingNode):
            lines |= {(str(key.value), str(inner.value)): inner.start_mark.line + 1 for inner, _ in below.value}
    return {str(key): value for key, value in values.items() if value is not None}, lines


def unfit(key: str, value: Any, kind: str) -> str:
    """What is wrong with a value of this kind, which is the type of a field; empty where nothing is."""
    wanted, told = _KINDS[kind]
    parts = listed(value) if kind.startswith("tuple") else [value]
    fits = all(isinstance(each, wanted) and (wanted is bool or not isinstance(each, bool)) for each in parts)
    return "" if fits else f"`{key}` must be {told}, not {value!r}"


def listed(value: Any) -> list[Any]:
    """A list; one text alone is a list of one."""
    return value if isinstance(value, list) else [value]
