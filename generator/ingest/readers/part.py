"""What a reader may give instead of a Document: a file inside the file, to be read in its turn.

A mail in a mailbox, an entry of a feed, a page in an archive: a reader of such a format unwraps, and knows nothing of
the readers of what it finds. How deep, how many and how large is bounded here, once for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.ingest.readers.fault import Unreadable
from generator.model import Hint

DEEPEST = 6
"""An article in a mail in a mailbox in an archive in an archive is still read."""
MOST = 200_000
"""Documents in one file."""
LARGEST = 4 << 30
"""Bytes that one file may unfold to, all its parts together."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a file."""

    key: str
    """What tells it from the other parts, the same in every copy of the file: a path in the archive, the permanent id
    of an entry. Its document is called `file#key`. Empty where the file holds but this one: then it keeps its name."""
    data: bytes
    format: str = ""
    """The name of its reader in READERS; empty when its bytes and its key shall tell."""
    hints: tuple[Hint, ...] = ()
    """What is known from around it, and is trusted more than what stands in it."""
    also: tuple[Hint, ...] = ()
    """What is known from around it, and is trusted less than what stands in it."""
    fault: Unreadable | None = None
    """Why nothing is to be read from it, where its wrapping knows that."""


class Full(Unreadable):
    """There is no more room for what a source unfolds to."""


class Room:
    """What one source may still unfold to."""

    def __init__(self, parts: int = MOST, size: int = LARGEST) -> None:
        self._parts, self._size = parts, size

    def take(self, part: Part, depth: int) -> None:
        """Count a part. Raises Full when it is one too many or too large, Unreadable when too deep inside others."""
        self._parts -= 1
        self._size -= len(part.data)
        if depth > DEEPEST:
            raise Unreadable(f"too deep: {DEEPEST} files inside one another")
        if self._parts < 0:
            raise Full("too many files inside one")
        if self._size < 0:
            raise Full("too large: it unfolds to more than any archive of articles")
