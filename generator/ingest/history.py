"""In which stories an article has stood, from run to run: no address of a story ever dies, or means another one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from generator.ingest.articles import ALONE, Article
from generator.ingest.copies import owns
from generator.lock import Line


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
