"""The command line: each command reads what it is told, calls the program, and says what came of it.

What a command may be told is in `options.py`, what it prints goes through `say.py`, and how the two programs are run is
in `runs.py`. Each of them is imported when a command needs it, so that `broadsheet --help` answers at once.
"""

from __future__ import annotations

import shutil
import signal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from generator import __version__, runs
from generator.errors import BroadsheetError
from generator.options import EXECUTOR, FOLDER, HELD, JOBS, OUTPUT, SAYING, SERVING, SITE, Site, now, option, options
from generator.say import Say


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
@click.argument("folder", metavar="DIR", type=FOLDER)
@options(SAYING, (option("--no-sample", is_flag=True, help="Without the three sample documents."),))
def init(say: Say, folder: Path, no_sample: bool) -> None:
    """Make a new site in DIR, with a sample.

    It has settings, folders, three documents, and a workflow that publishes it on GitHub Pages.
    """
    from generator import scaffold

    made = scaffold.site(folder, sample=not no_sample)
    for path in made:
        say.line(f"wrote {path}", detail=True)
    sample = "" if no_sample else " (three samples lie there)"
    say.line(f"{folder.resolve()} is a site now. Put documents into its content/sources/{sample}, then:\n")
    go = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    say.line(f"{go}  broadsheet serve --open\n")
    if not scaffold.knows_program(folder):
        say.line("Before you push it to GitHub: say in requirements.txt from where to install Broadsheet there.")
    say.account["made"] = [str(path) for path in made]


@main.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@options(
    SITE, SAYING, JOBS, EXECUTOR, (option("--review", is_flag=True, help="Then list what a person should look at."),)
)
def ingest(say: Say, site: Site, paths: tuple[Path, ...], jobs: int | None, executor: str, review: bool) -> None:
    """Turn source documents into articles.

    Prints what became of every input. With PATHs, only those files below content/sources/ are read. With --review, then
    lists the articles of which something is in doubt, the most doubtful first; what you edit is in doubt no more.
    """
    from generator.ingest import review as reviewing

    account = runs.ingest(say, site.folder, site.settings(), paths, jobs=jobs, executor=executor, brief=review)
    if review:
        cases = reviewing.review(site.folder, [item.path for item in account.items])
        for row in reviewing.rows(cases, say.verbose):
            say.line(row)
        say.account["review"] = reviewing.as_data(cases)


@main.command()
@options(SITE, SAYING, OUTPUT, HELD, JOBS, EXECUTOR)
def build(say: Say, site: Site, output: Path | None, **how: Any) -> None:
    """Ingest, then turn content/ into the site."""
    runs.Runs(say, site, output or site.folder / "site", **how).once()


@main.command()
@options(SITE, SAYING, OUTPUT, HELD, JOBS, SERVING)
def serve(
    say: Say,
    site: Site,
    output: Path | None,
    port: int,
    host: str,
    browser: bool,
    no_reload: bool,
    poll: bool,
    **how: Any,
) -> None:
    """Build, show, and reload while you edit."""
    from generator import serve as serving

    target = output or site.folder / ".broadsheet" / "preview"
    several = runs.Runs(say, site, target, **how)

    def started(address: str) -> None:
        other = f"port {port} is in use; " if port and urlsplit(address).port != port else ""
        say.line(f"{address}  ({other}Ctrl-C ends it)")
        if browser:
            click.launch(address)

    def failed(error: Exception) -> None:
        if isinstance(error, BroadsheetError):
            say.problems(error.problems)
        else:
            say.fault(error)

    for name in ("SIGTERM", "SIGHUP"):  # it ends as with Ctrl-C: leaves nothing behind, and keeps what it learned
        if hasattr(signal, name) and signal.getsignal(which := getattr(signal, name)) is not signal.SIG_IGN:  # by nohup
            signal.signal(which, signal.default_int_handler)
    try:
        place = serving.Place(
            site.folder, target, site.settings().base, site.file, host, port, reload=not no_reload, poll=poll
        )
        serving.serve(place, several, started=started, failed=failed)
    except KeyboardInterrupt:
        say.line("ended")
    finally:
        several.close()


@main.command()
@options(SITE, SAYING, OUTPUT)
def check(say: Say, site: Site, output: Path | None) -> None:
    """Check links, feeds and citations of the site.

    Every fault is listed: dead links and anchors, addresses that clash, feeds that readers would refuse, citations that
    do not stand in their paragraph. Links to other sites are not followed. A name, number, date or quotation in what
    you wrote of a story (content/stories/) that none of its reports contains is a warning.
    """
    from generator.build import gate, links

    config = site.settings()
    found = links.survey(output or site.folder / "site", config, site.folder)
    problems = (*found.problems, *gate.doubts(site.folder, config))
    say.problems(problems)
    told = f"{len(problems)} fault{'s' * (len(problems) > 1)}" if problems else "all good"
    say.line(f"{found.pages:,} pages, {found.links:,} links: {told}")
    say.account["check"] = {"pages": found.pages, "links": found.links}


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@options(SITE, SAYING)
def explain(say: Say, site: Site, file: Path) -> None:
    """Show what became of one source, and why.

    For FILE, a source or an article, where each field was found, and what became of each line of its source.
    """
    from generator.ingest import explain as explaining

    site.settings()  # a folder that is no site is told so
    found = explaining.explain(site.folder, file, now=now())
    for row in found.rows():
        say.line(row)
    say.account["explain"] = found.as_dict()


@main.command()
@click.argument("title")
@options(SITE, SAYING)
def new(say: Say, site: Site, title: str) -> None:
    """Make a draft of an article written by hand."""
    from generator import scaffold

    path = scaffold.article(site.folder, title, today=now().astimezone(site.settings().zone).date())
    say.line(f"{path} is a draft: `broadsheet serve --drafts` shows it")
    say.account["new"] = str(path)


@main.command()
@options(SITE, SAYING, OUTPUT)
def clean(say: Say, site: Site, output: Path | None) -> None:
    """Remove the built pages and the cache."""
    from generator.build import output as outputs

    site.require()
    removed = outputs.clear(output or site.folder / "site")
    shutil.rmtree(site.folder / ".broadsheet", ignore_errors=True)
    say.line(f"{len(removed):,} files removed")
    say.account["removed"] = len(removed)


if __name__ == "__main__":
    main()
