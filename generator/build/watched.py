"""Builds of a site that somebody looks at while it is edited: the pages that are open come before all others."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.build import Builder
from generator.build.store import LostError
from generator.config import Config

__all__ = ["Watched"]


class Watched(Builder):
    """A Builder that can bring some pages up to date before it builds the site."""

    def ahead(
        self,
        changed: Collection[Path],
        pages: Collection[str],
        config: Config | None = None,
        pause: Callable[[], object] = lambda: None,
    ) -> Iterator[list[str]]:
        """After a build, and before the next one: bring `pages` up to date, of which somebody waits for each.

        `changed` are files that changed since, `pages` output paths, `config` the settings, if they may have. Yields
        those that differ as soon as they are in their places. Whatever is not sure, and every fault, is left to the
        build that is to follow. `pause` is called as in a build.
        """
        if not self.sound:
            return
        if config:
            self.stages.asked = replace(self.stages.asked, config=config)
        looks, whole = {look for path in changed for look in self._looks(path)}, False
        try:
            for narrow in (True, False):
                self.engine.pause, self.stages.renderer = (lambda: None) if narrow else pause, None
                self.engine.go_on(looks if narrow else (), narrow=narrow)
                if written := self._first(pages):
                    yield written
            whole = True
        except LostError:
            self.sound = False
        finally:
            self._settle(whole)

    def _looks(self, path: Path) -> Iterator[tuple[str, Hashable]]:
        """What may find something else when this file has changed."""
        yield from (("settings", ()), ("stamp", str(path)))
        if path.is_relative_to(self.folder):
            inside = path.relative_to(self.folder).as_posix()
            yield "stamp", inside
            if inside not in self.world.stamps or not path.exists():
                yield from (("names", ()), ("theme", ()))

    def _first(self, pages: Iterable[str]) -> list[str]:
        """Make of these pages those that are due; what differs. What cannot be made is left to the build: it tells."""
        step, graph = self.engine.step(self.stages.rendered), self.engine.graph
        self.engine.settle(step.rank)
        for path in pages:
            if graph.nodes(step.rank).get(path) in graph.due[step.rank]:
                with suppress(Exception):
                    step(path)
        return self._published()

    def copied(self) -> dict[Path, str]:
        """The files of the site's folder that the last build copied as they are, each with its place in the output."""
        found = self.engine.last(self.stages.copies) or {}
        files = {self.folder / source: path for path, source in found.items() if isinstance(source, str)}
        return {file: path for file, path in files.items() if file.is_relative_to(self.folder)}

    def rest(self) -> None:
        """Nothing is to be done for a while: what is in memory is not to be searched for garbage again and again.

        And what was freed goes back to the system, of which the GNU library keeps a quarter of all that we hold.
        """
        self.stages.renderer = None
        gc.collect()
        gc.freeze()
        with suppress(ImportError, OSError, AttributeError, TypeError):  # another library, which needs no telling
            import ctypes

            ctypes.CDLL(None).malloc_trim(0)
