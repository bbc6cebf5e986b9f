"""The readers: one module for each input format; bytes in, Documents out; no disk, no network.

To add a format, write a module with `claims(data)` and `read(name, data)`, and add a line to `READERS`. A format that
only wraps others gives Parts, which are read in their turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.ingest.readers import archive as archive
from generator.ingest.readers import epub as epub
from generator.ingest.readers import feed as feed
from generator.ingest.readers import html as html  # "as", because a package does not export what it only imports
from generator.ingest.readers import mail as mail
from generator.ingest.readers import mailbox as mailbox
from generator.ingest.readers import markdown as markdown
from generator.ingest.readers import mhtml as mhtml
from generator.ingest.readers import opendocument as opendocument
from generator.ingest.readers import pdf as pdf
from generator.ingest.readers import records as records
from generator.ingest.readers import rtf as rtf
from generator.ingest.readers import table as table
from generator.ingest.readers import text as text
from generator.ingest.readers import warc as warc
from generator.ingest.readers import word as word
from generator.ingest.readers.encoding import is_text
from generator.ingest.readers.fault import Skipped, Unreadable, message
from generator.ingest.readers.formats import BESIDE, foreign
from generator.ingest.readers.html import fragment, newsletter
from generator.ingest.readers.part import Full, Part, Room
from generator.ingest.readers.text import letter
from generator.lock import Status
from generator.model import Document

__all__ = ["READERS", "Part", "Reader", "Unread", "Unreadable", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format."""

    name: str
    """By which a Part may ask for it."""
    suffixes: tuple[str, ...]
    """Of the files it reads, in lower case."""
    claims: Callable[[bytes], bool]
    """Whether these bytes are its format whatever the file's name says."""
    read: Callable[[str, bytes], Iterable[Document | Part]]
    """From the source's name and bytes; raises Unreadable."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read."""

    name: str
    reason: str
    status: Status = "unreadable"


def _never(data: bytes) -> bool:
    del data
    return False


READERS: tuple[Reader, ...] = (
    Reader("html", (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"), html.claims, html.read),
    Reader("fragment", (), _never, fragment.read),  # only for parts, whose wrapping knows that all of it is article
    Reader("warc", (".warc",), warc.claims, warc.read),  # before the archives: most are packed with gzip
    Reader("pdf", (".pdf",), pdf.claims, pdf.read),
    Reader("word", (".docx", ".docm"), word.claims, word.read),  # this one and the next are zip files, too
    Reader("opendocument", (".odt", ".fodt"), opendocument.claims, opendocument.read),
    Reader("epub", (".epub",), epub.claims, epub.read),
    Reader("rtf", (".rtf",), rtf.claims, rtf.read),
    Reader("archive", (".zip", ".tar"), archive.claims, archive.read),
    Reader("feed", (".rss", ".atom", ".rdf", ".opml"), feed.claims, feed.read),
    Reader("records", (".json", ".jsonl", ".ndjson"), records.claims, records.read),
    Reader("table", (".csv", ".tsv", ".tab"), table.claims, table.read),
    Reader("newsletter", (), _never, newsletter.read),  # the HTML of a mail
    Reader("letter", (), _never, letter.read),  # its plain text
    Reader("mhtml", (".mht", ".mhtml"), mhtml.claims, mhtml.read),  # before mails, whose syntax it borrows
    Reader("mailbox", (".mbox", ".mbx"), mailbox.claims, mailbox.read),
    Reader("mail", (".eml", ".emlx"), mail.claims, mail.read),
    Reader("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"), markdown.claims, markdown.read),
    Reader("text", (".txt", ".text", ""), _never, text.read),  # it takes what nothing else reads
)
"""What the bytes show goes before what the name says, and a line of this table before the lines below it."""


_BINARY = ("pdf", "word", "epub")
"""Formats that no text can be: one of their names on a text is a mistake."""
_PACKED = re.compile(r"\.(?:gz|bz2|xz)\Z", re.IGNORECASE)
"""What a file that was packed by itself is called after its own name."""


def read(name: str, data: bytes) -> Iterator[Document | Unread]:
    """The documents in a source, and those in it that cannot be read; each has a name of its own. Never raises.

    `name` is the source's path below `content/sources/`.
    """
    names: dict[str, int] = {}
    for found in _read(Part("", data), name, Room(), 0):
        own = found.name
        while own in names:
            names[found.name] += 1
            own = f"{found.name}#{names[found.name]}"
        names[own] = 1
        yield found if own == found.name else replace(found, name=own)


def _read(part: Part, name: str, room: Room, depth: int) -> Iterator[Document | Unread]:
    try:
        room.take(part, depth)
        if part.fault:
            raise part.fault
        reader = _reader(name, part)
        for found in reader.read(name, part.data):
            if isinstance(found, Part):
                key = " ".join(found.key.encode("utf-8", "replace").decode().split())
                inside = _read(found, f"{name}#{key}" if key else name, room, depth + 1)
            else:
                inside = iter((found,))
            for each in inside:
                if isinstance(each, Document):
                    written = reader.name if isinstance(found, Part) and found.format == "fragment" else each.format
                    yield replace(each, format=written, hints=(*part.hints, *each.hints, *part.also))
                else:
                    yield each
    except Unreadable as fault:
        if isinstance(fault, Full) and depth:
            raise  # it is the whole file's fault
        yield Unread(name, fault.reason, fault.status)
    except Exception as fault:  # noqa: BLE001  libraries raise what they like, and one bad file harms only itself
        yield Unread(name, f"its reader failed with {type(fault).__name__}: {message(fault)}")


def _reader(name: str, part: Part) -> Reader:
    """Who reads it. Raises Unreadable for a format that nobody knows, Skipped for one that holds no documents."""
    if part.format:
        return next(reader for reader in READERS if reader.name == part.format)
    if by_content := next((reader for reader in READERS if reader.claims(part.data)), None):
        return by_content
    if told := foreign(name, part.data):
        if told.endswith(BESIDE):
            raise Skipped(f"{told}, no document")
        raise Unreadable(f"{told} files cannot be read yet")
    suffix = PurePosixPath(_PACKED.sub("", name)).suffix.lower()
    named = next((reader for reader in READERS if suffix in reader.suffixes), READERS[-1])
    return READERS[-1] if named.name in _BINARY and is_text(part.data) else named
