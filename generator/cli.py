"""The command line: the only module that reads arguments; what it prints goes through `say.py`.

Each command is a few lines: read the settings, call one function of the library, print what it returned. The two wings
are imported when a command needs them, so that `broadsheet --help` answers at once.
"""

from __future__ import annotations

import datetime as dt
import functools
import os
import shutil
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__, config, unchanged
from generator.errors import BroadsheetError, Problem, problem
from generator.say import Say

if TYPE_CHECKING:
    from generator.build import Builder
    from generator.ingest.account import Account


def _option(*names: str, **settings: Any) -> Callable[..., Any]:
    """An option that may also be given as an environment variable, `--base-url` as `BROADSHEET_BASE_URL`."""
    long = next(name for name in names if name.startswith("--"))
    variable = "BROADSHEET_" + long.removeprefix("--").upper().replace("-", "_")
    return click.option(*names, envvar=variable, **settings)


_FOLDER = click.Path(path_type=Path, file_okay=False)
SITE = (
    _option("-s", "--source", type=_FOLDER, default=".", help="The site's folder. [default: here]"),
    _option("-c", "--config", "settings", default=None, help=f"The settings file in it. [default: {config.NAME}]"),
    _option("-b", "--base-url", default=None, help="Where the site will stand: https://me.github.io/repo/"),
)
SAYING = (
    _option("--strict", is_flag=True, help="Warnings fail, too."),
    _option("--json", "as_json", is_flag=True, help="Print one JSON object: the account of the run."),
    _option("-v", "--verbose", is_flag=True, help="Name every input and every page."),
    _option("-q", "--quiet", is_flag=True, help="Print faults only."),
)
OUTPUT = (_option("-o", "--output", type=_FOLDER, default=None, help="Where the pages go. [default: site]"),)
HELD = (
    _option("-D", "--drafts", is_flag=True, help="Show drafts."),
    _option("-F", "--future", is_flag=True, help="Show what is dated, or to be published, in the future."),
)
JOBS = (
    _option("-j", "--jobs", type=click.IntRange(1), help="Processes that share the work. [default: one for each core]"),
)
EXECUTOR = (
    _option("--executor", default="local", help="Where sources are read: local, or dask://HOST:PORT. [default: local]"),
)
Load = Callable[[], config.Config]
"""Reads the settings; again for each build of `serve`."""


def _options(*groups: Iterable[Callable[..., Any]]) -> Callable[..., Any]:
    """Add the options of all groups to a command and run it, telling faults of the input as the user's."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def run(**arguments: Any) -> None:
            say = Say(*(arguments.pop(name) for name in ("as_json", "quiet", "verbose", "strict")))
            if SITE in groups:
                name, base_url = arguments.pop("settings"), arguments.pop("base_url")
                arguments["load"] = functools.partial(_load, arguments["source"], name, base_url)
            try:
                command(say=say, **arguments)
            except BroadsheetError as error:
                say.problems(error.problems)
            except KeyboardInterrupt as stop:
                say.interrupted(str(stop))
            say.end()

        return functools.reduce(lambda wrapped, option: option(wrapped), reversed([o for g in groups for o in g]), run)

    return decorate


def _load(folder: Path, name: str | None, base_url: str | None) -> config.Config:
    """The settings; a folder that has none, and nothing of a site either, is a mistake."""
    if not name and not (folder / config.NAME).exists() and not (folder / "content").is_dir():
        what = f"this is no site: it has neither {config.NAME} nor content/"
        hint = "go to your site's folder, name it with --source, or make one with `broadsheet init DIR`"
        raise BroadsheetError(problem(what, str(folder.resolve()), hint=hint))
    return config.load(folder, name or config.NAME, base_url=base_url, required=name is not None)


def _now() -> dt.datetime:
    """The moment of this run; `SOURCE_DATE_EPOCH` sets it for builds that must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        what = f"the variable SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}"
        raise BroadsheetError(problem(what, hint="unset it, or set it to something like `date +%s` prints")) from error


class _InOrder(click.Group):
    """Lists its commands in the order in which a person meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="broadsheet")
def main() -> None:
    """Turn a folder of news documents into a site that people enjoy reading.

    Put documents into content/sources/ and run `broadsheet build`; the site is in site/.
    """


@main.command()
@click.argument("folder", metavar="DIR", type=_FOLDER)
@_options(SAYING, (_option("--no-sample", is_flag=True, help="Without the three sample documents."),))
def init(say: Say, folder: Path, no_sample: bool) -> None:
    """Make a new site in DIR, with a sample.

    It has settings, folders, three documents, and a workflow that publishes it on GitHub Pages.
    """
    from generator import scaffold

    made = scaffold.site(folder, sample=not no_sample)
    for path in made:
        say.line(f"wrote {path}", detail=True)
    sample = "" if no_sample else " (three sample documents lie there)"
    say.line(f"{folder} is a site now. Put documents into {folder / 'content' / 'sources'}{sample}, then:\n")
    say.line(f"  cd {folder}\n  broadsheet serve --open\n")
    say.account["made"] = [str(path) for path in made]


@main.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@_options(
    SITE, SAYING, JOBS, EXECUTOR, (_option("--review", is_flag=True, help="Then list what a person should look at."),)
)
def ingest(
    say: Say, load: Load, source: Path, paths: tuple[Path, ...], jobs: int | None, executor: str, review: bool
) -> None:
    """Turn source documents into articles.

    Prints what became of every input. With PATHs, only those files below content/sources/ are read. With --review, then
    lists the articles of which something is in doubt, the most doubtful first; what you edit is in doubt no more.
    """
    from generator.ingest import review as reviewing

    account = _ingest(say, load(), source, paths, jobs, executor, brief=review)
    if review:
        cases = reviewing.review(source, [item.path for item in account.items])
        for row in reviewing.rows(cases, say.verbose):
            say.line(row)
        say.account["review"] = reviewing.as_data(cases)


@main.command()
@_options(SITE, SAYING, OUTPUT, HELD, JOBS, EXECUTOR)
def build(say: Say, load: Load, source: Path, output: Path | None, **how: Any) -> None:
    """Ingest, then turn content/ into the site."""
    _build(say, load, source, output or source / "site", **how)


@main.command()
@_options(
    SITE,
    SAYING,
    OUTPUT,
    HELD,
    JOBS,
    (
        _option(
            "-p", "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The next free one."
        ),
        _option("--host", default="127.0.0.1", show_default=True, help="Address to listen on."),
        _option("--open", "browser", is_flag=True, help="Open the site in the browser."),
        _option("--no-reload", is_flag=True, help="Do not reload pages in the browser."),
        _option("--poll", is_flag=True, help="Look for changes every second, where the system does not tell of them."),
    ),
)
def serve(
    say: Say, load: Load, source: Path, output: Path | None, port: int, host: str, browser: bool, no_reload: bool,
    poll: bool, **how: Any,
) -> None:  # fmt: skip
    """Build, show, and reload while you edit."""
    from generator import serve as serving

    target = output or source / ".broadsheet" / "preview"

    builders: list[Builder] = []
    own: dict[Path, object] = {}

    def build(changed: frozenset[Path], pages: frozenset[str]) -> Iterator[list[str]]:
        told = {path for path in changed if path not in own or unchanged.signature(str(path)) != own[path]}
        if changed and not told:
            return  # what `ingest` wrote in the build before
        say.told.clear()
        concerns = not changed or any(_is_for_ingest(path, source.resolve()) for path in told)
        if builders and (first := builders[0].ahead(told, pages)):
            yield first
        yield list(_build(say, load, source, target, builders=builders, own=own, ingesting=concerns, **how))

    def started(address: str) -> None:
        say.line(f"{address}  (Ctrl-C ends it)")
        if browser:
            click.launch(address)

    def failed(error: Exception) -> None:
        if isinstance(error, BroadsheetError):
            say.problems(error.problems)
        else:
            click.echo("".join(traceback.format_exception(error)), err=True)

    try:
        serving.serve(
            source,
            target,
            build,
            base=load().base,
            settings=source / (click.get_current_context().params["settings"] or config.NAME),
            host=host,
            port=port,
            reload=not no_reload,
            poll=poll,
            started=started,
            failed=failed,
        )
    except KeyboardInterrupt:
        say.line("ended")
    finally:
        for each in builders:
            each.close()


@main.command()
@_options(SITE, SAYING, OUTPUT)
def check(say: Say, load: Load, source: Path, output: Path | None) -> None:
    """Check links, feeds and citations of the site.

    Every fault is listed: dead links and anchors, addresses that clash, feeds that readers would refuse, citations that
    do not stand in their paragraph. Links to other sites are not followed. A name, number, date or quotation in what
    you wrote of a story (content/stories/) that none of its reports contains is a warning.
    """
    from generator.build import gate, links

    output, config = output or source / "site", load()
    found = links.survey(output, config)
    problems = (*found.problems, *gate.doubts(source, config))
    say.problems(problems)
    say.line(f"{found.pages:,} pages, {found.links:,} links: {f'{len(problems)} faults' if problems else 'all good'}")
    say.account["check"] = {"pages": found.pages, "links": found.links}


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_options(SITE, SAYING)
def explain(say: Say, load: Load, source: Path, file: Path) -> None:
    """Show what became of one source, and why.

    For FILE, a source or an article, where each field was found, and what became of each line of its source.
    """
    from generator.ingest import explain as explaining

    found = explaining.explain(source, load(), file, now=_now())
    for row in found.rows():
        say.line(row)
    say.account["explain"] = found.as_dict()


@main.command()
@click.argument("title")
@_options(SITE, SAYING)
def new(say: Say, load: Load, source: Path, title: str) -> None:
    """Make a draft of an article written by hand."""
    from generator import scaffold

    path = scaffold.article(source, title, today=_now().astimezone(load().zone).date())
    say.line(f"{path} is a draft: `broadsheet serve --drafts` shows it")
    say.account["new"] = str(path)


@main.command()
@_options(SITE, SAYING, OUTPUT)
def clean(say: Say, load: Load, source: Path, output: Path | None) -> None:
    """Remove the built pages and the cache."""
    from generator.build import output as outputs

    removed = outputs.clear(output or source / "site")
    shutil.rmtree(source / ".broadsheet", ignore_errors=True)
    say.line(f"{len(removed):,} files removed")
    say.account["removed"] = len(removed)


def _ingest(
    say: Say,
    settings: config.Config,
    source: Path,
    paths: tuple[Path, ...],
    jobs: int | None,
    executor: str = "local",
    *,
    brief: bool = False,
) -> Account:
    from generator import ingest

    progress = say.progress("reading")
    try:
        account = ingest.ingest(
            source,
            settings,
            now=_now(),
            paths=paths,
            jobs=jobs or os.cpu_count() or 1,
            executor=executor,
            progress=progress,
        )
    except KeyboardInterrupt:
        read = f"{progress.number:,} of {progress.total:,} new or changed sources are read; "
        raise KeyboardInterrupt(f"{read if progress.total else ''}the next run goes on there") from None
    say.done()
    for row in () if brief else account.rows():
        say.line(row, detail=True)
    rows = list(account.summary())
    say.news(rows[-1:] if brief else rows)
    say.problems(account.problems)
    say.account["ingest"] = account.as_dict()
    return account


def _build(
    say: Say, load: Load, source: Path, output: Path, *, drafts: bool, future: bool, jobs: int | None,
    executor: str = "local", builders: list[Builder] | None = None, own: dict[Path, object] | None = None,
    ingesting: bool = True,
) -> tuple[str, ...]:  # fmt: skip
    """Both programs, one after the other: the one build path; the output files that differ.

    The builder is kept in `builders`, else closed; what `ingest` wrote, with its signature, in `own`.
    """
    started, now = time.monotonic(), _now()
    settings = source / (click.get_current_context().params["settings"] or config.NAME)
    base = click.get_current_context().params["base_url"]
    once = builders is None and not say.as_json and not say.verbose
    look = unchanged.Look(source, output, settings, base, drafts, future)
    if once and (told := look.last(now.timestamp())):
        say.news(told.rows)
        _tell(say, told.problems, told.held, 0, told.count, 0, time.monotonic() - started, output)
        return ()
    asked = load()
    account = _ingest(say, asked, source, (), jobs, executor) if ingesting else None
    from generator import build, lock

    if own is not None and account:
        home = source.resolve()
        own.update({home / name: unchanged.signature(str(home / name)) for name in (*account.written, lock.PATH)})

    started = time.monotonic()
    builder = builders[0] if builders else build.Builder(source, output)
    try:
        result = builder.build(
            asked, now=now, drafts=drafts, future=future, jobs=jobs or build.cores(), progress=say.stages()
        )
        if once and account and not account.written and look.same(source / lock.PATH):
            told = unchanged.Told(
                tuple(account.summary()), (*account.problems, *result.problems), result.held,
                len(result.written) + result.unchanged,
            )  # fmt: skip
            look.keep(told, builder.outgoing(), *builder.window.seconds())
    finally:
        say.done()
        if builders is None:
            builder.close()
        elif not builders:
            builders.append(builder)
    seconds = time.monotonic() - started
    for verb, paths in (("wrote", result.written), ("removed", result.removed)):
        for path in paths:
            say.line(f"{verb} {path}", detail=True)
    counts = len(result.written), result.unchanged, len(result.removed)
    _tell(say, result.problems, result.held, *counts, seconds, output)
    say.account["build"] = result.as_dict()
    return (*result.written, *result.removed)


def _is_for_ingest(path: Path, source: Path) -> bool:
    """Whether `ingest` may have something to do when this file of the site in `source` has changed."""
    parts = path.relative_to(source).parts if path.is_relative_to(source) else ()
    return parts[:1] != ("templates",) and not (parts[:1] == ("content",) and parts[1:2] in _RENDERED)


_RENDERED = [(name,) for name in ("static", "pages", "topics", "editions", "publishers.yml")]
"""What below `content/` concerns the build alone."""


def _tell(
    say: Say, problems: Iterable[Problem], held: Iterable[tuple[str, str]], written: int, unchanged: int, removed: int,
    seconds: float, output: Path,
) -> None:  # fmt: skip
    """What a build did."""
    say.problems(problems)
    for path, reason in held:
        say.line(f"held back {path}: {reason}")
    say.line(
        f"{written + unchanged:,} files: {written:,} written, {unchanged:,} unchanged, {removed:,} removed "
        f"in {seconds:.1f} s"
    )
    say.line(f"→ {output / 'index.html'}")


if __name__ == "__main__":
    main()
