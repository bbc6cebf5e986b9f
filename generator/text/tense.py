"""Whether a sentence tells what has been or what will be, as far as words alone show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

Tense = Literal["past", "future", "unsure", ""]
ALONE, ASIDE = 2, 6
"""A time with no more words than these beside it makes a clause of its own; between two commas it may have more."""

PAST = {
    "en": """was were had has have did said told took came went made found broke burst fell rose hit struck won lost
        beat began gave held met left led kept ran saw sold sent shut spoke stood swept threw tore wrote became brought
        built bought caught chose drew drove fought flew got grew heard hurt knew laid paid sank shook shot slid spent
        split spread stole swore withdrew woke blew bit dealt sought thought rang sang swam drank ate bore bled clung
        crept dug fed fled froze hid hung lent lay lit overtook rode shone slept sped spun sprang swung taught undertook
        wept oversaw overthrew -ed""",
    "de": """war waren wurde wurden hatte hatten hat haben ist sind kam kamen ging gingen gab fiel brach starb starben
        traf trafen begann stieg nahm nahmen fand fanden verlor gewann schloss trat sprach rief -ete -eten -gte -gten
        -kte -kten -lte -lten -rte -rten -ste -sten -ßte -ierte -ierten""",
    "fr": "a ont avait avaient était étaient fut furent s'est est sont n'a n'ont -èrent",
    "es": "ha han fue fueron había habían era eran estaba dijo -ó -aron -ieron -aban -ían",
    "it": "ha hanno era erano aveva avevano è sono fu furono stato stata stati state",
    "pt": "foi foram era eram tinha tinham estava -ou -eu -iu -aram -eram -iram",
    "nl": "was waren werd werden heeft hebben had hadden kwam kwamen ging gingen zei vond begon viel brak is zijn",
}
"""Words, and after a hyphen endings of words, that tell what has happened."""
FUTURE = {
    "en": """will would shall should may might could can must due expected scheduled planned plans expects hopes hoped
        intends wants""",
    "de": """wird werden würde würden soll sollen sollte sollten will wollen muss müssen kann können dürfte geplant
        wollte wollten""",
    "fr": """doit doivent va vont prévu prévue prévus attendu attendue -era -eront -ira -iront -dra -dront -vra -vront
        -erait -eraient""",
    "es": "va van debe deben prevé previsto prevista -rá -rán -ría -rían",
    "it": "sarà saranno deve devono previsto prevista atteso attesa -erà -irà -eranno -iranno -rebbe -rebbero",
    "pt": "vai vão deve devem previsto prevista -rá -rão -ria -riam",
    "nl": "zal zullen zou zouden gaat gaan wil willen moet moeten wordt worden kan kunnen verwacht",
}
"""The same of what is still to come, or may."""
NO_PAST = frozenset("need needs speed red hundred bed indeed heute seite leute karte erste letzte nächste".split())
"""Words that end like one of the past and are none."""
TO = {"en": "to", "de": "zu"}
"""What stands before an infinitive: whether it was done, the words do not say."""
TO_BE = frozenset("is are was were be due set going expected scheduled".split())
"""Before that word, what makes it future: `is to be sworn in`."""
NO_VERB = frozenset("the a an his her its their this that these those all".split())
"""What follows that word where no infinitive does."""

_SUBJECTS = frozenset("i you he she it we they who which that there".split())
_CUT = re.compile(r"[,;:—–]\s|\s(?:and|but|while|und|aber|et|mais|y|pero|e|ma|mas|en|maar)\s")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*+")
"""What is taken whole needs no place noted to go back to: that takes a third of the time."""


def around(text: str, start: int, end: int, lang: str) -> Literal["past", "future", ""]:
    """Of what the words around `text[start:end]`, a time, tell; empty where they tell neither or it is not sure.

    The verb right after the time decides ("the court on Thursday ruled"), else the nearest before it in its clause,
    else the next; a time that makes a clause of its own, or ends a list, belongs to what stands before.
    """
    cuts = list(_CUT.finditer(text, 0, start))
    since = cuts[-1].end() if cuts else 0
    cut = _CUT.search(text, end)
    before, after = _tokens(text[since:start]), _tokens(text[end : cut.start() if cut else len(text)])
    if lang == "en" and before[-1:] in (["is"], ["are"]):
        return "future"
    if after and told(after, 0, lang) == "past":
        return "past"
    found = _last(before, lang) or _first(after, lang)
    listed = text[:since].endswith((" and ", " und ", " et ", " y "))
    most = ASIDE if cut and cut[0] == ", " == text[since - 2 : since] else ALONE
    if not found and (not _may_have_verb(before) if listed else len(before) + len(after) <= most):
        found = _last(_tokens(text[:start]), lang) or _first(_tokens(text[end:]), lang)
    return "" if found == "unsure" else found


def opens(text: str, lang: str) -> Tense | None:
    """What the first verb of a sentence tells; None in a language whose verbs are not known."""
    return _first(_tokens(text), lang) if lang in PAST else None


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower().replace("’", "'"))


def _last(tokens: Sequence[str], lang: str) -> Tense:
    return next((found for place in range(len(tokens) - 1, -1, -1) if (found := told(tokens, place, lang))), "")


def _first(tokens: Sequence[str], lang: str) -> Tense:
    return next(
        (found for place, word in enumerate(tokens) if _kind(word, lang) and (found := told(tokens, place, lang))), ""
    )


def _may_have_verb(tokens: Sequence[str]) -> bool:
    """Whether words after `and`, of which none tells past or future, may be a clause with a verb of the present."""
    return bool(tokens) and (
        tokens[0] in _SUBJECTS or tokens[0].endswith("s") or (tokens[0] == "the" and tokens[-1].endswith("s"))
    )


def told(tokens: Sequence[str], place: int, lang: str) -> Tense:
    """What one of the words of a sentence, in small letters, tells; `unsure` for an infinitive."""
    kind, follows = _kind(tokens[place], lang), tokens[place + 1 : place + 2]
    if kind == "unsure":
        if place and tokens[place - 1] in TO_BE:
            return "future"
        return kind if follows and follows[0] not in NO_VERB and follows[0].isalpha() else ""
    if kind == "future":
        return "" if follows and follows[0].isdigit() else kind  # May 4
    return "" if place and tokens[place - 1] == "be" else kind  # will be held


@lru_cache(maxsize=16384)
def _kind(word: str, lang: str) -> Tense:
    """What a word tells by itself."""
    if word == TO.get(lang):
        return "unsure"
    (future, future_ends), (past, past_ends) = _tells(lang)
    if word in future or word.endswith(future_ends):
        return "future"
    return "past" if word in past or (word.endswith(past_ends) and word not in NO_PAST) else ""


@cache
def _tells(lang: str) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """Of future and past, the words, and the endings."""
    tables = [table.get(lang, "").split() for table in (FUTURE, PAST)]
    return tuple(
        (
            frozenset(word for word in table if word[0] != "-"),
            tuple(word[1:] for word in table if word[0] == "-"),
        )
        for table in tables
    )
