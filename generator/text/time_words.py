"""The words with which a text says when something happened, by language: data. `times` reads them."""

from __future__ import annotations

PARTS = {
    "en": "early morning|morning|lunchtime|afternoon|evening|night",
    "de": "morgen|vormittag|mittag|nachmittag|abend|nacht",
    "fr": "matin|midi|après-midi|soir",
    "es": "por la mañana|por la tarde|por la noche|de madrugada",
    "it": "mattina|pomeriggio|sera|notte",
    "pt": "de manhã|à tarde|à noite",
    "nl": "ochtend|middag|avond|nacht",
}
"""Parts of a day, as they stand after its name."""

WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
"""From Monday."""
WHEN = {
    "en": r"(?:(?:[Ee]arly |[Ll]ate )?\b[Oo]n |\b[Ii]n the early hours of |\b[Oo]n the (?:morning|evening) of "
    r"|(?<=[a-z] ))(?:early |late )?{weekday}(?: (?:{parts}))?",
    "de": r"\b[Aa]m (?:frühen |späten )?{weekday}(?:{parts})?",
    "fr": r"(?:(?<!\w)[Cc]e |(?<=[a-zé] )|^){weekday}(?: (?:{parts}))?",
    "es": r"\b(?:[Ee]l|[Ee]ste) {weekday}(?: (?:{parts}))?",
    "it": r"(?:(?<=[a-zàèìòù] )|^){weekday}(?: (?:{parts}))?",
    "pt": r"\b(?:[Nn]a|[Nn]esta|[Nn]o|[Nn]este) {weekday}(?:-feira)?(?: (?:{parts}))?",
    "nl": r"(?:\b[Oo]p |(?<=[a-z] )){weekday}(?:{parts})?",
}
"""A weekday that tells when, with what belongs to it."""

NOT_AFTER = {
    "en": "the|this|every|each|last|next|of|a|any|black|good|most|and|or|to|until|till|by|before|since|after|from|than"
    "|for|about|with|like|over|as",
    "fr": "le|les|du|chaque|tous|un|et|ou|depuis|dès|avant|après|jusqu’à|jusqu'à|au|prochain",
    "it": "il|di|del|ogni|un|una|da|dal|prima|dopo|fino|entro|e|o|al|alla|dalla",
    "nl": "de|elke|iedere|tot|vanaf|sinds|voor|na|en|of|volgende|vorige",
}
"""What must not stand right before a weekday without a preposition."""

UNTIL = {
    "en": "until|till|by|before|since|after|from|to|than|as|every|each|between|and|of|for|about",
    "de": "bis|seit|ab|vor|nach|bis zum|vom|zum|dem|den",
    "fr": "depuis|dès|avant|après|jusqu’au|jusqu'au|d’ici|d'ici|d’ici le|du|au|depuis le|avant le|dès le|de",
    "es": "hasta|desde|antes de|antes del|hasta el|desde el|después del|del|al|de|y",
    "it": "entro|fino al|dal|prima del|dopo il|entro il|al|del|di|da|fino a",
    "pt": "até|desde|antes de|até o|desde o|de|do|ao",
    "nl": "tot|sinds|vanaf|voor|na|tot en met|van",
}
"""What before a time makes it the end or the beginning of something, or another kind of thing than when it happened."""

BESIDE = {
    "en": "since|after|following",
    "de": "seit|seitdem|nachdem",
    "fr": "depuis|après",
    "es": "desde|después|tras",
    "it": "dopo",
    "pt": "desde|depois|após",
    "nl": "sinds|nadat",
}
"""What begins a clause of what was before the thing that a sentence tells: its day is not that of the sentence."""

IN = {
    "en": "in",
    "de": "im|in",
    "fr": "en",
    "es": "en",
    "it": "nel|nell’|nell'|in|a",
    "pt": "em",
    "nl": "in",
}
"""What stands before a month or a year in which something happened."""

DAYS: dict[str, dict[str, int]] = {
    "en": {
        "the day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "tonight": 0,
        "tomorrow": 1,
    },
    "de": {
        "vorgestern": -2,
        "gestern": -1,
        "heute morgen": 0,
        "heute vormittag": 0,
        "heute nachmittag": 0,
        "heute abend": 0,
        "übermorgen": 2,
    },
    "fr": {
        "avant-hier": -2,
        "hier": -1,
        "ce matin": 0,
        "cet après-midi": 0,
        "ce soir": 0,
        "demain": 1,
    },
    "es": {"anteayer": -2, "ayer": -1, "esta mañana": 0, "esta tarde": 0, "esta noche": 0},
    "it": {"ieri": -1, "stamattina": 0, "questa mattina": 0, "stasera": 0, "questa sera": 0, "domani": 1},
    "pt": {"anteontem": -2, "ontem": -1, "esta manhã": 0, "esta tarde": 0, "esta noite": 0, "amanhã": 1},
    "nl": {"eergisteren": -2, "gisteren": -1, "vanmorgen": 0, "vanochtend": 0, "vanmiddag": 0, "vanavond": 0},
}
"""Days counted from the one on which the report was written."""

AGO = {
    "en": r"\b(?P<many>{number}) (?P<unit>days?|months?|years?) ago\b",
    "de": r"\b[Vv]or (?P<many>{number}) (?P<unit>Tag|Monat|Jahr)e?n?\b",
    "fr": r"\b[Ii]l y a (?P<many>{number}) (?P<unit>jour|mois|an)s?\b",
    "es": r"\b[Hh]ace (?P<many>{number}) (?P<unit>día|mes|año)(?:e?s)?\b",
    "it": r"\b(?P<many>{number}) (?P<unit>giorn|mes|ann)[oie] fa\b",
    "pt": r"\b[Hh]á (?P<many>{number}) (?P<unit>dia|mes|mês|ano)(?:e?s)?\b",
    "nl": r"\b(?P<many>{number}) (?P<unit>dag|maand|jaar)(?:en)? geleden\b",
}
"""So many days, months or years before."""
AGO_WORDS = frozenset("ago vor y hace fa há geleden".split())
"""One of which stands in each of these."""
UNITS = {
    **dict.fromkeys("day days tag jour día giorn dia dag".split(), "day"),
    **dict.fromkeys("month months monat mois mes mês maand".split(), "month"),
    **dict.fromkeys("year years jahr an año ann ano jaar".split(), "year"),
}

LAST = {
    "en": {"last year": "year", "last month": "month"},
    "de": {"im vergangenen jahr": "year", "im vorigen jahr": "year", "im letzten jahr": "year", "voriges jahr": "year"},
    "fr": {"l’an dernier": "year", "l'an dernier": "year", "l’année dernière": "year", "le mois dernier": "month"},
    "es": {"el año pasado": "year", "el mes pasado": "month"},
    "it": {"l’anno scorso": "year", "l'anno scorso": "year", "il mese scorso": "month"},
    "pt": {"no ano passado": "year", "no mês passado": "month"},
    "nl": {"vorig jaar": "year", "vorige maand": "month"},
}
"""The year or month before that of the report."""

CLOCK = {
    "en": r"\b(?:[Aa]t (?:about |around |just after |just before )?|[Ff]rom |(?:[Ss]hortly |[Jj]ust )(?:after|before) "
    r"|[Aa]round |[Aa]bout )(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?! ?(?:%|per\b|percent|[a-z]*met|million|billion|points|crowns|\d))"
    r"|(?P<part>five|ten|quarter|a quarter|twenty|twenty-five|half) (?P<side>past|to) (?P<word>{number})"
    r"|(?P<noon>noon))",
    "de": r"\b(?:[Uu]m|[Gg]egen|[Kk]urz (?:nach|vor)) (?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))? Uhr",
    "fr": r"\b(?:à|vers) (?P<hour>\d{1,2}) ?(?:h|heures?)(?: ?(?P<minute>\d\d))?\b",
    "es": r"\ba las (?P<hour>\d{1,2})[:.](?P<minute>\d\d)\b",
    "it": r"\b(?:alle|verso le)(?: ore)? (?P<hour>\d{1,2})[:.](?P<minute>\d\d)\b",
    "pt": r"\bàs (?P<hour>\d{1,2})(?:h|:)(?P<minute>\d\d)?\b",
    "nl": r"\bom (?P<hour>\d{1,2})[.:](?P<minute>\d\d) uur\b",
}
"""A time of day."""
