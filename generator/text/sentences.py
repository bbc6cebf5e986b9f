"""Sentences: the pieces of a paragraph that can be quoted by themselves, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.text.words import stopwords

_CLOSERS = "\"'”’»«›‹“‘)\\]」』】）〉》"
_OPENERS = "\"'“‘„‚«‹»›(\\[「『【（〈《¿¡—–\\-"
_STOPS = ".!?…‽։؟۔।॥።။។"


def _marks_with(stops: str) -> re.Pattern[str]:
    """What ends a sentence where these signs stop one: a row of them counts from its first sign, or not at all."""
    return re.compile(
        rf"(?:(?<![{stops}])(?P<stop>[{stops}]++)(?P<close>(?:[{_CLOSERS}]|[ \u00a0\u202f]»)*)(?=\s|$|\[)"
        rf"|[。！？｡]+[{_CLOSERS}!?]*"
        rf"|(?<=[a-zß-ÿ]{{3}})\.(?=[A-Z][a-z])"
        rf"|(?P<blank>\n\s*\n))"
    )


_STARTS = re.compile("[.!?…‽։؟۔।॥។။。！？｡;\u037e\n]")
"""What each of them begins with: quickly looked for."""
_END, _GREEK_END = _marks_with(_STOPS), _marks_with(f";\u037e{_STOPS}")
_QUOTED = frozenset("とっ、，")
"""What goes on after a quotation: 「…。」と言った."""
_LETTER = re.compile(r"[^\W_]")
_ELIDED = re.compile(r"^[dl]['’]|^(?:de)?ll['’]")
_LONG = 40
"""A longer word is no abbreviation."""
_BEFORE = re.compile(r"[\w.'’&\u0900-\u0963-]*$")
_PAIR = re.compile(r"(?<!\w)[^\W\d_]{1,2}\.[ \u00a0\u202f][^\W\d_]{1,2}$")
"""`z. B`"""
_AFTER = re.compile(rf"[\s{_OPENERS}]*([\w’']*)(\.?)")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.[ \u00a0\u202f-]?)+[^\W\d_]{1,2}$")
_PLAIN_SPACE = re.compile(r"(?<=[\u0e00-\u0eff]) (?=[\u0e00-\u0e45\u0e47-\u0eff])")
"""Thai and Lao have no full stop: a space stands between sentences, and between clauses."""
_SPACED = 40
"""Characters that a piece between such spaces has at least."""

_TITLES = frozenset(
    """
    mr mrs ms mx dr drs prof gen lt col capt cpt maj sgt cpl pvt adm cmdr brig sen rep gov pres rev fr hon supt insp
    det messrs mme mmes mlle mgr st ste sra sr srta srª dra dña don sig sigra sigg dott dottssa profssa ing avv on
    geom rag fra hr fru frk dipl med jur lic eng exmo exma mevr dhr ir phil rer nat habil bzgl vgl bspw beisp bzw ca
    evtl ggf inkl exkl sog zzgl tel tzn tzv tj tzw np inż hab ks abp bp św dyr zejm zob im ul al pl os r vs v cf viz
    approx incl est esp fig figs vol ed eds op ft mt mts rt van vd mw nl wg str rd abb hrsg geb gest dgl bd bde
    bundesstr ул пл пр им г гг тов акад проф ген полк кап см ср т д п р с вул ім обл м пров просп бул пос буд av
    avda pza dpto depto ud uds bijv bv bl dl dna dnul dlui jud bul sok mah doç yrd uz κ κα κκ δρ kap např mudr judr
    phdr rndr npor kpt gén esim prov kb ún ifj özv stb pld डॉ श्री प्रो
    """.split()
)
"""Abbreviations that a name or its like follows: they never end a sentence."""
_NUMBERED = frozenset(
    """
    no nos nr nrs núm núms num nums nº n° nro č čís sz art arts p pp pág págs pag pagg pgs blz s sid str стр стор
    par para sec sect ch chap abs kap vol vols fig figs bd ziff ver v § tel kl klo godz g ok ca c circa approx kb
    cca около bl bil jan feb febr fév févr mar mär apr avr jun jul juil aug sep sept oct okt nov dec déc dez janv
    ene abr ago dic gen mag giu lug set ott fev out ян янв фев апр авг сен сент окт ноя нояб дек ст г рис гл д кв
    разд sek cl
    """.split()
)
"""Abbreviations only before a number."""
_HOURS = frozenset(["am", "pm"])
_AFTER_HOURS = frozenset(
    """
    et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central pacific monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february
    march april june july august september october november december local
    """.split()
)
_MAY_END = frozenset(
    """
    inc co corp ltd llc plc bros jr sr etc dept univ assn ave blvd rd gmbh usw u.a u.ä z.b d.h o.ä et.al al feat
    govt min max sec hrs ed est resp и др пр тыс млн млрд руб коп тис грн mio mrd tsd mln mld bln mil tys ecc enz
    osv usf atd aj apod itd itp m.in stb vs yr yrs
    """.split()
)
_ABBREVIATIONS = _TITLES | _NUMBERED | _HOURS | _MAY_END
_ORDINAL = frozenset(
    """
    de da no nb nn fi cs sk pl hu sl hr sr et lv is tr
    """.split()
)
"""Languages that write an ordinal number with a full stop."""
_MONTHS = re.compile(
    r"(?:jan|feb|m[äa]r|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[csz]|[jJ]änner|jahrhundert|weltkrieg|ledna|úno|břez"
    r"|dub|květ|červ|srp|září|říj|list|pros|sty|lut|kwi|cze|lip|sie|wrz|paź|gru|tammi|helmi|maalis|huhti|touko|kesä"
    r"|heinä|elo|syys|loka|marras|joulu)",
    re.IGNORECASE,
)


def split(text: str, lang: str = "") -> tuple[str, ...]:
    """The sentences of `text`, in order, each an exact substring of it; only white space lies between them.

    `lang` is a BCP 47 tag; with it, ordinals such as `3. Oktober` are known for what they are. A text without an end
    mark is one sentence; an empty one has none.
    """
    code = lang.split("-", maxsplit=1)[0].lower()
    last = next((place for place in range(len(text) - 1, -1, -1) if text[place].isalnum()), -1)
    pieces: list[str] = []
    start, letter = 0, -1
    for match in _marks(text, _GREEK_END if code == "el" else _END):
        if letter < start:  # looked for once, not from each mark of a long row
            letter = found.start() if (found := _LETTER.search(text, start)) else len(text)
        if match.end() <= last and _ends(text, match, start, letter, code):
            if piece := text[start : match.end()].strip():
                pieces.append(piece)
            start = match.end()
    if rest := text[start:].strip():
        pieces.append(rest)
    if not text.isascii() and _PLAIN_SPACE.search(text):
        pieces = [part for piece in pieces for part in _parted(piece)]
    return tuple(pieces)


def _marks(text: str, end: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The marks with which a sentence may end."""
    at = 0
    for found in _STARTS.finditer(text):
        if found.start() >= at and (match := end.match(text, found.start())):
            at = match.end()
            yield match


def _parted(piece: str) -> list[str]:
    """A text without full stops, parted at those of its spaces that leave enough on both sides."""
    parts, start = [], 0
    for match in _PLAIN_SPACE.finditer(piece):
        if match.start() - start >= _SPACED and len(piece) - match.end() >= _SPACED:
            parts.append(piece[start : match.start()])
            start = match.end()
    return [*parts, piece[start:]]


def _ends(text: str, match: re.Match[str], start: int, letter: int, lang: str) -> bool:
    """Whether a sentence ends at this mark, after which more follows; it began at `start`, its words at `letter`."""
    if match["blank"]:
        return True
    if letter >= match.start():
        return False
    if match["stop"] is None:
        return not (match[0][-1] in "」』”" and text[match.end() : match.end() + 1] in _QUOTED)
    after = _AFTER.match(text, match.end())
    following = after[1] if after else ""
    if not following:
        return True
    if following[0].islower():
        return False
    if match["stop"] == "." and not match["close"]:
        tail = text[max(start, match.start() - _LONG) : match.start()]
        before = _PAIR.search(tail[-6:]) or _BEFORE.search(tail, tail.rfind(" ") + 1)
        listed = match.start() - start < _LONG and text[start : match.start()].strip().isdigit()
        return not listed and _full_stop(before[0] if before else "", following, bool(after and after[2]), lang)
    return True


def _full_stop(before: str, following: str, dotted: bool, lang: str) -> bool:
    """Whether a full stop between two words ends a sentence rather than an abbreviation.

    `dotted` when the following word has a full stop, too.
    """
    word = _ELIDED.sub("", before.lower().strip(".'’-"))
    if len(word) > 2 and word.isalpha() and word not in _ABBREVIATIONS and following[0].isalpha():
        return True  # nearly always
    starter = not dotted and following.lower() in stopwords(lang if lang in ("en", "de", "fr", "es") else "")
    if word.isdigit():
        if len(word) <= 2 and following[0].isalpha():
            return lang == "en" if _MONTHS.match(following) else lang not in _ORDINAL or starter
        return True
    if following[0].isdigit():
        return word not in _NUMBERED and word not in _TITLES and word not in _MAY_END and not _DOTTED.match(before)
    if word.replace(".", "") in _HOURS and "." in before:
        return following.lower() not in _AFTER_HOURS
    if len(word) == 1 and word.isalpha():
        return starter and before[0].isupper()
    if word.replace(".", "") in _TITLES:
        return before == "maj" and lang in _ORDINAL  # the month, not the major
    if dotted and len(word) <= 2 and len(following) <= 2:
        return False  # the first half of `EE. UU.`
    if word in _MAY_END or _DOTTED.match(before):
        return starter
    return True
