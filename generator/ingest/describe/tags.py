"""Tags: the people, places, organisations and subjects that a text is about, few and good, from the text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.ingest.describe.authors import authors
from generator.ingest.describe.language import language_of
from generator.ingest.describe.plain import hints, text_of
from generator.ingest.describe.publisher import publisher
from generator.ingest.describe.subjects import repeated, subjects
from generator.ingest.describe.summary import summary
from generator.ingest.describe.tag_names import are_one, is_tag
from generator.ingest.describe.title import title
from generator.model import Document, Field
from generator.text.names import names

MOST, NAMES, SUBJECTS, FEW = 8, 6, 2, 4
"""How many tags at most, how many of them names and subjects, and up to how many lesser names fill in."""
_LEAST = 3.0
_EMPTY = frozenset(
    """
    news article articles featured feature home top latest breaking story stories update updates world
    """.split()
)
_SEASONS = frozenset(
    {"New Year", "Christmas", "Easter", "Christmas Day", "New Year's Day", "Boxing Day", "New Year’s Day"}
)
_WORDS = "subjects in the text"
_NOT_A_TAG = re.compile(r"(?:https?:|www\.|#|@)|^\W*$")


@dataclass(frozen=True, slots=True)
class _Tag:
    text: str
    weight: float
    origin: str


def tags(document: Document) -> Field | None:
    """The tags, the most important first; the origin tells how many came from where."""
    text = text_of(document)
    head = str(found.value) if (found := title(document)) else ""
    lead = str(found.value) if (found := summary(document)) else ""
    lang = language_of(document)
    whole = "\n".join([*(part for part in (head, lead) if part not in text), text])
    chosen = [*_given(document, whole), *_named(document, whole, head, lead, lang), *_subjects(whole, head, lead, lang)]
    merged: dict[str, _Tag] = {}
    for tag in sorted(chosen, key=lambda tag: -tag.weight):
        merged.setdefault(_key(tag.text), tag)
    for word in repeated(text, head, lang)[: 3 - len(merged)] if len(merged) < 3 else ():
        merged.setdefault(_key(word), _Tag(word, 1.0, _WORDS))
    kept = _without_parts(_folded(list(merged.values()), lang))[:MOST]
    if not kept:
        return None
    origins = ", ".join(dict.fromkeys(tag.origin for tag in kept))
    return Field([tag.text for tag in kept], origins)


def _named(document: Document, text: str, head: str, lead: str, lang: str) -> list[_Tag]:
    """Names that the text speaks of more than once, or in its title or summary."""
    name = publisher(document)[0]
    mine = {
        _key(name),
        _key(name.rpartition(" ")[2] if " " in name else ""),
        "".join(word[0] for word in name.casefold().split()),
    }
    if written := authors(document):
        mine |= {_key(person) for person in written.value}
    found = []
    for each in names(text, lang):
        weight = min(each.count, 8) + 2.5 * _stands(each.text, head) + 1.0 * _stands(each.text, lead)
        weight += 0.5 * (each.first < 0.2 * len(text))
        if _key(each.text) not in mine and each.text not in _SEASONS and is_tag(each.text, lang):
            found.append(_Tag(each.text, weight, "names in the text"))
    found.sort(key=lambda tag: -tag.weight)
    strong = [tag for tag in found if tag.weight >= _LEAST]
    for tag in found[len(strong) :]:
        if len(strong) >= FEW:
            break
        if tag.weight >= 1.5 and not any(f" {one.text} " in f" {tag.text} " for one in strong):
            strong.append(tag)
    return strong[:NAMES]


def _folded(found: list[_Tag], lang: str) -> list[_Tag]:
    """One tag for the cases of a name, in its shortest form and with the weight of its weightiest."""
    kept: list[_Tag] = []
    for tag in found:
        same = next((place for place, other in enumerate(kept) if are_one(tag.text, other.text, lang)), None)
        if same is None:
            kept.append(tag)
        elif len(tag.text) < len(kept[same].text):
            kept[same] = replace(kept[same], text=tag.text)
    return kept


def _given(document: Document, text: str) -> list[_Tag]:
    """Tags that the source itself prints, where they also stand in the text."""
    return [
        _Tag(spelled, 6.0 - 0.1 * place, origin)
        for place, (value, origin) in enumerate(hints(document, "tags"))
        if len(value) <= 40 and not _NOT_A_TAG.search(value) and value.casefold() not in _EMPTY
        if (spelled := _as_printed(value, text))
    ]


def _as_printed(value: str, text: str) -> str:
    """A tag with the capitals that it has in the text, at least the first one; empty when it does not stand there."""
    forms = [match[0] for match in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE)]
    if not forms:
        return ""
    if value.islower() and not any(form.islower() for form in forms):
        value = next((form for form in forms if not form.isupper()), forms[0])
    return value[:1].upper() + value[1:]


def _subjects(text: str, head: str, lead: str, lang: str) -> list[_Tag]:
    """Subjects as tags, among the names of middle standing."""
    return [_Tag(each, 4.5 - place, _WORDS) for place, each in enumerate(subjects(text, head, lead, lang)[:SUBJECTS])]


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text as words of their own, whatever their case."""
    if name.casefold() not in text.casefold():
        return False
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def _key(text: str) -> str:
    bare = re.sub(r"[\W_]+", "", text.casefold()).removeprefix("the")
    return bare[:-1] if bare.endswith("s") and len(bare) > 5 else bare


def _without_parts(found: list[_Tag]) -> list[_Tag]:
    """Without those that say the same as a weightier one: `Pond` beside `Quarry pond`."""
    named = [set(tag.text.casefold().split()) for tag in found if tag.origin != _WORDS]
    kept: list[_Tag] = []
    for tag in found:
        words = tag.text.casefold().split()
        if tag.origin == _WORDS and any(set(words) <= other for other in named):
            continue
        if any(_extends(words, tag.text, other.text) for other in kept):
            continue
        kept.append(tag)
    return kept


def _extends(words: list[str], text: str, other: str) -> bool:
    """Whether a tag is another one and a common noun: `Skerrow islands` beside `Skerrow`."""
    theirs = other.casefold().split()
    return words[: len(theirs)] == theirs and text.rsplit(maxsplit=1)[-1].islower()
