"""The words of the theme as templates ask for them: with names filled in, and with numbers, in the site's language.

`strings` says where they come from; like all that templates may call, each takes a `Here` as its first argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from generator.build import strings
from generator.config import Config


@dataclass(slots=True)
class Here:
    """What functions know beside their arguments."""

    config: Config
    versions: Mapping[str, str]
    """A few digits for each of the theme's static files, which change when it does."""
    year: int = 0
    """That of the newest report, or of the edition that is being made; a short date of another year says so."""
    told: Mapping[str, strings.Told] = field(default_factory=dict)
    """The theme's words in the site's language, by the English ones."""
    counted: dict[tuple[int, str, str | None], str] = field(default_factory=dict)
    """Numbers with their words, as they were said before: most are said on many pages."""


def say(here: Here, text: str, /, **values: object) -> str:
    """The theme's words in the site's language, with the names in braces filled in."""
    told = here.told.get(text, text)
    told = told if isinstance(told, str) else told["other"]
    return strings.filled(told, values) if values else told


def plural(here: Here, count: int, one: str, many: str | None = None) -> str:
    """The number, grouped as the site's language does, and the words that go with it; they stand around `{count}`."""
    told = here.counted.get((count, one, many))
    if told is None:
        forms = plural_forms(here, one, many)
        told = forms.get(_category(count, here.config.language)) or forms["other"]
        told = here.counted[count, one, many] = told.replace("{count}", number(here, count))
    return told


def plural_forms(here: Here, one: str, many: str | None = None) -> Mapping[str, str]:
    """The same for any number, by Unicode's categories (`one`, `few`, `other` …), for scripts."""
    many = many or f"{one}s"
    if "{count}" not in many:
        one, many = f"{{count}} {one}", f"{{count}} {many}"
    return strings.counted(here.told, one, many)


@lru_cache(maxsize=4096)
def _category(count: int, language: str) -> str:
    return str(locale(language).plural_form(count))


def subject(here: Here, text: str) -> str:
    """What a figure is of, as far as the program has named it (`people injured`); words of reports stay theirs."""
    if text in here.told:
        return say(here, text)
    who, _, what = text.partition(" ")
    if who in here.told and what in here.told:
        return say(here, "{who} {what}", who=say(here, who), what=say(here, what))
    return text


def number(here: Here, value: int) -> str:
    """A number, grouped as the site's language does."""
    return _number(value, here.config.language)


@lru_cache(maxsize=4096)
def _number(count: int, language: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(count, locale=locale(language))


@lru_cache(maxsize=8)
def locale(language: str) -> Any:
    """The nearest locale that is known. English alone is that of the world: day before month."""
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.split("-", maxsplit=1)[0], "en"):
        try:
            return Locale.parse("en_001" if tag == "en" else tag, sep="_" if "_" in tag else "-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_001")
