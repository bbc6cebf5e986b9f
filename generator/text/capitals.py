"""Tells where a heading in capitals ends that is glued to the sentence after it: `TALKS WITH THE EU The minister…`.

What stands in capitals at the start of a paragraph is not always a heading. It may be an acronym, a dateline, a
byline, the speaker of an interview, a shout, or the first words of a lead printed so; all these stay as they are.
"""

from __future__ import annotations

import re

from generator.text.spellings import ACRONYMS, DOUBTFUL_ACRONYMS

_TOKEN = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’‘ʼ`´]s?$")
_LOWER_PART = re.compile(r"^(?:Mc|Mac|O['’])(?=[A-Z])|(?<=\d)(?:st|nd|rd|th|s|km|kg|m|bn|mn|er|e)$|ß")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.){2,}(?:['’]S)?|[^\W\d_]\.(?:[^\W\d_]\.?)+")
_DASHES = frozenset("—–-―|/•·")
_DATELINE = re.compile(
    r"[^a-zß-öø-ÿ]{2,60}?(?:,\s[^\n]{0,40}?)?(?:\([^)]{2,40}\)\s*)?[—–―]\s|[^a-z]{2,40}?\([^)\d]{2,40}\)|[^a-z]{2,40}?\s--?\s"
    r"|[^a-z]{3,30},\s(?:[A-Z][a-zé]{2,9}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-zé]{2,9})\b"
)
_BYLINE = re.compile(r"(?:BY|VON|PAR|POR|DI)\s(?!THE\b|A\b|AN\b|LAND\b|SEA\b|AIR\b|NUMBERS\b)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\dS?")
_LABEL = re.compile(
    r"(?:BREAKING|EXCLUSIVE|WATCH|LIVE|UPDATE|UPDATED|PHOTO|VIDEO|CORRECTION|READ MORE|READ ALSO|ALSO READ|SEE ALSO"
    r"|FILE|EDITOR['’]S NOTE|NOTE|RELATED|MORE|ADVERTISEMENT|ANALYSIS|OPINION|LISTEN)\b"
)

_STARTERS = frozenset(
    """
    The A An In On At It This That These Those He She They We You His Her Its Their Our There When While After Before
    As With For From By But And Or If Since During Despite Although Though However Meanwhile According Some Many Most
    Both All One Two Three Four Five Six Seven Eight Nine Ten Not No Only Also Another Each Every Other Such What Why
    How Who Where Which Under Over Between Among Against Without Within Through Until Once Now Then Here Last Earlier
    Later Today Yesterday Military Officials Experts Local Former
    Der Die Das Den Dem Ein Eine Im In Am An Es Sie Er Wir Nach Vor Bei Mit Für Von Zu Auch Aber Und Wie Als Wenn Seit
    Le La Les L’ Un Une Des Du De Au Aux En Dans Sur Pour Par Il Elle Ils Elles Ce Cette Ces Selon Après Avant Mais
    El Los Las Una Unos En Al Del Con Por Para Según Tras Desde Este Esta Estos Pero Cuando Como También
    Il Lo Gli I Uno Nel Nella Con Per Secondo Dopo Ma Questo Questa O Os As Um Uma No Na Segundo Após Mas
    Bu Bir Ve Ancak Ayrıca İki Son В На По Как Это Он Она Они После
    """.split()
)
_CANNOT_END = frozenset(
    """
    A AN THE OF IN ON AT TO FOR FROM WITH BY AND OR BUT AS THAT ITS THEIR HIS HER OUR MY YOUR INTO ONTO UPON BETWEEN
    AGAINST AMONG DURING THAN NOR IS ARE WAS WERE BE HAS HAVE VERY
    DER DIE DAS DEN DEM DES EIN EINE EINEN IM AM UND ODER MIT FÜR VON ZU BEI
    LE LA LES UN UNE DES DU DE AU AUX ET OU EN DANS SUR POUR PAR EL LOS LAS DEL AL Y CON POR PARA IL LO GLI E DI DA
    NEL DELLA O OS AS DO DOS DAS NO NA VE İLE И В НА С ПО ИЗ ДЛЯ
    """.split()
)
"""Words that want another one after them: no heading ends in one, and an acronym after one belongs to the heading."""
_ENDS_AFTER_ALL = frozenset(
    "IN ON BY OUT TO FOR IS ARE WAS HAS HAVE BE HER HIS OVER AS NO LA DA DO E O IL Y EIN ZU MIT AN BEI".split()
)
"""Of those, the ones with which a heading may end: `THE WORLD WE LIVE IN`."""
_SENTENCE_LETTERS = frozenset("A I O E Y À È Ó Ö U S Z V C K И В С К У О Я".split())
_MOST_WORDS = 16
_MOST_ASKED = 24  # words of a question
_STOPPED = 5  # words of a heading that ends as a sentence does: fewer are a shout
_WHOLE = 8  # words of one that is sure nevertheless, or of two sentences
_PLACE = 4  # words in capitals, and a dash, that are more than a dateline's place
_AFTER = 3  # words in capitals after a dash that no dateline has


def heading_end(text: str, acronyms: frozenset[str] = frozenset(), *, sure: bool = True) -> int:
    """Where the glued heading at the start of `text` ends; 0 when there is none.

    `acronyms` are those that the document uses mid-sentence. With `sure` only unmistakable headings count; without,
    also one or two words before a capitalised one: for a document that has shown others.
    """
    if text[:3].upper() != text[:3] or not any(map(str.isalpha, text[:12])):
        return 0
    if _BYLINE.match(text) or _LABEL.match(text):
        return 0
    tokens = list(_TOKEN.finditer(text, 0, min(len(text), 260)))
    words = [token.group() for token in tokens]
    run = 0
    while run < len(words) and _in_capitals(words[run]):
        run += 1
    speaks = not sure and run > _PLACE and words[run - 1] in _DASHES and not any("," in word for word in words[:run])
    if _DATELINE.match(text) and not (speaks or _goes_on(text, words, run)):
        return 0
    run -= speaks
    if not run or run == len(words) or words[run] == "|":
        return 0
    known = ACRONYMS | acronyms
    capitals, run = run, _give_back(words, run, known)
    sure = sure and run == capitals  # a sentence that begins in capitals shows itself where it goes on
    if not run or run > (_MOST_ASKED if words[run - 1].endswith("?") else _MOST_WORDS):
        return 0
    if not _is_heading(words[:run], words[run:], known, sure):
        return 0
    return tokens[run - 1].end()


def _goes_on(text: str, words: list[str], run: int) -> bool:
    """Whether several words in capitals follow what looks like the place of a dateline: `FERRY - CREWS ON STRIKE`."""
    place = _DATELINE.match(text)
    before = len(place.group().split()) if place else 0
    return run - before >= _AFTER and "(" not in words[before - 1]


def acronyms_of(text: str) -> frozenset[str]:
    """The words that a text has in capitals beside words that are not."""
    found = re.findall(r"[A-Z](?<=[a-zß-öø-ÿ,] [A-Z])[A-Z0-9&]{1,6}(?=['’]s|[ ,.;:)][^A-Z]|[ ,.;:)][A-Z][a-z])", text)
    return frozenset(found)


def _in_capitals(word: str) -> bool:
    bare = _LOWER_PART.sub("", _POSSESSIVE.sub("", word.strip("\"“”„«»‹›‘'(),;:!?…")))
    if not any(map(str.isalpha, bare)):
        return not any(map(str.islower, bare)) and (
            any(map(str.isdigit, bare)) or word in {"–", "—", "-", "&", "+", "/"}
        )
    return bare.isupper()


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", re.sub(r"['’]S$", "", word.strip("\"“”„«»‹›‘(),;:!?…'’")))


def _is_acronym(word: str, known: frozenset[str]) -> bool:
    bare = _bare(word)
    return bare in known or bare.rstrip(".") in known or bool(_INITIALISM.fullmatch(bare))


def _give_back(words: list[str], run: int, known: frozenset[str]) -> int:
    """How many words of the run in capitals are the heading's, and not the first of the sentence after it."""
    last, after = words[run - 1], words[run]
    if after[0].islower() or (after[0] == "(" and after[1:2].islower()):
        if not _starts_sentence(last, known):
            return 0  # A MAN has been arrested: the first words of a lead, printed in capitals
        run -= 1
        while run and _starts_sentence(words[run - 1], known) and _article_or_pair(words, run, known):
            run -= 1
        return run
    if (
        run >= 2
        and last in {"A", "À", "O", "E", "Y"}
        and words[run - 2].rstrip(":") not in {"PLAN", "VITAMIN", "HEPATITIS", "GROUP", "CLASS"}
    ):
        return run - 1
    strips = run >= 3 and words[run - 2].rstrip(",") not in _CANNOT_END
    if strips and after.strip('"“”‘’«(') not in _STARTERS and not last.endswith(("’S", "'S", "?")):
        number = last.replace(",", "").replace(".", "").isdigit() and not _YEAR.fullmatch(last)
        if number or _INITIALISM.fullmatch(last) or (_is_acronym(last, known) and after.rstrip(",.’s'") in _ROLES):
            return run - 1
    return run


def _starts_sentence(word: str, known: frozenset[str]) -> bool:
    """Whether a word in capitals may be the first of a sentence that goes on in small letters."""
    opened = word.lstrip("\"“„«‘'(")
    return opened in _SENTENCE_LETTERS or opened.strip("%$€£")[:1].isdigit() or _is_acronym(word, known)


def _article_or_pair(words: list[str], run: int, known: frozenset[str]) -> bool:
    """Whether the word before the sentence's first one belongs to it: `A NATO official`, `THE 12 EU members`."""
    before = words[run - 1]
    if before in {"A", "I"}:
        return True
    kept = words[run - 2].rstrip(",") if run >= 2 else ""
    return (
        _is_acronym(before, known - DOUBTFUL_ACRONYMS)
        and kept not in _CANNOT_END
        and not before.strip("%$€£")[:1].isdigit()
    )


def _is_heading(words: list[str], rest: list[str], known: frozenset[str], sure: bool) -> bool:
    """Whether words in capitals, followed by `rest`, are a heading."""
    last = words[-1]
    plain = [word for word in words if not _is_acronym(word, known) and sum(map(str.isalpha, word)) >= 3]
    if not plain or last[-1] in _DASHES or last.endswith((":", ";", ",")):
        return False
    stopped = last.endswith((".", "!", "…")) and not (_INITIALISM.fullmatch(last) or _is_acronym(last, known))
    if stopped and len(words) < (_WHOLE if sure else _STOPPED):
        return False
    if words[0][0] in "\"“„«‘'" and last.rstrip("”\"’'»“‘")[-1:] in {".", "!", ","}:
        return False
    if len(words) < _WHOLE and any(_ends_inside(word, known) for word in words[:-1]):
        return False
    if last in _CANNOT_END and last not in _ENDS_AFTER_ALL:
        return False
    if len(rest) < 3 and not rest[-1].endswith((".", "!", "?", "”", "…")):
        return False
    starter = rest[0].strip('"“”‘’«(,') in _STARTERS or rest[0][:2] in {"L’", "L'", "D’", "D'"}
    if len(words) == 1:
        return not sure and len(words[0]) >= 5 and words[0].isalpha() and (starter or len(rest) > 6)
    if last in _CANNOT_END and not starter:
        return False
    return len(words) >= 3 or starter or not sure


def _ends_inside(word: str, known: frozenset[str]) -> bool:
    """Whether a sentence ends inside the run: a shout of two sentences, or an abbreviation that is none of ours."""
    return (
        word.endswith((".", "!")) and not _INITIALISM.fullmatch(word) and not _is_acronym(word, known) and len(word) > 4
    )


_ROLES = frozenset(
    """
    President Secretary Senator Representative Congressman Congresswoman Ambassador Attorney Supreme Defense Defence
    State Treasury Foreign Prime Chancellor Commissioner Commission Secretary-General General Director Chief Envoy
    Special Vice Minister Spokesman Spokeswoman Spokesperson Judge District House Senate Navy Army Air Marine Marines
    Border Customs Court Federal Security
    """.split()
)
