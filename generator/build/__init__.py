"""`build`: what `content/` says becomes the site, offline, the same bytes from the same input. Start reading here.

    content/*.md ──► Page ──► Site ──► View ──► text ──► site/
     (texts)       content,   site    kinds    render    output
                   markup     digest

First everything is gathered, then everything is rendered: no page is made before all of them are known. The stages are
in `stages/`; the engine runs those that an edit makes necessary, and nothing here decides which these are.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator import kept
from generator.build import content, many, render, traces
from generator.build.output import claim
from generator.build.staged import Stage
from generator.build.stages import SHARED, Settings, Stages
from generator.build.standing import Standing
from generator.build.store import LostError
from generator.build.traces import Traces
from generator.build.world import Window, World
from generator.config import Config
from generator.errors import Problem
from generator.unchanged import NOTHING, Seen

__all__ = ["Builder", "Result", "build"]

MANY = 1000
"""Of so many content files and more, what shows all of them is work enough for a process."""
MAKING = frozenset({"rendered", "copied"})
"""The stages that make a file of the output."""
Progress = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one build did."""

    written: tuple[str, ...]
    """Output files that are new or different, as paths below the output folder."""
    removed: tuple[str, ...]
    """Those of an earlier build that no page asks for any more."""
    unchanged: int
    views: int
    """How many pages and other files are rendered, or were by an earlier build and stay."""
    held: tuple[tuple[str, str], ...] = ()
    """Content files that were held back, each with the reason."""
    problems: tuple[Problem, ...] = ()
    """Warnings."""

    def as_dict(self) -> dict[str, Any]:
        """The same for a program."""
        told = asdict(self) | {"problems": [str(each) for each in self.problems]}
        return told | {"held": [{"path": path, "reason": reason} for path, reason in self.held]}


def build(
    folder: Path,
    config: Config,
    *,
    output: Path,
    now: dt.datetime,
    drafts: bool = False,
    future: bool = False,
    jobs: int = 1,
    progress: Progress = lambda what, done, total: None,
) -> Result:
    """Make `output` hold the site of `folder`, and nothing else.

    `now` decides which articles are still to come, and nothing more; `drafts` and `future` show those, too. `jobs`
    processes share the work. Raises BroadsheetError with the faults of all content files, else with those of all
    templates, else with the disk's.
    """
    builder = Builder(folder, output)
    try:
        return builder.build(config, now=now, drafts=drafts, future=future, jobs=jobs, progress=progress)
    finally:
        builder.close()


class Builder:
    """The builds of one site into one folder: what one has learned the next one knows, in this process or another."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder, self.output = folder.resolve(), output
        mark = hashlib.sha256(str(output.resolve()).encode(errors="surrogateescape")).hexdigest()[:12]
        self.whole = False
        """Whether the last build came to its end."""
        self.sound = False
        """Whether a build of this process has come to its end."""
        self.written: set[str] = set()
        """What was put into its place by builds that did not come to their end, and is still to be told."""
        self.path = self.folder / ".broadsheet" / "build" / mark / "traces"
        self._begin(traces.load(self.path, kept.state(), SHARED))

    def _begin(self, known: Traces) -> None:
        """Go on from what is known."""
        beside = known.beside or {}
        stamps, files, folders = (dict(beside.get(name, {})) for name in ("stamps", "files", "folders"))
        self.traces, self.engine, self.world = known, known.engine, World(self.folder, stamps)
        self.engine.looks = self.world.stamps
        self.standing = Standing(self.output, files, folders)
        self.stage = Stage(self.output)
        self.stages = Stages(self.folder, self.stage, self.world, self.engine)

    def build(
        self,
        config: Config,
        *,
        now: dt.datetime,
        drafts: bool = False,
        future: bool = False,
        jobs: int = 1,
        progress: Progress = lambda what, done, total: None,
        pause: Callable[[], object] = lambda: None,
        seen: Seen = NOTHING,
    ) -> Result:
        """One build, as `build` describes it; where files were `seen` just before, they are not looked at again.

        `pause` is called again and again, and ends the build where it raises what is no Exception: the pages stay as
        they were, and the next build goes on there.
        """
        claim(self.output, self.folder)
        self.engine.pause = pause
        try:
            return self._tried(Settings(config, drafts, future), now, jobs, progress, seen)
        except LostError:  # what an earlier build left is damaged: as if there had been none
            self.engine.store.close()
            self.stage.drop()
            self._begin(traces.anew(self.path, kept.state(), SHARED))
            return self._tried(Settings(config, drafts, future), now, jobs, progress, seen)

    def _tried(self, asked: Settings, now: dt.datetime, jobs: int, progress: Progress, seen: Seen) -> Result:
        self.standing.look()
        self.stages.begin(asked, now)
        self.engine.begin({"stamp": self.world.still(seen)})
        self.whole = False
        try:
            result = self._build(jobs, progress)
            self.whole = self.sound = True
            self.written.clear()
            self.stage.drop()
            return result
        finally:
            self._settle(self.whole)

    def _build(self, jobs: int, progress: Progress) -> Result:
        """The program: what can be done by many at once is done ahead, then each value is asked for."""

        def ahead(
            what: str,
            keys: Collection[str],
            *stages: Callable[[str], object],
            turn: Callable[[str], object] | None = None,
            large: bool = False,
        ) -> list[str]:
            def told(done: int, total: int) -> None:
                self.engine.pause()
                progress(what, done, total)

            return many.ahead(self.engine, stages, keys, jobs, told, turn=turn, large=large)

        do = self.stages
        ahead("reading", [name for name in do.names() if content.is_text(name)], do.face, do.alone)
        ahead("converting", do.leading(), do.linked)
        ahead("telling", tuple(do.groups()), do.digested)
        do.common()  # and with it the whole paper, which each process would put together for itself
        large = len(do.shown()) >= MANY
        ahead("arranging", do.kinds(), do.kind, large=large)
        copies, templates = do.copies(), do.templates()
        self._forget(self.standing.altered())
        for paths in (copies.keys(), templates.keys()):
            if not paths <= self.standing.files.keys():
                self._forget(paths - self.standing.files.keys())
        if large and jobs > 1:
            do.ready()  # what each process would compile and load for itself
        faulty = ahead("rendering", templates, do.rendered, turn=_turn, large=large)
        render.each({path: templates[path] for path in sorted(faulty)}, do.rendered)
        wanted = dict.fromkeys([*(path for path in copies if do.copied(path)), *templates])
        warnings = do.warnings()
        removed = self.standing.settle(wanted, self._made())
        self._published(self._placed)
        written = self.written.intersection(wanted)
        return Result(
            written=tuple(sorted(written)),
            removed=tuple(sorted(removed)),
            unchanged=len(wanted) - len(written),
            views=len(templates),
            held=do.due().held,
            problems=warnings,
        )

    def _published(self, told: Callable[[str], object] = lambda path: None) -> list[str]:
        """Put what this build has made into its place; what differs. `told` hears of each file."""
        made = self._made()
        try:
            return self.stage.publish(made, told)
        finally:
            self.standing.note(made)

    def _made(self) -> list[str]:
        return [str(path) for name, path in self.engine.ran_now() if name in MAKING]

    def _placed(self, path: str) -> None:
        self.written.add(path)
        self.engine.pause()

    def _forget(self, paths: Iterable[Hashable]) -> None:
        """Have these files made again, whatever was made before: they are not there."""
        for path in paths:
            for name in MAKING:
                self.engine.forget(name, path)

    def _settle(self, whole: bool) -> None:
        """What was made and could not be put into its place is to be made again."""
        if not whole:
            self._forget(path for name, path in self.engine.ran_now() if name in MAKING and self.stage.holds(str(path)))
            self.stage.leave()

    @property
    def window(self) -> Window:
        """From when until when all that is due is what the last build showed."""
        return self.stages.due().window

    def close(self) -> None:
        """Keep what was learned for the next process."""
        asked = self.engine.graph.nodes(self.engine.graph.rank("stamp"))
        stamps = {name: known for name, known in self.world.stamps.items() if name in asked}
        beside: traces.Tables = {"stamps": stamps, "files": self.standing.files, "folders": self.standing.folders}
        self.traces.save(beside, whole=self.whole)
        self.engine.store.close()
        self.standing.leave()
        self.stage.drop()


def _turn(path: str) -> tuple[bool, str]:
    """The more, the sooner it is rendered: what is of the whole site, and large, while little is in memory; then
    lists, which take longer than single reports and come behind them in the alphabet.
    """
    return "/" not in path, path
