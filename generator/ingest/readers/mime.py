"""MIME: from the bytes of a mail or a saved page to its headers and parts, however broken they are.

The `email` package does the parsing, with its older policy: the newer one builds a grammar tree for each header, which
costs most of the time and fails on hostile ones. Its known exceptions on broken headers are caught here, and only here.
"""

from __future__ import annotations

import codecs
import email
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from generator.ingest.readers.encoding import SUPERSETS, decode
from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.tidy import tidy

_BROKEN = (MessageError, HeaderParseError, ValueError, TypeError, LookupError, AttributeError)
"""What the `email` package raises on broken headers and encodings."""
_DEEPEST = 100
_LONGEST = 4000
"""No header that we read is longer; what is behind that is not looked at."""
_HEADER = re.compile(rb"[!-9;-~]{1,76}[ \t]{0,3}:")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_SPACED = re.compile(rb"^([!-9;-~]{1,76})[ \t]{1,3}:", re.MULTILINE)
_FAR = 65_536
"""Bytes within which the header ends."""
_ODD = 3
"""Among so many header lines one may be broken."""
_NO_MESSAGE = re.compile(rb"\A(?:\xef\xbb\xbf|\s)+|\A>?From (?![ \t]{0,3}:)[^\n]*\n")
_APPLE = re.compile(rb"\A(\d{1,10})[ \t]*\r?\n")
_SEVEN_BIT = re.compile(r"iso-?2022|utf-?7|hz", re.IGNORECASE)
"""Encodings that look like ASCII until they are decoded."""


def header_names(data: bytes) -> list[str]:
    """The names of the header lines with which `data` begins, in lower case; none when it does not begin with some."""
    if not _HEADER.match(opened(data[:4096])):
        return []  # at once, since each file of any format is asked
    names = []
    odd = 0
    for line in head(data).split(b"\n"):
        if _HEADER.match(line):
            names.append(line[: line.index(b":")].decode("ascii").strip().lower())
        elif line[:1] not in (b" ", b"\t"):
            odd += 1
    return names if _ODD * odd <= len(names) else []


def head(data: bytes, most: int = _FAR) -> bytes:
    """The lines before the first blank one, with line feeds, without an envelope line and without what is no line."""
    start = opened(data[:most]).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    end = start.find(b"\n\n")
    return start[:end] if end >= 0 else start.rsplit(b"\n", 1)[0] if len(data) > most else start.rstrip(b"\n")


def opened(data: bytes) -> bytes:
    """`data` from its first header on: without a byte order mark, blank lines, or the envelope line of a mailbox."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # saved as text: in UTF-8, whatever its parts say
        data = data.decode("utf-16", "replace").encode()
    if apple := _APPLE.match(data[:20]):  # Apple Mail's own files: the size, the mail, a property list
        data = data[apple.end() : apple.end() + int(apple[1])]
    while found := _NO_MESSAGE.match(data[:4096]):
        data = data[found.end() :]
    return data


def parsed(data: bytes) -> Message:
    """The message. Raises Unreadable when its parts nest deeper than any mail."""
    try:
        return email.message_from_bytes(_mended(opened(data)))
    except RecursionError:
        raise Unreadable("nested too deeply: no mail holds so many parts inside one another") from None
    except _BROKEN as fault:
        raise Unreadable(f"its header cannot be read: {type(fault).__name__}") from None


def _mended(data: bytes) -> bytes:
    """The message without what would end its header for the `email` package: broken lines, spaces before a colon."""
    end = _BLANK_LINE.search(data)
    if not end or end.end() > _FAR:
        return data
    lines = data[: end.start()].splitlines(keepends=True)
    whole = [line for line in lines if line[:1] in (b" ", b"\t") or _HEADER.match(line)]
    mended = _SPACED.sub(rb"\1:", b"".join(whole))
    return mended + data[end.start() :]


def leaves(part: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that hold no others, in order; an attached mail is one of them. Raises Unreadable like `parsed`."""
    if depth > _DEEPEST:
        raise Unreadable("nested too deeply: no mail holds so many parts inside one another")
    if kind(part).startswith("multipart/") and part.is_multipart():
        for inner in part.get_payload():
            if isinstance(inner, Message):
                yield from leaves(inner, depth + 1)
    else:
        yield part


def kind(part: Message) -> str:
    """Its media type, in lower case."""
    return part.get_content_type()


def header(part: Message, name: str) -> str:
    """The value of a header on one line, its encoded words decoded; empty when there is none."""
    return decoded(_raw(part, name))


def addresses(part: Message, name: str) -> list[tuple[str, str]]:
    """The senders or receivers that a header names, as (name, address)."""
    raw = _raw(part, name)
    found: list[tuple[str, str]] = []
    with suppress(RecursionError):  # hundreds of brackets or groups inside one another
        found = getaddresses([raw])
    if not any("@" in address for _, address in found):  # a name that should have stood in quotation marks
        name_, angle, address = raw.rpartition("<")
        found = [(name_, address.rstrip("> "))] if angle else found
    return [(decoded(name_).strip("\"' "), address) for name_, address in found]


def decoded(text: str) -> str:
    """A value with encoded words (RFC 2047), decoded, on one line."""
    try:
        return tidy("".join(_word(word, charset) for word, charset in decode_header(text)))
    except _BROKEN:
        return tidy(text)


def _raw(part: Message, name: str) -> str:
    """The first header of that name as it stands in the message, unfolded."""
    found = next((value for key, value in part.raw_items() if key.lower() == name), "")
    return _unsmuggled(re.sub(r"[\r\n]+", "", str(found)[:_LONGEST]))


def parameter(part: Message, name: str, of: str = "content-type") -> str:
    """A parameter of a header: `charset`, `boundary`, `smime-type`."""
    try:
        value = part.get_param(name, "", of)
    except _BROKEN:
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def filename(part: Message) -> str:
    """The name under which a part wants to be saved, without folders; empty when it has none."""
    try:
        name = part.get_filename("")
    except _BROKEN:
        name = ""
    return re.sub(r".*[/\\]", "", decoded(str(name or "")))[:200]


def disposition(part: Message) -> str:
    """`inline`, `attachment` or empty."""
    return header(part, "content-disposition").partition(";")[0].strip().lower()


def content(part: Message) -> bytes:
    """The bytes of a part that holds no others, its transfer encoding undone as far as that goes."""
    try:
        found = part.get_payload(decode=True)
    except _BROKEN:
        found = None
    return found if isinstance(found, bytes) else b""


def whole(message: Message) -> bytes:
    """An attached mail as the file that it would be."""
    try:
        return message.as_bytes()
    except _BROKEN:
        return b""


def key_of(data: bytes) -> str:
    """What tells a mail from all others, in every copy of it: its Message-ID, else a digest of it."""
    found = re.search(rb"^message-id:[ \t]*<?([!-;=?-~]{3,200})>?[ \t]*$", head(data), re.IGNORECASE | re.MULTILINE)
    return found[1].decode("ascii") if found else digest(data)


def digest(data: bytes) -> str:
    """A short stable name for bytes that have none."""
    return hashlib.sha256(data).hexdigest()[:12]


def text(part: Message) -> str:
    """The text of a part, with line feeds. Raises Unreadable when it is no text.

    What is certain comes first: valid UTF-8, then the encoding that the header names, then what the letters suggest.
    """
    data = content(part)
    charset = re.sub(r"[^\w:.-]", "", parameter(part, "charset"))[:40]
    if _SEVEN_BIT.match(charset) or not data.isascii():
        try:
            name = codecs.lookup(charset).name
            name = SUPERSETS.get(name, name)
            if _SEVEN_BIT.match(name) or (name.startswith("utf-16") and 0 in data[:200]):
                return _lines(data.decode(name, "replace"))
            if not _is_utf8(data) and name not in ("utf-8", "utf-7"):
                return _lines(data.decode(name))
        except (LookupError, UnicodeError, ValueError, TypeError):
            pass  # it names no encoding, or another one than it has: the bytes must tell
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _lines(found: str) -> str:
    return found.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    if charset is None:
        return word.decode("raw-unicode-escape", "replace")  # as `decode_header` has encoded it
    if charset != "unknown-8bit":
        try:
            name = codecs.lookup(charset).name
            return word.decode(SUPERSETS.get(name, name))
        except (LookupError, UnicodeError):
            pass  # it is not in the encoding that it names: the bytes must tell
    return _suggested(word)


def _unsmuggled(text: str) -> str:
    """The raw bytes that the `email` package carries in surrogates, as the letters that they were meant to be."""
    return text if text.isascii() else _suggested(text.encode("utf-8", "surrogateescape"))


def _suggested(data: bytes) -> str:
    try:
        return decode(data)
    except Unreadable:
        return data.decode("ascii", "replace")
