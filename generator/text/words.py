"""Words: what a text is made of when it is counted, compared or searched, in any script."""

from __future__ import annotations

import functools
import hashlib
import re
import sys
import unicodedata

from generator.text.function_words import FUNCTION_WORDS

_MARKS = "".join(chr(code) for code in range(0x300, 0x1200) if unicodedata.category(chr(code)).startswith("M"))
"""Vowel signs and accents, which `\\w` leaves out: without them a Hindi word falls to pieces."""
_PART = rf"[^\W_](?:[^\W_]|[{re.escape(_MARKS)}\u200c\u200d])*+"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_PART}(?:['’ʼ]{_PART})*+")
_PLAIN = re.compile("[\u0080-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u205f\u20a0-\u20cf]*")
"""Latin, Greek and Cyrillic letters and punctuation beyond ASCII. A text of these, and most are, holds none of the
characters that need the slower patterns."""
_TYPOGRAPHY = (("’", "'"), *((sign, " ") for sign in "‘“”„«»–—\u00a0"))
"""What stands as well for the signs of typography, where letters and figures count: most texts are ASCII by that."""
_APART = re.compile(r"'(?:(?![^\W_])|(?<![^\W_]')|s(?![^\W_]|'[^\W_]))")
"""An apostrophe that holds no word together, or a possessive ending."""
_INITIALS = re.compile(r"\.(?=[^\W\d_]\.)(?<=[^\W\d_]\.)(?<!(?:[^\W_]|')[^\W\d_]\.)(?:[^\W\d_]\.)+")
"""What follows the first letter of an initialism; that two letters stand so close is looked at first, for few do."""
_GAPS = bytes(code if chr(code).isalnum() or code > 0x7F else 0x20 for code in range(256))
"""What becomes of each byte of a text: a space unless it is a letter's or a digit's."""
_GAPS_OF_WORDS = _GAPS[: ord("'")] + b"'" + _GAPS[ord("'") + 1 :]
_ASCII = bytes(range(0x80))
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())
_GAPS_OF_HYPHENATED = bytes(0x20 if chr(code).isdecimal() else gap for code, gap in enumerate(_GAPS))
_GAPS_OF_HYPHENATED = _GAPS_OF_HYPHENATED[: ord("-")] + b"-" + _GAPS_OF_HYPHENATED[ord("-") + 1 :]
_SPELLED = re.compile(r"[^\W_]+")
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana, Chinese characters
)
_DENSE_RUN, _SPACED = f"[{_DENSE}]+", f"[^{_DENSE}]+"
_RUNS = f"{_DENSE_RUN}|{_SPACED}"
_EAST = "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""These take long to compile, and are when a text has such signs."""
_ODD = re.compile("[\u00ad\u200b\u2060\ufeff]")


def words(text: str) -> list[str]:
    """The words of `text`, in lower case and in order.

    A possessive ending and the dots of an initialism go (`Kiev's` is `kiev`, `U.N.` is `un`), a hyphen parts words.
    Scripts that do not part their words (Chinese, Japanese, Thai …) give overlapping pairs of characters instead,
    the customary stand-in for words in retrieval.
    """
    text = _typed(text)
    if text.isascii():
        return _plain(text.lower())
    text = unicodedata.normalize("NFKC", text if _is_plain(text) else _ODD.sub("", text)).lower()
    if _is_plain(text) or not re.search(_DENSE_RUN, text):
        return _spaced(text)
    found: list[str] = []
    for run in re.findall(_RUNS, text):
        if re.match(_DENSE_RUN, run):
            found += [run[at : at + 2] for at in range(len(run) - 1)] or [run]
        else:
            found += _spaced(run)
    return found


@functools.lru_cache(maxsize=2)
def hyphenated(text: str) -> frozenset[str]:
    """The words of a document in lower case, whole where they have hyphens, by which torn words are mended."""
    text = f" {_without_signs(text.lower(), ' ')} ".encode().translate(_GAPS_OF_HYPHENATED).decode()
    return frozenset(text.replace("--", " ").replace("- ", " ").replace(" -", " ").split())


def spelled(text: str) -> list[str]:
    """The runs of letters and digits of `text` as it spells them, in order: what is counted where capitals matter."""
    text = _typed(text)
    return _parted(text, _GAPS) if _is_plain(text) else _SPELLED.findall(text)


def letters(text: str, apart: str = "") -> str:
    """The letters and digits of `text` alone, as it spells them; and a sign of ASCII that parts its pieces, if any."""
    none = _NO_LETTERS.replace(apart.encode(), b"") if apart else _NO_LETTERS
    text = _typed(text)
    if text.isascii():
        return text.encode().translate(None, none).decode()
    left = text.encode(errors="surrogatepass").translate(None, none).decode(errors="surrogatepass")
    return _without_signs(left, "")


def _typed(text: str) -> str:
    """`text` with the signs of a typewriter for those of typography; a gap for most."""
    if not text.isascii():
        for sign, plain in _TYPOGRAPHY:
            text = text.replace(sign, plain)
    return text


def _beyond(text: str) -> str:
    """The characters of `text` that ASCII has not: few, and found in no time."""
    return text.encode(errors="surrogatepass").translate(None, _ASCII).decode(errors="surrogatepass")


def _is_plain(text: str) -> bool:
    return text.isascii() or _PLAIN.fullmatch(_beyond(text)) is not None


def _without_signs(text: str, gap: str) -> str:
    """`text` with `gap` for each sign beyond ASCII, so that of those characters only letters and digits are left."""
    for sign in () if text.isascii() else set(_beyond(text)):
        if not sign.isalnum():
            text = text.replace(sign, gap)
    return text


def _spaced(text: str) -> list[str]:
    if _is_plain(text) and "ʼ" not in text:
        return _plain(text)
    found = _WORD.findall(text)
    if "ʼ" in text:  # a letter, for all that it looks like
        found = [word.replace("ʼ", "'") for word in found]
    if "'" in text or "ʼ" in text:
        found = [word.removesuffix("'s") or word for word in found]
    return [word.replace(".", "") if word[-1] == "." else word for word in found]


def _plain(text: str) -> list[str]:
    """What `_WORD` finds in a plain text with straight apostrophes, without possessive endings and the dots of
    initialisms, in a third of the time: what is no word becomes space, and then the text is split.
    """
    return _parted(_joined(text), _GAPS_OF_WORDS)


def _joined(text: str) -> str:
    if "'" in text:
        text = _APART.sub(" ", text)
    if "." in text:
        text = _INITIALS.sub(lambda rest: f"{rest[0].replace('.', '')} ", text)
    return text


def _parted(text: str, gaps: bytes) -> list[str]:
    """A plain text split at its signs; `gaps` tells which of those of ASCII these are."""
    return _without_signs(text, " ").encode().translate(gaps).decode().split()


@functools.cache
def stopwords(lang: str) -> frozenset[str]:
    """The function words of a language, spelled as `words` spells them, and with the typed apostrophe: `i’ve`.

    `lang` is a BCP 47 tag, of which the first part counts. Those of all languages together when it is empty; none for a
    language that we do not know.
    """
    code = lang.replace("_", "-").split("-")[0].lower()
    code = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}.get(code, code)
    lists = FUNCTION_WORDS.values() if not code else [FUNCTION_WORDS.get(code, "")]
    found = (word for each in lists for word in each.split())
    return frozenset(sys.intern(form) for word in found for form in (word, word.replace("'", "’")))


def count(text: str) -> int:
    """How many words a reader would count.

    Where words are not parted by spaces, as many as take the same time to read: three Chinese or Japanese characters
    are two words, five of Thai and its neighbours one. (Trauzettel-Klosinski and Dietz, "Standardized assessment of
    reading performance", 2012: 255 Chinese and 357 Japanese characters a minute, 228 English words.)
    """
    text = _typed(text)
    if _is_plain(text) and "ʼ" not in text:
        return len(_plain(text))
    text = _ODD.sub("", text)
    total = sum(len(_WORD.findall(run)) for run in re.findall(_SPACED, text))
    for run in re.findall(_DENSE_RUN, text):
        east = len(re.findall(_EAST, run))
        total += -(-east * 2 // 3) + -(-(len(run) - east) // 5)
    return total


def fingerprint(text: str) -> str:
    """32 hexadecimal digits that are equal for two texts of the same letters and digits; empty when there are none.

    Case, punctuation, quotation marks, spaces, line breaks and hyphenation at line ends do not matter.
    """
    found = letters(unicodedata.normalize("NFKC", _typed(text))).casefold()
    return hashlib.sha256(found.encode(errors="surrogatepass")).hexdigest()[:32] if found else ""
