"""A saved page, read once: what the modules that look for its fields and its body all start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.ingest.readers.html.head import Head
from generator.ingest.readers.html.lines import Line


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    root: Any
    """The element tree; nobody changes it, except for `select`, which puts all back."""
    head: Head
    lines: tuple[Line, ...]
    url: str
    """Its own address, empty when it is unknown."""
    base: str
    """The address to which its relative links are relative, empty when it is unknown."""
    lang: str
    """As stated; may be empty."""
