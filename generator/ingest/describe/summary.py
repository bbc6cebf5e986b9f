"""The summary: the standfirst that the source prints, else the first sentence of the text that can stand alone.

News is written so that its first sentence says most: beside what editors wrote above their reports, sentences weighed
by their words, place and title came no nearer. It is taken word for word.
"""

from __future__ import annotations

import functools

from generator.ingest.describe.language import language_of
from generator.ingest.describe.plain import Plain
from generator.ingest.describe.publisher import publisher
from generator.ingest.describe.title import title
from generator.model import Field
from generator.text import dates
from generator.text.lines import stops
from generator.text.sentences import split
from generator.text.words import fingerprint, stopwords, words

LONGEST = 300
"""Characters of a summary that we choose; a printed standfirst may have more."""
_STANDFIRST = 700
_SHORT = 40
_REFERS = frozenset(
    """
    he she it they this these that those his her its their such but and so then however meanwhile also yet instead
    er sie es dies diese dieser dieses aber und doch il elle ils elles cela ce cette mais et él ella ellos esto pero
    y he's she's it's we i you
    """.split()
)
_OF_SITES = frozenset(
    """
    latest headlines headline information news breaking weather travel events sports sport videos video photos
    pictures coverage stories site website blog official home page online information more including get read watch
    find discover world local national international daily newspaper magazine articles business entertainment live
    updates programs programmes contents features resume projects interviews writing exclusive opinion analysis
    nachrichten aktuelle news meldungen informationen hintergründe videos bilder kommentare wetter
    actualité actualités infos toute direct vidéos photos
    noticias últimas información deportes videos fotos
    notizie ultime informazioni sport video foto
    """.split()
)
"""What sites say of themselves."""
_GENERAL = 3
"""So many of these words make the description of a site."""

_SHARE = 1 / 3
"""Of the telling words of a description: so many stand in its report, and in another text hardly ever."""


@functools.lru_cache(maxsize=4)
def summary(read: Plain) -> Field | None:
    """One or two sentences; the origin tells the standfirst or the place of the sentence."""
    head = fingerprint(str(found.value)) if (found := title(read)) else ""
    for value, origin in read.hints["summary"]:
        whole = 20 <= len(value) <= _STANDFIRST and fingerprint(value) != head and not _dates(value)
        if whole and ("description" not in origin or _is_of(read, value)):
            return Field(value, origin)
    return _first(read, head)


def _is_of(read: Plain, text: str) -> bool:
    """Whether a page's description is of its report: many pages have that of their site in its stead."""
    mine = {word for word in words(text) if word not in stopwords(language_of(read)) and len(word) > 1}
    telling = mine - _OF_SITES - set(words(publisher(read)[0]))
    titled = title(read)
    whole = f"{titled.value if titled else ''}\n{read.text}".casefold()
    shared = [word for word in telling if word[: max(4, len(word) - 2)] in whole]
    if not shared or len(shared) < len(telling) * _SHARE:
        return False
    return len(mine & _OF_SITES) < _GENERAL or len(shared) >= len(mine) / 2


def _dates(text: str) -> bool:
    """Whether a line is a date line: dates make up a third of it."""
    return 3 * sum(found.end - found.start for found in dates.find(text)) > len(text)


def _first(read: Plain, head: str) -> Field | None:
    """The first sentence that can stand alone, and is not the title; one that refers to another only where all do."""
    spare = None
    for number, text in enumerate(read.paragraphs, 1):
        for place, sentence in enumerate(split(text, language_of(read)), 1):
            if not (_SHORT <= len(sentence) <= LONGEST and _stands_alone(sentence)) or fingerprint(sentence) == head:
                continue
            found = Field(sentence, f"sentence {place} of paragraph {number}")
            if stops(sentence) and sentence.split(maxsplit=1)[0].strip("'‘").casefold() not in _REFERS:
                return found
            spare = spare or found
    return spare


def _stands_alone(sentence: str) -> bool:
    """Whether a sentence can be read by itself: a statement with its quotation marks and brackets closed."""
    if sentence[-1] in ":?;,…" or sentence.endswith("...") or sentence[0] in ")]»”":
        return False
    if sentence.count('"') % 2 or any(
        sentence.count(one) != sentence.count(other)
        for one, other in ("“”", "()", "«»", "「」", "[]")
        if "„" not in sentence
    ):
        return False
    return sentence[0] not in '"“‘«„「'
