"""Who wrote a report: persons, as its byline names them."""

from __future__ import annotations

import functools
import re

from generator.ingest.describe.plain import Plain
from generator.ingest.describe.publisher import publisher
from generator.model import Field
from generator.text.bylines import people


@functools.lru_cache(maxsize=4)
def authors(read: Plain) -> Field | None:
    """The names of its authors, each once; neither the publisher nor `Staff` is one."""
    name, _ = publisher(read)
    found: dict[str, tuple[str, str]] = {}
    dropped: list[str] = []
    for value, origin in read.hints["authors"]:
        persons = [person for person in people(value) if not name or _bare(person) != _bare(name)]
        dropped += [value] if not persons else []
        for person in persons:
            found.setdefault(_bare(person), (person, origin))
    if not found:
        return None
    origins = "; ".join(dict.fromkeys(origin for _, origin in found.values()))
    if dropped:
        origins += f"; without {', '.join(dict.fromkeys(dropped))}"
    return Field([person for person, _ in found.values()], origins)


def _bare(name: str) -> str:
    return re.sub(r"^the\s+|\W+", "", name.casefold())
