"""What changed between two texts, word by word, in runs that a person can read."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

Run = tuple[Literal["same", "out", "in"], str]
"""Whether a piece of text stands in both, only in the old one or only in the new one."""

_PIECE = re.compile(r"\s+|[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[\w’'-]+(?:[.,]\d+)*|.", re.DOTALL)
"""White space, a character of a script without spaces, a word or figure, or a mark."""
_BRIDGE = 2
"""Words that are the same between two changes and are told as changed with them, where there are no more."""


def words(old: str, new: str) -> tuple[Run, ...]:
    """The old and the new text as one row of runs: all that is not `in` is the old one, all not `out` the new one."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    runs: list[Run] = []
    out, fresh = "", ""
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (kind, i, j, k, m) in enumerate(steps):
        if kind == "equal" and not (0 < number < len(steps) - 1 and _is_bridge(before[i:j])):
            _flush(runs, out, fresh)
            out = fresh = ""
            runs.append(("same", "".join(before[i:j])))
        else:
            out += "".join(before[i:j])
            fresh += "".join(after[k:m])
    _flush(runs, out, fresh)
    return tuple(runs)


def _is_bridge(pieces: list[str]) -> bool:
    """Whether what is the same is too little to read between two changes."""
    return sum(not piece.isspace() for piece in pieces) <= _BRIDGE and not any(len(piece) > 12 for piece in pieces)


def _flush(runs: list[Run], out: str, fresh: str) -> None:
    if out:
        runs.append(("out", out))
    if fresh:
        runs.append(("in", fresh))
