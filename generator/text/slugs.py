"""Slugs: the part of an address that is made from a title, in letters that every system can type and store."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

LENGTH = 60
"""The longest slug, in characters."""
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HAN = "(?<=[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])|(?=[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])"
_PICTURE = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\ufe0f\U0001f000-\U0001faff]")
"""Emoji and arrows. What they are called is no part of a title, unless there is nothing else."""
_BETWEEN = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9]|index|[0-9-]+)$")
"""Names that Windows keeps for itself or that an address needs elsewhere, and mere numbers."""


def named(text: str) -> str:
    """The slug that a person wrote or meant: a plain one as it is, however long, any other text spelled as one."""
    return text if _PLAIN.fullmatch(text) else slug(text)


def slug(text: str, fallback: str = "untitled") -> str:
    """`text` as lower-case ASCII words joined by hyphens: `Ukraine’s Kursk operation` is `ukraines-kursk-operation`.

    At most LENGTH characters, cut at the end of a word. What has no letter in any script gives `fallback`. A name that
    Windows refuses (`con`) or a mere number (`1984`) gets `the-` before it.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = _PICTURE.sub(" ", text) if re.search(r"[^\W_]", text) else text
        text = anyascii(re.sub(_HAN, " ", text))
    made = _cut(_BETWEEN.sub("-", text.lower().replace("'", "").replace("`", "")).strip("-"))
    if not made:
        return fallback
    return f"the-{made}" if _RESERVED.match(made) else made


def _cut(made: str) -> str:
    if len(made) <= LENGTH:
        return made
    head, hyphen, _ = made[: LENGTH + 1].rpartition("-")
    return head if hyphen else made[:LENGTH]
