"""The title of a page: what its head, its JSON-LD and its headings call it, without the name of the site.

No one place is right on all pages. The heading that agrees with another statement is what the reader saw; a site's name
is known by its own statements, or because it stands on one title and not on the other.
"""

from __future__ import annotations

import re
from itertools import accumulate
from urllib.parse import urlsplit

from generator.ingest.readers.html.head import said, unescaped
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.opening import is_sentence
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.html.site import site_names
from generator.ingest.readers.tidy import key, tidy
from generator.model import Hint

_BETWEEN = re.compile(
    r"\s+(?:[|–—·•»«›‹<>:~*/\\]|-{1,2}|::|\|\|)\s+|\s*[|│ㅣ]\s*|\s+[-–—](?=\S)|(?<=\S)[–—]\s+|:\s+|(?<=[\u3040-\u9fff\uff00-\uff60])[-_|—](?=\S)"
)
_KICKER = re.compile(
    r"kicker|eyebrow|overline|(?:over|pre|super|top)-?title|(?:roof|top)-?line|dachzeile|spitzmarke|antetitulo|occhiello"
)
_AT_ALL, _ALIKE = 0.4, 0.7
"""How far the headline agrees with what the head states, when it is an h1 and when it is another heading."""


def title_hints(page: Page) -> tuple[list[Hint], Line | None]:
    """The titles that the page states, the most trustworthy first, and the line that is its headline."""
    head = page.head
    stated = [(said(each.get("headline")), "JSON-LD headline") for each in head.articles]
    stated += [(head.first("og:title"), "og:title")]
    stated += [(head.first("twitter:title", "dc.title", "parsely-title", "sailthru.title"), "meta title")]
    stated.append((head.title, "<title>"))
    stated = [(text, origin) for text, origin in stated if text]
    titles = {key(text) for text, _ in stated}
    names = [name for name in site_names(head, page.url) if key(name) not in titles]
    line = headline(page, [text for text, _ in stated], set(map(key, names)))
    known = [line.text] if line else []
    found = []
    for text, origin in stated:
        short = without_site(text, names, known + [other for other, _ in stated if other != text])
        found.append((short, origin if short == text else f"{origin} without the site's name"))
    if line:
        printed = (unescaped(line.text), f"h{line.level}")
        if len(line.pieces) > 1:
            inside = [each for each in found if _is_part(each[0], line)]
            whole = [each for each in found if key(each[0]) == key(line.text)]
            rest = [(text, f"h{line.level} without its kicker")] if (text := _after_kicker(line)) else []
            found = [*(inside or whole or rest)[:1], printed, *found]
        else:
            found = [printed, *found]
    firsts: dict[str, Hint] = {}
    for text, origin in found:
        firsts.setdefault(key(text), Hint("title", text, origin))
    return list(firsts.values()), line


def _is_part(text: str, line: Line) -> bool:
    """Whether a heading holds a kicker or a second line, in elements of their own, and the title is stated without."""
    mine, whole = key(text), key(line.text)
    edges = list(accumulate(len(key(piece.text)) for piece in line.pieces))
    if mine == whole or not mine:
        return False
    return (whole.endswith(mine) and len(whole) - len(mine) in edges) or (whole.startswith(mine) and len(mine) in edges)


def _after_kicker(line: Line) -> str:
    """What a heading says after the element in it that is called a kicker, unless a colon joins the two."""
    first = next((piece.text for piece in line.pieces if piece.text.strip()), "")
    kicker = next(
        (each for each in line.element.iter("span", "div", "small", "p", "strong") if each.text == first), None
    )
    if kicker is None or not _KICKER.search((kicker.get("class") or "").lower()):
        return ""
    rest = tidy("".join(piece.text for piece in line.pieces).partition(first)[2])
    return "" if rest[:1] == ":" or tidy(first).endswith(":") else rest.lstrip(" -–—|")


def headline(page: Page, stated: list[str], names: set[str]) -> Line | None:
    """The heading that repeats what the head states: of several the one that repeats it best, then the highest.

    Where none does, it is the first h1 that stands in no box, or the only one.

    `names` are the keys of the site's own names; a heading that is one, or that leads to the front page, is none.
    """
    headings = [line for line in page.lines if line.kind == "heading" and len(line.text) < 400]
    best = _best(headings, stated, names)
    if best and _in_navigation(best):
        text = next((line.number for line in page.lines[best.number :] if is_sentence(line)), 0)
        shown = (line for line in headings if best.number < line.number < text and not _in_navigation(line))
        return next((line for line in shown if any(_is_said(text, line) for text in stated)), best)
    firsts = [line for line in headings if line.level == 1 and key(line.text) not in names]
    alone = len(firsts) == 1 and not _in_navigation(firsts[0])
    return best or next((line for line in firsts if alone or not line.places), None)


def _in_navigation(line: Line) -> bool:
    """Whether a heading ends the path to the page; there it is for search engines, and another one for readers."""
    return any(reason == "navigation" for _, reason in line.places)


def _is_said(text: str, line: Line) -> bool:
    """Whether a heading says what is stated, perhaps with a kicker."""
    return key(text) == key(line.text) or _is_part(text, line)


def _best(headings: list[Line], stated: list[str], names: set[str]) -> Line | None:
    """The heading that agrees best with what the head states."""
    longest = max((len(key(part)) for text in stated for part in _BETWEEN.split(text)), default=0)
    best: list[tuple[float, int, int, Line]] = []
    for line in headings:
        agreement = max((_agreement(line.text, text) for text in stated), default=0)
        home = any(
            urlsplit(piece.href).path in ("", "/") and piece.href[:1] != "#" for piece in line.pieces if piece.href
        )
        if line.level > 1 and len(key(line.text)) < 0.6 * longest:
            continue  # the heading of a passage, of which the title speaks, too
        if agreement >= (_AT_ALL if line.level == 1 else _ALIKE) and key(line.text) not in names and not home:
            best.append((-round(agreement, 1), line.level, line.number, line))
    return min(best, key=lambda each: each[:3])[3] if best else None


def _agreement(text: str, other: str) -> float:
    """From 0 to 1: how nearly two titles are the same words, a site's name at the end of one forgiven."""
    mine, theirs = key(text), key(other)
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    if mine in theirs and len(mine) > 8:
        return 0.5 + 0.5 * min(1, len(mine) / (0.6 * len(theirs))) * 0.9
    words, others = _words(text), _words(other)
    return 0.9 * len(words & others) / max(len(words), 0.7 * len(others))


def without_site(title: str, names: list[str], others: list[str]) -> str:
    """`title` without the name of the site before or behind it.

    A part goes when it is a name of the site, or when what is left is what another place calls the page.
    """
    keys = {key(name) for name in names} - {""}
    whole = {key(other) for other in others if len(key(other)) < len(key(title))} - {""}
    for cut in _BETWEEN.finditer(title):  # the shortest head that another place confirms
        if key(title[: cut.start()]) in whole:
            return title[: cut.start()].strip()
    while (cuts := list(_BETWEEN.finditer(title))) and _is_site(title[cuts[-1].end() :], keys, cuts[-1][0]):
        title = title[: cuts[-1].start()].strip()
    first = _BETWEEN.search(title)
    if first and _is_site(title[: first.start()], keys, first[0]):
        title = title[first.end() :].strip()
    return title


def _is_site(part: str, keys: set[str], sign: str) -> bool:
    mine = key(part)
    if not mine:
        return True
    if mine in keys or any(
        len(name) > 3 and (mine.startswith(name) or name.startswith(mine)) and len(mine) > 3 for name in keys
    ):
        return len(part) < 60
    return (sign.strip() == "|" and len(part.split()) <= 3) or (
        not sign.strip("-_|—") and len(part) <= 8 and part[0] > "\u3000"
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
