"""RTF, from its control words to markup: what is bold, a heading, a list, a table, a note; nothing hidden or deleted.

After Microsoft's Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.office import part_of
from generator.ingest.readers.part import Part
from generator.ingest.readers.rtf.markup import markup

_MARK = b"{\\rtf"
_MOST = 64 << 20
_PICTURE = re.compile(rb"\\bin(\d{1,9}) ?")
_TOLD = re.compile(r"\{\\(title|author) ([^{}\\]{1,250})\}")


def claims(data: bytes) -> bool:
    """It begins with the mark of RTF."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARK)


def read(name: str, data: bytes) -> Iterator[Part]:
    """The one article in an RTF file. Raises Unreadable when it is too large."""
    del name
    if len(data) > _MOST:
        raise Unreadable(f"too large: {len(data) >> 20:,} MB are no article")
    text = _without_binary(data).decode("latin-1")
    told = {match[1]: match[2] for match in _TOLD.finditer(text, 0, 20_000)}
    yield part_of(markup(text), told.get("title", ""), told.get("author", ""))


def _without_binary(data: bytes) -> bytes:
    """Without the pictures that stand in it as they are, braces and all."""
    out, start = [], 0
    while match := _PICTURE.search(data, start):
        out.append(data[start : match.start()])
        start = match.end() + int(match[1])
    return b"".join((*out, data[start:])) if out else data
