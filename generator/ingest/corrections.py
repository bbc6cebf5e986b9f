"""What a source has changed since its article was published: field by field, and paragraph by paragraph."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator import files
from generator.ingest.articles import Article
from generator.lock import Line

FIELDS = ("title", "summary", "date", "authors")
"""What readers are told of; that tags or the language are seen otherwise is no correction."""
LONGEST = 4000
"""Characters of an old or new text that are kept; what goes beyond is cut, with an ellipsis."""
MOST = 200
"""Changes that are kept of one article, the latest ones."""

_OPENING = re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+", re.MULTILINE)

PENDING = ".broadsheet/changes"

Change = tuple[str, str, str, str]
"""Moment, key, old text, new text."""


def changes(before: Article, after: Article, keys: Iterable[str], moment: str) -> list[Change]:
    """What was said `before` and is said otherwise `after`, of the `keys` that were written; none for mere spelling."""
    written = set(keys)
    found = [(key, before.meta.get(key), after.meta.get(key)) for key in FIELDS if key in written]
    fields = [(key, _text(old), _text(new)) for key, old, new in found]
    if "body" in written:
        fields += [("body", old, new) for old, new in _paragraphs(before.body, after.body)]
    return [(moment, key, _cut(old), _cut(new)) for key, old, new in fields if old.split() != new.split()]


def note(folder: Path, before: Mapping[str, Line], after: Mapping[str, Line]) -> None:
    """Write down what is new in the lines, before the articles are written: afterwards what they said is gone.

    A run that is cut off between its articles and the lock would lose it. Raises BroadsheetError when the disk refuses.
    """
    new = {
        _mark(line): line.changes
        for path, line in after.items()
        if line.changes and line.changes != (before[path].changes if path in before else [])
    }
    if new:
        files.write(folder / PENDING, json.dumps(new, ensure_ascii=False).encode())


def noted(folder: Path) -> Callable[[str, str], list[Change]]:
    """What a run that was cut off had noted, by document and fingerprint of its file; nothing where there is none."""
    try:
        held = json.loads((folder / PENDING).read_bytes())
        found = {mark: [(at, key, old, new) for at, key, old, new in rows] for mark, rows in held.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        found = {}
    return lambda path, sha256: found.get(f"{path}\n{sha256}", [])


def forget(folder: Path) -> None:
    """The lock has it now."""
    (folder / PENDING).unlink(missing_ok=True)


def _mark(line: Line) -> str:
    return f"{line.path}\n{line.sha256}"


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _paragraphs(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Each run of paragraphs that differ, as plain text, with a blank line between paragraphs."""
    from difflib import SequenceMatcher

    old, new = _plain(before), _plain(after)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield "\n\n".join(old[i:j]), "\n\n".join(new[k:m])


def _plain(body: str) -> list[str]:
    from generator.text.marks import unmarked

    bare = (unmarked(_OPENING.sub("", part)) for part in re.split(r"\n\s*\n", body))
    return [text for part in bare if (text := " ".join(part.split()))]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
