"""Reading order: a page is cut between its columns, and above and below what stands across them, again and again.

After the recursive cuts of Nagy and Seth, "Hierarchical representation of optically scanned documents" (1984), with one
difference: a few lines may cross the gap between two columns, as headlines do, and then part what is above from what is
below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from generator.ingest.readers.pdf.page import Line

_GUTTER = 0.6
"""A gap between columns is at least so many line heights wide."""
_FEWEST = 3
"""Lines that make a column."""
_CELL = 14
"""A cell of a table has no more letters than this; tables are read row by row."""
_MOST = 3000
_DEEPEST = 30


def columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines by the column they stand in, all in reading order; lines side by side in one column become one."""
    if len(lines) > _MOST:
        return [_rows(lines)]
    return [_rows(column) for column in _cut(list(lines), _DEEPEST)]


def _cut(lines: list[Line], depth: int) -> list[list[Line]]:
    """Cut once, and what comes of it again."""
    if len(lines) < 2 * _FEWEST or not depth:
        return [lines] if lines else []
    height = median(line.size for line in lines)
    parts = _beside(lines, height) or _across(lines, height)
    return [column for part in parts for column in _cut(part, depth - 1)] if parts else [lines]


def _beside(lines: list[Line], height: float) -> list[list[Line]]:
    """Two columns with nothing across them; none when there are not two."""
    in_order = sorted(lines, key=lambda line: line.x0)
    best, edge = _GUTTER * height, 0
    reach = in_order[0].x1
    for number, line in enumerate(in_order[1:], start=1):
        if line.x0 - reach > best and _is_column(in_order[:number], in_order[number:]):
            best, edge = line.x0 - reach, number
        reach = max(reach, line.x1)
    if not edge:
        return []
    return [in_order[:edge], in_order[edge:]]


def _across(lines: list[Line], height: float) -> list[list[Line]]:
    """Bands, one below the other, parted by lines that stand across two columns; none when there are no columns."""
    best: list[list[Line]] = []
    most = 0
    edges = Counter(round(line.x0 / 3) for line in lines)
    for edge, count in edges.most_common(12):
        if count < _FEWEST:
            break
        start = min(line.x0 for line in lines if round(line.x0 / 3) == edge) - 1
        if sum(line.x1 <= start - _GUTTER * height for line in lines) < _FEWEST:
            continue
        found, inside = _bands(lines, start, height)
        if inside > most:
            best, most = found, inside
    return best


def _bands(lines: list[Line], start: float, height: float) -> tuple[list[list[Line]], int]:
    """The bands when a column begins at `start`, and how many lines stand in columns then."""
    bands: list[list[Line]] = []
    across: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    inside = 0

    def close() -> None:
        nonlocal inside, across
        if _is_column(left, right):
            if across:
                bands.append(across)
            across = []
            bands.extend((list(left), list(right)))
            inside += len(left) + len(right)
        else:
            across += left + right
        left.clear()
        right.clear()

    for line in sorted(lines, key=lambda line: line.y0 + line.y1):
        if across and not left and not right and _is_headline(across[-1], line, height):
            across.append(line)
        elif line.x0 >= start:
            right.append(line)
        elif line.x1 <= start - _GUTTER * height:
            left.append(line)
        else:
            close()
            across.append(line)
    close()
    if across:
        bands.append(across)
    return (bands, inside) if len(bands) > 1 else ([], 0)


def _is_headline(above: Line, line: Line, height: float) -> bool:
    """Whether a line is the short last one of a headline that stands across columns."""
    alike = abs(line.size - above.size) < 0.1 * line.size
    return alike and line.size > 1.2 * height and line.y0 - above.y1 < line.size


def _is_column(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether both are columns of text that stand beside each other."""
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return False
    top = max(min(line.y0 for line in left), min(line.y0 for line in right))
    bottom = min(max(line.y1 for line in left), max(line.y1 for line in right))
    if bottom - top < 2 * left[0].size:
        return False
    return (_is_prose(left) and _is_prose(right)) or not _is_table(left, right)


def _is_prose(side: Sequence[Line]) -> bool:
    """Whether most letters stand in lines that are longer than cells are."""
    letters = [len(line.text) * (2 if line.text[-1] > "\u2e80" else 1) for line in side]
    return sum(each for each in letters if each > _CELL) > 0.6 * sum(letters)


def _is_table(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether what stands beside each other stands on the same heights."""
    few, many = sorted((left, right), key=len)
    heights = {round((line.y0 + line.y1) / 2) for line in many}
    level = sum(any(round((line.y0 + line.y1) / 2) + by in heights for by in (-1, 0, 1)) for line in few)
    return level > 0.5 * len(few)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """The lines from the top, those on one height as one."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.y0 + line.y1):
        if rows and _level(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [row[0] if len(row) == 1 else _one(row) for row in rows]


def _level(one: Line, other: Line) -> bool:
    """Whether two lines stand side by side."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    apart = one.x1 <= other.x0 + 1 or other.x1 <= one.x0 + 1
    return apart and shared > 0.5 * min(one.size, other.size)


def _one(row: list[Line]) -> Line:
    row = sorted(row, key=lambda line: line.x0)
    widest = max(row, key=lambda line: len(line.text))
    return Line(
        " ".join(line.text for line in row),
        min(line.x0 for line in row),
        min(line.y0 for line in row),
        max(line.x1 for line in row),
        max(line.y1 for line in row),
        widest.size,
        all(line.bold for line in row),
        row[-1].torn,
    )
