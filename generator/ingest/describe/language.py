"""The language of a document: what its source states, unless the text speaks against it, else what the text shows."""

from __future__ import annotations

import functools
import re

from generator.ingest.describe.plain import Plain
from generator.model import Field
from generator.text import language

_AGREES = 0.1
_ENOUGH = 100
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$", re.IGNORECASE)


@functools.lru_cache(maxsize=4)
def lang(read: Plain) -> Field | None:
    """The language as a BCP 47 tag.

    What the source states counts when the text does not speak against it; only it can tell `en-GB` from `en-US`.
    """
    text = _own(read)
    best = language.of(text)
    for value, origin in read.hints["lang"]:
        tag = value.replace("_", "-").split(".")[0]
        if _TAG.match(tag) and (not best or _agrees(tag, best, text)):
            return Field(language.tag(tag), origin)
    if best == "zh" and language.is_traditional(text):
        best = "zh-Hant"
    return Field(best, "detected in the text") if best else None


def language_of(read: Plain) -> str:
    """The value of `lang`, empty when it is absent."""
    found = lang(read)
    return str(found.value) if found else ""


def _own(read: Plain) -> str:
    """What the report itself says: quotations may be in another language, and menus in that of the program."""
    text = "\n".join(read.paragraphs)
    return text if len(text) > _ENOUGH else read.text


def _agrees(tag: str, best: str, text: str) -> bool:
    code = language.code(tag)
    return language.kin(code) == language.kin(best) or language.likely(text).get(code, 0) >= _AGREES
