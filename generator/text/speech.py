"""The words by which a text says who speaks, by language: data."""

from __future__ import annotations

import re
from functools import cache

_SAYS = {
    "en": """said|says|told|tells|added|adds|wrote|writes|warned|warns|insisted|insists|replied|replies|argued|argues
        explained|explains|declared|declares|recalled|recalls|shouted|concluded|continued|joked|promised|called|calls
        described|describes|testified|ruled|acknowledged|admitted|noted|observed|stated|announced|claimed|claims|asked
        tweeted|posted|commented|confirmed|stressed|predicted|complained|responded|remarked|repeated|thanked|urged""",
    "de": """sagte|sagt|sagten|erklärte|erklärt|betonte|betont|meinte|meint|schrieb|schreibt|warnte|warnt|kritisierte
        forderte|fordert|teilte|ergänzte|berichtete|versicherte|äußerte|nannte|nennt|fügte|antwortete|bezeichnete|rief
        erzählte|erzählt|mahnte|kündigte|beklagte|lobte|bestätigte|fragte""",
    "fr": """a déclaré|déclare|déclarait|a dit|dit|a affirmé|affirme|a expliqué|explique|a ajouté|ajoute|a estimé|estime
        a souligné|souligne|a assuré|assure|a indiqué|indique|a écrit|écrit|a précisé|précise|a lancé|lance|a confié
        confie|a annoncé|annonce|a rappelé|rappelle|a regretté|regrette|raconte|a raconté|a répondu|répond|a qualifié
        t-il déclaré|t-elle déclaré""",
    "es": """dijo|dice|afirmó|afirma|declaró|declara|señaló|señala|aseguró|asegura|explicó|explica|añadió|añade|indicó
        escribió|escribe|agregó|advirtió|advierte|destacó|subrayó|sostuvo|manifestó|expresó|anunció|comentó|contó
        respondió|recordó|lamentó|insistió|calificó|ha dicho|ha afirmado|ha asegurado|ha explicado|ha señalado""",
    "it": """ha detto|dice|ha dichiarato|dichiara|ha spiegato|spiega|ha aggiunto|aggiunge|ha affermato|afferma
        ha scritto|scrive|ha sottolineato|sottolinea|ha commentato|commenta|ha ricordato|racconta|ha raccontato
        ha annunciato|ha avvertito|ha risposto|ha definito|disse|spiegò|aggiunse|conclude|ha concluso""",
    "pt": """disse|diz|afirmou|afirma|declarou|declara|explicou|explica|acrescentou|acrescenta|escreveu|destacou
        ressaltou|contou|conta|informou|anunciou|garantiu|defendeu|sublinhou|alertou|respondeu|comentou|lamentou|criticou""",
    "nl": """zei|zegt|vertelde|vertelt|schreef|schrijft|verklaarde|verklaart|stelde|stelt|benadrukte|waarschuwde
        noemde|noemt|voegde|reageerde|legde|liet|meldde|antwoordde""",
    "sv": "sa|säger|sade|skrev|skriver|berättar|berättade|förklarar|förklarade|tillade|uppger|menar",
    "da": "sagde|siger|skrev|skriver|fortæller|fortalte|forklarer|forklarede|tilføjede|oplyser|mener",
    "no": "sa|sier|skrev|skriver|forteller|fortalte|forklarer|forklarte|opplyser|mener",
    "pl": """powiedział|powiedziała|mówi|mówił|mówiła|dodał|dodała|podkreślił|podkreśliła|napisał|napisała|stwierdził
        stwierdziła|oświadczył|oświadczyła|zaznaczył|zaznaczyła|ocenił|oceniła|wyjaśnił|wyjaśniła|poinformował|przyznał""",
    "cs": "řekl|řekla|uvedl|uvedla|říká|dodal|dodala|napsal|napsala|prohlásil|prohlásila|vysvětlil|vysvětlila|sdělil",
    "ru": """сказал|сказала|заявил|заявила|отметил|отметила|добавил|добавила|сообщил|сообщила|рассказал|рассказала
        подчеркнул|подчеркнула|написал|написала|пояснил|пояснила|говорит|считает|уточнил|уточнила|заключил|ответил""",
    "uk": """сказав|сказала|заявив|заявила|зазначив|зазначила|додав|додала|повідомив|повідомила|розповів|розповіла
        підкреслив|підкреслила|написав|написала|пояснив|пояснила|каже|вважає|наголосив|наголосила|відповів""",
    "tr": "dedi|söyledi|konuştu|kullandı|belirtti|açıkladı|ekledi|yazdı|vurguladı|kaydetti|anlattı|diyor",
}
"""Verbs of speech, in the forms in which reports use them of one person."""

_ACTS = {
    "en": "announced|ruled|declared|promised|confirmed|admitted|thanked|called",
    "de": "kündigte|forderte|rief",
    "fr": "a annoncé|annonce",
    "es": "anunció",
    "it": "ha annunciato",
    "pt": "anunciou",
}
"""Of these, what is an event in itself."""

_AFTER = {
    "en": "according to",
    "de": "so|laut|nach Angaben von",
    "fr": "selon|d’après|d'après",
    "es": "según",
    "it": "secondo",
    "pt": "segundo|de acordo com",
    "nl": "aldus|volgens",
    "sv": "enligt",
    "da": "ifølge",
    "no": "ifølge",
    "pl": "według",
    "ru": "по словам",
    "uk": "за словами",
}
"""What stands before the name of one whose words are given."""

_PRONOUNS = {
    "en": "he she",
    "de": "er sie",
    "fr": "il elle",
    "es": "él ella",
    "it": "lui lei",
    "pt": "ele ela",
    "nl": "hij zij ze",
    "sv": "han hon",
    "da": "han hun",
    "no": "han hun",
    "pl": "on ona",
    "cs": "on ona",
    "ru": "он она",
    "uk": "він вона",
    "tr": "o",
}

ARTICLES = {
    "en": "the a an",
    "de": "der die das ein eine dem den",
    "fr": "le la l’ l' un une",
    "es": "el la un una",
    "it": "il lo la l’ l' un una",
    "pt": "o a um uma",
    "nl": "de het een",
    "sv": "en ett",
    "da": "en et",
    "no": "en et",
}
"""What the description of a speaker begins with: `Odile Marsh, the union’s secretary`."""

UNSPACED: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "ja": (
        re.compile(r"(?:^|[、。」])(?P<speaker>[^、。「」『』]{2,24})[はが][、,]?[^。「」]{0,40}$"),
        re.compile(r"[^。「」]{0,16}(?:述べ|語|話し|言|説明|強調|訴え|コメント|指摘|批判|答え|明らかに|振り返)"),
    ),
    "zh": (
        re.compile(
            r"(?:^|[，。；！？])(?P<speaker>[^，。：；“”「」]{2,20}?)(?:[在于对向][^，。：“”「」]{1,16})?"
            r"(?:表示|说|說|称|稱|指出|强调|強調|认为|認為|回应|回應|写道|寫道|宣布|告诉[^，。：]{1,12})[：:，,]?$"
        ),
        re.compile(""),
    ),
    "ko": (
        re.compile(r"(?P<speaker>[^.,“”\"‘’]{2,24}?)(?:은|는|이|가)(?: [^.“”\"]{0,30})?\s*$"),
        re.compile(r"\s?(?:고|라고|이라고|며|라며|면서)[ \s,]?"),
    ),
    "ar": (
        re.compile(
            r"(?:^|[\s،.])و?(?:قال|قالت|أكد|أكدت|أضاف|أضافت|صرح|صرحت|أعلن|أعلنت|ذكر|كتب|كتبت)\s"
            r"(?P<speaker>(?:[^\s:\"“«.،]+\s?){1,6}?)(?:\s?،[^:\"“«]*)?(?:\s(?:إن|أن|في|خلال|ل)[^:\"“«]*)?\s*:?\s*$"
        ),
        re.compile(""),
    ),
    "hi": (
        re.compile(r"(?P<speaker>[^।,\"“]{2,40}?) ने (?:[^।\"“]{0,24}\s)?(?:कहा|बताया|लिखा)\s*(?:कि)?\s*[:,]?\s*$"),
        re.compile(""),
    ),
}
"""For scripts without capitals: what stands before a quotation, with its speaker, and what must follow it."""


@cache
def says(lang: str) -> str:
    """The verbs of speech of a language as one pattern, without a group that captures."""
    return _any(_SAYS.get(lang, "(?!)"))


@cache
def acts(lang: str) -> str:
    """The same of those that are an event in themselves: `ruled`."""
    return _any(_ACTS.get(lang, "(?!)"))


@cache
def according(lang: str) -> str:
    """The same of what stands before the name of one whose words are given."""
    return _any(_AFTER.get(lang, "(?!)"))


@cache
def pronouns(lang: str) -> str:
    """The same of the pronouns for one person."""
    return _any("|".join(_PRONOUNS.get(lang, "(?!)").split()))


def _any(words: str) -> str:
    return "(?:" + "|".join(" ".join(each.split()) for each in re.split(r"\||\n", words)) + ")"
