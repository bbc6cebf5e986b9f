"""The headings of a body: ranks below the page's own, with none skipped, and an anchor each."""

from __future__ import annotations

import re

from generator.text import slugs

_NUMBERED = re.compile(r"p\d+")


class Headings:
    """Those of one body, in their order."""

    def __init__(self, prefix: str) -> None:
        """Begin a body; `prefix` stands before each anchor."""
        self._prefix = prefix
        self._above: list[int] = []
        self._anchors: set[str] = set()

    def level(self, rank: int) -> int:
        """The rank that the next heading gets, which has `rank` in its text."""
        while self._above and self._above[-1] >= rank:
            self._above.pop()
        self._above.append(rank)
        return min(1 + len(self._above), 6)

    def anchor(self, text: str) -> str:
        """A name for a heading of this text that no heading before has, and that is no paragraph's."""
        name = self._prefix + slugs.slug(text, "section")
        number, wanted = 1, name if not _NUMBERED.fullmatch(name) else name + "-1"
        name = wanted
        while name in self._anchors:
            number += 1
            name = f"{wanted}-{number}"
        self._anchors.add(name)
        return name
