"""Numbers that are written as words, and the words that stand with figures, by language: data."""

from __future__ import annotations

_UNITS = {
    "en": """two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
        fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19""",
    "de": """zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 dreizehn 13 vierzehn 14
        fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 zwanzig 20 dreißig 30 vierzig 40 fünfzig 50""",
    "fr": """deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14
        quinze 15 seize 16 vingt 20 trente 30 quarante 40 cinquante 50""",
    "es": """dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14
        quince 15 veinte 20 treinta 30 cuarenta 40 cincuenta 50""",
}
_TENS = "twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90"


def _table(rows: str) -> dict[str, int]:
    parts = rows.split()
    return {word: int(number) for word, number in zip(parts[::2], parts[1::2], strict=True)}


def _english() -> dict[str, int]:
    units, tens = _table(_UNITS["en"]), _table(_TENS)
    ones = {"one": 1} | {word: number for word, number in units.items() if number < 10}
    joined = {f"{ten}-{one}": high + low for ten, high in tens.items() for one, low in ones.items()}
    return units | tens | joined


WORDS: dict[str, dict[str, int]] = {language: _table(rows) for language, rows in _UNITS.items()} | {"en": _english()}
"""By language: a word and its number. `One` is left out: it is a pronoun as often as a number."""

SCALES: dict[str, float] = {
    word: scale
    for scale, words in (
        (1e3, "thousand tausend mille mil"),
        (1e6, "million millions mn m millionen mio millón millones"),
        (1e9, "billion billions bn milliarden mrd milliard milliards"),
        (1e12, "trillion trillions tn billionen billones"),
    )
    for word in words.split()
}
"""Words after a figure that multiply it."""

LEAST = frozenset(
    "at least|more than|over|mindestens|mehr als|über|au moins|plus de|al menos|más de|por lo menos".split("|")
)
MOST = frozenset(
    "up to|as many as|fewer than|less than|under|bis zu|höchstens|jusqu'à|moins de|hasta|menos de".split("|")
)
ABOUT = frozenset(
    "about|around|some|nearly|almost|roughly|approximately|an estimated|rund|etwa|fast|knapp|gut|environ|près de"
    "|quelque|unos|unas|cerca de|alrededor de|casi".split("|")
)
"""What stands before a figure and says how sure it is."""

HAPPENED: dict[str, frozenset[str]] = {
    what: frozenset(words.split())
    for what, words in {
        "killed": """dead died dies die killed kills kill killing deaths death toll lives perished tot tote toten
            getötet starben morts tués décès muertos murieron fallecidos fallecieron""",
        "injured": """injured hurt wounded injuries injuring injury wounding hurting treated hospitalised hospitalized
            verletzt verletzte verletzten blessés blessées heridos heridas lesionados""",
        "missing": "missing unaccounted vermisst vermisste disparus desaparecidos",
        "arrested": """arrested arrests detained held custody festgenommen verhaftet arrêtés arrêtées interpellés
            interpellées detenidos detenidas""",
        "evacuated": """evacuated evacuation fled flee displaced homeless evakuiert geflohen évacués évacuées evacuados
            evacuadas""",
        "rescued": "rescued rescue saved gerettet secourus secourues rescatados rescatadas",
    }.items()
}
"""What happens to people, in the words for it: figures of one row are about one thing."""

TO_HOMES: dict[str, frozenset[str]] = {
    what: frozenset(words.split())
    for what, words in {
        "damaged": "flooded flooding damaged damage swamped inundated überflutet beschädigt inondées inundadas",
        "destroyed": "destroyed levelled leveled razed burned burnt collapsed zerstört détruites destruidas",
        "without power": "power electricity blackout strom électricité electricidad",
    }.items()
}
"""The same of homes."""

PEOPLE = frozenset(
    """people persons residents inhabitants villagers locals victims menschen personen leute bewohner einwohner
    personnes habitants personas vecinos habitantes""".split()
)
"""Words for those of whom figures tell what happened; which of them is used makes no difference."""

SOME_PEOPLE: dict[str, str] = {
    word: row.split()[0]
    for row in (
        "children kids kinder enfants niños",
        "pupils students schoolchildren schüler élèves alumnos",
        "passengers travellers passagiere reisende passagers pasajeros",
        "workers employees staff arbeiter ouvriers trabajadores",
        "soldiers troops soldaten soldats soldados",
        "protesters demonstrators",
        *("men", "women", "civilians", "tourists", "fans", "spectators", "migrants", "refugees", "strikers"),
        "officers policemen",
    )
    for word in row.split()
}
"""Words for some of them only, each with the first of those that mean the same: they are counted apart."""

HOMES = frozenset("homes houses properties buildings häuser maisons casas viviendas".split())
"""Words for homes, likewise."""
