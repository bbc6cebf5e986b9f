"""The readers: one module for each input format; bytes in, Documents out; no disk, no network.

To add a format, write a module with a function `read(name, data)` and add a line to `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.ingest.readers import html as html  # "as", because a package does not export what it only imports
from generator.ingest.readers import markdown as markdown
from generator.ingest.readers import text as text
from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.formats import foreign
from generator.model import Document

__all__ = ["READERS", "Reader", "Unreadable", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format."""

    name: str
    """As it stands in `Document.format`."""
    suffixes: tuple[str, ...]
    """Of the files it reads, in lower case."""
    claims: Callable[[bytes], bool]
    """Whether these bytes are its format whatever the file's name says."""
    read: Callable[[str, bytes], tuple[Document, ...]]
    """From the source's name and bytes; raises Unreadable."""


READERS: tuple[Reader, ...] = (
    Reader("html", (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"), html.claims, html.read),
    Reader("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"), markdown.claims, markdown.read),
    Reader("text", (".txt", ".text", ""), text.claims, text.read),
)


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """The documents in a source.

    `name` is its path below `content/sources/`. What the bytes show goes before what the name says; text of any other
    name is read as plain text. Raises Unreadable.
    """
    if told := foreign(name, data):
        raise Unreadable(f"{told} files cannot be read yet")
    return _reader(name, data).read(name, data)


def _reader(name: str, data: bytes) -> Reader:
    suffix = PurePosixPath(name).suffix.lower()
    by_content = (reader for reader in READERS if reader.claims(data))
    by_name = (reader for reader in READERS if suffix in reader.suffixes)
    return next(by_content, None) or next(by_name, None) or READERS[-1]
