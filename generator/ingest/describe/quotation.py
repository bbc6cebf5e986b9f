"""A quotation in another language than its document's is marked with its language: how it is read out depends on it."""

from __future__ import annotations

from dataclasses import replace

from generator.ingest.markdown import plain
from generator.model import Block, Document
from generator.text import language
from generator.text.marks import escape

_ENOUGH = 60
"""Fewer letters than these may be a name, a title or a slogan."""
_SURE, _ALSO = 0.7, 0.1


def marked(document: Document, lang: str) -> Document:
    """The document, each paragraph of a quotation that clearly is in another language than `lang` in a `span` of it.

    Raw HTML within a line is what any program that shows Markdown leaves alone.
    """
    if not lang or not any(block.kind == "quote" for block in document.blocks):
        return document
    return replace(document, blocks=tuple(_marked(block, language.code(lang)) for block in document.blocks))


def _marked(block: Block, own: str) -> Block:
    if block.kind != "quote" or "<span lang=" in block.text:
        return block
    text = plain(block)
    if sum(map(str.isalpha, text)) < _ENOUGH:
        return block
    found = language.likely(text)
    best = language.of(text)
    if not best or language.kin(best) == language.kin(own):
        return block
    if found.get(best, 0) < _SURE or found.get(own, 0) > _ALSO:
        return block
    inside = block.text if block.markup else escape(block.text, start=False)
    return replace(block, text=f'<span lang="{best}">{inside}</span>', markup=True)
