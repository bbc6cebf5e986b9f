"""Archives and packed files: zip, tar, gzip, bzip2, xz. Their members are read as files in a folder would be.

Nothing is ever written, so that no path can lead anywhere; how much is unfolded is bounded before it is in memory.
"""

from __future__ import annotations

import contextlib
import io
import re
import tarfile
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any

from generator.ingest.readers import unfold
from generator.ingest.readers.fault import Empty, Skipped, Unreadable, message
from generator.ingest.readers.part import Part

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = frozenset(
    """
    [Content_Types].xml word/document.xml xl/workbook.xml ppt/presentation.xml mimetype META-INF/MANIFEST.MF
    AndroidManifest.xml
    """.split()
)
"""What a zip holds that is a file of another program."""
_BLOCK = 512
_KINDS = {
    suffix: kind
    for kind, suffixes in {
        "pictures": "png jpg jpeg jpe gif svg svgz webp avif bmp ico tif tiff heic jfif apng cur",
        "style sheets": "css scss less map",
        "scripts": "js mjs cjs",
        "fonts": "woff woff2 ttf otf eot",
        "sounds and films": "mp3 m4a aac ogg oga opus wav flac mp4 m4v mov webm avi mkv mpg mpeg ogv vtt srt",
    }.items()
    for suffix in suffixes.split()
}
"""What goes with documents and is none."""
_BESIDE = re.compile(
    r"(?:[_. -](?:files?|dateien|fichiers|archivos|arquivos|bestanden|filer|pliki|soubory|dosyalar|tiedostot|elementi|"
    r"fájlok|fails|datoteke))\Z",
    re.IGNORECASE,
)
"""How browsers call the folder beside a saved page."""
_SYSTEM = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini", "$RECYCLE.BIN", "System Volume Information"))
_IN_MAILDIR = re.compile(r"(?:\A|/)(?:cur|new)/[^/.][^/]*\Z")
"""Its folders are hidden ones."""
_ENCRYPTED = 0x1
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class _Member:
    """One file in an archive, not yet opened."""

    path: str
    size: int
    """As the archive declares it."""
    packed: int
    handle: Any
    fault: Unreadable | None = None


def claims(data: bytes) -> bool:
    """A zip that is no file of an office program, a tar, or a file packed with gzip, bzip2 or xz."""
    if data.startswith(_ZIP):
        return not _is_office(data)
    return _is_tar(data) or bool(unfold.stream(data))


def read(name: str, data: bytes) -> Iterator[Part]:
    """A Part for each file inside, called by its path. Raises Unreadable for a broken archive, or a bomb."""
    del name
    if data.startswith(_ZIP):
        yield from _zipped(data)
    elif _is_tar(data):
        yield from _taped(data)
    elif not unfold.stream(data):
        raise Unreadable("no archive, or one piece of several: join them first")
    else:
        inside, fault = unfold.unfold(data)
        if fault and not inside:
            raise Unreadable(f"a {unfold.stream(data)} file that cannot be unpacked: {fault}")
        yield Part("", inside)
        if fault:
            yield Part("rest", b"", fault=Unreadable(f"the packed file is broken from here on: {fault}"))


def _zipped(data: bytes) -> Iterator[Part]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise Unreadable("a zip that is broken or cut off") from fault
    members = [_of_zip(each) for each in archive.infolist() if not each.filename.endswith("/")]
    yield from _members(members, archive.open, len(data))


def _of_zip(info: zipfile.ZipInfo) -> _Member:
    path, fault = info.filename or "unnamed", None
    if not info.flag_bits & _UTF8 and not path.isascii():  # most programs write UTF-8 and do not say so
        with contextlib.suppress(UnicodeError):
            path = path.encode("cp437").decode("utf-8")
    if info.flag_bits & _ENCRYPTED:
        fault = Unreadable("it is encrypted: unpack it with its password first")
    elif info.external_attr >> 28 == 0xA:
        fault = Skipped("a link inside an archive is not followed")
    return _Member(path, info.file_size, info.compress_size, info, fault)


def _taped(data: bytes) -> Iterator[Part]:
    faults = (tarfile.TarError, ValueError, OSError, EOFError, OverflowError)
    try:
        archive = tarfile.open(fileobj=io.BytesIO(data), mode="r:", errors="replace")  # noqa: SIM115  it is memory
    except faults as fault:
        raise Unreadable(f"a tar that is broken or cut off: {message(fault)}") from fault
    members, broken = [], ""
    try:
        for each in archive:
            if not each.isdir():
                refused = None if each.isreg() else Skipped(f"{_what(each)} inside an archive is not followed")
                members.append(_Member(each.name, each.size, each.size, each, refused))
    except faults as fault:
        broken = message(fault)
    yield from _members(members, archive.extractfile, len(data))
    if broken:
        yield Part("rest", b"", fault=Unreadable(f"the archive is broken from here on: {broken}"))


def _what(member: tarfile.TarInfo) -> str:
    return "a link" if member.issym() or member.islnk() else "a device"


def _members(members: list[_Member], open_: Any, packed: int) -> Iterator[Part]:
    """The files that may be documents; those that only go with them are named together, folder by folder."""
    if not members:
        raise Empty("an archive without files")
    beside = _folders_beside({each.path for each in members})
    aside: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    for each in members:
        path = each.path.replace("\\", "/")
        if _is_systems(path):
            continue
        if kind := _kind(path, beside):
            aside[path.rpartition("/")[0]][kind] += 1
            continue
        try:
            if each.fault:
                raise each.fault
            if path.startswith("/") or ".." in path.split("/") or re.match(r"[a-zA-Z]:", path):
                raise Unreadable("its path leads out of the archive")
            content = _content(each, open_)
        except Unreadable as fault:
            yield Part(path, b"", fault=fault)
            continue
        total += len(content)
        unfold.check(total, packed, 4 * unfold.LARGEST)
        yield Part(path, content)
    for folder, kinds in sorted(aside.items()):
        told = ", ".join(f"{kind} ({count:,})" for kind, count in sorted(kinds.items()))
        yield Part(f"{folder}/*" if folder else "*", b"", fault=Skipped(f"no documents: {told}"))


def _content(member: _Member, open_: Any) -> bytes:
    """The bytes of a member, no more of them unfolded than it may have. Raises Unreadable."""
    unfold.check(member.size, member.packed)
    most = min(member.size, unfold.LARGEST)
    try:
        file: IO[bytes] = open_(member.handle)
        with file:
            content = file.read(most + 1)
    except NotImplementedError as fault:
        raise Unreadable("it is packed in a way that cannot be unpacked") from fault
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, OSError, EOFError, ValueError, RuntimeError) as fault:
        raise Unreadable(f"it cannot be unpacked: {message(fault)}") from fault
    if len(content) > most:
        raise Unreadable("it unfolds to more than the archive declares")
    return content


def _kind(path: str, beside: set[str]) -> str:
    """What a file is that goes with a document; empty for one that may be a document itself."""
    folders = PurePosixPath(path).parents
    kind = _KINDS.get(PurePosixPath(path).suffix.lower()[1:], "")
    return kind or ("other files of a saved page" if any(str(each) in beside for each in folders) else "")


def _folders_beside(paths: Iterable[str]) -> set[str]:
    """The folders that browsers saved beside a page."""
    pages = {str(PurePosixPath(path).with_suffix("")) for path in paths if path.lower().endswith((".html", ".htm"))}
    folders = {str(folder) for path in paths for folder in PurePosixPath(path).parents}
    return {folder for folder in folders if (bare := _BESIDE.sub("", folder)) != folder and bare in pages}


def _is_systems(path: str) -> bool:
    """Files that the system makes and no person sees."""
    if _IN_MAILDIR.search(path):
        return False
    return any((part.startswith(".") and part not in (".", "..")) or part in _SYSTEM for part in path.split("/"))


def _is_office(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not _OFFICE.isdisjoint(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _is_tar(data: bytes) -> bool:
    """By the checksum of the first header, as all tars since the seventh edition have one."""
    head = data[:_BLOCK]
    if len(head) < _BLOCK or not head[0] or not re.fullmatch(rb"[ \0]*[0-7]{1,7}[ \0]*", head[148:156]):
        return False
    return int(head[148:156].strip(b" \0"), 8) == sum(head[:148]) + 8 * 32 + sum(head[156:])
