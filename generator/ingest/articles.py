"""The article files as they stand on disk, whoever wrote them."""

from __future__ import annotations

import codecs
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from generator import files, frontmatter, keys
from generator.errors import BroadsheetError, Problem, problem
from generator.text import slugs

FOLDER = "content/articles"
ALONE = keys.ALONE


class Stored(Protocol):
    """A body that is not in memory."""

    @property
    def digest(self) -> bytes:
        """What it is known by: see `digest`."""

    def read(self) -> bytes:
        """The body. Raises TouchedError when it is no longer there."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article file."""

    name: str
    """Of the file, without `.md`; with its folder where it stands in one."""
    head: bytes
    """Its front matter as it is spelled, up to the body."""
    meta: Mapping[str, Any]
    """Front matter under our own names, whichever of their aliases stand in the file."""
    content: bytes | Stored
    """The rest of the file, its body; or where it is found, because all articles are held at once."""
    keys: frozenset[str] = frozenset()
    """The keys as they are spelled in the file."""
    fault: Problem | None = None
    """Why it cannot be read. Such a file is left alone until a person has mended it."""
    mark: bytes = b""
    """The SHA-256 of the whole file."""

    @property
    def data(self) -> bytes:
        """The whole file. Raises TouchedError, as `text` and `body` do, when its body is no longer where it was."""
        return self.head + (self.content if isinstance(self.content, bytes) else self.content.read())

    @property
    def text(self) -> str:
        """The whole file as text."""
        return self.data.decode()

    @property
    def body(self) -> str:
        """Markdown."""
        return (self.content if isinstance(self.content, bytes) else self.content.read()).decode()

    @property
    def said(self) -> bytes:
        """What its body is known by, which takes no look at it."""
        return digest(self.content) if isinstance(self.content, bytes) else self.content.digest

    @property
    def toml(self) -> bool:
        """Whether its front matter is in TOML: a person's, because we write YAML."""
        return self.head.removeprefix(codecs.BOM_UTF8).startswith(b"+++")

    @property
    def story(self) -> str:
        """The slug of its story, ALONE, or empty."""
        value = self.meta.get("story")
        if keys.is_alone(value):
            return ALONE
        written = "" if value is None else str(value).strip().strip("/")
        return slugs.named(written) if written else ""

    @property
    def sources(self) -> list[dict[str, Any]]:
        """What stands in `source`, always as a list."""
        value = self.meta.get("source")
        return [dict(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]


def path(name: str) -> str:
    """The article file of that name, below the site's folder."""
    return f"{FOLDER}/{name}.md"


def names(folder: Path) -> list[str]:
    """The names of all article files, sorted. Raises BroadsheetError when the disk refuses."""
    try:
        return sorted(_below(os.path.join(folder, FOLDER), ""))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the articles: {error.strerror}", FOLDER)) from error


def _below(place: str, above: str) -> Iterator[str]:
    """The names of the article files in a folder and in those in it, but for links to folders."""
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{above}{entry.name}/")
            elif entry.name.endswith(".md") and entry.is_file():
                yield above + entry.name.removesuffix(".md")


@dataclass(frozen=True, slots=True)
class _Standing:
    """The body of an article that stands on disk."""

    folder: Path
    name: str
    start: int
    digest: bytes

    def read(self) -> bytes:
        try:
            data = (self.folder / path(self.name)).read_bytes()[self.start :]
        except OSError as error:
            raise TouchedError(self.name) from error
        if digest(data) != self.digest:
            raise TouchedError(self.name)
        return data


def load(folder: Path) -> dict[str, Article]:
    """All articles by name, sorted; their bodies stay where they are. Raises BroadsheetError when the disk refuses."""
    return {name: _loaded(folder, name) for name in names(folder)}


def _loaded(folder: Path, name: str) -> Article:
    try:
        return read(folder, name)
    except OSError as error:
        hint = "see that you may read it"
        raise BroadsheetError(problem(f"cannot read the article: {error.strerror}", path(name), hint=hint)) from error


def read(folder: Path, name: str) -> Article:
    """One of them; OSError when the system refuses."""
    data = (folder / path(name)).read_bytes()
    return parse(name, data, lambda body: _Standing(folder, name, len(data) - len(body), digest(body)))


def digest(body: bytes) -> bytes:
    """What a body is known by: equal for equal ones."""
    return hashlib.blake2b(body, digest_size=16).digest()


def parse(name: str, data: bytes, store: Callable[[bytes], Stored] | None = None) -> Article:
    """Take one article file apart; its fault, if it has one, is a value. `store` is given the body to keep."""
    mark = hashlib.sha256(data).digest()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8, or put it below content/sources/, where any encoding is read"
        fault = problem("the file is not UTF-8", path(name), line, hint=hint)
        return Article(name, b"", {}, b"", fault=fault, mark=mark)
    try:
        front = frontmatter.split(text, path(name))
    except BroadsheetError as error:
        return Article(name, data, {}, b"", fault=error.problems[0], mark=mark)
    body = front.body.encode()
    head = data[: len(data) - len(body)]
    meta = {sys.intern(key) if type(key) is str else key: value for key, value in keys.canonical(front.meta).items()}
    return Article(name, head, meta, store(body) if store else body, _keys(*map(str, front.meta)), mark=mark)


@lru_cache(maxsize=256)  # most articles have the same
def _keys(*several: str) -> frozenset[str]:
    return frozenset(several)


class TouchedError(Exception):
    """A person has saved, made or taken away an article file since it was read."""


def write(folder: Path, article: Article, standing: Mapping[str, Article]) -> bool:
    """Write an article file if it is not as it was found in `standing`; True if it was written.

    Raises TouchedError when it no longer is as it was found: then it is not written.
    """
    found, file = standing.get(article.name), folder / path(article.name)
    if article.fault or (found and article.mark == found.mark):
        return False
    try:
        there = hashlib.sha256(file.read_bytes()).digest()
    except FileNotFoundError:
        there = None
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the article: {error.strerror}", path(article.name))) from error
    if there != (found.mark if found else None):
        raise TouchedError(article.name)
    return files.write(file, article.data)


def stem(name: str) -> str:
    """The name of an article file without its folder."""
    return name.rpartition("/")[2]


def by_source(articles: Iterable[Article]) -> dict[str, list[str]]:
    """The names of the articles that say they come from a source, by that source's path."""
    found: dict[str, list[str]] = {}
    for article in articles:
        for each in article.sources:
            found.setdefault(str(each.get("file", "")), []).append(article.name)
    return found
