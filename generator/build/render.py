"""View → text. The only module that knows the template library."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from generator import __version__, kept
from generator.build import mistakes
from generator.build.addresses import rooted
from generator.build.environment import Environment, Noting, NotNoting
from generator.build.frame import Cuts, Frame, around, filled
from generator.build.functions import day, functions
from generator.build.strings import Told
from generator.build.wording import Here, number
from generator.config import Config
from generator.errors import BroadsheetError, Problem
from generator.files import packaged
from generator.model import Entry, Page, View


def folders(folder: Path) -> tuple[Path, ...]:
    """Where templates and their static files are looked for: the site's own first, then the packaged theme."""
    own, theme = folder / "templates", packaged()
    return (own,) if own.resolve() == theme.resolve() else (own, theme)


class _Compiled(jinja2.BytecodeCache):
    """Templates as this process or an earlier one compiled them: compiling costs more than building a small site.

    Those of the theme are compiled once for all sites, and lie beside what Python has compiled of the program.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / ".broadsheet" / "templates"
        code = Path(cache_from_source(__file__)).parent
        self.shared = self.folder if sys.dont_write_bytecode or not os.access(code, os.W_OK) else code / "templates"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file in which the code of this template is kept."""
        theme = filename is not None and Path(filename).is_relative_to(packaged())
        return str((self.shared if theme else self.folder) / super().get_cache_key(name, filename))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of this template if it was compiled from the same text."""
        checksum, code = compiled().get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif data := kept.load(Path(bucket.key), kept.state()):
            bucket.bytecode_from_string(bytes(data))
            compiled()[bucket.key] = (bucket.checksum, bucket.code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code; that of the template's former text is forgotten."""
        compiled()[bucket.key] = (bucket.checksum, bucket.code)
        kept.keep(Path(bucket.key), kept.state(), bucket.bytecode_to_string())


@lru_cache(maxsize=1)
def compiled() -> dict[str, tuple[str, CodeType | None]]:
    """The code of templates, with the checksum of their text, for the builds of one process."""
    return {}


Template = tuple[str, str]
"""The text of a template, and its file."""
NOTHING: Mapping[str, bytes] = {}
Find = Callable[[str], Template | None]
"""Gives a template by its name; None where there is none. It is asked at each use of a template, by whatever page or
other template, so that it knows which ones a page was made with."""


def read(folder: Path, name: str) -> Template | None:
    """A template of the site in `folder`: its own one, else that of the theme."""
    for path in places(folder, name):
        with contextlib.suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return path.read_text(encoding="utf-8"), str(path)
    return None


def places(folder: Path, name: str) -> tuple[Path, ...]:
    """Where a template may be, the first place that has it wins; none for a name that leads out of these folders.

    `theme/base.html` is that of the theme, whatever the site has in its place: what replaces it can extend it.
    """
    parts = [each for each in name.split("/") if each and each != "."]
    if not parts or any(each == ".." or os.sep in each or (os.altsep or os.sep) in each for each in parts):
        return ()
    if parts[0] == "theme":
        return (packaged().joinpath(*parts[1:]),)
    return tuple(each.joinpath(*parts) for each in folders(folder))


class Renderer:
    """The templates of one site, ready to render its views."""

    def __init__(
        self,
        folder: Path,
        config: Config,
        versions: Mapping[str, str],
        menu: Sequence[Entry] = (),
        year: int = 0,
        told: Mapping[str, Told] | None = None,
        find: Find | None = None,
        noting: Noting | None = None,
    ) -> None:
        """Get ready for one build.

        `folder` is the site's, `versions` those of its theme's static files, `menu` its hand-written pages, `year` that
        of its newest report, `told` the theme's words in its language. `find` gives templates; `noting` hears what a
        part of a page was made with that others use again.
        """
        self.folder, self.config, self.year = folder, config, year
        self.here = Here(config, versions, year, told or {})
        self._frames: dict[str, Frame] = {}
        find = find or lru_cache(maxsize=None)(partial(read, folder))
        self.environment = Environment(
            self.here,
            noting or NotNoting(),
            loader=jinja2.FunctionLoader(lambda name: (found := find(name)) and (*found, None)),
            undefined=jinja2.StrictUndefined,
            autoescape=lru_cache(jinja2.select_autoescape(("html", "xml"))),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_Compiled(folder),
        )
        self.environment.globals |= functions(self.here)
        self.environment.globals |= {"config": config, "version": __version__, "menu": tuple(menu)}

    def get_ready(self, names: Iterable[str]) -> None:
        """Compile templates, and load what names days and numbers."""
        for name in names:
            self.frame(name)
        day(self.here, dt.date.min)
        number(self.here, 0)

    def render(
        self, view: View, pages: Mapping[str, Page], blocks: Mapping[str, bytes] = NOTHING
    ) -> tuple[bytes, Cuts | None]:
        """One view as it is to be written, and where its blocks stand in it; those that are given are not rendered.

        `pages` are the content files that the template is told of. Raises BroadsheetError naming the template and its
        line.
        """
        self.here.year = view.values.get("year", self.year)  # that of an edition is its own, whatever comes later
        known = {"here": view.url, "pages": pages} | dict(view.values)
        base = self.config.base if view.rooted else ""

        def finish(text: str) -> bytes:
            return rooted(text, view.url, base).encode()

        try:
            template = self.environment.get_template(view.template)
            try:
                return filled(template, known, self.frame(view.template), blocks, finish)
            except Exception:  # noqa: BLE001  it is told with the lines of templates, below
                self.environment.handle_exception()
        except BroadsheetError:
            raise
        except Exception as error:  # a template may fail in any way; told with its line
            fault = mistakes.told(error, view, known, self.environment, folders(self.folder))
            raise BroadsheetError(fault) from error

    def frame(self, name: str) -> Frame:
        """What is around the blocks of a template; nothing where that is not sure."""
        if name not in self._frames:
            self._frames[name] = Frame()
            with contextlib.suppress(Exception):  # a template is broken or absent: whoever is shown by it will tell
                self._frames[name] = around(name, self.environment.facts)
        return self._frames[name]


def each(views: Mapping[str, str], make: Callable[[str], object]) -> None:
    """Make every view, named by its output path, of which `views` gives the template.

    Raises BroadsheetError with the first fault of every template that has one, or with the disk's.
    """
    failed: set[str] = set()
    faults: dict[tuple[str, int, str], Problem] = {}
    for path, template in views.items():
        if template in failed:
            continue
        try:
            make(path)
        except BroadsheetError as error:
            if isinstance(error.__cause__, OSError):  # of the disk, and the others would only say so, too
                raise
            failed.add(template)
            for one in error.problems:  # many pages share a broken base: its fault is told once
                faults.setdefault((one.path, one.line, one.what), one)
    if faults:
        raise BroadsheetError(sorted(faults.values()))
