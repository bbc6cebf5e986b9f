"""What reaches the reader: a View for each file of the output, its text, and what is copied."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build import addresses, assets, content, frame, gather, outlines, output, overrides, render, strings
from generator.build.engine import Engine
from generator.build.lazy import Asked, Several
from generator.build.outlines import Outline
from generator.build.staged import Stage
from generator.build.stages.contents import Settings
from generator.build.stages.paper import Paper
from generator.build.steps import Former, named, outside, step, stored
from generator.build.world import World, fingerprint
from generator.errors import Problem
from generator.model import View

BLOCKS = 256
"""In so many blocks are the names of views."""


def _block(path: str) -> int:
    return zlib.crc32(path.encode(errors="surrogateescape")) % BLOCKS


@dataclass(frozen=True, slots=True)
class Every:
    """All views by their output paths."""

    blocks: tuple[Mapping[str, bytes], ...]
    """The names under which they are stored, in blocks by their paths."""
    templates: Mapping[str, str]
    blocked: tuple[Problem, ...]
    """Warnings of aliases that lead nowhere."""


class Pages(Paper):
    """The files of the output; those that differ go to `stage`."""

    def __init__(self, folder: Path, stage: Stage, world: World, engine: Engine) -> None:
        super().__init__(folder, world, engine)
        self.stage = stage
        self.renderer: render.Renderer | None = None
        """Of this build: what it keeps of one page for others must not outlive what that was made with."""
        engine.wrap(self)

    def begin(self, asked: Settings, now: dt.datetime) -> None:
        """Get ready for a build."""
        super().begin(asked, now)
        self.renderer = None

    # ---------------------------------------------------------------- looks at the theme

    @outside
    def theme(self) -> dict[str, str]:
        return {name: str(path) for name, path in assets.static(render.folders(self.folder)).items()}

    @outside
    def astray(self) -> tuple[Problem, ...]:
        return overrides.doubts(self.folder)

    @outside
    def own_texts(self) -> tuple[str, ...]:
        return overrides.texts(self.folder)

    # ---------------------------------------------------------------- views

    @step
    def pictures(self) -> dict[str, str]:
        return {path: file for name in self.leading() for path, file in self.aside(name).pictures.items()}

    @step
    def copies(self) -> dict[str, str | bytes]:
        """What is copied, by output path: a file, or the bytes themselves."""
        beside_ = {addresses.place(name): name for name in self.copied_names()}
        return {**self.theme(), **beside_, **self.pictures(), **assets.extra(self.config())}

    @step
    def kinds(self) -> tuple[str, ...]:
        from generator.build import kinds

        return tuple(dict(kinds.KINDS))

    @step
    def kind(self, name: str) -> tuple[Outline, ...]:
        """The views of a kind, which are stored one by one: not all of them need be in memory at once."""
        from generator.build import kinds

        views = list(dict(kinds.KINDS)[name](self.assembled(), self.config()))
        return tuple(outlines.outline(view, self.engine.store.put(view)) for view in views)

    @step
    def every(self) -> Every:
        views = [view for name in self.kinds() for view in self.kind(name)]
        entries = (page.entry for page in self.joined().pages.values())
        free, leading, blocked = outlines.where_nothing_stands(views, self.copies(), entries)
        outlines.refuse_clashes(free, self.copies(), leading)
        blocks: tuple[dict[str, bytes], ...] = tuple({} for _ in range(BLOCKS))
        for each in free:
            blocks[_block(each.path)][each.path] = each.view
        return Every(blocks, {each.path: each.template for each in free}, blocked)

    @step
    def templates(self) -> Mapping[str, str]:
        """The template of each output path."""
        return self.every().templates

    @step
    def block(self, number: int) -> Mapping[str, bytes]:
        """Some views: where none of them is another, nobody need look for his own again."""
        return self.every().blocks[number]

    @named
    def view(self, path: str) -> Any:
        """A View."""
        return self.block(_block(path))[path]

    # ---------------------------------------------------------------- text and copies → output

    @step
    def template(self, name: str) -> render.Template | None:
        """A template, and thereby each place before it where one of that name does not stand yet."""
        for path in render.places(self.folder, name):
            if (stamp := self.stamp(str(path))) is not None:
                self.sure(data := path.read_bytes(), stamp)
                return io.StringIO(data.decode(), newline=None).read(), str(path)
        return None

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

    def rendering(self) -> render.Renderer:
        """What renders pages, as each stage calls it that does."""
        (config, menu, year), told = self.common(), self.told()
        if self.renderer is None:
            asked = config, Asked(self.version), menu, year, told
            self.renderer = render.Renderer(self.folder, *asked, self.template, self.engine)
        return self.renderer

    @step
    def ready(self) -> None:
        self.rendering().get_ready(sorted({*self.templates().values()}))

    @stored
    def rendered(self, path: str) -> frame.Cuts | None:
        """The page goes to the stage; the value is where its blocks stand in it."""
        former = self.engine.former()
        one: View = self.view(path)
        renderer = self.rendering()
        entries = {entry.path: entry for entry in one.bodies}
        pages = Several(entries, lambda name: self.whole(name, entries[name]))
        text, cuts = renderer.render(one, pages, self._blocks(path, one, former, renderer))
        self.stage.put(path, text)
        return cuts

    def _blocks(self, path: str, view: View, former: Former | None, renderer: render.Renderer) -> dict[str, bytes]:
        """The blocks of a page that stay as they stand in the output: nothing has changed since but their frame."""
        around = renderer.frame(view.template).templates
        if former is None or not all(stage == "template" and name in around for stage, name in former.changed):
            return {}
        blocks = frame.blocks(former.value, self.stage.standing(path)) if former.value else {}
        if blocks:
            self.engine.again(former.used)
        return blocks

    @step
    def copied(self, path: str) -> bool:
        """Whether the file is there still."""
        source = self.copies()[path]
        stamp = fingerprint(source) if isinstance(source, bytes) else self.stamp(source)
        data = output.held(source if isinstance(source, bytes) else self.folder / source) if stamp else None
        if data is not None:
            self.sure(data, stamp)
            self.stage.put(path, data)
        return data is not None

    @step
    def warnings(self) -> tuple[Problem, ...]:
        from generator.build import edited, stories

        groups_, all_ = self.groups(), self.joined()
        return (
            *(each for name in filter(content.is_text, self.names()) for each in self.face(name).problems),
            *(each for name in self.leading() for each in self.aside(name).problems),
            *gather.unseen(all_.pages.values(), self.copies()),
            *all_.odd,
            *stories.unshown(self.introductions(), groups_),
            *edited.doubts(self.assembled(), all_.reports),
            *all_.problems,
            *self.every().blocked,
            *self.astray(),
            *self.words().problems,
        )
