"""Running heads and feet, page numbers, what a browser prints around a page: what stands in one place again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.ingest.readers.pdf.page import Line, Page
from generator.model import Hint

_EDGE = 3
"""So many rows at the top and at the bottom of a page may be its running head and foot."""
_OFTEN = 0.2
"""On this share of the pages, and on two at least, a running head or foot stands."""
_ANYWHERE = 0.5
"""On this share, and on three at least, stands what is printed on the pages and belongs to no text."""
_NEAR = 4.0
"""Two places are the same when they are this near, in points."""
_DIGITS = re.compile(r"[\divxlc](?:(?<=\d)\d*|(?<=\b[ivxlc])[ivxlc]{0,5}\b)")  # by its first sign it is quickly found
_NUMBER = re.compile(
    r"(?:\W*|page|p\.|seite|pagina|página|стр\.?)?\s*[-–—|]?\s*(\d{1,4})\s*(?:(?:of|/|von|de|из)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[AaPp]\.?\s?[Mm]\.?)?")
_COUNTED = re.compile(r"\d{1,4}\s*(?:/|of|von|sur|de|di|из)\s*\d{1,4}")
_SITE = re.compile(r"(?<=\S)\s(?:…|\.\.\.)$")


def running(pages: Sequence[Page]) -> dict[tuple[int, int], str]:
    """Why a line is no part of the text, by the place of its page and its own place in it."""
    found: dict[tuple[int, int], str] = {}
    spots: dict[tuple[str, int], dict[int, list[int]]] = {}
    edges = [_outermost(page) for page in pages]
    counts = [_counts(page, outer) for page, outer in zip(pages, edges, strict=True)]
    values = [frozenset(each.values()) for each in counts]
    for place, own in enumerate(counts):
        for number, value in own.items():
            if _may_count(value, place, values):
                found[place, number] = "page number"
    for place, page in enumerate(pages if len(pages) > 1 else ()):
        for number, line in enumerate(page.lines):
            key = _DIGITS.sub("#", line.text.casefold())
            spots.setdefault((key, round(line.y0 / _NEAR)), {}).setdefault(place, []).append(number)
    for (key, height), first in spots.items():
        after = spots.get((key, height + 1), {})
        stands = {place: [*first.get(place, ()), *after.get(place, ())] for place in first.keys() | after.keys()}
        outer = [place for place, numbers in stands.items() if not edges[place].isdisjoint(numbers)]
        if len(stands) >= max(3, _ANYWHERE * len(pages)) and (len(pages) > 3 or len(stands) == len(outer)):
            chosen = list(stands)
        elif len(outer) >= max(2, _OFTEN * len(pages)):
            chosen = outer
        else:
            continue
        for place in chosen:
            for number in stands[place]:
                if number in edges[place] or len(chosen) >= _ANYWHERE * len(pages):
                    found.setdefault(
                        (place, number), "page number" if key.strip(" -–—|.") == "#" else "running head or foot"
                    )
    return found


def _outermost(page: Page) -> frozenset[int]:
    """Places of the lines in the outermost rows of a page."""
    heights = sorted((line.y0, number) for number, line in enumerate(page.lines) if not line.unseen)
    rows: list[list[int]] = []
    before = 0.0
    for y0, number in heights:
        if not rows or y0 - before > _NEAR:
            rows.append([])
        rows[-1].append(number)
        before = y0
    outer = rows[:_EDGE] + rows[max(_EDGE, len(rows) - _EDGE) :]
    return frozenset(number for row in outer for number in row)


def _counts(page: Page, outer: Iterable[int]) -> dict[int, int]:
    """The lines at the edge of a page that may be its number, with what they count to."""
    found = ((number, _NUMBER.fullmatch(page.lines[number].text)) for number in outer)
    return {number: int(match[1]) for number, match in found if match}


def _may_count(value: int, place: int, values: Sequence[frozenset[int]]) -> bool:
    """Whether a number at the edge of a page can be the page's: a page near it has the next one at its edge."""
    if len(values) == 1:
        return value == 1
    near = (place - 2, place - 1, place + 1, place + 2)
    return any(value + other - place in values[other] for other in near if 0 <= other < len(values))


def browser(pages: Sequence[Page]) -> tuple[dict[tuple[int, int], str], list[Hint]]:
    """What a browser printed above and below a web page: these lines, and the page's address and title in them."""
    found: dict[tuple[int, int], str] = {}
    titles: list[str] = []
    addresses: list[str] = []
    for place, page in enumerate(pages):
        outer = sorted(_outermost(page))
        texts = [page.lines[number].text for number in outer]
        when = [
            number for number in outer if _PRINTED.match(page.lines[number].text) or _ends_printed(page.lines[number])
        ]
        where = [number for number in outer if _ADDRESS.match(page.lines[number].text)]
        counted = any(_COUNTED.search(text) for text in texts)
        if not when or not counted or not (where or place):
            continue
        for number in {*when, *where}:
            for each in outer:
                if abs(page.lines[each].y0 - page.lines[number].y0) < _NEAR:
                    found[place, each] = "printed by a browser"
                    titles += [rest] if (rest := _title(page.lines[each].text)) else []
        addresses += [match[0] for number in where if (match := _ADDRESS.match(page.lines[number].text))]
    if not addresses:
        return {}, []
    hints = (
        [Hint("url", addresses[0], "the browser's page foot")]
        if addresses[0].startswith("http") and "…" not in addresses[0]
        else []
    )
    if titles:
        hints.append(Hint("title", Counter(titles).most_common(1)[0][0], "the browser's page head"))
    return found, hints


def _ends_printed(line: Line) -> bool:
    return any(match.end() == len(line.text) for match in _PRINTED.finditer(line.text))


def _title(text: str) -> str:
    """What stands beside date, address and number of the page."""
    rest = _COUNTED.sub("", _ADDRESS.sub("", _PRINTED.sub("", text))).strip(" |–—-")
    return rest if len(rest) > 3 and not _SITE.search(rest) else ""
