"""How many files of each kind the peers wrote, so that it can be seen who made what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from peers import Peer
from tables import Row, figure

KINDS: tuple[tuple[str, str], ...] = (
    ("article", r"articles/(?!page/)[^/]+/index\.html"),
    ("Markdown of an article", r"articles/[^/]+(/index)?\.md"),
    ("home, list of articles or stories", r"((articles|stories)/)?(page/\d+/)?index\.html"),
    ("story", r"stories/[^/]+/index\.html"),
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


def rows(rivals: Sequence[Peer]) -> Iterator[Row]:
    """The number of files of each kind, and their size."""
    written = [files(peer.output) for peer in rivals]
    counts = [
        Counter(kind(path.relative_to(peer.output).as_posix()) for path in paths)
        for peer, paths in zip(rivals, written, strict=True)
    ]
    yield ["files written", *(peer.name for peer in rivals)]
    for each, _ in KINDS:
        if any(count[each] for count in counts):
            yield [each, *(f"{count[each]:,}" for count in counts)]
    yield ["all", *(f"{len(paths):,}" for paths in written)]
    yield ["all, MiB", *map(figure, map(size, written))]


def kind(path: str) -> str:
    """What a file of the output is, by its path."""
    return next(each for each, pattern in KINDS if re.fullmatch(pattern, path))


def files(folder: Path) -> list[Path]:
    """All files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def size(paths: Sequence[Path]) -> float:
    """Their size in MiB."""
    return sum(path.stat().st_size for path in paths) / 2**20
