"""Faults as values: what happened, where, and what to try; collected, so that all of them are told at once.

A `BroadsheetError` is the user's to mend and is printed without a traceback. Any other exception that reaches the
command line is a fault of ours, and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault or doubt, told to a person."""

    path: str
    """The file, as the user would type it; empty when there is none."""
    line: int
    """From 1; 0 when it concerns the whole file."""
    column: int
    """From 1; 0 when unknown."""
    what: str
    """What happened, in one sentence without a full stop."""
    hint: str = ""
    """What to try."""
    level: Literal["error", "warning", "note"] = "error"

    @property
    def where(self) -> str:
        """`file:line:column`, as far as it is known."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)

    def __str__(self) -> str:
        """`file:line:column: error: what` and, on a line of its own, the hint."""
        head = f"{self.where}: {self.level}: {self.what}" if self.where else f"{self.level}: {self.what}"
        return f"{head}\n  try: {self.hint}" if self.hint else head


def problem(
    what: str,
    path: str = "",
    line: int = 0,
    column: int = 0,
    *,
    hint: str = "",
    level: Literal["error", "warning", "note"] = "error",
) -> Problem:
    """A Problem, with its parts in the order in which one thinks of them."""
    return Problem(path=path, line=line, column=column, what=what, hint=hint, level=level)


class BroadsheetError(Exception):
    """The input has faults: `problems` holds at least one, and each is shown to the user."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(each) for each in self.problems))


_SHOWN = 30
"""So many words one may look through."""


def guess(word: str, known: Iterable[str]) -> str:
    """A hint naming the known word nearest to `word`; the first of the known ones when none is near."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    more = f" and {len(known) - _SHOWN:,} more" if len(known) > _SHOWN else ""
    shown = ", ".join(f"`{each}`" for each in known[:_SHOWN])
    return f"did you mean `{near[0]}`?" if near else f"known are {shown}{more}"
