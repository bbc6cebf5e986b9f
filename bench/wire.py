"""What a reader loads of our sites of several sizes, as a host sends it: nothing of it may grow with the archive.

A first search is the page, its script, the table of contents, the two largest shards and the ten largest blocks.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tables import Row, figure

LEVEL = 6
"""At which a host compresses."""

Parts = Callable[[Path], list[Path]]


def _largest(pattern: str, count: int = 1) -> Parts:
    """The largest files that fit."""

    def found(site: Path) -> list[Path]:
        return sorted(site.glob(pattern), key=sent, reverse=True)[:count]

    return found


def _search(site: Path) -> list[Path]:
    pieces = [site / "search/index.html", site / "static/search.js", site / "search/index.json"]
    return [*pieces, *_largest("search/words/*.json", 2)(site), *_largest("search/rows/*.json", 10)(site)]


PIECES: tuple[tuple[str, Parts], ...] = (
    ("home", _largest("index.html")),
    ("list of reports, the largest page", _largest("articles/page/*/index.html")),
    ("topic, the largest page", _largest("topics/**/index.html")),
    ("publisher, the largest page", _largest("publishers/**/index.html")),
    ("day, the largest", _largest("editions/*/index.html")),
    ("archive", _largest("archive/index.html")),
    ("article, the largest", _largest("articles/*/index.html")),
    ("feed, the largest", _largest("**/feed.xml")),
    ("a first search, at the most", _search),
)


def rows(sites: Mapping[int, Path]) -> Iterator[Row]:
    """KiB on the wire of each piece, for the outputs of sites of so many articles."""
    yield ["on the wire, KiB", *(f"{count:,} articles" for count in sites)]
    for name, parts in PIECES:
        yield [name, *(figure(sum(map(sent, parts(site))) / 1024) for site in sites.values())]


def sent(path: Path) -> int:
    """How many bytes a host sends for a file."""
    return len(gzip.compress(path.read_bytes(), LEVEL))
