"""The nouns of claims: what a text says, and what others say beside it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Report:
    """A text that claims are held against."""

    text: str
    lang: str = ""
    """A BCP 47 tag."""
    day: dt.date | None = None
    """Its own day, by which `Sunday` and `yesterday` are understood."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a text says and that can be looked up: `text[start:end]`."""

    kind: Literal["name", "number", "date", "quotation"]
    said: str
    """As it is printed."""
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.said)


def folded(text: str) -> str:
    """A text without regard to case and accents."""
    parted = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(char for char in parted if not unicodedata.combining(char))
