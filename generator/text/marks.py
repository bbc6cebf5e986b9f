"""The marks of Markdown in running text: written so that plain text reads back as itself, and taken off again.

The rules are those of Python-Markdown with its `extra` extensions. Nothing is escaped that would not be misread,
because people edit these files.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ESCAPABLE = set("\\`*_{}[]()>#+-.!|")
_SPECIAL = re.compile(r"[\\`*_{\[\]<&^]")
_ENTITY = re.compile(r"&(?=#\d|#[xX][0-9a-fA-F]|[a-zA-Z][\w.-]*;)")
_TAG = re.compile(r"<(?=[a-zA-Z/!?]|[^<>\s]{0,200}(?:@|$))")
"""`<` where HTML or Markdown may take it for a tag or for an address in angles, which the next piece may complete."""
_PLAIN = re.compile(r"[^\w#]")
"""What ends the name of an entity; without it, it may go on in the next piece of a line."""
_START = re.compile(r"(?=#|>|[-+*](?:\s|$)|([-_*])(?:\s*\1)+\s*$|~~~|```|\*\[[^\]]*\]\s?:)")
_DIVIDER = re.compile(r"[-|:\s]*\|[-|:\s]*")
_NUMBER = re.compile(r"(\d+)(\.)(?=\s|$)")
_TERM = re.compile(r":(?=\s|$)")


def escape(text: str, *, start: bool = True, sure: bool = False, linked: bool = False) -> str:
    """Plain text as Markdown that reads back as the same text.

    `start` is False in the middle of a line. `sure` escapes each mark of emphasis, for text that stands among real
    ones; otherwise a lone one stays as it is. `linked` is for the text of a link, in which no bracket may stand.
    """
    if not text.isprintable():
        text = _CONTROL.sub("", text)
    if not _SPECIAL.search(text):  # most text has none of them
        return guarded(text) if start else text
    marked = _emphasis(text, sure)
    last = max(text.rfind(end) for end in ("](", "][", "]:", "] ["))
    out = []
    for place, char in enumerate(text):
        after = text[place + 1 : place + 2]
        if (
            place in marked
            or (char == "\\" and (sure or linked or after in _ESCAPABLE or not after))
            or _opens_link(text, place, last)
            or (linked and char in "[]")
        ):
            out.append("\\" + char)
        elif char == "&" and (_ENTITY.match(text, place) or (sure and not _PLAIN.search(text, place + 1))):
            out.append("&amp;")
        elif char == "<" and (_TAG.match(text, place) or (sure and not after)):
            out.append("&lt;")
        elif char == "^" and linked and not place:
            out.append("&#94;")  # a footnote's mark otherwise
        elif char == "{" and (sure or text.find("}", place) > 0):
            out.append("\\{")
        else:
            out.append(char)
    line = "".join(out)
    return guarded(line) if start else line


def guarded(line: str) -> str:
    """An escaped line, its start escaped too where it would begin a heading, quotation, list, rule or the like."""
    if line[:1].isalpha():
        return line
    if _DIVIDER.fullmatch(line):
        line = line.replace("|", "\\|")
    if number := _NUMBER.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    if _TERM.match(line):
        return "&#58;" + line[1:]
    if line.startswith("~~~"):
        return "&#126;" + line[1:]
    return "\\" + line if _START.match(line) and not line.startswith("\\") else line


def _emphasis(text: str, sure: bool) -> set[int]:
    """Places of the asterisks, underscores and backticks that would be read as marks."""
    places: set[int] = set()
    for mark in "*_`":
        found = [place for place, char in enumerate(text) if char == mark]
        if not sure and mark != "`":
            found = [place for place in found if not _inert(text, place, mark)]
        if sure or len(found) > 1:
            places.update(found)
    return places


def _inert(text: str, place: int, mark: str) -> bool:
    """An asterisk between spaces, or an underscore inside a word, marks nothing."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if mark == "_" and before.isalnum() and after.isalnum():
        return True
    return before in ("", " ") and after in ("", " ") and bool(before or after)


def _opens_link(text: str, place: int, last: int) -> bool:
    """Whether a bracket begins a link, a footnote or a definition of either; `last` is where the last one could end."""
    return text[place] == "[" and (text.startswith("[^", place) or place < last)


_FIXED = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()>#+\-.!|])"
    r"|(?P<ticks>`++)(?P<code>.{1,2000}?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<address>(?:https?|ftp|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s]+)>"
    r"|(?P<gone><(?:/?[a-zA-Z][^<>]*|!--.{0,2000}?--)>|\[\^[^\[\]]+\])"
)
"""What is read from left to right before all else."""
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"(?:\((?:<[^<>]*>|(?:[^()\s]|\([^()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)|\[[^\[\]]*\])"
)
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.{1,1000}?)(?<=\S)\1|(?<!\w)(_{1,3})(?=\S)(.{1,1000}?)(?<=\S)\3(?!\w)")
"""Bounded, as all that looks for a closing mark: a text of opening ones alone would take for ever."""
_CODED = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][\w.-]*);")
_MARKED = re.compile(r"[\\`*_<\[&]")
"""One of these is in all that has a mark."""
_KEPT = re.compile("\x02(\\d+)\x03")


@lru_cache(maxsize=4096)  # each step of a restoration, and then each field, asks it of each line
def unmarked(markdown: str) -> str:
    """The text of one line of Markdown as a reader sees it, without its marks."""
    if markdown.isprintable() and not _MARKED.search(markdown):
        return markdown
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if found["gone"]:
            return ""
        kept.append(
            found["escaped"] or (found["code"] or "").strip() or (found["address"] or "").removeprefix("mailto:")
        )
        return f"\x02{len(kept) - 1}\x03"

    text = _FIXED.sub(keep, _CONTROL.sub("", markdown))
    for shape in (_LINK, _LINK, _EMPHASIS, _EMPHASIS, _EMPHASIS):  # links in links, emphasis in emphasis
        text = shape.sub(lambda found: found[1] if found.re is _LINK else found[2] or found[4], text)
    return _KEPT.sub(lambda found: kept[int(found[1])], _CODED.sub(lambda found: html.unescape(found[0]), text))
