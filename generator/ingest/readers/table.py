"""Tables of articles, a row each: CSV, whatever its separator, and TSV. The first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.ingest.readers.columns import Row, entry, known
from generator.ingest.readers.encoding import decode
from generator.ingest.readers.entry import parts
from generator.ingest.readers.fault import Empty, Unreadable
from generator.ingest.readers.part import Part

_SEPARATORS = ",;\t|"
_ENOUGH = 3
"""So many known columns, the text among them, are no line of prose."""
_HEAD = 4096


def claims(data: bytes) -> bool:
    """A file whose first line is a list of columns that exports of articles have, the title and the text among them."""
    line = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        line = data[:_HEAD].decode("utf-16", "replace").partition("\n")[0].encode()
    if b"\0" in line or max(map(line.count, (b",", b";", b"\t", b"|"))) < _ENOUGH - 1:
        return False
    names = _split(line.decode("utf-8", "replace"), _separator(line.decode("utf-8", "replace")))
    return {"title", "content"} <= known(names) and len(known(names)) >= _ENOUGH


def read(name: str, data: bytes) -> Iterator[Part]:
    """A Part for each row. Raises Unreadable for a table that is none of articles."""
    del name
    text = decode(data)
    if text[:4].lower() == "sep=":  # a line by which spreadsheets are told the separator
        text = text.partition("\n")[2]
    head = next((line.rstrip("\n") for line in io.StringIO(text) if line.strip()), "")
    separator = _separator(head)
    names, *rows = _rows(text, separator) or [[]]
    if not known(names) & {"title", "content"}:
        raise Unreadable("a table, but none of articles: no column is called title or text")
    if not rows:
        raise Empty("a table without rows")
    whole = []
    for number, row in enumerate(rows, start=2):
        cells = _fitted(row, names, separator)
        if len(cells) > len(names):
            told = f"it has {len(cells)} cells, and the table {len(names)} columns: one may lack its quotation marks"
            yield Part(f"row {number}", b"", fault=Unreadable(told))
        else:
            whole.append(entry(Row(dict(zip(names, cells, strict=False))), "column"))
    yield from parts(whole, "row")


def _fitted(row: list[str], names: list[str], separator: str) -> list[str]:
    """A row with more cells than columns, mended where that is certain: the text comes last, and was not quoted."""
    while len(row) > len(names) and not row[-1].strip():
        row = row[:-1]
    if len(row) > len(names) and "content" in known(names[-1:]):
        last = len(names) - 1
        return [*row[:last], separator.join(row[last:])]
    return row


def _separator(line: str) -> str:
    """The one that makes the most known columns of the first line; of equals the one that makes the most columns."""
    return max(_SEPARATORS, key=lambda each: (len(known(_split(line, each))), line.count(each)))


def _split(line: str, separator: str) -> list[str]:
    return next(csv.reader([line.replace("\r", " ")], delimiter=separator), []) if len(line) < _HEAD else []


def _rows(text: str, separator: str) -> list[list[str]]:
    """All rows that are not blank. The library's bound on the size of a field is lifted: articles are longer."""
    before = csv.field_size_limit(max(len(text), 1))
    try:
        return [row for row in csv.reader(io.StringIO(text), delimiter=separator) if any(map(str.strip, row))]
    finally:
        csv.field_size_limit(before)
