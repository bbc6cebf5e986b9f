"""Whether a document says that it is not yet for the public: then its article is a draft, which `build` holds back."""

from __future__ import annotations

from generator.ingest.describe.plain import Plain
from generator.model import Field


def draft(read: Plain) -> Field | None:
    """True where the source says so; else absent."""
    return next((Field(True, origin) for value, origin in read.hints["draft"] if value == "true"), None)
