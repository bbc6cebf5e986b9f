"""The words of the theme in the site's language: `templates/strings/<language>.yml`.

Templates say everything in English, with names in braces for what stands in between: `By {authors}`. A file of strings
says it in another language, or in other English words; what a file leaves out stays as it is.

    Archive: Archiv
    By {authors}: Von {authors}
    "{count} reports": {one: "{count} Bericht", other: "{count} Berichte"}

The theme's `strings/en.yml` names all of them and translates none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from markupsafe import Markup, escape

from generator import key_values
from generator.errors import BroadsheetError, Problem, guess, problem

FOLDER = "strings"
ALL = f"{FOLDER}/en.yml"
"""The theme's file that names every string."""
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Of plurals, as Unicode's CLDR calls them; each language uses some, and all have `other`."""
_NAME = re.compile(r"\{(\w+)\}")

Told = str | Mapping[str, str]
"""A string in the site's language; of one with a number its forms by category."""
Find = Callable[[str], Iterable[tuple[str, str, bool]]]
"""Gives all files of a name below `templates/`, the theme's before the site's own: of each the text, the place, and
whether it is the site's own."""


@dataclass(frozen=True, slots=True)
class Strings:
    """What a site says otherwise than its templates."""

    told: Mapping[str, Told] = field(default_factory=dict)
    """By the English words."""
    problems: tuple[Problem, ...] = ()
    """Warnings: what no template says, and what was left out."""


def names(language: str) -> tuple[str, ...]:
    """The files in which the words of a language may stand; what a later one says wins: `de.yml`, `de-AT.yml`."""
    parts = language.replace("_", "-").split("-")
    return tuple(f"{FOLDER}/{'-'.join(parts[:end])}.yml" for end in range(1, len(parts) + 1))


def read(language: str, find: Find, own: Callable[[], Iterable[str]]) -> Strings:
    """The strings of a site; `own` gives the texts of its own templates, which may say what the theme does not.

    Raises BroadsheetError with every fault of its files.
    """
    told: dict[str, Told] = {}
    faults: list[Problem] = []
    doubts: list[Problem] = []
    for name in names(language):
        for text, place, theirs in find(name):
            values, lines = key_values.parse(text, place)
            found = [each for key in values for each in _faults(key, values[key], place, lines.get((key,), 0))]
            faults += found
            told |= values
            if theirs and not found:
                doubts += [each for key in values for each in _lost(key, values[key], place, lines.get((key,), 0))]
                doubts += _unsaid(lines, place, _listed(find), own())
    if faults:
        raise BroadsheetError(faults)
    return Strings(told, tuple(doubts))


def _listed(find: Find) -> frozenset[str]:
    """All strings of the theme."""
    return frozenset(
        key for text, place, theirs in find(ALL) if not theirs for key, *_ in key_values.parse(text, place)[1]
    )


def _faults(key: str, value: object, place: str, line: int) -> Iterator[Problem]:
    """What of one entry cannot be shown."""
    if isinstance(value, dict):
        strange = [each for each in value if each not in CATEGORIES]
        if strange:
            yield problem(
                f"`{strange[0]}` is no form of a plural", place, line, hint=guess(str(strange[0]), CATEGORIES)
            )
        elif "other" not in value:
            yield problem(f"`{key}` has no form `other`", place, line)
    all_ = list(value.values()) if isinstance(value, dict) else [value]
    texts = [each for each in all_ if isinstance(each, str)]
    if len(texts) < len(all_):
        yield problem(f"`{key}` must be a text, or texts by their form: `one`, `other` …", place, line)
        return
    given = set(_NAME.findall(key))
    for name in sorted({name for each in texts for name in _NAME.findall(each)} - given):
        hint = guess(name, given) if given else "this string has no names in braces"
        yield problem(f"`{key}` is told no `{{{name}}}`", place, line, hint=hint)


def _lost(key: str, value: Told, place: str, line: int) -> Iterator[Problem]:
    """What an entry says nothing of, though it is told."""
    last = value if isinstance(value, str) else value.get("other", key)
    for name in sorted(set(_NAME.findall(key)) - set(_NAME.findall(str(last)))):
        yield problem(f"the words for `{key}` leave out `{{{name}}}`", place, line, level="warning")


def _unsaid(
    lines: Mapping[tuple[str, ...], int], place: str, known: frozenset[str], own: Iterable[str]
) -> Iterator[Problem]:
    """Entries that stand for nothing: likely a slip."""
    texts = tuple(own)
    for (key, *below), line in lines.items():
        if not below and key not in known and not any(key in text for text in texts):
            near = get_close_matches(key, known, n=1, cutoff=0.6)
            hint = f"did you mean `{near[0]}`?" if near else "`strings/en.yml` of the theme names all of them"
            yield problem(f"no template says `{key}`", place, line, hint=hint, level="warning")


def filled(text: str, values: Mapping[str, object]) -> str:
    """A string with its names filled in; markup, with all else escaped, when one of the values is."""
    if not any(isinstance(each, Markup) for each in values.values()):
        return "".join(str(values[part]) if odd else part for odd, part in _parts(text))
    return Markup("").join(escape(values[part] if odd else part) for odd, part in _parts(text))


@lru_cache(maxsize=2048)
def _parts(text: str) -> tuple[tuple[int, str], ...]:
    """A string taken apart: names, which are odd, and what stands between them."""
    return tuple((place % 2, part) for place, part in enumerate(_NAME.split(text)))


def counted(told: Mapping[str, Told], one: str, many: str) -> Mapping[str, str]:
    """The forms of a string with a number, by category."""
    found = told.get(many)
    if found is None:
        return {"one": one, "other": many}
    return {"other": found} if isinstance(found, str) else found
