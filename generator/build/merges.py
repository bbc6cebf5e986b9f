"""Stories that a person says are one: `merge: [other-story]` in `content/stories/<slug>.md`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.errors import BroadsheetError, Problem, guess, problem
from generator.model import Entry, Page

Former = tuple[tuple[dt.date, str], ...]
"""The stories in which a report has stood, each with the day from which on."""


def merged(pages: Mapping[str, Page]) -> tuple[dict[str, Page], tuple[Problem, ...]]:
    """The pages, with the reports of merged stories in the story that they belong to, whose aliases tell of them.

    Warns of stories to be merged that never were. Raises BroadsheetError where two files, or a ring of them, claim one.
    """
    told = {page.entry.slug: page.entry for page in pages.values() if page.entry.kind == "story"}
    into = _into(told)
    if not into:
        return dict(pages), ()
    ends = {slug: _end(slug, into, told) for slug in into}
    before: dict[str, list[str]] = {}
    for slug, end in ends.items():
        before.setdefault(end, []).append(f"/stories/{slug}/")
    found = {path: replace(page, entry=_moved(page.entry, ends, before)) for path, page in pages.items()}
    return found, tuple(_unknown(told, pages.values()))


def _into(told: Mapping[str, Entry]) -> dict[str, str]:
    """By each merged slug the one that claims it."""
    into: dict[str, str] = {}
    faults = []
    for slug, entry in told.items():
        for each in entry.merge:
            if each == slug:
                faults.append(problem(f"merges `{slug}` with itself", entry.path, hint="take it out of `merge`"))
            elif each in into:
                other = told[into[each]].path
                hint = "leave it in one of them"
                faults.append(problem(f"merges the story `{each}`, which `{other}` merges too", entry.path, hint=hint))
            else:
                into[each] = slug
    if faults:
        raise BroadsheetError(faults)
    return into


def _end(slug: str, into: Mapping[str, str], told: Mapping[str, Entry]) -> str:
    """The story that a merged one ends in, by however many steps."""
    way = [slug]
    while into.get(way[-1]):
        way.append(into[way[-1]])
        if way[-1] in way[:-1]:
            ring = " → ".join(f"`{each}`" for each in way[way.index(way[-1]) :])
            what, hint = f"merges in a ring: {ring}", "take one of the `merge` lines out"
            raise BroadsheetError(problem(what, told[way[-1]].path, hint=hint))
    return way[-1]


def _moved(entry: Entry, ends: Mapping[str, str], before: Mapping[str, list[str]]) -> Entry:
    if entry.kind == "article" and (entry.story in ends or any(slug in ends for _, slug in entry.former)):
        return replace(entry, story=ends.get(entry.story, entry.story), former=tuple(_stood(entry.former, ends)))
    if entry.kind == "story" and entry.slug in before:
        return replace(entry, aliases=tuple(dict.fromkeys((*entry.aliases, *before[entry.slug]))))
    return entry


def _stood(former: Former, ends: Mapping[str, str]) -> Iterable[tuple[dt.date, str]]:
    """Where a report has stood, and the stories into which those were merged: their addresses lead to it as well."""
    for since, slug in former:
        if slug in ends:
            yield since, ends[slug]
        yield since, slug


def _unknown(told: Mapping[str, Entry], pages: Iterable[Page]) -> Iterable[Problem]:
    articles = [page.entry for page in pages if page.entry.kind == "article"]
    known = {slug for entry in articles for slug in (entry.story, *(slug for _, slug in entry.former)) if slug}
    for slug, entry in told.items():
        for each in entry.merge:
            if each not in known:
                what, hint = f"merges `{each}`, which is no story", guess(each, known - {slug})
                yield problem(what, entry.path, hint=hint, level="warning")
