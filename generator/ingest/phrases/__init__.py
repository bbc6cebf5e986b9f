"""What pages print around their articles, phrase by phrase: `en.txt`, `de.txt` and so on beside this module.

In those files `[reason]` opens a group, and each line below it is one phrase, in lower case, without the punctuation
around it. `#` stands for a number, `…` for any text. After the reason may stand

- `+ list` when the phrase opens a list of lines that go with it ("most read"),
- `+ beside` when it goes only beside other furniture or outside the story ("email"),
- `+ inside` when it may be a title, and goes only after the story has begun ("opinion: …"),
- `+ outside` when it may be a sentence of the story, and goes only before or after it ("copyright …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from generator.text.lines import single

_BEFORE = re.compile(r"[^\w©@#$€£\"'(]+")
_CLOSES = frozenset("_)%+?")
_QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
_PIECES = re.compile(r"#|(?P<before>(?<=\w)| )?…(?P<after>(?=\w))?|[^#… ]+| ")
_LONGEST = 420
_LONGEST_OPENING = 8  # words
_BRIEF = 110  # letters of a line of which a phrase names but a word or two: "designed by …" may open a paragraph


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a line is, when it is furniture."""

    reason: str
    where: str = ""
    """`list`, `beside`, `inside`, `outside`, as explained above; empty when it goes wherever it stands."""


_Wild = tuple[str, str, int, Phrase]
"""A phrase with a wildcard, its longest word, and how long a line may be. It becomes a pattern when some line may be
it: few ever are.
"""


@dataclass(frozen=True, slots=True)
class _Book:
    """All phrases, by how they are looked up."""

    whole: dict[str, Phrase]
    first: dict[str, list[_Wild]]
    """With a wildcard, by their first word; those that begin with a number under `#`."""
    any: dict[str, list[_Wild]]
    """Those that begin with any text, by their longest word."""


@lru_cache(maxsize=4096)  # the pages of a site have their furniture in common, and several steps ask
def find(text: str) -> Phrase | None:
    """The phrase that a whole line is; None when it is none."""
    if len(text) > _LONGEST:
        return None
    book = _book()
    key = _key(text)
    phrase = book.whole.get(key)
    if phrase is None:
        words = key.split()
        phrase = _wild(book, key, words) if words else None
        if phrase and phrase.where == "list" and (len(words) > _LONGEST_OPENING or text.endswith((".", "!"))):
            return None
    return phrase


def _wild(book: _Book, key: str, words: list[str]) -> Phrase | None:
    """The first phrase with a wildcard that fits."""
    first = "#" if key[0].isdigit() else "©" if key[0] == "©" else words[0]
    wild = book.first.get(first, ())
    if not book.any.keys().isdisjoint(words):
        told = dict.fromkeys(filter(book.any.__contains__, words))  # as they stand: a set's order is another each time
        wild = (*wild, *chain.from_iterable(map(book.any.__getitem__, told)))
    if not wild:
        return None
    fitting = (each for each in wild if each[1] in key and len(key) <= each[2])
    return next((kind for phrase, _, _, kind in fitting if _pattern(phrase).fullmatch(key)), None)


def _key(text: str) -> str:
    """A line as it is looked up: in lower case, without the punctuation around it."""
    key = single(_straight(text).casefold())
    end = len(key)
    while end and not (key[end - 1].isalnum() or key[end - 1] in _CLOSES):
        end -= 1
    before = None if key[:1].isalnum() else _BEFORE.match(key)
    return key[before.end() if before else 0 : end]


def _straight(text: str) -> str:
    """`text` with the quotation marks of a typewriter."""
    if text.isascii():
        return text
    for printed, plain in _QUOTES:  # faster by far than to translate each letter
        text = text.replace(printed, plain)
    return text


@cache
def _book() -> _Book:
    """Read the phrase files, once."""
    book = _Book({}, {}, {})
    for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".txt"):
            kind = Phrase("")
            for line in file.read_text(encoding="utf-8").splitlines():
                if line.startswith("["):
                    kind = Phrase(*line.strip("[]").split(" + "))
                elif line.strip():
                    _add(book, _straight(line).strip().casefold(), kind)
    return book


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with a wildcard as a pattern."""
    return re.compile(_PIECES.sub(_spelled, phrase))


def _spelled(piece: re.Match[str]) -> str:
    """One piece of a phrase as a pattern. A wildcard beside a letter begins or ends at a whole word."""
    if piece.group() == "#":
        return r"\d[\d.,]*"
    if "…" not in piece.group():
        return re.escape(piece.group())
    any_text = {" ": "(?: .*)?", "": r"\b.*", None: ".*"}[piece["before"]]
    return any_text + r"\b" if piece["after"] is not None else any_text


def _add(book: _Book, phrase: str, kind: Phrase) -> None:
    if "…" not in phrase and "#" not in phrase:
        book.whole.setdefault(_key(phrase), kind)
        return
    words = re.findall(r"[^\s…#]+", phrase)
    word = max(words, key=len)
    wild = phrase, word, _BRIEF if len(words) <= 2 else _LONGEST, kind
    if phrase.startswith("…"):
        book.any.setdefault(word.rstrip(".,:?!"), []).append(wild)
    else:
        first = phrase.split(maxsplit=1)[0]
        book.first.setdefault(first[0] if first[0] in "©#" else first.split("…")[0], []).append(wild)
