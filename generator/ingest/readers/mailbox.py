"""Mailboxes: many mails in one file, as Thunderbird, Apple Mail, mutt and Google's export write them.

A mail begins at a line `From ` that has a header below it, and above it nothing, a blank line, or, where it tells the
moment of delivery, anything. A line of text that begins so was given a `>` when it was stored (RFC 4155; the kinds
mboxo and mboxrd).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.mime import key_of
from generator.ingest.readers.part import Part

_OPENS = re.compile(rb"(?:\A|(?<=[\n\xbf]))(From [^\r\n]{0,400})\r?\n(?=>?From |[!-9;-~]{1,76}:)")
_MOMENT = re.compile(rb"\d\d:\d\d.{0,40}\d{4}")
_BLANK = b"\xef\xbb\xbf \t\r\n"
_FAR = 1000
"""So many blank lines may stand above the first mail."""
_STORED = re.compile(rb"^>(>*From )", re.MULTILINE)


def claims(data: bytes) -> bool:
    """Whether a file begins as a mailbox does: with an envelope line and a header below it."""
    found = _OPENS.search(data[: 2 * _FAR]) if b"From " in data[: 2 * _FAR] else None
    return bool(found and _is_envelope(data, found) and not data[: found.start()].strip(_BLANK))


def read(name: str, data: bytes) -> Iterator[Part]:
    """Each mail as a Part under its Message-ID. Raises Unreadable when there is none in a file that holds something."""
    del name
    begins = -1
    for found in _OPENS.finditer(data):
        if not _is_envelope(data, found):
            continue
        if begins >= 0:
            yield _mail(data[begins : found.start()])
        begins = found.end()
    if begins >= 0:
        yield _mail(data[begins:])
    elif data.strip():
        raise Unreadable("no mailbox: there is no mail in it")


def _is_envelope(data: bytes, line: re.Match[bytes]) -> bool:
    """Whether a line tells when, or at least by whom, the mail below it was delivered."""
    at = line.start()
    apart = data[max(0, at - 3) : at].endswith((b"\n\n", b"\n\r\n")) or (at < _FAR and not data[:at].strip(_BLANK))
    return bool(_MOMENT.search(line[1])) or (apart and b"@" in line[1])


def _mail(data: bytes) -> Part:
    data = _STORED.sub(rb"\1", data)
    return Part(key_of(data), data, "mail")
