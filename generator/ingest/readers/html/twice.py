"""What a page prints twice: a copy for printing, for phones or for machines, or the report again below its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.tidy import key

_LEAST = 60
"""Letters of a line that says something: shorter ones recur in one text."""
_RUN = 3
"""So many such lines, one after the other, are a copy; a refrain has fewer."""
_LONG, _MOST = 300, 0.7
"""A line of so many letters, of which so many stand in several other lines, is these lines in one."""
_MOST_LINES, _MOST_LETTERS = 1000, 300_000
"""More than reports have, and few enough for a page that was made to take long: each is sought in each long line."""


def repeated(lines: Sequence[Line], kept: set[int]) -> Iterator[int]:
    """The numbers of kept lines that are a copy of others, which stand above or, line by line, anywhere."""
    texts = [(line, key(line.text)) for line in lines if line.number in kept and line.kind != "heading"]
    texts = [(line, text) for line, text in texts if len(text) >= _LEAST]
    run: dict[str, list[int]] = {}
    seen: set[str] = set()
    for line, text in (*texts, (None, "")):
        if line is not None and text in seen:
            run.setdefault(text, []).append(line.number)
            continue
        if len(run) >= _RUN:
            yield from (number for numbers in run.values() for number in numbers)
        run = {}
        if line is not None:
            seen.add(text)
    small = len(texts) <= _MOST_LINES and sum(len(text) for _, text in texts) <= _MOST_LETTERS
    for line, text in texts if small else ():
        if len(text) > _LONG:
            parts = [each for each in seen if each != text and each in text]
            if len(parts) >= _RUN and sum(map(len, parts)) > _MOST * len(text):
                yield line.number
