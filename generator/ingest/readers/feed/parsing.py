"""From the text of a feed to feedparser's entries: common faults mended first, and a broken entry kept from the others.

feedparser sanitises and resolves nothing here: markup is sanitised once, when the site is built, and a link keeps its
base.
"""

from __future__ import annotations

import io
import re
from typing import Any

from generator.ingest.readers.fault import Unreadable
from generator.ingest.readers.part import Part

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BARE_AND = re.compile(r"&(?!#\d|#x[0-9a-f]|[a-z]\w{1,31};)", re.IGNORECASE)
_LONG_AUTHOR = re.compile(
    r"(<(?:[\w-]{1,20}:)?(?:author|creator|managingeditor|webmaster|publisher|name|email)\b[^>]{0,200}>\s*(?:<!\[CDATA\[)?)"
    r"[^<\]]{300,}",
    re.IGNORECASE,
)
"""No name; feedparser looks for the address of a mail in it, in time that grows with the square of its length."""
_ENTRIES = re.compile(r"(?=<(?:\w{1,20}:)?(?:item|entry)[\s>])", re.IGNORECASE)
_HEAD = 20_000
_END = re.compile(r"</(?:\w{1,20}:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_TEXTS = ("content:encoded", "description", "summary", "content", "title")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|(\d+));?", re.IGNORECASE)


def parsed(text: str) -> tuple[dict[str, Any], list[Part]]:
    """What feedparser makes of a feed, and the entries that cannot be read."""
    text = _mended(_DECLARATION.sub("", _NOT_XML.sub("", text), count=1).lstrip())
    try:
        return _parsed(text), []
    except Exception:  # noqa: BLE001  feedparser raises what it likes, at one entry of many
        return _piecewise(text)


def _parsed(text: str) -> dict[str, Any]:
    import feedparser  # slow to import

    found: dict[str, Any] = feedparser.parse(
        io.BytesIO(text.encode()), resolve_relative_uris=False, sanitize_html=False
    )
    return found


def _piecewise(text: str) -> tuple[dict[str, Any], list[Part]]:
    """The feed read an entry at a time, by feedparser's reader of broken XML, and the entries that make it fail."""
    head, *pieces = _ENTRIES.split(text)
    found: dict[str, Any] = {"entries": [], "feed": {}, "version": ""}
    broken = []
    for number, piece in enumerate(pieces, start=1):
        try:
            got = _parsed(f"&{head[:_HEAD]}{piece}")  # the stray mark lets only that reader take it
        except Exception as fault:  # noqa: BLE001  as above
            told = f"the entry is broken: {type(fault).__name__}"
            broken.append(Part(f"entry {number}", b"", fault=Unreadable(told)))
        else:
            found["entries"] += got["entries"]
            found |= {"feed": got["feed"], "version": got["version"]}
    return found, broken


def _mended(text: str) -> str:
    """Well-formed as far as common faults go: a bare `&`, and references to characters that do not exist."""
    out, place = [], 0
    text = _closed(_LONG_AUTHOR.sub(r"\1", text))
    while True:
        start = text.find("<![CDATA[", place)
        end = text.find("]]>", start) if start >= 0 else -1
        piece = text[place:start] if end >= 0 else text[place:]
        out.append(_REFERENCE.sub(_character, _BARE_AND.sub("&amp;", piece)))
        if end < 0:
            return "".join(out)
        place = end + 3
        out.append(text[start:place])


def _closed(text: str) -> str:
    """A feed that was cut off, with its last entry closed; feedparser drops elements without an end."""
    if _END.search(text[-500:]):
        return text
    if text.rfind("<") > text.rfind(">"):
        text = text[: text.rfind("<")]
    text += "]]>" if text.rfind("<![CDATA[") > text.rfind("]]>") else ""
    last = max(text.rfind("<item"), text.rfind("<entry"), 0)
    for tag in _TEXTS:
        if text.rfind(f"<{tag}", last) > text.rfind(f"</{tag}>", last):
            text += f"</{tag}>"
    return text


def _character(found: re.Match[str]) -> str:
    """The reference, or nothing where XML has no such character."""
    number = int(found[1], 16) if found[1] and len(found[1]) < 9 else int(found[2] or "0") if len(found[0]) < 12 else 0
    there = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number <= 0x10FFFF
    return f"&#{number};" if there else ""
