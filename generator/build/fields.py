"""All that front matter may say: the table of its keys, and a file's values held against it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from generator import keys
from generator.build import values
from generator.errors import Problem, guess, problem
from generator.text import slugs


@dataclass(frozen=True, slots=True)
class Key:
    """One front-matter key."""

    form: str
    """How its value is read: the name of a function in `values.FORMS`."""
    prose: str


KEYS: dict[str, Key] = {
    "title": Key("text", "The headline. Without it, the first heading of the body."),
    "date": Key("moment", "When it was published, as far as the source says: a day, or a day and a time."),
    "lastmod": Key("moment", "When it was last changed, if the source says so."),
    "summary": Key("text", "One or two sentences."),
    "authors": Key("names", "Who wrote it: a list, or one text with `;` between the names."),
    "lang": Key("language", "Its language, as in `en` or `pt-BR`."),
    "section": Key("text", "The part of the paper it belongs to: `World`."),
    "tags": Key("topics", "Its topics: people, places, organisations, subjects."),
    "source": Key("sources", "Where it was published: `file`, `name` and `url`; a list of such where several did."),
    "story": Key("slug", "The story it belongs to."),
    "merge": Key("names", "Of a story: slugs of others that are the same one. Their addresses lead to it."),
    "order": Key(
        "names", "Of a story, the slugs of its reports; of an edition, those of its stories: what comes first."
    ),
    "omit": Key("names", "Of an edition, the slugs of stories and reports that it leaves out."),
    "draft": Key("flag", "`true` keeps it from the site."),
    "slug": Key("slug", "The last part of its address, instead of the file's name."),
    "aliases": Key("addresses", "Addresses of this site that lead here: `/old/place/`. Of a topic, other names, too."),
    "hide": Key("flag", "Of a topic: `true` keeps it from the site."),
    "weight": Key("number", "The order of hand-written pages and of pinned stories: lower comes first."),
    "pin": Key("flag", "`true` puts its story first on the home page."),
    "image": Key("picture", "A picture for it and its story: its file beside this one, or its address."),
    "publishDate": Key("moment", "Held back until then."),
    "expiryDate": Key("moment", "Held back from then on."),
    "url": Key("place", "Where it stood before: a path of this site becomes an alias, a web address its source's."),
    "params": Key("mapping", "Values of your own, for your own templates: `entry.params.colour`."),
}
"""Every key of the front matter."""


def check(
    meta: Mapping[str, Any], path: str, lines: Mapping[str, int], zone: ZoneInfo, kind: str
) -> tuple[dict[str, Any], list[Problem], list[Problem]]:
    """The values that stand and are sound, by canonical key; the errors; the warnings."""
    found: dict[str, Any] = {}
    faults, warnings = [], []
    for key, value in meta.items():
        if key not in KEYS:
            warnings.append(_unknown(key, path, lines))
        elif key == "hide" and kind != "topic":
            hint = "write `draft: true` to keep an article from the site"
            what = "`hide` is for topics, and does nothing here"
            warnings.append(problem(what, path, lines.get(key, 0), hint=hint, level="warning"))
        elif value is not None and value != "":
            form = "spellings" if key == "aliases" and kind == "topic" else KEYS[key].form
            try:
                found[key] = values.FORMS[form](value, zone)
            except values.UnfitError as unfit:
                faults.append(problem(f"`{key}` {unfit.what}", path, lines.get(key, 0), hint=unfit.hint))
            except ValueError as error:  # a number of ten thousand digits, and whatever else the library refuses
                faults.append(problem(f"`{key}` has a value that cannot be: {error}", path, lines.get(key, 0)))
    if "slug" in found:
        found["slug"] = slugs.named(found["slug"])
    if "story" in found:
        found["story"] = "" if keys.is_alone(found["story"]) else slugs.named(found["story"])
    for key in found.keys() & {"merge", "order", "omit"}:
        found[key] = tuple(map(slugs.named, found[key]))
    return found, faults, warnings


def _unknown(key: Any, path: str, lines: Mapping[str, int]) -> Problem:
    """The warning of a key that we do not know; `key` need not be a text, as in `2024: x` or `no: x`."""
    name = key if isinstance(key, str) else json.dumps(key, default=str).strip('"')
    own = "keys of your own go below `params`"
    hint = f"{guess(key, KEYS)} ({own})" if isinstance(key, str) else own
    return problem(f"unknown key `{name}` in the front matter", path, lines.get(name, 0), hint=hint, level="warning")
