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
    kept = [(person, origin) for key, (person, origin) in found.items() if not _part_of_another(key, found)]
    if not kept:
        return None
    origins = "; ".join(dict.fromkeys(origin for _, origin in kept))
    if dropped:
        origins += f"; without {', '.join(dict.fromkeys(dropped))}"
    return Field([person for person, _ in kept], origins)


def _bare(name: str) -> str:
    return re.sub(r"^the\s+|\W+", "", name.casefold())


def _part_of_another(key: str, found: dict[str, tuple[str, str]]) -> bool:
    """`Amadi` beside `Lise Amadi`."""
    return any(key != other and other.endswith(key) and len(key) > 2 for other in found)
