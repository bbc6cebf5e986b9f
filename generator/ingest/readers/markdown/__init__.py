"""Markdown, with front matter or without: its fields become hints, its simple blocks Blocks, the rest stays verbatim.

Only headings, paragraphs, plain lists and plain quotations are understood. Tables, code, raw HTML, footnotes and nested
structures are carried over as they are written, so that nothing is lost.
"""

from __future__ import annotations

import re

from generator import frontmatter, keys
from generator.errors import BroadsheetError
from generator.ingest.readers.encoding import decode
from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.markdown.blocks import blocks_of
from generator.ingest.readers.markdown.fields import hints_of
from generator.model import Block, Document, Hint, Taken
from generator.text.marks import unmarked

_FRONT = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[A-Za-z][\w -]*:(?:[ \t].*)?\r?\n(?:.*\n){0,200}?---[ \t]*\r?(?:\n|\Z)"
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z _-]{1,24}):(?:[ \t]+(.*))?$")
_PELICAN = frozenset(
    "title date modified category tags keywords slug author authors summary lang status template translation "
    "url save_as headline description image cover".split()
)


def claims(data: bytes) -> bool:
    """Front matter shows a Markdown file, whatever its name is."""
    return bool(_FRONT.match(data))


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """The one document in a Markdown file. Raises Unreadable when its front matter is broken or it is no text."""
    text = decode(data)
    lines = tuple(text.split("\n"))
    try:
        front = frontmatter.split(text, name, strict=False)
        meta = keys.canonical(front.meta)
        ends = front.body_line - 1
        reason = "front matter"
        if not front.start:
            meta, ends = _header(lines)
            reason = "header"
    except BroadsheetError as error:
        first = error.problems[0]
        raise Unreadable(f"line {first.line}: {first.what}" if first.line else first.what) from error
    taken = [Taken(number, line, reason) for number, line in enumerate(lines[:ends], start=1) if line.strip()]
    blocks = blocks_of(lines, ends)
    hints = hints_of(meta, reason)
    blocks, title = _title(blocks)
    if title:
        hints.append(Hint("title", unmarked(title.text), "first heading"))
        taken += [Taken(number, lines[number - 1], "title") for number in title.lines]
    return (Document(name, "markdown", lines, tuple(blocks), tuple(hints), tuple(taken)),)


def _header(lines: tuple[str, ...]) -> tuple[dict[str, object], int]:
    """Pelican's `Key: value` lines at the top, and how many lines they take; none unless the first key is known."""
    meta: dict[str, object] = {}
    key = ""
    for number, line in enumerate(lines):
        found = _HEADER.match(line)
        if found and (found[1].lower() in _PELICAN or meta):
            key = found[1].lower()
            meta[key] = (found[2] or "").strip()
        elif key and line[:1] in " \t" and line.strip():
            meta[key] = f"{meta[key]} {line.strip()}"
        elif not line.strip() and meta:
            return keys.canonical(meta), number
        else:
            return {}, 0
    return keys.canonical(meta), len(lines)


def _title(blocks: list[Block]) -> tuple[list[Block], Block | None]:
    """The heading of the first rank with which the text opens, taken off; other headings then keep below it."""
    title = blocks[0] if blocks and blocks[0].kind == "heading" and blocks[0].level == 1 else None
    rest = blocks[1:] if title else blocks
    lowest = min((block.level for block in rest if block.kind == "heading"), default=2)
    return [_lowered(block, 2 - lowest) for block in rest] if lowest < 2 else rest, title


def _lowered(block: Block, by: int) -> Block:
    if block.kind != "heading":
        return block
    return Block(block.text, block.lines, "heading", min(6, block.level + by), markup=True)
