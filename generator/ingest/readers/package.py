"""Documents that are zip files of XML (Word, OpenDocument, EPUB): opened, and read part by part within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from generator.ingest.readers.fault import Unreadable, message

LARGEST = 32 << 20
"""Bytes of text in one part: some five thousand pages."""
_MAGIC = b"PK\x03\x04"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


def holds(data: bytes, name: str) -> bool:
    """Whether these bytes are a zip file with a part of this name; a damaged one counts, if the name is in it."""
    if not data.startswith(_MAGIC) or name.encode() not in data:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return name in archive.NameToInfo
    except _FAULTS:
        return True


class Package:
    """An opened zip file."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable when the file is damaged."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as fault:
            raise Unreadable(f"damaged: {message(fault)}") from None
        self.names = tuple(self._archive.NameToInfo)

    def read(self, name: str, most: int = -1) -> bytes:
        """The bytes of a part, or the first so many; none if there is no such part.

        Raises Unreadable when it is too large or damaged.
        """
        info = self._archive.NameToInfo.get(name)
        if info is None:
            return b""
        if info.file_size > LARGEST:
            raise Unreadable(f"too large: {name} unfolds to {info.file_size >> 20:,} MB")
        try:
            with self._archive.open(info) as part:
                return part.read(most)  # never more than the size it declares
        except _FAULTS as fault:
            raise Unreadable(f"damaged: {name}: {message(fault)}") from None

    def xml(self, name: str) -> Any:
        """The root element of a part; None if there is no such part. Raises Unreadable when it is no sound XML."""
        data = self.read(name)
        return xml_of(data, name) if data else None

    def beside(self, name: str) -> Any:
        """The same of a part without which the text can still be read: None where it is damaged, too."""
        try:
            return self.xml(name)
        except Unreadable:
            return None


def xml_of(data: bytes, name: str) -> Any:
    """The root element of XML; entities are not replaced, and nothing else is fetched. Raises Unreadable."""
    from lxml import etree  # slow to import

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable(f"damaged: {name}: {message(fault)}") from None
