"""What it costs to read sources: each format beside the bare library that it stands on, and whole runs of `ingest`.

The documents are those of the corpus as text, as saved pages and as PDF. Formats are timed in this process, in turn, by
the work of one core; `ingest` is a process of its own. Run as a program it reads the sources of a site and stops there,
so that the memory of reading can be told from that of all the rest.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import corpus
import documents
import measure

from generator import files
from generator.config import Config
from generator.ingest import intake, journal, memory, readers, reading, sources

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SAMPLE = 100
"""So many documents of each format are read in each turn."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how its documents are made, and what reads them with nothing else."""

    name: str
    spell: Callable[[corpus.Article], bytes]
    peer: str = ""
    bare: Callable[[bytes], object] | None = None


def _trafilatura(data: bytes) -> object:
    import trafilatura

    return trafilatura.extract(data.decode())


def _pdfium(data: bytes) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


FORMATS = (
    Format("text", documents.text),
    Format("HTML", documents.page, "trafilatura", _trafilatura),
    Format("PDF", documents.pdf, "pypdfium2", _pdfium),
)
SUFFIXES = {"text": ".txt", "HTML": ".html", "PDF": ".pdf"}


def format_rows(runs: int, sample: int = SAMPLE) -> Iterator[list[str]]:
    """Documents a second of one core, ours and the bare library's, and how much longer ours takes, pair by pair."""
    yield ["one core, documents/s", "read", "and restored, described", "library", "bare", "read / bare", "all / bare"]
    for each in FORMATS:
        documents = [each.spell(article) for article in corpus.articles(sample)]
        name = f"a{SUFFIXES[each.name]}"
        works: list[Callable[[bytes], object]] = [partial(_all, read, name) for read in (readers.read, reading.read)]
        if each.bare:
            works.append(each.bare)
        for work in works:
            work(documents[0])  # what it imports is no part of its work
        turns = [[_seconds(work, documents) for work in works] for _ in range(runs)]
        speeds = [f"{sample / median(column):,.0f}" for column in zip(*turns, strict=True)]
        ratios = [f"{median(turn[at] / turn[2] for turn in turns):.2f}" for at in (0, 1)] if each.bare else ["", ""]
        yield [each.name, *speeds[:2], each.peer, *(speeds[2:] or [""]), *ratios]


def _all(read: Callable[[str, bytes], Iterable[object]], name: str, data: bytes) -> list[object]:
    return list(read(name, data))


def _seconds(work: Callable[[bytes], object], documents: Iterable[bytes]) -> float:
    started = time.process_time()
    for data in documents:
        work(data)
    return time.process_time() - started


def run_rows(folder: Path, counts: Sequence[int], log: Path) -> Iterator[list[str]]:
    """Whole runs over text, in one process, and the part of them that only reads; each once, from nothing."""
    yield ["sources", "", "wall, s", "CPU, s", "documents/s of CPU", "peak memory, MiB"]
    for count in counts:
        site = folder / f"sources-{count}"
        lay(site, count)
        ingest = [sys.executable, "-m", "generator", "ingest", "--quiet", "--jobs", "1", "--source", str(site)]
        for what, command in (
            ("read only", [sys.executable, __file__, str(site)]),
            ("ingest", ingest),
            ("ingest again, nothing changed", ingest),
        ):
            cost = measure.run(command, folder=Path(__file__).parent.parent, log=log)
            speed = f"{count / cost.cpu:,.0f}"
            yield [f"{count:,}", what, f"{cost.wall:.2f}", f"{cost.cpu:.2f}", speed, f"{cost.memory:.0f}"]


def lay(site: Path, count: int) -> None:
    """A site with so many sources in plain text, in a folder for each publisher."""
    for article in corpus.articles(count):
        files.write(site / sources.FOLDER / article.publisher / f"{article.slug}.txt", documents.text(article))


def read_only(site: Path) -> int:
    """Read all sources of a site as `ingest` does, and count the documents."""
    with journal.Journal(site, NOW) as book:
        found = sources.find(site, Config().ignore)
        got = intake.Intake(site, book, memory.Memory(site), NOW, 1, None).read(found, {})
        book.clear()
    return len(got)


if __name__ == "__main__":
    print(read_only(Path(sys.argv[1])))
