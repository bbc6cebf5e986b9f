"""What a sentence leans on outside itself: pronouns, connectives, speakers, things that were named before.

By language, as data. A language without a table is judged by its marks alone (`quotable.py`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice

from generator.build.reading.stems import singulars
from generator.text.quotations import quotations
from generator.text.words import stopwords, words


def _tables(lists: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(some.split()) for language, some in lists.items()}


_OPENERS = _tables(
    {
        "en": """he she it they him them his hers its their theirs this that these those such here
            but and or nor so yet also however moreover furthermore therefore thus hence meanwhile instead still then
            otherwise nevertheless nonetheless besides additionally similarly likewise consequently accordingly both
            neither either another others because unlike what which who let's it's he's she's they're that's""",
        "de": """er sie es ihm ihr ihnen ihn sein seine seiner ihre ihrer dies diese dieser dieses diesen diesem das
            solche dort hier aber und oder doch jedoch denn also auch außerdem zudem dabei dadurch damit danach dann
            daher deshalb deswegen darum dagegen dennoch trotzdem allerdings zugleich gleichzeitig hingegen sonst
            beide weil""",
        "fr": """il elle ils elles lui leur leurs son sa ses ce cet cette ces cela ça c'est celui celle ceux celles y
            mais et ou or donc car aussi ainsi cependant toutefois néanmoins pourtant alors ensuite puis enfin en
            outre par ailleurs de plus là ici parce bien""",
        "es": """él ella ellos ellas ello su sus este esta estos estas esto ese esa esos esas eso aquel aquella pero y
            o sino así también además sin embargo entonces luego después por mientras tanto allí aquí ambos porque""",
        "it": """egli ella essi lui lei loro suo sua suoi sue questo questa questi queste quello quella ciò ma e o però
            anche inoltre così quindi dunque poi infine intanto tuttavia qui lì entrambi perché""",
        "pt": """ele ela eles elas seu sua seus suas este esta estes estas isto esse essa esses essas isso aquele mas e
            ou também além assim então depois porém contudo entretanto aqui ali ambos porque""",
        "nl": """hij zij ze het hem haar hun zijn dit dat deze die maar en of ook bovendien echter toch dus daarom
            daarna dan daar hier beide omdat""",
    }
)
"""First words that point back."""

_TALK = _tables(
    {
        "en": "i we me my our ours us you your yours i'm i've we're we've you're you'll i'd i'll we'll let's",
        "de": "ich wir mir mich mein meine unser unsere uns du dein",
        "fr": "je j'ai nous notre nos mon vous votre vos",
        "es": "yo nosotros nuestro nuestra nuestros nuestras mi tú usted ustedes",
        "it": "io noi nostro nostra mio mia voi vostro",
        "pt": "eu nós nosso nossa meu minha você vocês",
        "nl": "ik wij we ons onze mijn jij je jouw u uw",
    }
)
"""Words of one who speaks for himself or to the reader: they stand in quotations, elsewhere they are no news."""

_PERSONS = _tables(
    {"en": "he she him her his hers", "fr": "elle", "es": "él ella", "it": "lui lei egli", "pt": "ele ela", "nl": "hij"}
)
"""Pronouns that need a name before them in the sentence."""

_SCENES = _tables(
    {
        "en": "even perhaps when while as if although though for there once before after until imagine picture",
        "de": "als während wenn obwohl es",
        "fr": "quand lorsque alors tandis si",
        "es": "cuando mientras si aunque",
        "it": "quando mentre se",
        "pt": "quando enquanto se",
        "nl": "toen terwijl als er",
    }
)
"""First words of a sentence that sets a scene, or tells first under which circumstances."""

_ARTICLES = _tables({"en": "the", "fr": "le la les", "es": "el la los las"})
_OF = _tables({"en": "of", "fr": "de du des d", "es": "de del"})

_BACK = re.compile(
    r"\W*(?:(?:in|by|for|as|at|after|before|with|behind|among|of|on|to|from|one of|some of|all of|most of|since|until)"
    r" (?:it|this|that|these|those|them|him|her|then|return|response|addition|turn|contrast|example|instance|fact"
    r"|a result|the same time|the time|other words)\b|yes,"
    r"|(?:\w+ ){1,3}(?:later|earlier|afterwards|of them|of these|of those)\b)",
    re.IGNORECASE,
)
"""`Behind them`, `In return`, `Four days later`, `The last of them`, `Yes, on Monday`."""
_THEN_IT = re.compile(r"(?:On|In|At|By|From|Last|This|Since|After|Before|During)\b[^,]{0,40}?,? (?:it|they|he|she) ")
"""`On Wednesday it went off`."""
_SIGNS = frozenset('“«„"‘「')
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*+")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*+|[.,;:—–(]")
_THE_SAID = re.compile(r"\bthe\s+([a-z]+)\s+(?:said|says|told|added|announced)\b|\b(?:said|added)\s+the\s+([a-z]+)\b")
"""`…, the minister said.`"""
_ADDED = frozenset("said says told added announced".split())
_MISTER = re.compile(
    r"(?:(?:In|On|At|For|But|And|As) )?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Monsieur|Madame|Mme|M|Signora?|Señora?|Sra?|Senhora?)\.? )?"
    r"(?P<last>[A-ZÀ-Þ][\w-]*\w)\b(?! [A-ZÀ-Þ])"
)
_QUOTE = 4
"""A quotation of so many words is somebody's speech."""


def leans(text: str, found: Collection[str], lang: str) -> bool:
    """Whether a sentence cannot be understood, or not be told who speaks, without others of its report.

    `found` are its words in small letters: most sentences have none that could lean, and are spared a closer look.
    """
    first = _WORD.search(text)
    if not first or _folded(first[0]) in _OPENERS.get(lang or "en", ()):
        return True
    if lang == "en" and (_BACK.match(text) or _THEN_IT.match(text)):
        return True
    signs = not _SIGNS.isdisjoint(text)
    quoted = [text[each.start : each.end] for each in quotations(text)] if signs else []
    speech = any(each.count(" ") >= _QUOTE - 1 for each in quoted)
    if not speech and _may_lean(lang).isdisjoint(found):
        return False
    for each in quoted:
        text = text.replace(each, " ")
    tokens = _WORD.findall(text)
    talk, persons = _TALK.get(lang, frozenset()), _PERSONS.get(lang, frozenset())
    named = False
    for place, token in enumerate(tokens):
        word = _folded(token)
        if word in talk or (word in persons and not named):
            return True
        named = named or (token[0].isupper() and (place > 0 or word not in stopwords(lang)))
    return speech and not named and any(token[0].islower() for token in tokens)


def needs(text: str, spelled: Collection[str], lang: str) -> frozenset[str]:
    """Words of which one must have been told before: `substitute` for "The substitute ran clear". Often none.

    "The bank of a quarry" and "The New York court" say themselves which one they mean.
    """
    first = _TOKEN.search(text)
    if first and first[0].lower() in _ARTICLES.get(lang, ()):
        found = [each[0] for each in islice(_TOKEN.finditer(text), 6)]
        if not _specific(found, lang):
            return singulars(words(" ".join(_head(found[1:4], lang)))) or frozenset(["the"])
    if lang == "en" and not _ADDED.isdisjoint(spelled) and (match := _THE_SAID.search(text)):
        return singulars(words(match[1] or match[2]))
    return frozenset()


def known(text: str, full: Mapping[str, str]) -> frozenset[str]:
    """The last name with which a sentence begins as if the reader knew it: `levin` for "Mr. Levin said". Often none.

    `full` has the full names of the report, by last name.
    """
    match = _MISTER.match(text)
    if not match or full.get(match["last"], text) in text:
        return frozenset()
    return singulars(words(match["last"]))


def _specific(found: Sequence[str], lang: str) -> bool:
    """Whether a name, a figure or an "of" follows the article that a sentence begins with."""
    if any(each[0].isupper() or each[0].isdigit() for each in found[1:5]):
        return True
    return any(each in _OF[lang] for each in found[2:6])


def _head(found: Iterable[str], lang: str) -> list[str]:
    """The words that name the thing, at most two: what stands between the article and the next small word."""
    head: list[str] = []
    for each in found:
        word = each.lower()
        if word in stopwords(lang) or not word[0].isalpha():
            if head:
                break
        else:
            head.append(word)
    return head[:2]


def sets_scene(found: Sequence[str], lang: str) -> bool:
    """Whether a sentence of these words begins with the circumstances rather than with what happened."""
    return bool(found) and found[0] in _SCENES.get(lang, frozenset())


@cache
def _may_lean(lang: str) -> frozenset[str]:
    """As the words of a sentence are spelled: `let` for `let's`."""
    return frozenset(word for each in (*_TALK.get(lang, ()), *_PERSONS.get(lang, ())) for word in words(each))


def _folded(token: str) -> str:
    """In lower case, but `US` is no pronoun."""
    return token if len(token) > 1 and token.isupper() else token.lower().replace("’", "'")
