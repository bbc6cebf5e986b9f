"""Stories from run to run: in which an article has stood, and what a person has said of them.

No address of a story ever dies, or means another one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator import frontmatter, keys
from generator.errors import BroadsheetError
from generator.ingest.articles import ALONE, Article
from generator.ingest.copies import owns
from generator.lock import Line
from generator.model import STORY_OF_LETTER
from generator.text import slugs as addresses

FOLDER = "content/stories"


def record(lines: Mapping[str, Line], shelf: Mapping[str, Article], moment: str) -> dict[str, Line]:
    """The lines, with the story of each article noted where it is another one than at the end of the last run.

    `moment` is that of this run. An article that a person has deleted is left in the story that it was in.
    """
    kept = dict(lines)
    for path, line in lines.items():
        article = shelf.get(line.article)
        if owns(line) and article and not article.fault:
            story = "" if article.story == ALONE else article.story
            if story != (line.stories[-1][1] if line.stories else ""):
                kept[path] = dataclasses.replace(line, stories=[*line.stories, (moment, story)])
    return kept


def slugs(lines: Iterable[Line]) -> set[str]:
    """All slugs that a story has ever had."""
    return {slug for line in lines for _, slug in line.stories if slug}


def first_seen(lines: Iterable[Line]) -> dict[str, str]:
    """The moment at which each article was first seen, by its name."""
    first: dict[str, str] = {}
    for line in lines:
        if line.article:
            first[line.article] = min(first.get(line.article, line.first_seen), line.first_seen)
    return first


def letters(lines: Iterable[Line]) -> dict[str, str]:
    """The newsletter of which an article is one story, or what is left beside its stories, by the article's name."""
    lines = list(lines)
    stories = [line for line in lines if line.fields.get("title") == STORY_OF_LETTER]
    parts = {line.article: line.path.rpartition("#")[0] for line in stories}
    whole = {*parts.values()}
    return parts | {line.article: line.path for line in lines if line.article and line.path in whole}


def told(folder: Path) -> set[str]:
    """The slugs of the stories of which a person has written something."""
    return {_slug(name, meta) for name, meta in _told(folder)}


def merged(folder: Path) -> dict[str, str]:
    """The stories that a person has put into another one, by their slugs; a file that cannot be read says nothing."""
    found: dict[str, str] = {}
    for name, meta in _told(folder):
        value, own = meta.get("merge"), _slug(name, meta)
        several = value if isinstance(value, list) else str(value or "").split(";")
        wanted = {addresses.named(str(each).strip()) for each in several if each not in (None, "")}
        found |= dict.fromkeys(wanted - {own}, own)
    return found


def _told(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The files in which a person says something of stories: name, and front matter as far as it can be read."""
    for path in sorted((folder / FOLDER).glob("*.md")):
        meta: Mapping[str, Any] = {}
        with suppress(OSError, UnicodeDecodeError, BroadsheetError):
            meta = keys.canonical(frontmatter.split(path.read_text("utf-8")).meta)
        yield path.stem, meta


def _slug(name: str, meta: Mapping[str, Any]) -> str:
    """The slug of the story of which a file speaks, as `build` has it."""
    return addresses.named(str(meta.get("slug") or name).strip("/"))
