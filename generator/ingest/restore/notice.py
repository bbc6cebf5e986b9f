"""Paragraphs in which a site speaks of itself: its terms, cookies, sign-ups, comments, commissions."""

from __future__ import annotations

from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document

_LONGEST = 1200  # letters
_SHORT = 600  # letters of one that is told by words alone
_TOGETHER = 2  # words of a site that together tell as much as a phrase of its own
_SAID = ("” ", '" ', "» ", "“ ", ' "', " “", " «", " „")
"""A quotation: then somebody else speaks."""


def _table(text: str) -> list[str]:
    return "|".join(line.strip() for line in text.strip().splitlines()).split("|")


_PHRASES = _table(
    """
    all rights reserved|may earn a commission|affiliate commission|earn affiliate|earn an affiliate
    valid email address|valid e-mail address|unsubscribe at any|be logged in|published, broadcast, rewritten
    may not be reproduced|prior written permission|this page helpful|subscribe to our|sign up for our|sign up to our
    our newsletter|your subscription has|support our journalism|become a subscriber|the views expressed in
    opinions expressed in|opinions expressed by|opinions expressed are|not necessarily reflect
    not necessarily represent|additional reporting by|contributed to this report|can be reached at
    story originally appeared|article originally appeared|article was originally published
    to comment, you must|register to unlock|opt out of the sale
    register or log in|log in or create|log in or subscribe|alle rechte vorbehalten|widerrufliche einwilligung
    kostenlos testen|unser newsletter|unseren newsletter|anmeldung zum newsletter|jetzt abonnieren
    über dieses thema berichte|pflichtfeld|tous droits réservés|abonnez-vous|inscrivez-vous|réservé aux abonnés
    todos los derechos reservados|suscríbete|regístrate|tutti i diritti riservati|todos os direitos reservados
    alle rechten voorbehouden|video has failed to load|make money when you|money from the links|editorially independent
    earn commission if|earn a commission|receive a commission|earn a small commission
    on the site it originates|posting comments is|comments are limited to|edited for style and length
    own shares in any securities|reprints and permissions|to submit a correction|registered trademark of
    live blog has ended|produced in association with our|what exactly does it mean|why trust us|why you can trust
    eingebettete inhalte anzuzeigen|provision vom händler|erhalten wir eine provision|redaktionell unabhängig
    redaktionell empfohlene|empfohlener redaktioneller inhalt|keine anlageberatung|ces liens sont affiliés
    une commission sur|enlaces de afiliado|recibir una comisión|link di affiliazione|ricevere una commissione
    links de afiliado|una comisión por|onderdeel van onze nieuwsbrief
    """
)
"""Each is said by a site of itself, hardly ever by its news."""
_ALONE = [phrase for phrase in _PHRASES if " " not in phrase]
_BY_WORD: dict[str, list[str]] = {}
"""The phrases of several words by one of them, so that `our newsletter` is not in `your newsletter`."""
for _phrase in _PHRASES:
    if " " in _phrase:
        _BY_WORD.setdefault(max(_phrase.split()[:-1], key=len), []).append(_phrase)
_WORDS = _table(
    """
    newsletter|cookies|sign up|log in|subscri|e-mail|email|account|inbox|register|advert|personal data|opt out
    your preferences|your browser|our partners|unlimited access|our editors|our journalism|independent journalism
    tax-deductible|click here|anmeld|abonn|einwilligung|datenschutz|kommentare|drittanbieter|widerruf|spenden|postfach
    registrier|suscri|dispositivo|correo electrónico|iscri|abbon|assin|inschrijv|nieuwsbrief|nyhetsbrev|prenumer|abone
    privacy policy|terms of service|terms of use|terms & conditions|user agreement|ad blocker|failed to load
    cookie consent|community guidelines|opt-out of|your web browser|reader comments|nutzungsbedingungen
    personenbezogenen daten|données personnelles|política de privacidad|política de privacidade
    informativa sulla privacy|was originally published|deine spende|ihre spende|angemeldet sein
    """
)
"""What a site says of itself more often than its news does."""
_READER = frozenset(
    "you your we our us sie ihre ihren ihrem wir uns unser dein deine du vous votre vos nous usted su tu tus".split()
)
_TELLING = _READER.union(_BY_WORD)
"""One of these, or of those alone, is in every text with a notice: a quick look that spares its paragraphs another."""
_NARRATOR = frozenset("i my ich mein meine je mon ma yo mi io mio eu meu".split())


def notice(document: Document) -> Document:
    """Take out the paragraphs that have a phrase of a site, or two of its words and speak to the reader."""
    texts = {place: plain(block) for place, block in enumerate(document.blocks) if block.kind == "paragraph"}
    whole = "\n".join(texts.values()).lower()
    if _TELLING.isdisjoint(whole.split()) and not any(map(whole.__contains__, _ALONE)):
        return document
    return take(document, {place: "site notice" for place, text in texts.items() if _is_notice(text.lower())})


def _is_notice(text: str) -> bool:
    """Whether a paragraph in small letters is a site's."""
    if len(text) > _LONGEST:
        return False
    words = text.split()
    told = any(map(text.__contains__, _ALONE))
    if not told and not _BY_WORD.keys().isdisjoint(words):
        told = any(phrase in text for word in words for phrase in _BY_WORD.get(word, ()))
    if not told:
        if len(text) > _SHORT or _READER.isdisjoint(words) or not _NARRATOR.isdisjoint(words):
            return False
        if sum(map(text.__contains__, _WORDS)) < _TOGETHER:
            return False
    return not any(map(text.__contains__, _SAID))
