"""Speed and memory beside our peers: `make bench`.

    corpus ──► a site for each peer ──► runs, in turn ──► medians and ratios

Each part is a function from what was asked for to the tables that it prints.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import compare
import corpus
import edits
import growth
import install
import live
import measure
import pages
import peers
import reading
import wire
from tables import Row, table

HERE = Path(__file__).resolve().parent
WORK = HERE / ".work"
"""What is installed, the corpora and the logs; git ignores it."""
RESULTS = HERE / "RESULTS.md"


@dataclass(frozen=True, slots=True)
class Bench:
    """What was asked for."""

    articles: int
    runs: int
    rivals: tuple[str, ...]
    """Names of PEERS."""
    saves: int
    sites: Path
    """A folder for the sites, which is deleted at the end."""

    def lay(self, part: str, *makes: peers.Make) -> list[peers.Peer]:
        """The sites of one part."""
        places = ((make, self.sites / part / str(number)) for number, make in enumerate(makes))
        return [make(place, corpus.articles(self.articles), WORK) for make, place in places]

    @property
    def makes(self) -> tuple[peers.Make, ...]:
        """Ours and those beside it."""
        return (peers.OURS, *(peers.PEERS[name] for name in self.rivals))


Tables = Iterator[Iterable[Row]]


def states(bench: Bench) -> Tables:
    """Every state of a site beside the peers, and then what they wrote."""
    rivals = bench.lay("states", *bench.makes)
    yield compare.rows(rivals, compare.compare(rivals, bench.runs, edits.EDITS, WORK))
    yield pages.rows(rivals)


def stories(bench: Bench) -> Tables:
    """What related reports and stories cost: ours with them beside ours without."""
    rivals = bench.lay("stories", peers.WHOLE, peers.OURS)
    yield compare.rows(rivals, compare.compare(rivals, bench.runs, edits.EDITS[:3], WORK))
    yield pages.rows(rivals)


def saved(bench: Bench) -> Tables:
    """From saving to seeing."""
    yield live.rows(bench.lay("live", *bench.makes), bench.saves, WORK)


def grown(bench: Bench) -> Tables:
    """Ten times as many articles, ours beside the first of the peers, and what a reader of ours loads."""
    place = bench.sites / "growth"
    place.mkdir()
    runs = growth.grow(bench.makes[:2], growth.sizes(bench.articles), place, WORK, WORK)
    yield growth.rows(runs)
    yield wire.rows({run.articles: run.peer.output for run in runs if run.peer.name == runs[0].peer.name})


def read(bench: Bench) -> Tables:
    """What it costs to read sources."""
    yield reading.format_rows(bench.runs)
    yield reading.run_rows(bench.sites, (1000, 10_000), WORK / "ingest.log")


PARTS: dict[str, Callable[[Bench], Tables]] = {
    "states": states,
    "stories": stories,
    "live": saved,
    "growth": grown,
    "reading": read,
}


def main() -> None:
    """Run the parts that were asked for and print their tables; record them if asked to."""
    arguments = _arguments()
    WORK.mkdir(exist_ok=True)
    title = (
        f"{dt.date.today()}: {arguments.articles:,} articles, medians of {arguments.runs} (least–most), {_machine()}"
    )
    told = [title]
    with tempfile.TemporaryDirectory(prefix="sites-", dir=WORK) as sites:
        bench = Bench(arguments.articles, arguments.runs, arguments.peers, arguments.saves, Path(sites))
        for name in arguments.only:
            try:
                for rows in PARTS[name](bench):
                    told.append(table(rows))
                    print(told[-1], end="\n\n", flush=True)
            except (measure.CommandError, install.InstallError, edits.StaleError) as fault:
                sys.exit(f"bench: {name}: {fault}")
    if arguments.record:
        _record(told)


def _machine() -> str:
    """What it ran on, and what else that was doing."""
    model = platform.machine()
    if (told := Path("/proc/cpuinfo")).exists() and (named := re.search(r"model name\s*:\s*(.+)", told.read_text())):
        model = named[1].strip()
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    return f"{os.cpu_count()} × {model}, Python {platform.python_version()}, {load}"


def _record(told: list[str]) -> None:
    """Put the tables before the older ones."""
    title, *tables = told
    head = (
        "# Results\n\nWritten by `bench/run.py --record`, newest first. Ratios hold; seconds depend on the machine.\n"
    )
    older = RESULTS.read_text(encoding="utf-8").removeprefix(head) if RESULTS.exists() else ""
    RESULTS.write_text("\n\n".join((f"{head}\n## {title}", *tables)) + f"\n{older}", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Speed and memory of Broadsheet beside its peers.")
    parser.add_argument("--articles", type=_several, default=1000, metavar="N", help="size of the corpus [1000]")
    parser.add_argument("--runs", type=_several, default=5, metavar="N", help="runs in each state [5]")
    parser.add_argument("--saves", type=_several, default=10, metavar="N", help="saves of each kind in `live` [10]")
    parser.add_argument("--only", type=_of(PARTS), default=tuple(PARTS), metavar="PART,…", help=", ".join(PARTS))
    parser.add_argument(
        "--peers", type=_of(peers.PEERS), default=tuple(peers.PEERS), metavar="NAME,…", help=", ".join(peers.PEERS)
    )
    parser.add_argument("--record", action="store_true", help=f"add the tables to bench/{RESULTS.name}")
    return parser.parse_args()


def _several(text: str) -> int:
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("at least one")
    return number


def _of(table: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    def names(text: str) -> tuple[str, ...]:
        found = tuple(text.split(",")) if text else ()
        if odd := sorted({*found}.difference(table)):
            raise argparse.ArgumentTypeError(f"there is no {odd[0]!r}; there are {', '.join(table)}")
        return found

    return names


if __name__ == "__main__":
    main()
