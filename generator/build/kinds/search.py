"""The search page, and what it searches: rows in blocks, words in shards, and a table of contents for both.

A search loads the table, the shard of each word and the blocks of the rows that it shows, however large the site is.
Rows are numbered from the oldest on, so that a new report changes the last block and the shards of its own words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from generator.build import inverted
from generator.build.addresses import relative
from generator.build.lists import briefs, busiest
from generator.build.topics import slug
from generator.config import Config
from generator.model import Site, View

Row = tuple[str, str, str, str, str]
"""Title, address as seen from its file, summary, day, publisher; what does not apply is empty."""

HERE = "/search/index.json"
BLOCK = 20
"""So many rows are in a file."""
SUMMARY = 200
MOST = 100
"""So many topics and publishers are named in the form: those of which most is reported."""


def page(site: Site, config: Config) -> Iterator[View]:
    """One view; without JavaScript it is a list of ways in."""
    values = {
        "topics": briefs(site.topics[:MOST]),
        "publishers": briefs(busiest(site.publishers)[:MOST]),
        "days": briefs(site.days[:14]),
        "index": HERE,
    }
    yield View("/search/", "search.html", values)


def index(site: Site, config: Config) -> Iterator[View]:
    """The table of contents, a view for each block of rows and one for each shard of words."""
    pretty = bool(config.url)
    found = sorted(_rows(site), key=lambda each: (each[0][3], each[0][1]))
    for number, start in enumerate(range(0, len(found), BLOCK)):
        here = f"/search/rows/{number}.json"
        block = [(title, relative(url, here, pretty), *rest) for (title, url, *rest), _ in found[start : start + BLOCK]]
        yield View(here, "search.json", {"data": block})
    where = inverted.index([words for _, words in found])
    names = _names(site)
    shards = inverted.shards(where.postings, names)
    for prefix, words in shards.items():
        here = f"/search/words/{inverted.file(prefix)}.json"
        own = sorted({each for word in words for each in names.get(word, ())})
        told = [(name, relative(url, here, pretty), count) for name, url, count in own]
        yield View(here, "search.json", {"data": {"words": words, "names": told}})
    table = {
        "size": BLOCK,
        "days": [(day, len(list(rows))) for day, rows in groupby(row[3] for row, _ in found)],
        "common": where.common,
        "shards": sorted(shards),
    }
    yield View(HERE, "search.json", {"data": table})


def _rows(site: Site) -> Iterator[tuple[Row, inverted.Fields]]:
    """Each story and article, and its words by what they weigh."""
    for story in site.stories:
        if not story.lone:
            row = story.title, story.url, _cut(story.summary), _day(story.last), ", ".join(story.publishers[:3])
            yield row, _fields(row, story.tags, story.publishers)
    for entry in site.articles:
        row = entry.title, entry.url, _cut(entry.summary), _day(entry.day), entry.publisher
        yield row, _fields(row, entry.tags, (entry.publisher,) if entry.publisher else ())


def _fields(row: Row, tags: tuple[str, ...], publishers: tuple[str, ...]) -> inverted.Fields:
    whole = [f"t.{slug(each)}" for each in tags] + [f"p.{slug(each)}" for each in publishers]
    return inverted.Fields((row[0], " ".join(tags), row[4], row[2]), tuple(whole))


def _names(site: Site) -> dict[str, list[tuple[str, str, int]]]:
    """By each of its words the topics and publishers: name, address, how many reports."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for several in (site.topics, site.publishers):
        for each in several:
            for word in inverted.words(each.name):
                found.setdefault(word, []).append((each.name, each.url, len(each.entries)))
    return found


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _cut(text: str) -> str:
    """The beginning of a long text, up to a word's end."""
    if len(text) <= SUMMARY:
        return text
    return text[:SUMMARY].rpartition(" ")[0] + " …"
