"""The stages of a build in their order, each a step of the engine: read them as plain functions that call each other.

What a stage calls is what it depends on, and stands above it. A value is split where others should not feel a change:
`face` is what a content file shows to others, so that an edit inside a body reaches no more than the pages that show
the body.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from generator import lock, retold
from generator.build import (
    addresses,
    assets,
    beside,
    content,
    gather,
    output,
    overrides,
    profiles,
    render,
    seen,
    strings,
)
from generator.build.content import Parsed
from generator.build.engine import Engine, outside, passing, step, stored
from generator.build.seen import Seen
from generator.build.staged import Stage
from generator.build.world import World
from generator.config import Config
from generator.errors import Problem
from generator.model import Citation, Digest, Entry, Page, Site, Story, View

if TYPE_CHECKING:
    from generator.build.editions import Telling
    from generator.build.topics import Told

SHARED = (Entry, Story, View, gather.Aside)
"""What many values hold, and the engine keeps once."""
WRITTEN = frozenset({"story", "topic", "edition"})
"""Kinds of content files of which other pages show the text."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is told."""

    config: Config
    drafts: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """All content files that are shown, with publishers, topics and stories under one name each.

    Articles are without their bodies, which stay on the disk.
    """

    pages: Mapping[str, Page]
    """By path."""
    reports: Mapping[str, Page]
    """The same with publishers and topics as they name them themselves, for the editions."""
    told: Mapping[str, Told]
    """What is known of topics, by slug."""
    problems: tuple[Problem, ...]
    """Warnings of topics."""
    odd: tuple[Problem, ...]
    """Warnings of stories that are to be merged."""


@dataclass(frozen=True, slots=True)
class Every:
    """All views by their output paths."""

    views: Mapping[str, View]
    blocked: tuple[Problem, ...]
    """Warnings of aliases that lead nowhere."""


class Stages:
    """The site in `folder`, stage by stage; files that differ go to `stage`."""

    def __init__(self, folder: Path, stage: Stage, world: World, engine: Engine) -> None:
        self.folder, self.stage, self.world, self.engine = folder, stage, world, engine
        self.asked = Settings(Config())
        self.now = dt.datetime.min  # noqa: DTZ901  until a build says
        engine.wrap(self)
        self.renderer: render.Renderer | None = None
        """Of this build: what it keeps of one page for others must not outlive what that was made with."""

    def begin(self, asked: Settings, now: dt.datetime) -> None:
        """Get ready for a build."""
        self.asked, self.now, self.renderer = asked, now, None

    # ---------------------------------------------------------------- looks at the world

    @outside
    def stamp(self, name: str) -> str | None:
        return self.world.stamp(name)

    @outside
    def settings(self) -> Settings:
        return self.asked

    @outside
    def clock(self) -> int:
        """How often something that was known came due, or was not any more, from one build to the next."""
        known = self.engine.last(self.due)
        return known.clock + (not known.window.holds(self.now)) if known else 0

    @outside
    def names(self) -> tuple[str, ...]:
        return gather.names(self.folder)

    @outside
    def theme(self) -> dict[str, str]:
        return {name: str(path) for name, path in assets.static(render.folders(self.folder)).items()}

    @outside
    def astray(self) -> tuple[Problem, ...]:
        return overrides.doubts(self.folder)

    @outside
    def own_texts(self) -> tuple[str, ...]:
        return overrides.texts(self.folder)

    @outside
    def picture(self, name: str) -> bool:
        return beside.picture(self.folder, name)

    # ---------------------------------------------------------------- files → parsed → shown

    @step
    def config(self) -> Config:
        return self.settings().config

    @step
    def zone(self) -> str:
        return self.config().timezone

    @step
    def seen(self) -> dict[str, Seen]:
        self.stamp(lock.PATH)
        return seen.seen(lock.read(self.folder).values())

    @step
    def seen_of(self, name: str) -> Seen | None:
        return self.seen().get(name)

    @stored
    def parsed(self, name: str) -> Parsed:
        self.stamp(name)
        text = gather.text(self.folder, name)
        return content.parse(name, text, ZoneInfo(self.zone()), self.seen_of(PurePosixPath(name).stem))

    @step
    def face(self, name: str) -> Parsed:
        """All but the body: an edit inside one goes no further than this."""
        return replace(self.parsed(name), body="", words=0)

    @step
    def due(self) -> gather.Due:
        asked, clock = self.settings(), self.clock()
        faces = gather.all_of(self.face, filter(content.is_text, self.names()))
        found = gather.due(faces, self.now, ZoneInfo(self.zone()), drafts=asked.drafts, future=asked.future)
        return replace(found, clock=clock)  # which tells only whether to run: what is new is held against the time now

    @step
    def shown(self) -> tuple[str, ...]:
        return self.due().shown

    # ---------------------------------------------------------------- bodies

    @step
    def places(self) -> dict[str, str]:
        return {name: self.face(name).entry.url for name in self.shown()}

    @step
    def place(self, name: str) -> str | None:
        return self.places().get(name)

    @step
    def copied_names(self) -> dict[str, str]:
        return {name: addresses.address(name) for name in self.names() if not content.is_text(name)}

    @step
    def copied_name(self, name: str) -> str | None:
        return self.copied_names().get(name)

    @step
    def standing(self) -> dict[str, bool]:
        return dict.fromkeys(sorted((*self.places().values(), *self.copied_names().values())), True)

    @step
    def stands(self, address: str) -> bool | None:
        return self.standing().get(address)

    @step
    def documents(self) -> dict[str, str]:
        return beside.by_source(self.face(name).entry for name in self.shown())

    @step
    def document(self, source: str) -> str | None:
        return self.documents().get(source)

    @stored
    def body(self, name: str) -> gather.Converted:
        one, ask = self.parsed(name), gather.Asked
        sources = beside.Beside(ask(self.document), self.picture)
        links = gather.Links(one.entry, ask(self.place), ask(self.copied_name), ask(self.stands), sources)
        return gather.convert(one, links)

    @step
    def aside(self, name: str) -> gather.Aside:
        return self.body(name).aside

    def _whole(self, name: str, entry: Entry) -> Page:
        body = self.body(name)
        return Page(entry, body.markdown, body.html, body.paragraphs, body.words)

    # ---------------------------------------------------------------- one name for each thing

    @step
    def known(self) -> tuple[profiles.Profile, ...]:
        self.stamp(profiles.NAME)
        return profiles.load(self.folder).all

    @step
    def joined(self) -> Joined:
        from generator.build import merges, publishers, spellings

        entries = {name: self.face(name).entry for name in self.shown()}
        pages = {
            name: self._whole(name, entry) if entry.kind in WRITTEN else Page(entry, "", "", ())
            for name, entry in entries.items()
        }
        people = profiles.Profiles(self.known())
        merged, odd = merges.merged(pages)
        reports = publishers.profiled(merged, people)
        spoken = spellings.united(publishers.united(merged, people))
        return Joined(spoken.pages, reports, spoken.told, spoken.problems, odd)

    @step
    def entry(self, name: str) -> Entry:
        return self.joined().pages[name].entry

    @step
    def report(self, name: str) -> Entry:
        return self.joined().reports[name].entry

    # ---------------------------------------------------------------- stories, editions: the Site

    @step
    def groups(self) -> dict[str, tuple[str, ...]]:
        from generator.build import stories

        found = stories.group(page.entry for page in self.joined().pages.values())
        return {slug: tuple(each.path for each in group) for slug, group in found.items()}

    @step
    def members(self, slug: str) -> tuple[str, ...]:
        return self.groups()[slug]

    @step
    def digested(self, slug: str) -> Digest:
        from generator.build.digest import digest

        return digest([self._whole(name, self.entry(name)) for name in self.members(slug)])

    @step
    def said(self, telling: Telling) -> tuple[Citation, ...]:
        from generator.build import editions

        return editions.say(telling, lambda name: self._whole(name, self.report(name)))

    @step
    def introductions(self) -> dict[str, Page]:
        return {page.entry.slug: page for page in self.joined().pages.values() if page.entry.kind == "story"}

    @outside
    def retold_names(self) -> tuple[str, ...]:
        return tuple(sorted(each.name for each in (self.folder / retold.FOLDER).glob("*.json")))

    @step
    def retold(self) -> dict[str, retold.Retold]:
        """What an outside program wrote of stories, where it is set."""
        if not self.config().digest.command:
            return {}
        for name in self.retold_names():
            self.stamp(f"{retold.FOLDER}/{name}")
        return retold.read(self.folder)

    @passing
    def assembled(self) -> Site:
        from generator.build import retelling, site

        all_, entries = self.joined(), tuple(page.entry for page in self.joined().pages.values())
        digests = {slug: self.digested(slug) for slug in self.groups()}
        people = profiles.Profiles(self.known())
        whole = site.assemble(entries, digests, self.introductions(), people, all_.told, all_.reports, self.said)
        kept, named = self.retold(), all_.pages
        cited = [self._whole(name, named[name].entry) for name in sorted(retelling.cited(kept)) if name in named]
        return retelling.shown(whole, kept, cited)

    @step
    def menu(self) -> tuple[Entry, ...]:
        return self.assembled().pages

    @step
    def year(self) -> int:
        from generator.build import site

        return site.year(self.assembled())

    # ---------------------------------------------------------------- views

    @step
    def pictures(self) -> dict[str, str]:
        return {path: file for name in self.shown() for path, file in self.aside(name).pictures.items()}

    @step
    def copies(self) -> dict[str, str | bytes]:
        """What is copied, by output path: a file, or the bytes themselves."""
        beside_ = {addresses.place(name): name for name in self.copied_names()}
        return {**self.theme(), **beside_, **self.pictures(), **assets.extra(self.config())}

    @step
    def kind(self, name: str) -> tuple[View, ...]:
        from generator.build import kinds

        return tuple(dict(kinds.KINDS)[name](self.assembled(), self.config()))

    @step
    def every(self) -> Every:
        from generator.build import kinds, site

        views = [view for name, _ in kinds.KINDS for view in self.kind(name)]
        entries = (page.entry for page in self.joined().pages.values())
        free, leading, blocked = site.where_nothing_stands(views, self.copies(), entries)
        site.refuse_clashes(free, self.copies(), leading)
        return Every({view.path: view for view in free}, blocked)

    @step
    def templates(self) -> dict[str, str]:
        """The template of each output path."""
        return {path: view.template for path, view in self.every().views.items()}

    @step
    def view(self, path: str) -> View:
        return self.every().views[path]

    # ---------------------------------------------------------------- text and copies → output

    @step
    def template(self, name: str) -> render.Template | None:
        """A template, and thereby each place before it where one of that name does not stand yet."""
        found = (path for path in render.places(self.folder, name) if self.stamp(str(path)) is not None)
        return next(((path.read_text(encoding="utf-8"), str(path)) for path in found), None)

    @step
    def words(self) -> strings.Strings:
        def find(name: str) -> Iterator[tuple[str, str, bool]]:
            theme, *own = reversed(render.places(self.folder, name))
            for path in (theme, *own):
                if self.stamp(str(path)) is not None:
                    yield path.read_text(encoding="utf-8-sig"), f"templates/{name}", path in own

        return strings.read(self.config().language, find, self.own_texts)

    @step
    def told(self) -> Mapping[str, strings.Told]:
        return self.words().told

    @step
    def version(self, name: str) -> str | None:
        return (self.stamp(self.theme()[name]) or "")[:8] or None if name in self.theme() else None

    @step
    def rendered(self, path: str) -> None:
        one = self.view(path)
        told = self.config(), gather.Asked(self.version), self.menu(), self.year(), self.told()
        if self.renderer is None:
            self.renderer = render.Renderer(self.folder, *told, self.template, self.engine)
        text = self.renderer.render(one, {name: self._whole(name, self.entry(name)) for name in one.bodies})
        self.stage.put(path, text.encode())

    @step
    def copied(self, path: str) -> bool:
        """Whether the file is there still."""
        source = self.copies()[path]
        there = isinstance(source, bytes) or self.stamp(source)
        data = output.held(source if isinstance(source, bytes) else self.folder / source) if there else None
        if data is not None:
            self.stage.put(path, data)
        return data is not None

    @step
    def warnings(self) -> tuple[Problem, ...]:
        from generator.build import edited, stories

        groups_, all_ = self.groups(), self.joined()
        return (
            *(each for name in filter(content.is_text, self.names()) for each in self.face(name).problems),
            *(each for name in self.shown() for each in self.aside(name).problems),
            *all_.odd,
            *stories.unshown(self.introductions(), groups_),
            *edited.doubts(self.assembled(), all_.reports),
            *all_.problems,
            *self.every().blocked,
            *self.astray(),
            *self.words().problems,
        )
