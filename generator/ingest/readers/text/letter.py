"""The text of a plain mail: what its sender wrote, without quoted replies, signatures and the footer of a mailing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.ingest.readers import mailing, quoting
from generator.ingest.readers import text as plain
from generator.ingest.readers.encoding import decode
from generator.ingest.readers.sender import is_forwarded, subject
from generator.ingest.readers.tidy import key, tidy
from generator.model import Document, Taken

_QUOTED = ">"
_UNWRAPPED = 50
"""Lines that are all shorter than this were broken where they end."""


def read(name: str, data: bytes) -> tuple[Document, ...]:
    """The one document in the text of a mail, whose first line is the mail's subject as it was sent.

    Raises Unreadable when the bytes are no text.
    """
    sent, _, body = decode(data).partition("\n")
    lines = body.split("\n")
    title = subject(sent)
    found = quoting.look(
        [quoting.Printed(line, line.startswith(_QUOTED)) for line in lines],
        forwarded=is_forwarded(sent),
        answers=title != tidy(sent) and not is_forwarded(sent),
    )
    fates = found.fates
    fates |= _furniture(lines, fates)
    titles = [title, subject(sent, listed=True), *(hint.value for hint in found.hints if hint.field == "title")]
    first = next((place for place, line in enumerate(lines) if place not in fates and key(line)), None)
    if first is not None and key(lines[first]) in map(key, titles):
        fates[first] = "title"
    shown = [
        "" if place in fates else line.lstrip("> ") if found.forwarded and line.startswith(_QUOTED) else line
        for place, line in enumerate(lines)
    ]
    (document,) = plain.read(name, "\n".join(shown).encode("utf-8", "replace"))
    taken = [Taken(place + 1, lines[place].strip(), reason) for place, reason in sorted(fates.items())]
    return (replace(document, lines=tuple(lines), hints=tuple(found.hints), taken=(*document.taken, *taken)),)


def _furniture(lines: Sequence[str], fates: Mapping[int, str]) -> dict[int, str]:
    """What the program that sent it printed around the text, passage by passage, since a sentence may be wrapped."""
    passages: list[list[int]] = []
    before = -2
    for place, line in enumerate(lines):
        if tidy(line) and place not in fates:
            if place > before + 1:
                passages.append([])
            passages[-1].append(place)
            before = place
    texts = [" ".join(tidy(lines[place]) for place in passage) for passage in passages]
    stop = mailing.footer(texts)
    found = {place: "footer of the mailing" for passage in passages[stop:] for place in passage}
    for passage, text in zip(passages[:stop], texts, strict=False):
        if reason := mailing.aside(text):
            found |= dict.fromkeys(passage, reason)
        elif max(len(lines[place]) for place in passage) < _UNWRAPPED:
            found |= {place: reason for place in passage if (reason := mailing.aside(tidy(lines[place])))}
    return found
