"""Words of bylines that are nobody's name: trades and what stands before them, desks, outlets."""

from __future__ import annotations

import re

BEATS = frozenset(
    """
    affairs arts associate business chief city community consumer contributing courts crime culture data defence defense
    democracy deputy diplomatic economics education energy environment europe european features finance financial food
    foreign health home international investigations lead legal local managing markets media middle east money music
    national news night our photo political politics property religion royal science security senior social special
    sport sports staff state tech technology the transport travel uk us video washington white house world
    """.split()
)
"""What stands between a name and a trade: `Helena Brandt Political editor`."""
NOBODY = frozenset(
    """
    a about admin administrator agencies agency aktualisiert anonimo anonym anonyme anonymous anónimo anônimo
    applicable archive archives article author authors available board by calibre contact contributor contributors
    correspondent desk digital editor editorial editors erstellt first follow foreign guest hace home la last local
    media n n/a nachrichten national news newsdesk newsroom no none not null of online our own politik post posted
    press publiziert redacción redactie redaction redakce redakcija redakcja redaktion redaktionen redazione redação
    reporter reporters root rédaction save service services share staff stand subscribe team the unbekannt undefined
    unknown update updated us user various veröffentlicht vor web webmaster wire wires wirtschaft writer writers
    über редакция
    """.split()
)
"""Words that name nobody in particular, however many of them stand together."""
ROLE = re.compile(
    r"(?<![\w-])(?:correspondents?|reporters?|editors?|(?:staff\s+)?writers?|columnists?|analysts?|journalists?|bureau|"
    r"desk|staff|chief|engineers?|founders?|ceo|contributors?|producers?|presenters?|critics?|photographers?|author|agencies|redakteur(?:in)?|korrespondent(?:in)?|"
    r"reporterin|redaktion|correspondante?|journaliste|envoyée?|rédact(?:eur|rice)|corresponsal|periodista|redactora?|"
    r"corrispondente|giornalista|inviat[oa]|correspondente|repórter|jornalista|muhabiri?|editörü|yazarı|корреспондент|"
    r"обозреватель|редактор)(?!\w)|\s*(?:기자|특파원|記者)$|(?<!\S)(?:MS|MD|M\.D\.|PhD|Ph\.D\.?|RDN?|MPH|MBA|JD|RN)$",
    re.IGNORECASE,
)
"""What somebody is by trade, or by learning."""
PAPER = """
    anzeiger argus blatt bote bulletin chronicle courier dagbladet dispatch echo examiner express gazette guardian
    herald independent inquirer journal kurier lantern ledger magazine mirror news observer packet post press radio
    review sentinel standard telegraph tidningen times tribune wire zeitung
    """.split()
"""What papers are called, also as the end of a word: `Tageblatt`."""
KNOWN = """
    abc afp aljazeera anadolu ansa ap ard atlantic axios bbc bloomberg cbc cbs cnn corriere dpa dr dw economist efe faz
    figaro ft haaretz itv jazeera liberation libération meduza monde msnbc mundo nbc nos npr nrk nyt pais país politico
    rai repubblica reuters rfi rte rtve spiegel stampa svt tass taz vox vrt wapo welt wsj xinhua yle zdf zeit
    """.split()
"""Outlets by their own names."""
_WITHIN = """
    agency associated broadcasting daily evening globe mail media mercury monitor morning network online record register
    reporter staff star sun today voice weekly world
    """.split()
"""What stands in the names of outlets, and elsewhere."""
_FORMS = [*map(str.title, (*PAPER, *_WITHIN)), "TV", *(each.title() if each[3:] else each.upper() for each in KNOWN)]
OUTLET = re.compile(rf"\b(?:{'|'.join(_FORMS)})\b|\.(?:com|org|net|co\.uk|de|fr)\b")
"""A word by which an outlet's name may be known."""
