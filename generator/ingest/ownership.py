"""Who owns what in an article file: what a person wrote or took out stays, what we wrote follows its source.

We know our own by its fingerprint in the lock: a value that is still the one that we wrote is ours, any other one is a
person's, and so is the absence of one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator import frontmatter
from generator.errors import BroadsheetError
from generator.ingest.articles import Article

BODY = "body"
"""What the body is called among the keys of an article."""
STORY = "story"


@dataclass(frozen=True, slots=True)
class Plan:
    """An article file as it shall stand."""

    text: str
    wrote: Mapping[str, str]
    """Fingerprints of what is ours in it, by key."""
    changed: tuple[str, ...] = ()
    """The keys that follow their source."""
    kept: tuple[str, ...] = ()
    """The keys that a person has in hand, and for which the source now says something else."""


def fingerprint(value: Any) -> str:
    """16 hexadecimal digits; equal for equal values, also when a date is written as text or line ends differ."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n")
    return hashlib.sha256(json.dumps(_plain(value)).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """The value in what JSON knows, with mappings in the order of their keys."""
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def is_ours(article: Article, wrote: Mapping[str, str], key: str) -> bool:
    """Whether no person has set a key, changed what we wrote there, or taken it out."""
    stands = fingerprint(article.meta[key]) if key in article.meta else ""
    return stands == wrote.get(key, "")


def create(values: Mapping[str, Any], body: str) -> Plan:
    """A new article file."""
    wrote = {key: fingerprint(value) for key, value in values.items()} | {BODY: fingerprint(body)}
    return Plan(frontmatter.join(values, body), wrote)


def follow(article: Article, wrote: Mapping[str, str], values: Mapping[str, Any], body: str | None) -> Plan:
    """An article file after its source, without what a person has in hand.

    Without a `body` only the keys in `values` are looked at: nothing is known of the others.
    """
    wants = dict(values)
    if body is not None:
        wants |= {key: None for key in wrote if key not in (*values, BODY, STORY)} | {BODY: body}
    standing = {**article.meta, BODY: article.body}
    ours, changes, kept = dict(wrote), {}, []
    for key, value in wants.items():
        mark = fingerprint(value)
        stands = fingerprint(standing[key]) if key in standing else ""
        if value is not None and stands == mark:
            ours[key] = mark  # also after a crash between the article and the lock
        elif stands == wrote.get(key, "") and (key in article.keys or key == BODY or not stands):
            changes[key] = value
        elif value is not None and mark != wrote.get(key):
            kept.append(key)
    text = apply(article, changes) if changes else article.text
    if text is None:
        return Plan(article.text, ours, kept=(*kept, *changes))
    for key, value in changes.items():
        if value is None:
            del ours[key]
        else:
            ours[key] = fingerprint(value)
    return Plan(text, ours, tuple(changes), tuple(kept))


def apply(article: Article, changes: Mapping[str, Any]) -> str | None:
    """The file with some keys (and the body) changed and every other byte as it was.

    None when the file is spelled in a way that does not allow it, as in TOML: then it is a person's as a whole.
    """
    if article.toml:
        return None
    keys = {key: value for key, value in changes.items() if key != BODY}
    raw = frontmatter.split(article.text).meta
    expected = {key: value for key, value in (raw | keys).items() if key not in keys or value is not None}
    try:
        text = frontmatter.replace(article.text, keys, changes.get(BODY))
        found = frontmatter.split(text)
    except BroadsheetError:
        return None
    body = changes.get(BODY, article.body)
    same = fingerprint(found.meta) == fingerprint(expected) and fingerprint(found.body) == fingerprint(body)
    return text if same else None
