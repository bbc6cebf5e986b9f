"""The letters of a page, as PDFium gives them: what they are, where each stands as the page is shown, and how bold.

Each question costs as much as reading twenty letters, so that few are asked.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Callable
from typing import Any

_BOLD = re.compile(rb"bold|black|heavy|demi|-bd|medi\b", re.IGNORECASE)
_ALEF_LAM = re.compile("[\u0622\u0623\u0625\u0627]\u0644")
_RECTANGLE = struct.Struct("4f")

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, from the upper left corner of the page."""


class Letters:
    """The letters of one page, `turned` by so many right angles; the number of a letter is its place in `text`."""

    def __init__(self, page: Any, textpage: Any, turned: int = 0) -> None:
        import pypdfium2.raw as pdfium

        self._raw = textpage.raw
        self._font, self._drawn = pdfium.FPDFText_GetFontInfo, pdfium.FPDFText_CountRects
        self._name = ctypes.create_string_buffer(64)
        self._fonts: dict[bytes, bool] = {}
        self.place, self.width, self.height = _places(page, textpage.raw, turned)
        self.text = self._unturned(_text(textpage))

    def is_bold(self, number: int) -> bool:
        """Whether a letter is of a bold font, by the font's name."""
        self._font(self._raw, number, self._name, 64, None)
        name = self._name.value
        known = self._fonts.get(name)
        if known is None:
            known = self._fonts[name] = bool(_BOLD.search(name))
        return known

    def at_once(self, start: int, stop: int) -> bool:
        """Whether these letters were drawn at once, as those on both sides of a gap are not."""
        return bool(self._drawn(self._raw, start, stop - start) < 2)

    def _unturned(self, text: str) -> str:
        """The text, Arabic ligatures of lam and alef in their own order: PDFium turns their two letters, too."""
        place = self.place
        found = _ALEF_LAM.finditer(text) if "\u0644" in text else ()
        turned = [at for match in found if place(at := match.start()) == place(at + 1)]
        letters = list(text) if turned else []
        for at in turned:
            letters[at : at + 2] = letters[at + 1], letters[at]
        return "".join(letters) if turned else text


def _text(textpage: Any) -> str:
    """All letters, one for each that PDFium counts."""
    import pypdfium2.raw as pdfium

    text: str = textpage.get_text_range()
    count = textpage.count_chars()
    if len(text) != count:
        codes = (pdfium.FPDFText_GetUnicode(textpage.raw, number) for number in range(count))
        text = "".join(chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd" for code in codes)
    return text


def _places(page: Any, raw: Any, turned: int) -> tuple[Callable[[int], Box], float, float]:
    """A function that gives the box of a letter by its number, and the size of the page."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    turned = (page.get_rotation() // 90 + turned) % 4
    ask, read = pdfium.FPDFText_GetLooseCharBox, _RECTANGLE.unpack
    box = pdfium.FS_RECTF()
    pointer = ctypes.byref(box)

    def place(number: int) -> Box:
        ask(raw, number, pointer)
        x0, y1, x1, y0 = read(box)
        if y0 > y1:
            y0, y1 = y1, y0
        if not turned:
            return x0 - left, top - y1, x1 - left, top - y0
        if turned == 1:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        if turned == 2:
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        return top - y1, right - x1, top - y0, right - x0

    across, up = right - left, top - bottom
    return place, *((up, across) if turned % 2 else (across, up))
