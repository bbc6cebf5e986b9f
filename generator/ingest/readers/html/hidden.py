"""The text of a report that its page shows only with the help of scripts: it then stands in the page's JSON-LD."""

from __future__ import annotations

import html
import re

from generator.ingest.readers.html.head import Head
from generator.ingest.readers.tidy import tidy

_BREAK = re.compile(r"\s*(?:\n|<br\s*/?>|</p>)\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LEAST = 300


def stated_text(head: Head) -> str:
    """The `articleBody` of the page, as it stands there; of several the longest."""
    texts = [each.get("articleBody") for each in head.articles]
    return max((text for text in texts if isinstance(text, str)), key=len, default="")


def hidden_text(head: Head, shown: int) -> list[str]:
    """The paragraphs of `articleBody`, if it is the report and what the page shows (`shown` letters of it) is not."""
    text = stated_text(head)
    paragraphs = [tidy(html.unescape(_TAG.sub("", part))) for part in _BREAK.split(html.unescape(text))]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    size = sum(map(len, paragraphs))
    return paragraphs if size > _LEAST and size > 3 * shown else []
