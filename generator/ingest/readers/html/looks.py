"""How the lines of a mail look: hidden, large or bold. In mails that alone tells a preview and a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.ingest.readers.html.lines import Line
from generator.text.lines import count, is_prose, stops

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)|"
    r"max-height\s*:\s*0(?:px)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none\s*(?:!\s*important)?\s*;?", re.IGNORECASE)
_PREVIEW = re.compile(r"(?:^|[\s_-])(?:pre-?header|(?:mcn)?preview-?text)(?:$|[\s_-])", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d{1,3})?)\s*(px|pt|em|rem|%)?", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_USUAL, _TINY = 16.0, 2.0
_LARGE = 1.15
"""Of the size of running text, from which on a line is a heading; a bold one needs no more than that size."""
_MUCH = 1.4
"""Of that size, from which on it is one of the first rank."""
_LONGEST = 160
_NEAR = 4
"""So many lines below a heading its text begins."""
_MOST = 0.7
"""Of the letters of a mail cannot be hidden: then they are its text, and a program shows them."""


def unhide(body: Any) -> set[Any]:
    """Make visible what a mail hides, so that each line of it is accounted for; the elements that were hidden."""
    hidden = set()
    for element in body.iter():
        style = element.get("style") or ""
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if "hidden" in element.attrib or (style and _HIDDEN.search(style)):
            hidden.add(element)
            element.attrib.pop("hidden", None)
            if style:
                element.set("style", _NOT_SHOWN.sub("", style))
        elif len(names) > 1 and _PREVIEW.search(names) and element.tag in ("div", "span", "p", "td"):
            hidden.add(element)
    outer = [each for each in hidden if not any(above in hidden for above in each.iterancestors())]
    return hidden if sum(map(_size, outer)) <= _MOST * _size(body) else set()


def _size(element: Any) -> int:
    return sum(len(each.strip()) for each in element.itertext())


@dataclass(slots=True)
class Looks:
    """What is known of the elements of one mail, each looked at once."""

    hidden: set[Any]
    _known: dict[Any, tuple[bool, float, bool]] = field(default_factory=dict)
    _data: dict[Any, bool] = field(default_factory=dict)

    def is_hidden(self, line: Line) -> bool:
        """Whether a line stands in something hidden, or is too small to be read."""
        hidden, size, _ = self._look(line)
        return hidden or size <= _TINY

    def told(self, lines: Sequence[Line]) -> list[Line]:
        """The lines, cells of layout as paragraphs, and those that are headings by their look as headings."""
        plain = [self._unboxed(line) for line in lines]
        sizes: Counter[float] = Counter()
        for line in plain:
            if is_prose(line.text):
                sizes[self._look(line)[1]] += len(line.text)
        usual = sizes.most_common(1)[0][0] if sizes else _USUAL
        result: list[Line] = []
        near = 0
        for line in reversed(plain):
            near = _NEAR if is_prose(line.text) else near - 1
            if 0 <= near < _NEAR and line.kind == "paragraph" and self._is_heading(line, usual):
                rank = 2 if self._look(line)[1] >= _MUCH * usual else 3
                result.append(replace(line, kind="heading", level=rank))
            else:
                result.append(line)
        return result[::-1]

    def _is_heading(self, line: Line, usual: float) -> bool:
        text = line.text
        if len(text) > _LONGEST or count(text) < 2 or (stops(text) and text[-1] in ".。") or text[-1] in ":,;":
            return False
        _, size, bold = self._look(line)
        strong = all("strong" in piece.styles for piece in line.pieces if piece.text.strip())
        return size >= _LARGE * usual or ((bold or strong) and size >= usual)

    def _look(self, line: Line) -> tuple[bool, float, bool]:
        """Whether the first letter of a line is hidden, how large and whether it is bold."""
        element, tail = line.spot
        element = element.getparent() if tail else element
        path = []
        while element is not None and element not in self._known:
            path.append(element)
            element = element.getparent()
        look = self._known.get(element, (False, _USUAL, False))
        for each in reversed(path):
            style = each.get("style") or ""
            size = _SIZE.search(style)
            bold = each.tag in ("b", "strong", "th") or (look[2] and not _LIGHT.search(style))
            value = float(size[1]) * _PIXELS[(size[2] or "px").lower()] if size else look[1]
            look = self._known[each] = (
                look[0] or each in self.hidden,
                value,
                bold or bool(_BOLD.search(style)),
            )
        return look

    def _unboxed(self, line: Line) -> Line:
        """A cell as a paragraph, unless its table has a head: then it is one of data."""
        table = line.inside("table") if line.kind == "cell" else None
        if table is None:
            return line
        if table not in self._data:
            headed = table.get("role") != "presentation" and table.find(".//th") is not None
            self._data[table] = headed and table.find(".//table") is None
        return line if self._data[table] else replace(line, kind="paragraph", level=0)
