"""Sets to score against: a file of JSON Lines, a case a line; README.md says what a case holds for each task."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "set.jsonl"
_SHINGLE = 4
_PLAIN = str.maketrans(
    {**dict.fromkeys("’‘‚‹›`´", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("–—‑", "-"), "…": "..."}
    | dict.fromkeys("\u00ad\u200b\u200e\u200f\ufeff")
)
"""Marks that a page prints in one way here and in another there; soft hyphens and the like are no sign at all."""


class SetError(Exception):
    """A set that cannot be read; its message says where and why."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is given to the program, and what is true of it."""

    name: str
    data: bytes
    """The bytes of the case's file, or its `text`."""
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """What one case adds to a figure: so much of so much is right. A figure is the one sum divided by the other."""

    figure: str
    right: float
    of: float
    told: str = ""
    """What was wrong, for a person to read."""
    less: bool = False
    """True where the least is the best: of what is lost, or wrong."""

    @property
    def cost(self) -> float:
        """How much this case costs the figure."""
        return self.right if self.less else self.of - self.right


def read(path: Path) -> Iterator[Case]:
    """The cases of a set: of a file, or of `set.jsonl` in a folder. Raises SetError."""
    path = path / NAME if path.is_dir() else path
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as fault:
        raise SetError(f"{path}: {fault.strerror or fault}") from fault
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            truth = json.loads(line)
            name = truth.get("file", f"{number}.txt")
            data = (path.parent / name).read_bytes() if "file" in truth else truth["text"].encode()
        except OSError as fault:
            raise SetError(f"{path}:{number}: {name}: {fault.strerror or fault}") from fault
        except (ValueError, AttributeError, KeyError) as fault:
            raise SetError(f"{path}:{number}: no object with `file` or `text`") from fault
        yield Case(name, data, truth)


def key(text: str) -> str:
    """A text by its letters and digits alone: marks, white space and case tell no two titles apart, nor do `ı`, `İ`."""
    return re.sub(r"[\W_]+", "", text.casefold().replace("ı", "i"))


def exact(text: str) -> str:
    """A text as it is compared where each word counts: with plain quotation marks, dashes and spaces."""
    return " ".join(text.translate(_PLAIN).split())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words; a letter of a script without spaces is a word."""
    words = re.findall(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W_]+", text.casefold())
    size = min(_SHINGLE, len(words)) or 1
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def f1(found: str, true: str) -> float:
    """How alike two texts are, by the shingles that they share."""
    ours, theirs = shingles(found), shingles(true)
    both = (ours & theirs).total()
    return 2 * both / (ours.total() + theirs.total()) if both else float(not ours and not theirs)
