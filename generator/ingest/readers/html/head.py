"""What a saved page states about itself where no reader looks: its meta elements, its JSON-LD, its links."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.ingest.readers.html.inline import address
from generator.ingest.readers.tidy import tidy

_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*|.{0,40}\bURL:\s*)(https?://[^\s>]+)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:article|posting|report|story|review|newsitem|opinion)$", re.IGNORECASE)
_WRAPPER = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*\Z"
)
_TRAILING = re.compile(r",(?=\s*[}\]])")
_ENTITY = re.compile(
    r"&(?:quot|amp|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[\da-f]{2,5});", re.IGNORECASE
)
_LONGEST = 5000


@dataclass(frozen=True, slots=True)
class Head:
    """The statements, unweighed."""

    meta: Mapping[str, tuple[str, ...]]
    """Contents of the meta elements by name, property or itemprop in lower case."""
    articles: tuple[Mapping[str, Any], ...]
    """The JSON-LD objects that are articles, and after them those of the page itself."""
    others: tuple[Mapping[str, Any], ...]
    """All other JSON-LD objects, among them the people and organisations that articles refer to."""
    title: str
    """Of the title element."""
    canonical: str
    saved: str
    """The address in the comment that browsers leave in a saved page."""
    lang: str

    def first(self, *names: str) -> str:
        """The first content that any of these meta elements has."""
        return next((value for name in names for value in self.meta.get(name, ())), "")


def head_of(root: Any, text: str) -> Head:
    """Read the statements of a page from its tree and, for comments, from its text."""
    objects = list(_objects(root))
    articles = [each for each in objects if any(_ARTICLE.search(kind) for kind in kinds(each))]
    pages = [each for each in objects if each not in articles and any(kind.endswith("WebPage") for kind in kinds(each))]
    links = [
        link.get("href", "") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    saved = _SAVED.search(text, 0, 20_000)
    title = next((tidy(each.text_content()) for each in root.iter("title") if each.getparent().tag != "svg"), "")
    return Head(
        meta=_meta(root),
        articles=tuple(articles + pages),
        others=tuple(each for each in objects if each not in articles),
        title=unescaped(title[:_LONGEST]),
        canonical=next((href for link in links if (href := address(link.strip(), ""))), ""),
        saved=address(html.unescape(saved[1]), "") if saved else "",
        lang=(
            root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
        ).strip(),
    )


def kinds(thing: Mapping[str, Any]) -> tuple[str, ...]:
    """The types of a JSON-LD object."""
    given = thing.get("@type", "")
    return tuple(str(each) for each in given) if isinstance(given, list) else (str(given),)


def said(value: Any) -> str:
    """A JSON-LD value as text: the first of a list, the name or value of an object."""
    if isinstance(value, list):
        return next((text for each in value if (text := said(each))), "")
    if isinstance(value, Mapping):
        return said(value.get("name") or value.get("@value") or "")
    return unescaped(tidy(html.unescape(str(value)))[:_LONGEST]) if isinstance(value, (str, int, float)) else ""


def _meta(root: Any) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    properties: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        value = unescaped(tidy(element.get("content") or "")[:_LONGEST])
        names = {(element.get(key) or "").strip().lower() for key in ("property", "name", "http-equiv")} - {""}
        item = (element.get("itemprop") or "").strip().lower()
        for name in sorted(names) if value else ():
            found.setdefault(name, []).append(value)
        if value and item and item not in names:
            of_page = next(element.iterancestors("head"), None) is not None
            (found if of_page else properties).setdefault(item, []).append(value)
    for item, values in properties.items():
        if len(set(values)) == 1:  # several are those of other reports on the page
            found.setdefault(item, []).extend(values)
    return {name: tuple(values) for name, values in found.items()}


def unescaped(text: str) -> str:
    """`text` without the entities that were escaped twice: no reader should see `&quot;`."""
    return text if text.startswith("http") else _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _objects(root: Any) -> Iterator[Mapping[str, Any]]:
    """All JSON-LD objects of the page, those in lists and graphs one by one."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = [_parsed(script.text or "")]
        while waiting:
            each = waiting.pop(0)
            if isinstance(each, list):
                waiting = each + waiting
            elif isinstance(each, Mapping):
                graph = each.get("@graph")
                if isinstance(graph, (list, Mapping)):
                    waiting.insert(0, graph)
                if "@type" in each:
                    yield each
                main = each.get("mainEntity")
                if isinstance(main, Mapping) and any(_ARTICLE.search(kind) for kind in kinds(main)):
                    waiting.append(main)


def _parsed(text: str) -> Any:
    """The JSON of a script; None when it is beyond the usual repairs."""
    text = _WRAPPER.sub("", text.strip()).strip()
    for attempt in (text, _TRAILING.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
