"""When a page says that it was published and changed: never a date of something else on the page.

JSON-LD and meta elements speak of the article. A `time` element or a printed date counts only beside the headline:
below the body stand comments and related reports, in it embedded posts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from generator.ingest.readers.html.beside import beside
from generator.ingest.readers.html.head import said
from generator.ingest.readers.html.lines import Line
from generator.ingest.readers.html.page import Page
from generator.ingest.readers.moments import stated
from generator.ingest.readers.tidy import tidy
from generator.model import Hint
from generator.text import dates
from generator.text.bylines import is_byline

_PUBLISHED = """
    article:published_time article:published og:published_time datepublished og:article:published_time publishdate
    publish-date publish_date published-date publication_date pubdate parsely-pub-date sailthru.date dc.date.issued
    dcterms.issued dcterms.date dc.date dc.date.created dcterms.created datecreated cxenseparse:recs:publishtime
    cxenseparse:publishtime article.published article_date_original originalpublicationdate rbpubdate published_time
    displaydate date bt:pubdate weibo:article:create_at
""".split()
"""Names of meta elements, the most trustworthy first."""
_MODIFIED = """
    article:modified_time og:updated_time datemodified og:article:modified_time last-modified dcterms.modified
    dc.date.modified article.updated lastmod revised date-modified modified_time
""".split()
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:]+(?:[+-][\d:]+)?)?$")
_ZULU = re.compile(r"(?<=\d)\s*(?:UTC|GMT)$", re.IGNORECASE)
_FARTHEST, _STEP = dt.timedelta(hours=14), dt.timedelta(minutes=15)
"""Of clocks from UTC."""
_FEW = 30
"""Letters before a date: a label, a place or a name."""
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_.-]|$)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CHANGED = re.compile(
    r"updat|modif|aktualis|actualiz|mis à jour|aggiorn|bijgewerkt|uppdater|oppdater|opdater|обновлен|aktualiz",
    re.IGNORECASE,
)


def date_hints(page: Page, headline: Line | None, body: list[Line], fates: Mapping[int, str]) -> list[Hint]:
    """Dates and moments as stated, the most trustworthy first; `fates` tells what each line outside the body is."""
    near, above, below = beside(page, headline, body, fates)
    printed = [*_printed(near, page.lang), *_printed(above, page.lang), *_printed(below, page.lang)]
    stated = [*_in_json(page), *_of_headline(headline), *_in_meta(page), *_created(page)]
    titled = _in_title(page, headline)
    sure = [each for each in printed if each[3]]
    found = [*stated, *_marked(near), *_named(page), *(each[:3] for each in sure), *_in_address(page), *titled]
    found += [each[:3] for each in printed if not each[3]]
    hints: dict[tuple[str, str], Hint] = {}
    for field, value, origin in found:
        if value:
            hints.setdefault((field, value), Hint(field, value, origin))
    published = _on_local_clock([hint for hint in hints.values() if hint.field == "date"])
    changed = [hint for hint in hints.values() if hint.field == "lastmod"]
    if published and _ISO.match(first_said := published[0].value):
        changed = [hint for hint in changed if hint.value[:10] >= first_said[:10] and hint.value != first_said]
    return published + changed


def _on_local_clock(published: list[Hint]) -> list[Hint]:
    """The same, but where the first moment is in UTC and another statement gives it on the site's clock, that first.

    The day of a report is the one that its readers saw on it.
    """
    if not published or not published[0].value.endswith("+00:00"):
        return published
    first = dt.datetime.fromisoformat(published[0].value)
    for hint in published[1:]:
        if "T" in hint.value and _ISO.match(hint.value):
            local = dt.datetime.fromisoformat(hint.value)
            ahead = local.replace(tzinfo=dt.UTC) - first
            if local.utcoffset() in (None, ahead) and ahead and abs(ahead) <= _FARTHEST and not ahead % _STEP:
                moment = local.replace(tzinfo=dt.timezone(ahead)).isoformat()
                return [Hint("date", moment, f"{published[0].origin}; {hint.origin}"), *published]
    return published


def iso(text: str) -> str:
    """A date as it is stated, with the time and zone that it states; empty when it is none, or that of no page."""
    moment = stated(_ZULU.sub("Z", text.strip()))
    if not _ISO.match(moment):
        day = dates.parse(moment) if re.search(r"\d{4}", moment) and len(moment) <= 60 else None
        moment = day.isoformat() if day else ""
    return moment if "1990" <= moment[:4] <= "2100" else ""


def _in_json(page: Page) -> Iterator[tuple[str, str, str]]:
    for each in page.head.articles:
        yield "date", iso(said(each.get("datePublished"))), "JSON-LD datePublished"
        yield "lastmod", iso(said(each.get("dateModified"))), "JSON-LD dateModified"


def _in_meta(page: Page) -> Iterator[tuple[str, str, str]]:
    for field, names in (("date", _PUBLISHED), ("lastmod", _MODIFIED)):
        for name in names:
            for value in page.head.meta.get(name, ())[:1]:
                yield field, iso(value), name


def _created(page: Page) -> Iterator[tuple[str, str, str]]:
    """When it was begun, which may be long before or, of a later version, after it was published."""
    for each in page.head.articles:
        yield "date", iso(said(each.get("dateCreated") or each.get("uploadDate"))), "JSON-LD dateCreated"


def _of_headline(headline: Line | None) -> Iterator[tuple[str, str, str]]:
    """Properties of the item of which the headline is one; those of other reports' items say nothing of this one."""
    for item in islice(_scopes(headline.element), 1) if headline else ():
        for field, name in (("date", "datePublished"), ("lastmod", "dateModified")):
            for element in item.iter("meta", "time", "span"):
                if element.get("itemprop") == name and next(_scopes(element), None) is item:
                    yield field, _value(element), f"itemprop {name}"


def _scopes(element: Any) -> Iterator[Any]:
    return (each for each in element.iterancestors() if "itemscope" in each.attrib)


def _marked(near: list[Line]) -> Iterator[tuple[str, str, str]]:
    """Elements beside the headline that carry a date for machines."""
    elements: dict[Any, None] = {}
    for line in near:
        spot = line.spot[0]
        for element in (
            *line.element.iter("time", "span", "abbr", "meta", "div", "p", "li"),
            spot,
            *spot.iterancestors("time", "span", "abbr"),
        ):
            elements.setdefault(element)
    for element in elements:
        names = _names(element)
        if (element.tag == "time" or re.search(r"date|time|publish", names)) and (value := _value(element)):
            around = f"{names} {''.join(element.itertext())[:200]} {element.getparent().text or ''}"
            field = "lastmod" if _CHANGED.search(around) else "date"
            yield field, value, f"<{element.tag}> beside the headline"


def _named(page: Page) -> Iterator[tuple[str, str, str]]:
    """An element anywhere that is named as the date of publication, if the whole page knows only one value of it."""
    found: dict[str, str] = {}
    for element in page.root.iter("time", "span", "abbr", "p", "div", "meta"):
        names = _names(element)
        if re.search(r"\bdatepublished\b|\bentry-date\b|\bpublished\b|\bpubdate\b", names) and (
            value := _value(element) or iso(tidy("".join(element.itertext()))[:60])
        ):
            found[value] = f"<{element.tag}> named as the date"
    if len(found) == 1:
        value, origin = found.popitem()
        yield "date", value, origin


def _names(element: Any) -> str:
    return f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('property') or ''}".lower()


def _value(element: Any) -> str:
    title = element.get("title") or "" if element.tag in ("abbr", "time") else ""
    return iso(element.get("datetime") or element.get("content") or title)


def _printed(near: list[Line], lang: str) -> Iterator[tuple[str, str, str, bool]]:
    """Dates that a reader sees beside the headline, and whether nothing else is likely to be dated there.

    One inside a sentence is the date of something else, and one at the end of a few words may be that of a picture.
    """
    for line in near:
        if len(line.text) > 160 or (len(line.text) > 70 and line.text[-1] in ".!?…"):
            continue
        text = re.sub(r"(?<=[^\W\d]):(?=\d)", ": ", line.text)
        for found in dates.find(text, lang):
            if 1990 <= found.value.year <= 2100 and (len(text) < 60 or found.end - found.start > 0.12 * len(text)):
                changed = _CHANGED.search(text[max(0, found.start - 30) : found.start])
                sure = bool(changed) or found.start < _FEW or is_byline(text)
                yield "lastmod" if changed else "date", _said(text, found), f"line {line.number}", sure


def _said(text: str, found: dates.Found) -> str:
    """A printed date as ISO has it; as printed where only custom can read it, which the page's own tag alone is not."""
    printed = text[found.start : found.end]
    return found.value.isoformat() if dates.parse(printed) == found.value else printed


def _in_title(page: Page, headline: Line | None) -> Iterator[tuple[str, str, str]]:
    """A date that stands at the end of a title between dashes, or with only the site's name after it, or opens one."""
    head = page.head
    titles = ((head.first("og:title"), "og:title"), (head.first("title"), "meta title"), (head.title, "<title>"))
    for text, origin in titles:
        for part in re.split(r"\s+[|–—-]\s+", text)[1:][-2:]:
            found = next(iter(dates.find(part, page.lang)), None)
            if found and found.end - found.start == len(part.strip()) and 1990 <= found.value.year <= 2100:
                yield "date", _said(part, found), origin
    if headline and (opening := dates.find(headline.text, page.lang)) and not opening[0].start:
        yield "date", _said(headline.text, opening[0]), f"line {headline.number}"


def _in_address(page: Page) -> Iterator[tuple[str, str, str]]:
    if found := _IN_ADDRESS.search(page.url.lower()):
        month = _MONTHS.index(found[2]) + 1 if found[2] in _MONTHS else int(found[2]) if found[2].isdigit() else 0
        try:
            yield "date", dt.date(int(found[1]), month, int(found[3])).isoformat(), "address of the page"
        except ValueError:
            return
