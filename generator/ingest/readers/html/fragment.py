"""Markup that is all of it article: an entry of a feed, a chapter, a Word file. Nothing is to be found, all is kept."""

from __future__ import annotations

from generator.ingest.readers.encoding import decode
from generator.ingest.readers.html.blocks import blocks_of
from generator.ingest.readers.html.inline import base_of
from generator.ingest.readers.html.lines import lines_of
from generator.ingest.readers.html.tree import tree_of
from generator.model import Document


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """The one document in a piece of markup; relative links are relative to its `<base href>`, if it has one.

    Raises Unreadable when the bytes are no text, or too much of it.
    """
    root = tree_of(decode(data))
    if root is None:
        return (Document(name, "html", (), ()),)
    body = root.find("body")
    lines = lines_of(body if body is not None else root)
    return (Document(name, "html", tuple(line.text for line in lines), tuple(blocks_of(lines, base_of(root)))),)
