"""Running heads and feet, page numbers, what a browser prints around a page: what stands in one place again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.ingest.readers.pdf.page import Page
from generator.model import Hint

_EDGE = 3
"""So many rows at the top and at the bottom of a page may be its running head and foot."""
_OFTEN = 0.2
"""On this share of the pages, and on two at least, a running head or foot stands."""
_ANYWHERE = 0.5
"""On this share, and on three at least, stands what is printed on the pages and belongs to no text."""
_NEAR = 4.0
"""Two places are the same when they are this near, in points."""
_NUMERALS = b"0123456789ivxlcIVXLC"
_NUMBER = re.compile(
    r"(?:\W*|page|p\.|seite|pagina|página|стр\.?)?\s*[-–—|]?\s*(\d{1,4})\s*(?:(?:of|/|von|de|из)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[AaPp]\.?\s?[Mm]\.?)?")
_COUNTED = re.compile(r"\d{1,4}\s*(?:/|of|von|sur|de|di|из)\s*\d{1,4}")
_SITE = re.compile(r"(?<=\S)\s(?:…|\.\.\.)$")


def around(pages: Sequence[Page]) -> tuple[dict[tuple[int, int], str], list[Hint]]:
    """Why a line is no part of the text, by the place of its page and its own place in it; and what a browser printed
    around a web page says of it.
    """
    edges = [_outermost(page) for page in pages]
    printed, hints = _browser(pages, edges)
    return _running(pages, edges) | printed, hints


def _running(pages: Sequence[Page], edges: Sequence[frozenset[int]]) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    counts = [_counts(page, outer) for page, outer in zip(pages, edges, strict=True)]
    values = [frozenset(each.values()) for each in counts]
    for place, own in enumerate(counts):
        for number, value in own.items():
            if _may_count(value, place, values):
                found[place, number] = "page number"
    for (key, height), first in (spots := _spots(pages)).items():
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
                    is_number = _NUMBER.fullmatch(pages[place].lines[number].text)
                    found.setdefault((place, number), "page number" if is_number else "running head or foot")
    return found


def _spots(pages: Sequence[Page]) -> dict[tuple[bytes, int], dict[int, list[int]]]:
    """What stands on several pages, but for its numbers, and how far down: the lines of each page that say it."""
    said = [_spelled(page) for page in pages]
    pages_of = Counter(key for keys in said for key in set(keys))
    spots: dict[tuple[bytes, int], dict[int, list[int]]] = {}
    for place, (page, keys) in enumerate(zip(pages, said, strict=True)):
        for number, line in enumerate(page.lines):
            if pages_of[keys[number]] > 1 and not line.unseen:
                spot = spots.setdefault((keys[number], round(line.y0 / _NEAR)), {})
                spot.setdefault(place, []).append(number)
    return spots


def _spelled(page: Page) -> list[bytes]:
    """The lines of a page without what may be numbers; all at once, since most of them are looked at no more."""
    text = "\n".join(line.text for line in page.lines)
    return text.encode(errors="surrogatepass").translate(None, _NUMERALS).split(b"\n")


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


def _browser(pages: Sequence[Page], edges: Sequence[frozenset[int]]) -> tuple[dict[tuple[int, int], str], list[Hint]]:
    """What a browser printed above and below a web page: these lines, and the page's address and title in them."""
    found: dict[tuple[int, int], str] = {}
    titles: list[str] = []
    addresses: list[str] = []
    for place, page in enumerate(pages):
        outer = sorted(edges[place])
        if not place and not any(_ADDRESS.match(page.lines[number].text) for number in outer):
            break
        when = [number for number in outer if _PRINTED.search(page.lines[number].text)]
        where = [number for number in outer if _ADDRESS.match(page.lines[number].text)]
        if not when or not any(_COUNTED.search(page.lines[number].text) for number in outer):
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


def _title(text: str) -> str:
    """What stands beside date, address and number of the page."""
    rest = _COUNTED.sub("", _ADDRESS.sub("", _PRINTED.sub("", text))).strip(" |–—-")
    return rest if len(rest) > 3 and not _SITE.search(rest) else ""
