"""`content/digests/<slug>.json`: what an outside program wrote of a story, sentence by sentence, and what was refused.

`ingest` writes it when the setting `digest.command` is set, `build` shows what is in it. A file for each story reads
well in a diff, and is committed: no program has to run where the site is built.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from generator import files
from generator.errors import BroadsheetError, problem

FOLDER = "content/digests"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a report that a sentence cites."""

    article: str
    """The name of the article's file, without `.md`."""
    begins: str
    """How the paragraph begins, by which it is found."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the program's own."""

    text: str
    citations: tuple[Passage, ...]
    """At least one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What the program wrote and is not shown."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Retold:
    """What became of the program's answer."""

    of: str
    """Tells whether the story, and the program, are still those it was written for."""
    sentences: tuple[Sentence, ...] = ()
    refused: tuple[Refused, ...] = ()


def path(slug: str) -> str:
    """The file of a story, below the site's folder."""
    return f"{FOLDER}/{slug}.json"


def read(folder: Path) -> dict[str, Retold]:
    """What is kept of each story, by its slug. Raises BroadsheetError with all files that are none of ours."""
    found, faults = {}, []
    for each in sorted((folder / FOLDER).glob("*.json")):
        try:
            found[each.stem] = _parsed(each.read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            hint = "delete it: `broadsheet ingest` makes it again"
            faults.append(problem(f"not what `digest.command` left here: {error}", path(each.stem), hint=hint))
    if faults:
        raise BroadsheetError(faults)
    return found


def _parsed(text: str) -> Retold:
    kept = json.loads(text)
    sentences = (
        Sentence(str(each["text"]), tuple(Passage(str(at["article"]), str(at["begins"])) for at in each["citations"]))
        for each in kept["sentences"]
    )
    refused = (Refused(str(each["text"]), str(each["why"])) for each in kept["refused"])
    return Retold(str(kept["of"]), tuple(sentences), tuple(refused))


def write(folder: Path, slug: str, retold: Retold) -> bool:
    """Keep it; True if it is new or different."""
    text = json.dumps(asdict(retold), ensure_ascii=False, indent=1) + "\n"
    return files.write(folder / path(slug), text.encode())
