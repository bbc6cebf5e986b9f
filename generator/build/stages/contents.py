"""Content files, each by itself: found, read and parsed, held back until their time, converted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from generator import lock
from generator.build import addresses, beside, bodies, content, gather, seen
from generator.build.bodies import Aside, Converted
from generator.build.content import Parsed
from generator.build.engine import Engine
from generator.build.lazy import Asked
from generator.build.seen import Seen
from generator.build.steps import outside, step, stored
from generator.build.world import World, fingerprint
from generator.config import Config
from generator.model import Entry, Page

if TYPE_CHECKING:
    from generator.build.reading import Reading


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is told."""

    config: Config
    drafts: bool = False
    future: bool = False


class Contents:
    """The files of a site's content in `folder`, as `world` has them."""

    def __init__(self, folder: Path, world: World, engine: Engine) -> None:
        self.folder, self.world, self.engine = folder, world, engine
        self.asked = Settings(Config())
        self.now = dt.datetime.min  # noqa: DTZ901  until a build says
        self._read: tuple[Any, Parsed | None] = None, None

    def begin(self, asked: Settings, now: dt.datetime) -> None:
        """Get ready for a build."""
        self.asked, self.now = asked, now

    # ---------------------------------------------------------------- looks at the world

    @outside
    def stamp(self, name: str) -> str | None:
        return self.world.stamp(name)

    @outside
    def settings(self) -> Settings:
        return self.asked

    @outside
    def names(self) -> tuple[str, ...]:
        return gather.names(self.folder)

    def sure(self, data: bytes, stamp: str | None) -> bool:
        """Whether what was read of a file is what a look found; if not, the step is to run again in the next build."""
        same = fingerprint(data) == stamp
        if not same:
            self.engine.doubt()
        return same

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

    def parsed(self, name: str) -> Parsed:
        """A content file, as those call it who want a part; what one has read the next one need not read."""
        stamp, zone, seen = self.stamp(name), self.zone(), self.seen_of(PurePosixPath(name).stem)
        known, parsed = self._read
        if parsed is None or known != (name, stamp, zone, seen):
            digest, data = self.world.last
            if not (same := digest == stamp):
                data = gather.data(self.folder, name)
                same = self.sure(data, stamp)
            parsed = content.parse(name, gather.spelled(name, data), ZoneInfo(zone), seen)
            if same:
                self._read = (name, stamp, zone, seen), parsed
        return parsed

    @step
    def face(self, name: str) -> Parsed:
        """All but the body: an edit inside one goes no further than this."""
        return replace(self.parsed(name), body="", words=0)

    @stored
    def alone(self, name: str) -> Converted | None:
        """The body, where no other file has a part in it: it can be converted as soon as it is read."""
        one = self.parsed(name)
        return None if one.leads else bodies.alone(one)

    @outside
    def clock(self) -> int:
        """How often something that was known came due, or was not any more, from one build to the next."""
        known = self.engine.last(self.due)
        return known.clock + (not known.window.holds(self.now)) if known else 0

    @step
    def due(self) -> gather.Due:
        asked, clock = self.settings(), self.clock()
        faces = gather.all_of(self.face, filter(content.is_text, self.names()))
        found = gather.due(faces, self.now, ZoneInfo(self.zone()), drafts=asked.drafts, future=asked.future)
        return replace(found, clock=clock)  # which tells only whether to run: what is new is held against the time now

    @step
    def shown(self) -> tuple[str, ...]:
        return self.due().shown

    @step
    def leading(self) -> tuple[str, ...]:
        return self.due().leading

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

    @outside
    def picture(self, name: str) -> bool:
        return beside.picture(self.folder, name)

    @stored
    def linked(self, name: str) -> Converted:
        """The body of one that has links to others."""
        one, ask = self.parsed(name), Asked
        sources = beside.Beside(ask(self.document), self.picture)
        links = bodies.Links(one.entry, ask(self.place), ask(self.copied_name), ask(self.stands), sources)
        return bodies.convert(one, links)

    @step
    def aside(self, name: str) -> Aside:
        return self.linked(name).aside

    def body(self, name: str) -> Converted:
        """The body of a content file, as others call it."""
        return self.alone(name) or self.linked(name)

    @stored
    def reading(self, name: str) -> Reading:
        """What a report of a story says, whatever others say."""
        from generator.build.reading import read

        return read(self.face(name).entry, self.body(name).paragraphs)

    def whole(self, name: str, entry: Entry) -> Page:
        """A content file with its body, as others call it."""
        body = self.body(name)
        return Page(entry, body.markdown, body.html, body.paragraphs, body.words)
