"""Whether anything has changed since the last run: then stories need not be matched anew, and nothing is written.

The state of a finished run is kept in `.broadsheet/`, which may be deleted at any time: it saves work, and decides
nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator import files, lock
from generator.ingest.articles import Article

PATH = ".broadsheet/ingest"


def holds(folder: Path, articles: Mapping[str, bytes], *settings: object) -> bool:
    """Whether the last run left exactly these articles, this lock and these settings."""
    try:
        return (folder / PATH).read_text(encoding="ascii") == _state(folder, articles, settings)
    except (OSError, UnicodeDecodeError):
        return False


def keep(folder: Path, shelf: Mapping[str, Article], *settings: object) -> None:
    """Remember the state that a run leaves; not one with faults, which are to be told in every run."""
    if any(article.fault for article in shelf.values()):
        (folder / PATH).unlink(missing_ok=True)
    else:
        articles = {name: shelf[name].text.encode() for name in sorted(shelf)}
        files.write(folder / PATH, _state(folder, articles, settings).encode())


def _state(folder: Path, articles: Mapping[str, bytes], settings: tuple[object, ...]) -> str:
    state = hashlib.sha256(repr(settings).encode())
    for name, data in articles.items():
        state.update(f"\n{len(data)} {name}\n".encode(errors="surrogateescape"))
        state.update(data)
    path = folder / lock.PATH
    state.update(path.read_bytes() if path.exists() else b"")
    return state.hexdigest()
