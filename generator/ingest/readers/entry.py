"""An entry of a feed, a record of an export, a row of a table: what they say of an article, as a Part."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Literal

from generator.ingest.readers.fault import Empty, Unreadable
from generator.ingest.readers.part import Part
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint

MEDIA = {"audio": "Audio", "video": "Video"}
"""What the link to an enclosure says, by the first half of its media type."""
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,4000})?/?>")
_MARKUP = re.compile(
    r"</?(?:p|div|span|a|b|i|em|strong|br|h[1-6]|ul|ol|li|blockquote|img|figure|table)(?:\s|/?>)", re.IGNORECASE
)
_PARTED = re.compile(r"<(?:p|br|div)(?:\s|/?>)", re.IGNORECASE)
_BLOCK = re.compile(r"\s*</?(?:h[1-6]|ul|ol|li|blockquote|table|tr|td|figure|pre|section|article)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,8}\d?);", re.IGNORECASE)
_MORE = re.compile(
    r"(<a\s[^<>]{1,2000}>\s*+(?:<span[^<>]{0,200}>\s*+)?(?:continue reading|read more|read the (?:full|rest)|"
    r"weiterlesen|mehr lesen|lire la suite|leer más|sigue leyendo|seguir leyendo|continua a leggere|leggi tutto|"
    r"continue lendo|leia mais|читать далее)\b)",
    re.IGNORECASE,
)
"""A link to the rest of the text, glued to its last sentence."""
_CUT = re.compile(r"(\[\+\d{1,9} chars\])\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+\Z", re.IGNORECASE)
_ELLIPSIS = re.compile(r"\s?(?:\[(?:…|\.\.\.)\]|\[\+\d{1,9} chars\])\Z")
_BEGINNING = 80
"""Letters; two texts that begin with the same ones are one text, cut at different places."""
_WRAPPED = 100
_HEADLINE = 300
_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as an entry describes it; empty where it says nothing."""

    ids: tuple[str, ...]
    """What may tell it from the others in every copy of the file, the most permanent first."""
    content: str
    """Its text, the fullest that is given."""
    kind: Literal["page", "html", "text", ""]
    """What that is: a whole page, a piece of one, or bare text; where it is not stated, it shows."""
    hints: tuple[Hint, ...]
    base: str = ""
    """The address that relative links are relative to."""
    enclosures: tuple[tuple[str, str], ...] = ()
    """(what it is, address) of what is played beside the text: `("Audio", "https://…")`."""
    fault: Unreadable | None = None
    """Why it is not to be read."""


def parts(entries: Sequence[Entry], what: str) -> Iterator[Part]:
    """Each entry as a Part under its permanent name; `what` an entry is called in this format.

    Where several give themselves the same id, it is followed by a digest of what they say.
    """
    keys = [_key(entry) for entry in entries]
    often = Counter(keys)
    for entry, name in zip(entries, keys, strict=True):
        yield _part(entry, name if often[name] == 1 else f"{name} {_digest(entry)}", what)


def is_address(text: str) -> bool:
    """Whether a text is an address of the web and nothing else."""
    return bool(_ADDRESS.match(text))


def has_markup(text: str) -> bool:
    """Whether a text is a piece of HTML."""
    return bool(_MARKUP.search(text))


def plain(text: str) -> str:
    """A title or a name on one line, without the tags and entities that feeds leave in it."""
    if _ENTITY.search(text):
        text = unescape(_TAG.sub("", text))
    return tidy(_TAG.sub("", text))


def hint(field: str, value: str, origin: str) -> tuple[Hint, ...]:
    """The hint, if there is a value."""
    value = value.encode("utf-8", "replace").decode() if not value.isascii() else value
    return (Hint(field, value, origin),) if value else ()


def standfirst(summary: str, content: str, origin: str) -> tuple[Hint, ...]:
    """A summary that says something of its own: the beginning of the text is none."""
    text = _MORE.split(summary, maxsplit=1)[0] if has_markup(summary) else summary
    text = _ELLIPSIS.sub("", plain(text))
    mine, whole = key(text)[:_BEGINNING], key(plain(content[: 4 * _BEGINNING + 4000]))
    return () if not mine or whole.startswith(mine) else hint("summary", text, origin)


def _part(entry: Entry, name: str, what: str) -> Part:
    content = entry.content
    if entry.fault:
        return Part(name, b"", fault=entry.fault)
    if not _says_more(entry):
        given = [each.field for each in entry.hints if each.field in ("title", "url")]
        given = list(dict.fromkeys([*given, *(told.lower() for told, _ in entry.enclosures)]))
        return Part(
            name, b"", fault=Empty(f"the {what} has no text" + (f", only {' and '.join(given)}" if given else ""))
        )
    if entry.kind == "page":
        return Part(name, content.encode("utf-8", "replace"), "html", entry.hints)
    if entry.kind == "text":
        content = escape(content, quote=False)
    elif entry.kind == "" and not has_markup(content):
        text = unescape(content) if _ENTITY.search(content) else content
        return Part(name, _CUT.sub(r"\n\n\1", text.rstrip()).encode("utf-8", "replace"), "text", entry.hints)
    if not _PARTED.search(content):
        content = _paragraphs(content)
    content = _MORE.sub(r"<br><br>\1", content)
    base = f'<base href="{escape(entry.base)}">' if entry.base else ""
    links = "".join(f'<p><a href="{escape(address)}">{told}</a></p>' for told, address in entry.enclosures)
    page = f"<html><head>{base}</head><body><div>{content}</div>{links}</body></html>"
    return Part(name, page.encode("utf-8", "replace"), "fragment", entry.hints)


def _says_more(entry: Entry) -> bool:
    """Whether there is text, and not only the title once more with the publisher's name, as aggregators have it."""
    text = _TAG.sub("", entry.content) if entry.kind != "text" else entry.content
    if not tidy(text) or len(text) > _HEADLINE:
        return bool(tidy(text))
    said, whole = key(plain(entry.content)), "".join(key(each.value) for each in entry.hints if each.field == "title")
    called = [key(each.value) for each in entry.hints if each.field == "name"]
    return not any(said.removesuffix(each) in whole for each in ("", *called)) if whole and said else True


def _paragraphs(text: str) -> str:
    """Text whose paragraphs no tag divides, as markup. Lines longer than programs wrap them are paragraphs."""
    lines = text.split("\n")
    apart = "\n" if max(map(len, lines)) > _WRAPPED else r"\n\s*\n"
    pieces = [each for each in re.split(apart, text) if each.strip()]
    return "".join(each if _BLOCK.match(each) else f"<p>{each}</p>" for each in pieces)


def _key(entry: Entry) -> str:
    found = next((name for each in entry.ids if (name := tidy(each))), "")
    if len(found) > _LONGEST_KEY:
        return f"{found[:_LONGEST_KEY]}… {_hash(found)}"
    return found or _digest(entry)


def _digest(entry: Entry) -> str:
    titles = (each.value for each in entry.hints if each.field == "title")
    return _hash("\n".join((*titles, entry.content)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
