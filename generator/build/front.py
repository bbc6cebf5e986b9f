"""The front matter of a published report: its public fields, a key a line, with the names they have in `content/`."""

from __future__ import annotations

import json
from typing import Any

from generator.model import Entry

_SPELLER = json.JSONEncoder(ensure_ascii=False)
"""Made once: making it costs more than spelling a value."""


def front(entry: Entry) -> str:
    """The public fields as front matter, a key a line, with the names they have in `content/`.

    Values are spelled as JSON, which YAML reads: writing YAML for ten thousand articles would take a build's time.
    """
    fields: dict[str, Any] = {
        "title": entry.title,
        "date": entry.date.isoformat() if entry.date else None,
        "lastmod": entry.lastmod.isoformat() if entry.lastmod else None,
        "summary": entry.summary,
        "authors": entry.authors,
        "lang": entry.lang,
        "section": entry.section,
        "tags": entry.tags,
        "source": [{"name": each.name, "url": each.url} for each in entry.sources if each.name or each.url],
        "story": entry.story,
        "id": entry.id,
    }
    return "".join(f"{key}: {_spell(key, value)}\n" for key, value in fields.items() if value)


def _spell(key: str, value: Any) -> str:
    """Dates stay bare, so that they read back as dates; what YAML forbids or folds is escaped in its own manner."""
    if key in ("date", "lastmod"):
        return str(value)
    text = _SPELLER.encode(value)
    return text if text.isprintable() else "".join(each if each.isprintable() else _escape(each) for each in text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
