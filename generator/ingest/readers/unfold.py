"""Compressed streams, unfolded piece by piece and never beyond a bound: a few bytes may hold gigabytes of nothing."""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from generator.ingest.readers.fault import Unreadable, message

LARGEST = 1 << 30
"""Bytes of one file: the largest mailboxes."""
_FREE, _RATIO = 16 << 20, 200
"""Beyond so many bytes nothing that people write shrinks to a two-hundredth."""
_PIECE = 1 << 16
_MEMORY = 256 << 20

_STREAMS: tuple[tuple[re.Pattern[bytes], str, Callable[[], Any]], ...] = (
    (re.compile(rb"\x1f\x8b\x08"), "gzip", lambda: zlib.decompressobj(31)),
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), "bzip2", bz2.BZ2Decompressor),
    (re.compile(rb"\xfd7zXZ\x00"), "xz", lambda: lzma.LZMADecompressor(memlimit=_MEMORY)),
)


def stream(data: bytes) -> str:
    """The name of the compression that these bytes show; empty for none."""
    return next((name for mark, name, _ in _STREAMS if mark.match(data)), "")


def check(size: int, packed: int, largest: int = LARGEST) -> None:
    """Raises Unreadable when `packed` bytes that unfold to `size` are an attack, or too large for any document."""
    if size > max(_FREE, _RATIO * packed):
        raise Unreadable(f"a bomb: it unfolds to more than {_RATIO} times its size")
    if size > largest:
        raise Unreadable(f"too large: it unfolds to more than {largest >> 20:,} MB")


def unfold(data: bytes) -> tuple[bytes, str]:
    """A compressed file unfolded, and why that is not all of it, if it is not.

    Several streams one after another are one file. Raises Unreadable for a bomb.
    """
    out = bytearray()
    try:
        for piece in _pieces(data):
            out += piece
            check(len(out), len(data))
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as fault:
        return bytes(out), message(fault)
    return bytes(out), ""


def beginning(data: bytes, size: int = 512) -> bytes:
    """The first bytes of a compressed file; empty when there are none to be had."""
    try:
        return next(_pieces(data[:_PIECE]), b"")[:size]
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError):
        return b""


def _pieces(data: bytes) -> Iterator[bytes]:
    """The content of the streams, in pieces of bounded size. Raises what the libraries raise, EOFError if cut off."""
    place = 0
    while place < len(data):
        made = next((make for mark, _, make in _STREAMS if mark.match(data, place)), None)
        if made is None:
            if data[place:].strip(b"\0"):  # tapes and downloads are padded
                raise ValueError("what follows the compressed part is none")
            return
        unit = made()
        while not unit.eof:
            if place >= len(data):
                raise EOFError("it is cut off")
            place = yield from _step(unit, data, place)
        place -= len(unit.unused_data)


def _step(unit: Any, data: bytes, place: int) -> Any:
    """Feed one piece to a decompressor, and take all that comes of it; the place after that piece."""
    chunk = data[place : place + _PIECE]
    if hasattr(unit, "unconsumed_tail"):  # zlib
        yield unit.decompress(chunk, _PIECE * 16)
        while unit.unconsumed_tail and not unit.eof:
            yield unit.decompress(unit.unconsumed_tail, _PIECE * 16)
    else:
        yield unit.decompress(chunk, _PIECE * 16)
        while not unit.needs_input and not unit.eof:
            yield unit.decompress(b"", _PIECE * 16)
    return place + len(chunk)
