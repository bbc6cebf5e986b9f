"""A whole site: its stories, topics, publishers and editions; and the outputs that are rendered of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.model.digest import Citation, Fact, Moment, Point, Quote, Retelling
from generator.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event, or a lone report standing for itself (`lone`)."""

    slug: str
    url: str
    """Of the story page; of the article for a lone report."""
    title: str
    summary: str
    entries: tuple[Entry, ...]
    """Oldest first, undated ones last; at least one."""
    digest: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    agreed: tuple[Point, ...] = ()
    """Points on which at least two independent publishers say the same."""
    differences: tuple[Point, ...] = ()
    """Points on which publishers say something else; of each what it said last."""
    developments: tuple[Point, ...] = ()
    """Points on which a publisher says something else later, and nobody contradicts it; the sides oldest first."""
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Moment, ...] = ()
    """What the reports say happened when, in order of time."""
    publishers: tuple[str, ...] = ()
    """Each once, in the order in which they reported."""
    voices: int = 1
    """How many of them are independent: copies of one text, and publishers of one owner, count once."""
    tags: tuple[str, ...] = ()
    """Topics, those that most of its reports share first."""
    first: dt.date | None = None
    last: dt.date | None = None
    intro: str = ""
    """HTML of `content/stories/<slug>.md`, where a person wrote one."""
    retold: tuple[Retelling, ...] = ()
    """What an outside program wrote of it, where the settings name one."""
    aliases: tuple[str, ...] = ()
    lone: bool = False
    pin: bool = False
    update: bool = False
    """In an edition, that an earlier one had reports of it."""
    fresh: tuple[Citation, ...] = ()
    """What is new since the edition before the newest in which it stands: sentences that say what no earlier report
    does. In an edition that of this edition."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A person, place, organisation or subject that articles share."""

    name: str
    slug: str
    url: str
    entries: tuple[Entry, ...]
    """Newest first."""
    stories: tuple[Story, ...] = ()
    """Those about it, newest first, lone reports included."""
    neighbours: tuple[tuple[str, str, int], ...] = ()
    """Topics with which it has two or more articles in common, as (name, url, articles): the first twelve."""
    intro: str = ""
    """HTML of `content/topics/<slug>.md`, where a person wrote one."""
    aliases: tuple[str, ...] = ()
    """Addresses that lead to it, those of its other names among them."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published reports."""

    name: str
    slug: str
    url: str
    entries: tuple[Entry, ...]
    """Newest first."""
    homepage: str = ""
    """The origin (`https://example.org`) that most of its reports came from, where they name one."""
    owner: str = ""
    """This and what follows as a person says it in `content/publishers.yml`."""
    country: str = ""
    licence: str = ""
    aliases: tuple[str, ...] = ()
    """Addresses that its page had, or would have, under its other names."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The stories of one day or ISO week."""

    slug: str
    """`2026-11-22` or `2026-w47`."""
    url: str
    period: Literal["day", "week"]
    first: dt.date
    last: dt.date
    stories: tuple[Story, ...]
    """Ranked; each with only those reports that stand in it, as they were known when it closed."""
    previous: str = ""
    """Address of the edition before, of the same period, as far as that was known when this one closed; else empty."""
    title: str = ""
    """What a person calls it in `content/editions/<slug>.md`; else empty."""
    intro: str = ""
    """HTML of that file."""
    omitted: tuple[str, ...] = ()
    """Slugs of what it left out, of stories and of reports."""


@dataclass(frozen=True, slots=True)
class Site:
    """All entries, ordered and linked. It holds no bodies, so an edit inside one cannot disturb another page."""

    articles: tuple[Entry, ...]
    """Newest first; undated and never-seen ones last."""
    pages: tuple[Entry, ...]
    """Hand-written pages, by weight and title."""
    stories: tuple[Story, ...]
    """Ranked, the most important first; lone reports included."""
    topics: tuple[Topic, ...]
    """By number of articles, then by name."""
    publishers: tuple[Publisher, ...]
    """By name."""
    days: tuple[Edition, ...]
    """Newest first."""
    weeks: tuple[Edition, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class View:
    """One output to render: where it goes, by which template, and what the template is told."""

    url: str
    """Address from the site's root. One that ends in `/` becomes `index.html` in that folder."""
    template: str
    """Name of a file in `templates/`."""
    values: Mapping[str, Any]
    bodies: tuple[Entry, ...] = ()
    """The content files whose bodies it shows; the template gets their Pages as `pages[path]`."""
    rooted: bool = False
    """True for a page that is served at any depth (`404.html`): its links start at the base path."""

    @property
    def path(self) -> str:
        """Output file below the output folder: `articles/kursk/index.html`."""
        return (self.url + "index.html" if self.url.endswith("/") else self.url).lstrip("/")
