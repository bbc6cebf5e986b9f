"""What a sentence says happened, so that the same in another report is known: a verb, and of what it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.build.reading.sentences import Sentence
from generator.build.reading.stems import stem
from generator.text import tense
from generator.text.months import calendar
from generator.text.words import stopwords

_ALIKE = (
    "broke started began erupted",
    "found discovered recovered",
    "died killed perished",
    "crashed collided struck hit",
    "arrested detained held caught seized",
    "burst collapsed failed gave slid fell",
    "opened reopened",
    "met gathered",
    "shot stabbed attacked",
    "signed agreed",
    "landed arrived",
    "ausgebrochen brach begann",
    "gefunden entdeckt",
    "éclaté commencé débuté",
    "trouvé retrouvé découvert trouvée retrouvée découverte",
    "estalló comenzó empezó inició",
    "hallado encontrado hallada encontrada descubierto descubierta",
    "scoppiato scoppiata iniziato iniziata cominciato cominciata",
    "trovato trovata ritrovato ritrovata scoperto scoperta",
    "deflagrou começou iniciou",
    "encontrado encontrada descoberto descoberta achado achada",
    "uitgebroken begonnen brak begon",
    "gevonden ontdekt teruggevonden",
)
_KINDS = {word: row.split()[0] for row in _ALIKE for word in row.split()}
"""Verbs that tell of one thing, each with the first of its row."""
_HELPS = frozenset(
    """
    was were had has have is are been did wurde wurden war waren hat haben ist sind a ont été est sont fut furent
    ha han ha sido fue fueron era eran è sono stato stata stati state hanno foi foram tem têm sido
    werd werden heeft hebben zijn
    """.split()
)
"""Verbs that stand before the one that tells."""
_NEAR = 5
"""Words between a verb and what is told of it."""
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*+")


@dataclass(frozen=True, slots=True)
class Event:
    """A verb with its surroundings."""

    verb: str
    """Its kind, or its stem."""
    of: tuple[str, ...]
    """Stems of the words right before the verb: what it is told of."""


def before(sentence: Sentence, end: int, lang: str) -> Event | None:
    """The event whose verb is the nearest before a place in a sentence; none where no verb of the past stands near."""
    tokens = [each.lower().replace("’", "'") for each in _TOKEN.findall(sentence.text, 0, end)]
    small = _small(lang or "en")
    for place in range(len(tokens) - 1, max(-1, len(tokens) - 2 - _NEAR), -1):
        if tokens[place] in _HELPS:
            continue
        told = tense.told(tokens, place, lang or "en")
        if told == "past" or (not told and tokens[place] in _KINDS):
            subject = [
                stem(each) for each in tokens[:place] if len(each) > 2 and each not in small and each not in _HELPS
            ]
            verb = _KINDS.get(tokens[place], stem(tokens[place]))
            return Event(verb, tuple(subject[-4:]))
        if told:
            return None
    return None


@cache
def _small(lang: str) -> frozenset[str]:
    return stopwords(lang) | calendar(lang)
