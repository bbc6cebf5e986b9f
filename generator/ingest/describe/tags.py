"""Tags: the people, places, organisations and subjects that a text is about, few and good, from the text alone."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import log2

from generator.ingest.describe.authors import authors
from generator.ingest.describe.full_names import FullNames, full_names
from generator.ingest.describe.language import language_of
from generator.ingest.describe.plain import Plain
from generator.ingest.describe.publisher import publisher
from generator.ingest.describe.subjects import subjects
from generator.ingest.describe.summary import summary
from generator.ingest.describe.title import title
from generator.model import Field
from generator.text.names import names
from generator.text.places import COUNTRIES
from generator.text.words import spelled

MOST, NAMES, SUBJECTS = 6, 5, 3
"""How many tags at most, and how many of them names and subjects."""
_LEAST = 2.0
"""The least weight of a name: of those that stand in neither title nor summary and less than four times in the text,
hardly one in thirty is among the tags that publishers give to their reports."""
_TITLED, _LEADING, _COMMON, _COUNTRY = 1.5, 1.0, -0.8, 0.7
"""What it adds to the weight of a tag that it stands in the title, in the summary, that it is no name, and that it is
a country."""
_FORMS = re.compile(r"(\w{4,})[aeimnorsuvéíóúůěаегиомувхыйюя]{0,2} \1[aeimnorsuvéíóúůěаегиомувхыйюя]{0,2}")
"""Two forms of a word: the same letters, and endings of those that endings are made of, not as Paris and Parish."""
_SEVERAL, _SHORT = 5, 3
"""So many words that a source gives for tags may be its title, whose words of so few letters do not count."""
_EMPTY = frozenset(
    """
    news article articles featured feature home top latest breaking story stories update updates world
    """.split()
)
_WORDS = "subjects in the text"
_NOT_A_TAG = re.compile(r"(?:https?:|www\.|#|@)|^[\W\d]*$")


@dataclass(frozen=True, slots=True)
class _Tag:
    text: str
    weight: float
    origin: str


def tags(read: Plain) -> Field | None:
    """The tags, the most important first; the origin tells how many came from where."""
    head = str(found.value) if (found := title(read)) else ""
    lead = str(found.value) if (found := summary(read)) else ""
    lang = language_of(read)
    code = lang.split("-", maxsplit=1)[0]
    whole = "\n".join([*(part for part in (head, lead) if part not in read.text), read.text])
    known = full_names(names(whole, lang, read.words), whole)
    about = [
        _Tag(known.of(each), _weight(count, titled=True) + _COMMON, _WORDS)
        for each, count in subjects(read.text, head, read.words, code)[:SUBJECTS]
    ]
    given = [] if _from_title(read, head) else [tag for tag in _given(read, whole) if _key(tag.text) != _key(head)]
    chosen = [*given, *_named(read, known, head, lead), *about]
    kept: list[_Tag] = []
    for tag in sorted(chosen, key=lambda tag: -tag.weight):
        if not any(_say_the_same(tag.text, other.text) for other in kept):
            kept.append(tag)
    kept = kept[:MOST]
    if not kept:
        return None
    origins = ", ".join(dict.fromkeys(tag.origin for tag in kept))
    return Field([tag.text for tag in kept], origins)


def _weight(count: int, *, titled: bool = False, leading: bool = False) -> float:
    """How much of a tag a word is that stands so often in the text."""
    return log2(1 + min(count, 8)) + _TITLED * titled + _LEADING * leading


def _named(read: Plain, known: FullNames, head: str, lead: str) -> list[_Tag]:
    """Names that the text speaks of often, or in its title or summary."""
    mine, head, lead = _own(read), head.casefold(), lead.casefold()
    short: defaultdict[str, list[str]] = defaultdict(list)
    for form, whole in (*known.full.items(), *known.surnames.items()):
        short[whole].append(form.casefold())
    found = []
    for each in known.names:
        forms = [each.text.casefold(), *short[each.text]]
        titled, leading = (any(_stands(form, part) for form in forms) for part in (head, lead))
        weight = _weight(each.count, titled=titled, leading=leading) + _COUNTRY * (each.text in COUNTRIES)
        if weight >= _LEAST and _key(each.text) not in mine:
            found.append(_Tag(each.text, weight, "names in the text"))
    return sorted(found, key=lambda tag: -tag.weight)[:NAMES]


def _own(read: Plain) -> set[str]:
    """Those who made the report: its publisher, also by its last word and its initials, and its authors."""
    name = publisher(read)[0]
    written = authors(read)
    initials = "".join(word[0] for word in name.casefold().split())
    return {_key(name), _key(name.rpartition(" ")[2]), initials, *map(_key, written.value if written else ())}


def _given(read: Plain, text: str) -> list[_Tag]:
    """Tags that the source itself prints, where they also stand in the text."""
    return [
        _Tag(spelled, 6.0 - 0.1 * place, origin)
        for place, (value, origin) in enumerate(read.hints["tags"])
        if len(value) <= 40 and not _NOT_A_TAG.search(value) and value.casefold() not in _EMPTY
        if (spelled := _as_printed(value, text))
    ]


def _from_title(read: Plain, head: str) -> bool:
    """Whether a program made the source's tags of its title, word by word."""
    given = {value.casefold() for value, _ in read.hints["tags"]}
    titled = {word.casefold() for word in spelled(head) if len(word) > _SHORT}
    return (
        len(given) >= _SEVERAL and not any(" " in each for each in given) and 2 * len(given & titled) >= len(titled) > 1
    )


def _as_printed(value: str, text: str) -> str:
    """A tag with the capitals that it has in the text, at least the first one; empty when it does not stand there."""
    if value.isascii() and value.lower() not in _folded_text(text):
        return ""
    forms = [match[0] for match in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE)]
    if not forms:
        return ""
    if value.islower() and not any(form.islower() for form in forms):
        value = next((form for form in forms if not form.isupper()), forms[0])
    return value[:1].upper() + value[1:]


@lru_cache(maxsize=2)  # each tag is looked for in it
def _folded_text(text: str) -> str:
    """A text in which each letter that a pattern without regard to case takes for one of ASCII is that letter."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text as words of their own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(name, at + 1)
    return False


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold()).removeprefix("the")


def _say_the_same(one: str, other: str) -> bool:
    """Whether one tag has all words of the other, in any of their forms, as `Quarry ponds` has those of `Pond`."""
    fewer, more = sorted((one.casefold().split(), other.casefold().split()), key=len)
    countries = one != other and one in COUNTRIES and other in COUNTRIES
    return not countries and all(any(_are_forms(*pair) for pair in product([word], more)) for word in fewer)


def _are_forms(one: str, other: str) -> bool:
    """Whether two words differ by their endings alone: `Deutsche` and `Deutscher`."""
    return one == other or _FORMS.fullmatch(f"{one} {other}") is not None
