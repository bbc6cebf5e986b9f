"""What a key of front matter is called here, whatever another generator called it, and what `story: none` means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
"""How a language is written: `en`, `pt-BR`."""

ALIASES: dict[str, str] = {
    "publishdate": "publishDate",
    "pubdate": "date",
    "published": "date",
    "created": "date",
    "dateCreated": "date",
    "modified": "lastmod",
    "updated": "lastmod",
    "date-modified": "lastmod",
    "last_modified_at": "lastmod",
    "expirydate": "expiryDate",
    "unpublishdate": "expiryDate",
    "author": "authors",
    "byline": "authors",
    "category": "section",
    "categories": "section",
    "keywords": "tags",
    "description": "summary",
    "excerpt": "summary",
    "language": "lang",
    "locale": "lang",
    "redirect_from": "aliases",
    "featured_image": "image",
    "previewimage": "image",
    "cover": "image",
    "thumbnail": "image",
    "permalink": "url",
    "extra": "params",
    "status": "draft",
}
"""What other generators call a key, and what it is called here. `published: false` and `status: draft` mean a draft."""
UNPUBLISHED = frozenset({"draft", "hidden", "pending", "private", "skip"})
"""What other generators write for `status` to keep a page from the site."""
ALONE = "none"
"""What a person writes for `story` to keep an article out of all stories, in letters of any case."""


def is_alone(story: Any) -> bool:
    """Whether a value of `story` keeps its article out of all stories."""
    return isinstance(story, str) and story.strip().lower() == ALONE


def canonical(meta: Mapping[str, Any]) -> dict[str, Any]:
    """The same front matter with the names that other generators use replaced by ours; ours win where both stand."""
    renamed: dict[str, Any] = {}
    for key, value in meta.items():
        if key in ("published", "status") and (isinstance(value, bool) or key == "status"):
            renamed.setdefault("draft", value is False or str(value).lower() in UNPUBLISHED)
        elif key in ALIASES and ALIASES[key] not in meta:
            renamed.setdefault(ALIASES[key], value)
        elif key not in ALIASES:
            renamed[key] = value
    return renamed
