"""What commands may be told: their options, each with its environment variable, and how a command is run with them."""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator import config
from generator.config import Config
from generator.errors import BroadsheetError, problem
from generator.say import Say


def option(*names: str, **settings: Any) -> Callable[..., Any]:
    """An option that may also be given as an environment variable, `--base-url` as `BROADSHEET_BASE_URL`."""
    long = next(name for name in names if name.startswith("--"))
    variable = "BROADSHEET_" + long.removeprefix("--").upper().replace("-", "_")
    return click.option(*names, envvar=variable, **settings)


FOLDER = click.Path(path_type=Path, file_okay=False)
SITE = (
    option("-s", "--source", type=FOLDER, default=".", help="The site's folder. [default: here]"),
    option("-c", "--config", "name", help=f"The settings file in it. [default: {config.NAME}]"),
    option("-b", "--base-url", help="Where the site will stand: https://me.github.io/repo/"),
)
SAYING = (
    option("--strict", is_flag=True, help="Warnings fail, too, and sources that cannot be read."),
    option("--json", "as_json", is_flag=True, help="Print one JSON object: the account of the run."),
    option("-v", "--verbose", is_flag=True, help="Name every input and every page."),
    option("-q", "--quiet", is_flag=True, help="Print faults only."),
)
OUTPUT = (option("-o", "--output", type=FOLDER, help="Where the pages go. [default: site; serve: a preview]"),)
HELD = (
    option("-D", "--drafts", is_flag=True, help="Show drafts."),
    option("-F", "--future", is_flag=True, help="Show what is dated, or to be published, in the future."),
)
JOBS = (
    option("-j", "--jobs", type=click.IntRange(1), help="Processes that share the work. [default: one for each core]"),
)
EXECUTOR = (
    option("--executor", default="local", help="Where sources are read: local, or dask://HOST:PORT. [default: local]"),
)
SERVING = (
    option("-p", "--port", type=click.IntRange(0, 65535), default=8000, help="Or the next free one. [default: 8000]"),
    option("--host", default="127.0.0.1", show_default=True, help="Address to listen on."),
    option("--open", "browser", is_flag=True, help="Open the site in the browser."),
    option("--no-reload", is_flag=True, help="Do not reload pages in the browser."),
    option("--poll", is_flag=True, help="Look for changes every second, where the system does not tell of them."),
)


@dataclass(frozen=True, slots=True)
class Site:
    """Which site a command is for, and where its settings are."""

    folder: Path
    name: str | None
    """Of the settings file; none where none is named."""
    base_url: str | None

    @property
    def file(self) -> Path:
        """The settings file, whether it is there or not."""
        return self.folder / (self.name or config.NAME)

    def settings(self) -> Config:
        """The settings as they are now. Raises BroadsheetError for their faults, and where there is no site."""
        self.require()
        return config.load(self.folder, self.file.name, base_url=self.base_url, required=self.name is not None)

    def require(self) -> None:
        """Raise BroadsheetError for a folder that has no settings, and nothing of a site either."""
        if self.name or _is_site(self.folder):
            return
        missing = f"this is no site: it has neither {config.NAME} nor content/"
        what = missing if self.folder.exists() else "it is not there"
        hint = "go to your site's folder, name it with --source, or make one with `broadsheet init DIR`"
        here = self.folder.resolve()
        if above := next(filter(_is_site, here.parents), None):
            hint = f"go to {above}, the site around it, or name that with --source"
        raise BroadsheetError(problem(what, str(here), hint=hint))


def _is_site(folder: Path) -> bool:
    return (folder / config.NAME).exists() or (folder / "content").is_dir()


def options(*groups: Iterable[Callable[..., Any]]) -> Callable[..., Any]:
    """Add the options of all groups to a command and run it, telling faults of the input as the user's.

    The command gets a Say for those of SAYING and a Site for those of SITE, each of the others by its name.
    """

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def run(**arguments: Any) -> None:
            say = Say(*(arguments.pop(name) for name in ("as_json", "quiet", "verbose", "strict")))
            if SITE in groups:
                arguments["site"] = Site(*(arguments.pop(name) for name in ("source", "name", "base_url")))
            try:
                _stand()
                command(say=say, **arguments)
            except BroadsheetError as error:
                say.problems(error.problems)
            except KeyboardInterrupt as stop:
                say.interrupted(str(stop))
            say.end()

        return functools.reduce(lambda wrapped, add: add(wrapped), reversed([o for g in groups for o in g]), run)

    return decorate


def _stand() -> None:
    """Raise BroadsheetError where the folder in which the shell stands was deleted, or made anew."""
    try:
        os.getcwd()
    except OSError as error:
        hint = "`cd` to one that is there, or `cd .` where it was made anew"
        raise BroadsheetError(problem("the folder in which this was called is gone", hint=hint)) from error


def now() -> dt.datetime:
    """The moment of this run; `SOURCE_DATE_EPOCH` sets it for builds that must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        what = f"the variable SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}"
        raise BroadsheetError(problem(what, hint="unset it, or set it to something like `date +%s` prints")) from error


def processes(jobs: int | None) -> int:
    """How many processes share the work: so many as are asked for, else one for each core that we may use."""
    if jobs:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
