"""Running text of a page, with its links and emphasis, as one line of plain text and one of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urljoin, urlsplit

from generator.ingest.readers.tidy import tidy, visible
from generator.text.marks import escape, guarded

_SIGNS = {"strong": "**", "em": "*", "code": "`"}
_SPACE = re.compile(r"\s+")
_BRACKETS = re.compile(r"\](?:\(|\[|:| \[)")
_UNSAFE = re.compile(r"[\s<>\"'\\`^{|}\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, and the marks on it: `("a", address)`, `("strong", "")`, the outermost first."""

    text: str
    marks: tuple[tuple[str, str], ...] = ()

    @property
    def href(self) -> str:
        """The address that it is linked to."""
        return next((value for name, value in self.marks if name == "a"), "")

    @property
    def styles(self) -> tuple[str, ...]:
        """Its emphasis, each kind once, in a fixed order."""
        names = {name for name, _ in self.marks}
        return ("code",) if "code" in names else tuple(each for each in ("strong", "em") if each in names)


def text_of(pieces: Iterable[Piece]) -> str:
    """What a person reads."""
    return tidy("".join(piece.text for piece in pieces))


def markdown_of(pieces: Iterable[Piece], base: str) -> str:
    """The same with Markdown's marks.

    Relative links are made absolute with `base` if it is known; a link that leads nowhere safe is only its text.
    """
    runs = _runs(pieces, base)
    marked = any(href or styles for _, href, styles in runs)
    shown = "".join(f"[{text}" if href else text for text, href, _ in runs)
    brackets = "]" in shown and _BRACKETS.search(shown) is not None
    out = ""
    for href, group in groupby(runs, key=lambda run: run[1]):
        inner = ""
        for text, _, styles in group:
            inner += _styled(text, styles, marked=marked, linked=brackets or bool(href))
        inner = inner.replace("\\]:", "&#93;:")  # escaped or not, it would end the name of a definition
        if href and out.endswith("!"):
            out = out[:-1] + "\\!"  # together with a bracket it would begin an image
        out += _around(inner, f"[{{}}]({href})") if href else inner
    return guarded(out.strip())


def _runs(pieces: Iterable[Piece], base: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Text, address and styles: neighbours of one kind together, white space as one space, none at the ends."""
    runs: list[tuple[list[str], str, tuple[str, ...]]] = []
    for piece in pieces:
        text = piece.text
        if not text.isprintable() or "  " in text:
            text = _SPACE.sub(" ", visible(text))
        if not runs or runs[-1][0][-1].endswith(" "):
            text = text.lstrip()
        if not text:
            continue
        href, styles = address(piece.href, base), piece.styles
        if runs and (runs[-1][1:] == (href, styles) or text == " "):
            runs[-1][0].append(text)
        else:
            runs.append(([text], href, styles))
    told = [("".join(texts), href, styles) for texts, href, styles in runs]
    if told:
        told[-1] = (told[-1][0].rstrip(), *told[-1][1:])
    return [run for run in told if run[0]]


def _styled(text: str, styles: tuple[str, ...], *, marked: bool, linked: bool) -> str:
    if styles == ("code",) and not set(text) & set("`\\[]"):
        return _around(text, "`{}`")
    signs = "".join(_SIGNS[style] for style in styles if style != "code")
    if not signs or not any(char.isalnum() for char in text):
        return escape(text, start=False, sure=marked, linked=linked)
    return _around(escape(text, start=False, sure=True, linked=linked), f"{signs}{{}}{signs[::-1]}")


def _around(text: str, shape: str) -> str:
    """The shape around the text, white space at its ends left outside: marks must touch what they mark."""
    core = text.strip()
    if not core:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return before + shape.replace("{}", core, 1) + after


def base_of(root: Any, url: str = "") -> str:
    """The address to which the links of a page are relative: as it says itself, else its own, `url`."""
    return next((each for element in root.iter("base") if (each := address(element.get("href") or "", url))), url)


def address(href: str, base: str) -> str:
    """An address that is safe to publish, made absolute if `base` is known; empty for all others."""
    if not href or href.startswith("#") or len(href) > 2000:
        return ""
    try:
        full = urljoin(base, href) if base else href
        parts = urlsplit(full)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https", "mailto") or (parts.scheme != "mailto" and not parts.netloc):
        return ""
    full = _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), full)
    return full.replace("(", "%28").replace(")", "%29").replace("[", "%5B").replace("]", "%5D").replace("*", "%2A")
