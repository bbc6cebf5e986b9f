"""Speed and memory beside our peers: `make bench`.

    corpus ──► a site for each peer ──► runs, in turn ──► medians and ratios

Each run is a whole process. The peers take turns, so that what else the machine does falls on all alike, and each run
of ours is compared with the peer's run next to it: such a ratio holds on any machine, a number of seconds on none.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

import corpus
import measure
import peers
import reading

HERE = Path(__file__).resolve().parent
WORK = HERE / ".work"
RESULTS = HERE / "RESULTS.md"

Costs = dict[str, list[list[measure.Cost]]]
"""By state: a list of runs for each peer."""


def edit(peer: peers.Peer, run: int) -> None:
    """Add a sentence to one body, another one in each run."""
    peer.write(corpus.edited(corpus.article(0), run))


STATES: tuple[tuple[str, Callable[[peers.Peer, int], None]], ...] = (
    ("cold", lambda peer, run: peer.forget()),
    ("nothing changed", lambda peer, run: None),
    ("one body edited", edit),
)
"""What is done before each run."""

QUANTITIES: tuple[tuple[str, Callable[[measure.Cost], float]], ...] = (
    ("wall, s", lambda cost: cost.wall),
    ("CPU, s", lambda cost: cost.cpu),
    ("peak memory, MiB", lambda cost: cost.memory),
)

KINDS: tuple[tuple[str, str], ...] = (
    ("article", r"articles/[^/]+/index\.html"),
    ("Markdown of an article", r"articles/[^/]+/index\.md"),
    ("home, list of articles or stories", r"((articles|stories)/)?(page/\d+/)?index\.html"),
    ("topic", r"topics/[^/]+/(page/\d+/)?index\.html"),
    ("publisher", r"publishers/[^/]+/(page/\d+/)?index\.html"),
    ("day", r"editions/\d{4}-\d\d-\d\d/index\.html"),
    ("week", r"editions/\d{4}-w\d\d/index\.html"),
    ("Atom or RSS feed", r"(.*/)?(feed|rss)\.xml"),
    ("JSON Feed", r"(.*/)?feed\.json"),
    ("sitemap", r"sitemap.*\.xml"),
    ("another page", r".*\.html"),
    ("another file", r".*"),
)
"""Output files by the first pattern that fits."""


def main() -> None:
    """Make the corpus, run everything, print the tables; record them if asked to."""
    arguments = _arguments()
    WORK.mkdir(exist_ok=True)
    title = (
        f"{dt.date.today()}: {arguments.articles:,} articles, medians of {arguments.runs} (least–most), {_machine()}"
    )
    with tempfile.TemporaryDirectory(prefix="sites-", dir=WORK) as sites:
        try:
            rivals = [
                peers.broadsheet(Path(sites, "broadsheet"), corpus.articles(arguments.articles)),
                peers.pelican(Path(sites, "pelican"), corpus.articles(arguments.articles), WORK / "pelican"),
            ]
            costs = compare(rivals, arguments.runs)
        except (measure.CommandError, peers.InstallError) as fault:
            sys.exit(f"bench: {fault}")
        tables = [cost_rows(rivals, costs), file_rows(rivals), reading.format_rows(arguments.runs)]
        tables.append(reading.run_rows(Path(sites), (arguments.articles, 10 * arguments.articles), WORK / "ingest.log"))
        report = "\n\n".join((title, *map(_table, tables)))
    print(report)
    if arguments.record:
        _record(report)


def compare(rivals: Sequence[peers.Peer], runs: int) -> Costs:
    """Run all in turn: once to warm up, then `runs` times in each state.

    Raises measure.CommandError when a run fails, or does not show the edit.
    """
    costs: Costs = {state: [[] for _ in rivals] for state, _ in STATES}
    for peer in rivals:
        _run(peer)
    for state, prepare in STATES:
        for run in range(1, runs + 1):
            print(f"{state}: {run} of {runs}", file=sys.stderr)
            turn = list(enumerate(rivals))
            for place, peer in turn if run % 2 else reversed(turn):
                prepare(peer, run)
                costs[state][place].append(_run(peer))
    for peer in rivals:
        page = peer.output / "articles" / corpus.article(0).slug / "index.html"
        if corpus.mark(runs) not in page.read_text(encoding="utf-8"):
            raise measure.CommandError(f"{peer.name} did not show the edited body")
    return costs


def _run(peer: peers.Peer) -> measure.Cost:
    return measure.run(peer.command, folder=peer.folder, log=WORK / f"{peer.name.lower()}.log")


def cost_rows(rivals: Sequence[peers.Peer], costs: Costs) -> Iterator[list[str]]:
    """Medians with their least and most, and how ours compare with each peer's, pair by pair."""
    names = [f"{peer.name} {peer.version}" for peer in rivals]
    yield ["", "", *names, *(f"{rivals[0].name} / {peer.name}" for peer in rivals[1:])]
    for state, found in costs.items():
        for quantity, take in QUANTITIES:
            ours, *theirs = columns = [[take(cost) for cost in runs] for runs in found]
            ratios = [[a / b for a, b in zip(ours, their, strict=True)] for their in theirs]
            yield [state, quantity, *map(_spread, columns), *map(_spread, ratios)]


def _spread(values: Sequence[float]) -> str:
    """The median and, of several, the least and the most; three digits tell enough."""
    spoken = [f"{value:.{2 - (value >= 10) - (value >= 100)}f}" for value in (median(values), min(values), max(values))]
    return f"{spoken[0]} ({spoken[1]}–{spoken[2]})" if len(values) > 1 else spoken[0]


def file_rows(rivals: Sequence[peers.Peer]) -> Iterator[list[str]]:
    """How many files of each kind the peers wrote, so that it can be seen who made what."""
    written = [[path for path in peer.output.rglob("*") if path.is_file()] for peer in rivals]
    counts = [
        Counter(_kind(path.relative_to(peer.output).as_posix()) for path in paths)
        for peer, paths in zip(rivals, written, strict=True)
    ]
    yield ["files written", *(peer.name for peer in rivals)]
    for kind, _ in KINDS:
        if any(count[kind] for count in counts):
            yield [kind, *(f"{count[kind]:,}" for count in counts)]
    yield ["all", *(f"{len(paths):,}" for paths in written)]
    yield ["all, MiB", *(f"{sum(path.stat().st_size for path in paths) / 2**20:.1f}" for paths in written)]


def _kind(path: str) -> str:
    return next(kind for kind, pattern in KINDS if re.fullmatch(pattern, path))


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a Markdown table with even columns; the first row is the head."""
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def _machine() -> str:
    """What it ran on, and what else that was doing."""
    model = platform.machine()
    if (told := Path("/proc/cpuinfo")).exists() and (named := re.search(r"model name\s*:\s*(.+)", told.read_text())):
        model = named[1].strip()
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    return f"{os.cpu_count()} × {model}, Python {platform.python_version()}, {load}"


def _record(report: str) -> None:
    """Put the report before the older ones."""
    title, _, tables = report.partition("\n\n")
    head = (
        "# Results\n\nWritten by `bench/run.py --record`, newest first. Ratios hold; seconds depend on the machine.\n"
    )
    older = RESULTS.read_text(encoding="utf-8").removeprefix(head) if RESULTS.exists() else ""
    RESULTS.write_text(f"{head}\n## {title}\n\n{tables}\n{older}", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Speed and memory of Broadsheet beside its peers.")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="size of the corpus [1000]")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs in each state [5]")
    parser.add_argument("--record", action="store_true", help=f"add the tables to bench/{RESULTS.name}")
    arguments = parser.parse_args()
    if arguments.articles < 1 or arguments.runs < 1:
        parser.error("at least one article and one run")
    return arguments


if __name__ == "__main__":
    main()
