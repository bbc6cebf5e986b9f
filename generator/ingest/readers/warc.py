"""Web archives (WARC, ISO 28500): the pages and papers in them, as the servers sent them. No date of a capture is one
of publication.

Records are divided here, so that a broken one harms only itself; warcio reads their headers and the chunks of HTTP.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.ingest.readers import unfold
from generator.ingest.readers.entry import hint, is_address
from generator.ingest.readers.fault import Skipped, Unreadable, message
from generator.ingest.readers.part import Part

_FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "",
    "application/rss+xml": "",
    "application/atom+xml": "",
    "application/feed+json": "",
    "application/msword": "",
    "application/rtf": "",
    "application/epub+zip": "",
    "application/vnd.oasis.opendocument.text": "",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "",
    "message/rfc822": "",
}
"""The media types of documents, with the reader of each; the others are what pages are made with."""
_LINE = 1 << 16
_LARGEST = 64 << 20
_PIECE = 1 << 20
_UNFOLDED = 64 << 30


class _Stream:
    """The bytes of the archive one after another, each line and all of them bounded."""

    def __init__(self, data: bytes) -> None:
        packed = unfold.stream(data) == "gzip"
        self._source: Any = gzip.GzipFile(fileobj=io.BytesIO(data)) if packed else io.BytesIO(data)
        self._packed, self._read = len(data), 0

    def readline(self, size: int = _LINE) -> bytes:
        return self._counted(self._source.readline(min(size, _LINE)))

    def read(self, size: int) -> bytes:
        return self._counted(self._source.read(size))

    def _counted(self, data: bytes) -> bytes:
        self._read += len(data)
        unfold.check(self._read, self._packed, _UNFOLDED)
        return data


@dataclass(frozen=True, slots=True)
class _Record:
    kind: str
    uri: str
    date: str
    media: str
    body: bytes
    fault: str = ""


def claims(data: bytes) -> bool:
    """A file that opens with a record, packed or not."""
    start = unfold.beginning(data) if unfold.stream(data) == "gzip" else data
    return start.startswith((b"WARC/1.", b"WARC/0."))


def read(name: str, data: bytes) -> Iterator[Part]:
    """A Part for each document, called by its address; one for all other records together. Raises Unreadable."""
    del name
    others: Counter[str] = Counter()
    seen: set[str] = set()
    try:
        for record in _records(_Stream(data)):
            found = _part(record, seen)
            if isinstance(found, Part):
                yield found
            else:
                others[found] += 1
    except (OSError, EOFError, zlib.error) as fault:
        yield Part("", b"", fault=Unreadable(f"the archive is broken from here on: {message(fault)}"))
    if others:
        told = ", ".join(f"{what} ({count:,})" for what, count in sorted(others.items()))
        yield Part("other records", b"", fault=Skipped(f"no documents: {told}"))


def _records(stream: _Stream) -> Iterator[_Record]:
    from warcio.statusandheaders import StatusAndHeadersParser

    parser = StatusAndHeadersParser([], verify=False)
    while line := stream.readline():
        if not line.startswith(b"WARC/"):
            continue  # the blank lines after a record; what follows one whose length is wrong
        headers = parser.parse(stream, line)
        uri = (headers.get_header("WARC-Target-URI") or "").strip("<> ")
        kind = (headers.get_header("WARC-Type") or "").strip().lower()
        told = (headers.get_header("Content-Length") or "").strip()
        length = int(told) if told.isascii() and told.isdigit() and len(told) < 15 else 0
        wanted = kind in ("response", "resource", "conversion") and length <= _LARGEST
        body = stream.read(length) if wanted else b""
        left = 0 if wanted else length
        while left and (piece := stream.read(min(left, _PIECE))):
            left -= len(piece)
        large = f"too large: {length >> 20:,} MB are no document" if length > _LARGEST else ""
        date, media = headers.get_header("WARC-Date") or "", headers.get_header("Content-Type") or ""
        yield _Record(kind, uri, date, media, body, large)
        if wanted and len(body) < length:
            raise EOFError("it is cut off")


def _part(record: _Record, seen: set[str]) -> Part | str:
    """The document in a record, else what it is instead."""
    if record.kind not in ("response", "resource", "conversion"):
        return "records of the crawl"
    if not record.uri.startswith(("http://", "https://", "file:", "ftp://")) or record.uri.endswith("/robots.txt"):
        return "records of the crawl"
    media, body, fault = record.media, record.body, record.fault
    if record.kind == "response" and not fault:
        status, media, body, fault = _answer(record.body)
        if status != "200":
            return f"answers with status {status}" if status.isdigit() else "broken answers"
    kind = media.partition(";")[0].strip().lower()
    if kind and kind not in _FORMATS:
        return f"files of type {kind if len(kind) < 60 else 'unknown'}"
    key = f"{record.uri} {record.date}" if record.uri in seen else record.uri
    seen.add(record.uri)
    if fault:
        return Part(key, b"", fault=Unreadable(fault))
    address = hint("url", record.uri, "address in the web archive") if is_address(record.uri) else ()
    return Part(key, _in_utf8(body, media) if kind.startswith("text/") else body, _FORMATS.get(kind, ""), also=address)


def _answer(data: bytes) -> tuple[str, str, bytes, str]:
    """Status, media type and content of an HTTP response, and why the content cannot be had."""
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.statusandheaders import StatusAndHeadersParser

    stream = io.BytesIO(data)
    try:
        headers = StatusAndHeadersParser([], verify=False).parse(stream)
    except EOFError:
        return "", "", b"", ""
    chunked = (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    body = ChunkedDataReader(stream).read() if chunked else stream.read()
    coding = (headers.get_header("Content-Encoding") or "").strip().lower()
    media, status = headers.get_header("Content-Type") or "", headers.get_statuscode()
    try:
        return status, media, _decoded(body, coding), ""
    except Unreadable as fault:
        return status, media, b"", fault.reason


def _decoded(body: bytes, coding: str) -> bytes:
    """The content without its coding; many archives hold it decoded, and say otherwise."""
    if coding in ("gzip", "x-gzip") and unfold.stream(body) == "gzip":
        return unfold.unfold(body)[0]
    if coding == "deflate":
        for bits in (15, -15):
            try:
                unit = zlib.decompressobj(bits)
                found = unit.decompress(body, _LARGEST)
            except zlib.error:
                continue
            unfold.check(len(found), len(body))
            return found
    if coding in ("br", "zstd"):
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            raise Unreadable(f"its content is packed with {coding}, which cannot be unpacked") from None
    return body


def _in_utf8(body: bytes, media: str) -> bytes:
    """Text whose encoding only its HTTP header tells, made UTF-8."""
    charset = media.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return body.decode(charset, "replace").encode("utf-8") if charset else body
        except (LookupError, ValueError, UnicodeError):
            pass
    return body
