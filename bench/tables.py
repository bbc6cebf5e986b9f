"""How figures are told: medians with their spread, in Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

Row = Sequence[str]


def figure(value: float) -> str:
    """Three digits tell enough."""
    return f"{value:,.{2 - (value >= 10) - (value >= 100)}f}"


def spread(values: Sequence[float]) -> str:
    """The median and, of several, the least and the most."""
    told = [figure(value) for value in (median(values), min(values), max(values))]
    return f"{told[0]} ({told[1]}–{told[2]})" if len(values) > 1 else told[0]


def table(rows: Iterable[Row]) -> str:
    """Rows as a Markdown table with even columns; the first row is the head."""
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )
