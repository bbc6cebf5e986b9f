"""Bytes to text: sources come in the encodings of three decades, and often say the wrong one.

What is certain comes first: byte order marks, then valid UTF-8 (other encodings hardly ever look like it), then what
the file declares, then what its letters suggest.
"""

from __future__ import annotations

import codecs
import re

from generator.ingest.readers.fault import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w:.-]{2,30})""", re.IGNORECASE
)
SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Declared names are used loosely: browsers read the wider encoding, after the WHATWG Encoding Standard §4.2."""
_OTHER_SCRIPTS = (
    "cp1251 koi8_r koi8_u iso8859_5 cp866 cp1253 cp1255 cp1256 cp874 cp932 euc_jp iso2022_jp gb18030 big5 cp949 cp1258"
).split()
_LATIN = (
    ("cp1252", "àâæçéèêëîïôœùûü"),  # French
    ("cp1252", "äöüß"),
    ("cp1252", "áéíñóúü"),
    ("cp1252", "áâãàçéêíóôõú"),
    ("cp1252", "àèéìíòóù"),
    ("cp1252", "åäöæøéü"),
    ("cp1252", "áðéíóúýþæö"),
    ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áčďéěíňóřšťúůýžľĺŕäô"),
    ("cp1250", "áéíóöőúüű"),
    ("cp1250", "čćđšž"),
    ("cp1250", "ăâîşţ"),
    ("iso8859_2", "ąćęłńóśźż"),
    ("iso8859_2", "áčďéěíňóřšťúůýžľĺŕäô"),
    ("iso8859_2", "áéíóöőúüű"),
    ("iso8859_2", "čćđšž"),
    ("iso8859_2", "ăâîşţ"),
    ("cp1254", "çğıöşüâî"),
    ("cp1257", "ąčęėįšųūž"),
    ("cp1257", "āčēģīķļņšūž"),
    ("cp1257", "äöõüšž"),
)
"""Encodings of the Latin script and the letters beyond ASCII of one language each; the most common first."""
_PUNCTUATION = frozenset("‘’“”„‚–—…«»‹›•·°§€£©®™\xa0¡¿½ºª")
_AFTER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_LEADING = "âãàáäåæçèéêëìíïðÂÃÄÅÎÏÐÑØÙ"
_MISREAD = re.compile(f"[âãàáäåæçèéêëìíïð]{_AFTER}{_AFTER}|[ÂÃÄÅÎÏÐÑØÙ]{_AFTER}")
"""What the bytes of one character in UTF-8 are in the encodings of Western Europe."""
_STRANGE = bytes([*range(9), *range(14, 27), *range(28, 32)])
_SAMPLE = 60_000


def decode(data: bytes) -> str:
    """The text of a source, `repaired`, with line feeds for line breaks and without a byte order mark.

    Raises Unreadable when the bytes are no text.
    """
    return repaired(as_stored(data))


def as_stored(data: bytes) -> str:
    """The same as it was saved, with the letters that a program before us read in the wrong encoding."""
    text = _decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")


def is_text(data: bytes) -> bool:
    """Whether bytes are surely text: its mark opens them, or they are UTF-8 without control characters."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(data.strip()) and b"\0" not in data and data == data.translate(None, _STRANGE) and b"endobj" not in data


def repaired(text: str) -> str:
    """`text` with the lines put right that were once read in the wrong encoding: `Kievâ€™s` is `Kiev’s`.

    Only lines that hold what UTF-8 looks like in another encoding are looked at; what is to be done with them is
    decided by ftfy (Robyn Speer), which changes nothing that may be meant.
    """
    if text.isascii() or not any(map(text.__contains__, _LEADING)) or not _MISREAD.search(text):
        return text
    from ftfy import fix_encoding  # slow to import, seldom needed

    return "\n".join(fix_encoding(line) if _MISREAD.search(line) else line for line in text.split("\n"))


def _decode(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if (wide := _wide(data)) is not None:
        return wide
    if data.count(0) * 1000 > len(data):  # a lone one is dirt in a page, many are another kind of file
        raise Unreadable("not text: it holds NUL bytes")
    data = data.replace(b"\0", b"")
    sample = data[:_SAMPLE]
    if 10 * (len(sample) - len(sample.translate(None, _STRANGE))) > len(sample):
        raise Unreadable("not text: it is full of control characters")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _legacy(data: bytes) -> str:
    """Text that is not valid UTF-8."""
    broken = data.decode("utf-8", "replace")
    damaged = broken.count("\ufffd")
    if sum(char > "\x7f" for char in broken) - damaged > 10 * damaged:
        return broken  # UTF-8 with a few bytes lost, as after a cut
    for name in (_declared(data), _suggested(data)):
        try:
            if name:
                return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    text = data.decode("cp1252", "replace")
    if text.count("\ufffd") * 20 > len(text):
        raise Unreadable("not text: its bytes are of no known encoding")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly each second byte of Western text is NUL."""
    sample = data[:2000]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(sample) > 3 and sample[offset::2].count(0) > 0.6 * len(sample) / 2 and 0 not in sample[1 - offset :: 2]:
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                return None
    return None


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, 8192)
    if not found:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return ""
    return "" if name in ("utf-8", "utf-16", "utf-32", "utf-7") else SUPERSETS.get(name, name)


def _suggested(data: bytes) -> str:
    """The encoding that the bytes beyond ASCII suggest; only lines that hold some are looked at."""
    lines = (line for line in re.split(rb"[\r\n]+|>\s*<", data) if not line.isascii())
    sample = b"\n".join(lines)[:_SAMPLE]
    latin, score = _latin(sample)
    if score > 0.9:
        return latin
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(sample, cp_isolation=["cp1252", "cp1250", *_OTHER_SCRIPTS]).best()
    return latin if best is None or best.encoding in ("cp1252", "cp1250") else best.encoding


def _latin(sample: bytes) -> tuple[str, float]:
    """The likeliest encoding of the Latin script, and the share of its letters beyond ASCII that fit one language."""
    best, most = "cp1252", -1.0
    for name, alphabet in _LATIN:
        text = sample.decode(name, "replace")
        beyond = [char for char in text if char > "\x7f" and char not in _PUNCTUATION]
        letters = alphabet + alphabet.upper()
        share = sum(char in letters for char in beyond) / len(beyond) if beyond else 1.0
        if share > most:
            best, most = name, share
    return best, most
