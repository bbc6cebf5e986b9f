"""What the links of a source document lead to: it was written to lie among others, and its article lies elsewhere.

A link that makes no sense from the article is tried from the place of its source below `content/sources/`: another
document there is its article, a picture is copied to the site.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from generator.build import addresses
from generator.model import Entry

FOLDER = "content/sources"
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))
"""Not SVG: it may hold scripts, and a source is a stranger's."""
_OURS = frozenset("articles stories topics publishers editions archive search static".split())


@dataclass(frozen=True, slots=True)
class Beside:
    """The documents and pictures that lie below `content/sources/`."""

    articles: Mapping[str, str]
    """The address of each source's article, by the source's path below the site's folder."""
    there: Callable[[str], bool]
    """Whether there is a picture at such a path: see `picture`."""

    def find(self, target: str, entry: Entry) -> tuple[str, str] | None:
        """The address of what a link in an article means from the place of its source, and the file of a picture.

        None when there is nothing of the kind.
        """
        for source in entry.sources:
            for name in _names(target, source.file):
                if address := self.articles.get(name):
                    return address, ""
                if PurePosixPath(name).suffix.lower() in PICTURES and self.there(name):
                    return addresses.address(name), name
        return None


def picture(folder: Path, name: str) -> bool:
    """Whether a file of this name lies below `content/sources/` of the site in `folder`, and nowhere else."""
    path = folder / name
    try:
        return path.is_file() and path.resolve().is_relative_to((folder / FOLDER).resolve())
    except OSError:  # no system has names as long as this one
        return False


def by_source(entries: Iterable[Entry]) -> dict[str, str]:
    """The address of the article of each source, by the source's path below the site's folder."""
    return {f"{FOLDER}/{source.file}": entry.url for entry in entries for source in entry.sources if source.file}


def strays(target: str, entry: Entry, known: Container[str]) -> bool:
    """Whether an address from the root means the root of another site, the one that the source was written for.

    `known` are addresses of this site; a person may name others in an article, such as a topic's.
    """
    if not target.startswith("/") or target.startswith("//") or not any(source.file for source in entry.sources):
        return False
    path = urlsplit(target).path
    parts = path.strip("/").split("/")
    file = len(parts) == 1 and "." in parts[0]
    return bool(parts[0]) and not file and parts[0] not in _OURS and path not in known


def _names(target: str, file: str) -> list[str]:
    """The files below `content/sources/` that a link in the source `file` may mean.

    One from the root may mean that of each folder around it.
    """
    try:
        path = urlsplit(target).path
    except ValueError:
        return []
    if not file or not path:
        return []
    place = PurePosixPath(FOLDER, file)
    around = [place.parent / "x", *(each / "x" for each in place.parents[1:])] if path.startswith("/") else [place]
    names = [addresses.beside(path.lstrip("/"), each.as_posix()) for each in around]
    return [name for name in names if name.startswith(f"{FOLDER}/")]
