"""What a text is about besides names: subjects that newspapers know, and word pairs that its title and text share."""

from __future__ import annotations

import functools
import re
from collections import Counter
from itertools import pairwise

from generator.text.subject_words import SUBJECTS
from generator.text.words import stopwords

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s'’]+|[\d_\n]+")
_GENERAL = frozenset(
    """
    people person man woman men women child children year years month months week weeks day days hour hours minute
    minutes time times morning evening night afternoon part parts number numbers half percent per cent million
    billion thousand hundred government official officials minister ministers president state states country
    countries city cities town towns village villages area areas region place places side sides point points way
    ways thing things group groups member members leader leaders party company companies firm office statement
    report reports news newspaper media source sources spokesman spokeswoman spokesperson chief head director
    authority authorities agency agencies service services force forces world nation national local international
    public private general house home family families life work works working job jobs member question questions
    answer case cases end start beginning move moves plan plans change changes result results level levels line
    lines name names word words hand hands eye eyes right left back front top bottom high higher low lower big
    bigger small smaller large larger great good better best bad worse worst new old young long short early late
    later recent former current main major minor important possible likely able due least fact facts reason reasons
    problem problems issue issues matter matters need needs want wants wanted find finds found call calls called ask
    asks asked tell tells know knows known think thinks thought believe believes believed show shows showed shown
    help helps helped leave leaves left lost lose loses won win wins hold holds held bring brings brought begin
    begins began begun try tries tried turn turns turned run runs ran stand stands stood set sets put puts pay pays
    paid meet meets met move moved live lives lived happen happens happened write writes wrote read reads speak
    speaks spoke spend spent open opens opened close closes closed order orders follow follows followed continue
    continues continued remain remains remained expect expects expected rise rises rose fall falls fell grow grows
    grew increase increased cut cuts reach reaches reached add adds added build built send sent kill killed die died
    injure injured hit hits near nearly far close hard easy full empty whole entire single double second third
    fourth fifth last next final total average common different similar same other another several many few much
    more most less least very quite rather really simply perhaps already still yet even ever never always often
    sometimes usually again once twice ago away home here there today yesterday tomorrow tonight monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december spring summer autumn winter north south east west northern southern eastern western central
    metre metres meter meters kilometre kilometres kilometer kilometers mile miles foot feet inch inches euro euros
    dollar dollars pound pounds crown crowns mr mrs ms dr red blue green white black room door street road photo
    photograph picture pictures image page pages story stories article articles book letter letters email telephone
    spokesperson director chair staff team teams player players match game games season minutes use uses used using
    according because within without against between among around across toward towards despite via also like just
    make makes made making take takes took taken give gives gave given come comes came go goes went gone get gets
    got see sees saw seen say says said look looks looked keep keeps kept let lets seem seems seemed feel feels felt
    become becomes became include includes included including jahr jahre jahren tag tage tagen mensch menschen frau
    frauen mann männer kind kinder zeit uhr prozent millionen woche wochen monat monate ende anfang teil land leute
    stadt regierung angaben seite grund fall frage an ans année années jour jours homme hommes femme femmes temps
    heure heures pays ville fois vie año años día días hombre mujer personas tiempo país parte vez ciudad gobierno
    anno anni giorno giorni persone
    """.split()
)

_VERBS = frozenset(
    "strikes votes storms rescues rescued trades probes charters crashes flooding dams evacuated striking".split()
)
"""Words that are as often verbs in a headline: by themselves they make it no subject."""


def subjects(text: str, head: str, lead: str, lang: str) -> list[str]:
    """Subjects of a text, the surest first, each with a capital at the beginning.

    A subject stands in the title or the summary and comes back in the text: one that newspapers know (`Flood`) or a
    pair of words (`Lock keeper`).
    """
    code = lang.split("-", maxsplit=1)[0]
    if code not in SUBJECTS:
        return []
    near = {word.lower() for word in _WORD.findall(f"{head} {lead}")}
    titled = {word.lower() for word in _WORD.findall(head)}
    tokens = _WORD.findall(text)
    known = SUBJECTS[code]
    small = map(str.lower, tokens) if code == "de" else tokens  # a capital would be that of a name: Lake Anmer
    forms = Counter(word for word in small if word in known)
    if code != "de":  # the first word of the title has a capital in any case
        forms.update(word for word in map(str.lower, _WORD.findall(head)[:1]) if word in known)
    counts: Counter[str] = Counter()
    for word, count in forms.items():
        counts[known[word]] += count
    in_title = {known[word] for word in titled - _VERBS if word in known}
    in_head = {known[word] for word in near if word in known}
    found = [
        (count + 3.0 * (subject in in_title), subject)
        for subject, count in counts.items()
        if count >= (1 if subject in in_title else 3) and subject in in_head
    ]
    found.sort(key=lambda each: (-each[0], each[1]))
    pairs = _pairs(tokens, code, titled, near)
    single = [subject for _, subject in found if not any(subject in pair.lower().split() for pair in pairs)]
    return [_capital(each) for each in (*pairs[:1], *(_standing(subject, forms, known) for subject in single))]


def _standing(subject: str, forms: Counter[str], known: dict[str, str]) -> str:
    """The subject's name, where some word of the text has it in it; else the word that the text uses most."""
    mine = {form: count for form, count in forms.items() if known[form] == subject}
    return subject if any(subject in form for form in mine) else max(mine, key=lambda form: (mine[form], form))


def repeated(text: str, head: str, lang: str) -> list[str]:
    """Words of the title that come back five times or more, for a text with few tags."""
    code = lang.split("-", maxsplit=1)[0]
    if code not in SUBJECTS:
        return []
    tokens = _WORD.findall(text)
    counts = Counter(word.lower() for word in tokens)
    capitals = Counter(word.lower() for word in tokens if word[0].isupper())
    common = stopwords(code) | _GENERAL
    titled = dict.fromkeys(word.lower() for word in _WORD.findall(head))
    found = [
        word
        for word in titled
        if counts[word] >= 5
        and len(word) > 3
        and word not in common
        and word.isalpha()
        and not word.endswith(("ly", "ed"))
        and (code == "de" or capitals[word] * 2 <= counts[word])
    ]
    return [_capital(word) for word in sorted(found, key=lambda each: (-counts[each], each))]


def _pairs(tokens: list[str], code: str, titled: set[str], near: set[str]) -> list[str]:
    """Two words that stand side by side three times, or twice when the title has both; neither is part of a name."""
    common = stopwords(code) | _GENERAL
    stems = {_stem(word) for word in titled}
    close = {_stem(word) for word in near}
    pairs: Counter[tuple[str, str]] = Counter()
    spelled: dict[tuple[str, str], str] = {}
    for one, other in pairwise(tokens):
        pair = (_stem(one), _stem(other))
        if pair[0] in close and pair[1] in close and all(_serves(word, common) for word in (one, other)):
            pairs[pair] += 1
            spelled.setdefault(pair, f"{one} {other}")
    return [
        spelled[pair]
        for pair, count in sorted(pairs.items(), key=lambda each: (-each[1], each[0]))
        if count >= 2 and ({*pair} <= stems or (count >= 3 and {*pair} <= close))
    ]


def _serves(word: str, common: frozenset[str]) -> bool:
    """Whether a word can be part of a subject: a small, meaning one that is neither adverb nor verb by its ending."""
    return (
        len(word) > 3
        and word.isalpha()
        and word.islower()
        and word not in common
        and not word.endswith(("ly", "ed", "ing"))
    )


@functools.lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A plural and its singular are one word."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
