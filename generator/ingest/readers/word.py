"""Word files (.docx, .docm): what their styles mean, through mammoth; nothing that was deleted, and no comments.

A program that makes a Word file of a web page often puts the whole page into it, for Word to take in when it opens it.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator

from generator.ingest.readers.fault import Unreadable, message
from generator.ingest.readers.office import part_of
from generator.ingest.readers.package import Package, holds
from generator.ingest.readers.part import Part

_MAIN = "word/document.xml"
_TYPES, _WORD = "[Content_Types].xml", b"wordprocessingml.document."
"""Where a zip of an office program says what it is: some programs call the main part otherwise."""
_CORE = "docProps/core.xml"
_TAKEN_IN = "/aFChunk"
"""How the kind of relation ends by which a file is to be taken in."""
_MARKUP = (".htm", ".html", ".xhtml")
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='toc 1'] => !
p[style-name='toc 2'] => !
p[style-name='toc 3'] => !
b => strong
i => em
u =>
strike =>
"""
_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-[^"<>]{0,40}">↑</a>')
_DECLARATION = b"<!DOCTYPE"
_HEAD = 4096
_NAMES = {"dc": "http://purl.org/dc/elements/1.1/"}


def claims(data: bytes) -> bool:
    """A zip file with the main part of a Word file in it."""
    return holds(data, _MAIN) or (holds(data, _TYPES) and _WORD in Package(data).read(_TYPES))


def read(name: str, data: bytes) -> Iterator[Part]:
    """The one article in a Word file, and what is to be taken in. Raises Unreadable: damaged, too large, or hostile."""
    del name
    package = Package(data)
    for each in package.names:
        if each.endswith((".xml", ".rels")) and _DECLARATION in package.read(each, _HEAD).upper():
            raise Unreadable(f"hostile: {each} defines entities, as no word processor does")
    markup = _markup(data)
    core = package.beside(_CORE)
    title, author = (
        ("", "") if core is None else (core.findtext(f"dc:{each}", "", _NAMES) for each in ("title", "creator"))
    )
    chunks = tuple(dict.fromkeys(_chunks(package)))
    if markup or not chunks:
        yield part_of(markup, title, author)
    for path in chunks:
        key = path if markup or len(chunks) > 1 else ""
        yield Part(key, package.read(path), "fragment" if path.lower().endswith(_MARKUP) else "")


def _chunks(package: Package) -> Iterator[str]:
    """The paths of the files that are to be taken in."""
    for rels in package.names:
        root = package.beside(rels) if rels.startswith("word/_rels/") else None
        for each in () if root is None else root.iter("{*}Relationship"):
            path = posixpath.normpath(posixpath.join("/word", each.get("Target") or ""))[1:]
            if (each.get("Type") or "").endswith(_TAKEN_IN) and path in package.names:
                yield path


def _markup(data: bytes) -> str:
    import mammoth

    try:
        found = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
        )
    except RecursionError:
        raise Unreadable("nested too deeply for a text that people wrote") from None
    except Exception as fault:  # noqa: BLE001  mammoth trusts a file, and a damaged one surprises it anywhere
        raise Unreadable(f"damaged: {message(fault)}") from None
    return _BACK.sub("", str(found.value))
