"""Formats that no reader knows, told apart by their first bytes or their name, so that the account can name them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"BM", "BMP image"),
    (b"II*\0", "TIFF image"),
    (b"MM\0*", "TIFF image"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office"),
    (b"SQLite format 3\0", "SQLite"),
    (b"ID3", "MP3 audio"),
    (b"OggS", "Ogg audio"),
    (b"fLaC", "FLAC audio"),
    (b"\x7fELF", "program"),
    (b"wOF2", "font"),
    (b"wOFF", "font"),
    (b"bplist00", "property list"),
)
_SUFFIXES = {
    ".bat": "script",
    ".css": "style sheet",
    ".doc": "old Word",
    ".ics": "calendar",
    ".js": "script",
    ".py": "script",
    ".sh": "script",
    ".srt": "subtitles",
    ".url": "shortcut",
    ".vcf": "address card",
    ".vtt": "subtitles",
    ".webloc": "shortcut",
    ".xls": "Excel",
    ".xlsx": "Excel",
    ".xml": "XML",
}
_INSIDE = (
    (b"xl/", "Excel"),
    (b"ppt/", "PowerPoint"),
    (b"opendocument", "OpenDocument"),
)
_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL)
_CONTENT: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"<\?xml\s", re.IGNORECASE), "XML"),
    (re.compile(rb"<svg[\s>]", re.IGNORECASE), "SVG image"),
)


BESIDE = (" image", " audio", " video", "font", "script", "style sheet", "calendar", "subtitles", "shortcut", "card")
"""How the names end of those that lie beside documents, and are none whatever reader may come."""


def foreign(name: str, data: bytes) -> str:
    """The name of the format of `data` when no reader knows it yet, else the empty string."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, told in _MAGIC:
        if data.startswith(magic) and (len(magic) > 3 or not data[:200].isascii()):
            return told
    if data.startswith(b"PK\x03\x04"):
        return next((told for mark, told in _INSIDE if mark in data[:4096] or mark in data[-65536:]), "zip")
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "WebP image", b"WAVE": "WAV audio"}.get(data[8:12], "AVI video")
    if data[4:8] == b"ftyp":
        return {b"avif": "AVIF image", b"avis": "AVIF image", b"heic": "HEIC image"}.get(data[8:12], "MP4 video")
    if not start or _PAGE.match(start):
        return ""
    told = _SUFFIXES.get(PurePosixPath(name).suffix.lower(), "")
    return told or next((told for shape, told in _CONTENT if shape.match(start)), "")
