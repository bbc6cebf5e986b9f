"""What programs that send newsletters print around them: links to the browser, sign-offs, reasons, postal addresses.

The phrases are those of the large senders, in the large languages of news. A line of prose is never searched for them:
only short lines, and those of a footer, which are known by standing together at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text.lines import count, is_prose


def _any(shapes: str) -> re.Pattern[str]:
    """One pattern of several, each on a line of its own."""
    return re.compile("|".join(filter(None, map(str.strip, shapes.split("\n")))), re.IGNORECASE)


_BROWSER = _any(r"""
    \b(?:view|read|open|see|display)(?: (?!in\b)[\w’']+){0,6} (?:in|on|with) (?:(?:your|a|the) )?(?:web ?)?browser\b
    \b(?:view|read|see) (?:it |this |the |our )?(?:\w+ )?(?:online|as a web ?page|on the web|in the app)\b
    ^(?:(?:view|open) )?(?:web|online|browser) ?(?:version|view)\b
    \bonline version\b
    \b(?:trouble|problems?|difficult\w+) (?:viewing|reading|seeing)\b
    \b(?:can[’']?t|cannot|unable to|not able to) (?:see|view|read) (?:this|the|our|images)\b
    \bnot display(?:ed|ing)?(?: \w+)? (?:properly|correctly)\b
    \badd (?:us|\S+@\S+|this address) to your (?:\w+ )?(?:address book|contacts|safe)
    ^(?:display|show|download|enable) (?:the )?images\b|^no images\?
    \bim browser (?:ansehen|anzeigen|lesen|öffnen|betrachten)
    \b(?:online|web|browser)-?(?:version|ansicht)\b
    \bnicht (?:richtig|korrekt) (?:angezeigt|dargestellt)
    \b(?:voir|lire|afficher|consulter|visualiser|ouvrir)\b.{0,40}\b(?:navigateur|en ligne)\b
    \bversion (?:en ligne|web)\b
    \bs[’']affiche (?:pas|mal)
    \bvisualis\w+ (?:pas|mal)\b
    \b(?:ver|leer|lea|abrir|visualizar|ler)\b.{0,40}\b(?:navegador|en línea|online)\b
    \bversión (?:web|online)\b
    \b(?:visualizza|leggi|apri|vedi)\b.{0,40}\b(?:browser|online)\b
    \bnon (?:visualizzi|riesci a (?:vedere|leggere))\b
    \b(?:bekijk|lees|open)\b.{0,40}\b(?:browser|online|webversie)\b
    \bwebversie\b
    \b(?:läs|visa|se|öppna|les|vis|åpne|læs)\b.{0,30}\b(?:webbläsare\w*|nettleser\w*|browser\w*)\b
    (?:открыть|посмотреть|читать|просмотреть).{0,40}браузере
    ブラウザで
    在浏览器中
    tarayıcı\w* (?:görüntüle|aç)
""")
_LEAVE = _any(r"""
    \bunsubscrib\w*
    \bto stop receiving\b
    \bno longer (?:wish|want) to (?:receive|get)\b
    \byou(?:[’'](?:re|ve)| are| have)?(?: \w+){0,2} (?:receiv\w+|getting|got)\b.{0,60}\b(?:because|subscri|signed up)
    \bthis (?:e-?mail|message|newsletter)(?: \w+){0,2} (?:sent to|intended for)\b
    \b(?:e-?mail|newsletter) (?:was|has been|is being) sent (?:to|by)\b
    ^sent (?:to|by) \S+@\S+
    \bour (?:mailing|postal) address\b
    \b(?:vom|den|diesen|unseren|unserem) newsletter\b.{0,30}\b(?:abmelden|abbestellen|abmeldung)\b
    \b(?:sie|du) (?:erhalten|erhältst|bekommen|bekommst) (?:diese|unser|den)\w*\b
    \bdiese[rs]? (?:e-?mail|newsletter) (?:wurde|geht|ging|ist)\b
    \b(?:désinscri|désabonn)\w*
    \bvous recevez ce
    \bd(?:ar|arse|arte|ate|ése) de baja\b
    \bcancelar (?:la |su |tu |a |sua )?(?:suscripci|inscri|assinatura|subscri)
    \b(?:has|ha) recibido este\b
    \brecibes? este\b
    \bdescadastr\w*
    \b(?:você|está a) (?:recebeu|receber|está recebendo) est
    \bdisiscri\w*
    \bannulla\w* (?:l[’'])?(?:la )?(?:tua )?iscrizione\b
    \b(?:ricevi|hai ricevuto) quest
    \buitschrijven\b
    \b(?:u|je) ontvangt de(?:ze)?\b
    \bavprenumerera\w*
    \bdu (?:får|mottar|modtager) (?:detta|dette|denne|det här) (?:mail|e-?post|brev|nyhetsbrev)
    отписаться
    вы получили это
    aboneliğ\w+ (?:iptal|sonlandır)
    إلغاء الاشتراك
    配信停止
    退订
    取消订阅
    登録解除
    \bodhlásit odběr
    \bwypisz się
""")
"""How to leave, and why one is here: surely a footer, even in a sentence."""
_SERVICE = _any(r"""
    \bopt[- ]?out\b
    \b(?:manage|update|change|edit|set|adjust) (?:[\w-]+ ){0,3}(?:preference|setting|subscription|profile|option)s?\b
    \b(?:e-?mail|newsletter|subscription|subscriber|communication) (?:preferences|settings)\b
    \bwhy (?:did|am) i (?:get|receiv)
    \bforward(?:ed)? (?:this|it|the)(?: \w+){0,2} to\b
    \bforward to a friend\b
    \b(?:forwarded|sent) (?:this|to) (?:you|by a friend)\b
    \bshare th(?:is|e) (?:e-?mail|newsletter|issue)\b
    \bdo not reply\b
    \breport (?:abuse|spam)\b
    ^(?:email marketing )?powered by \w+
    ^_{10,}$
    \bmailing list$
    ^[\w.+-]+@[\w.-]+$
    \b(?:mailman|listinfo|googlegroups)\b
    ^subscribe(?! to)\b|\bsubscribe (?:here|now|to (?:our|this|the) newsletter)\b
    \b(?:feedback|suggestions|comments)\b.{0,80}\S+@\S+
    \bsign up (?:here|for free)\b
    \b(?:abmelden|abbestell\w+|afmelden|rezygnuj)\b
    \b(?:avregistrer|avmeld|frameld|afmeld)\w*
    \bprofil (?:ändern|aktualisieren)
    \b(?:gérer|modifier)\b.{0,30}(?:préférences|abonnements?)
    \b(?:gestionar|actualizar|modificar)\b.{0,30}(?:preferencias|suscripci\w+)
""")
"""What else is offered there, where it stands on a short line."""
_SMALL_PRINT = _any(r"""
    ^(?:©|\(c\)|copyright\b)
    \b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|tutti i diritti)\b
    \btodos (?:los derechos|os direitos)\b
    ^(?:privacy|cookie)[- ]?(?:policy|notice|statement)\b
    ^terms(?: of| and| &)
    ^(?:imprint|impressum|datenschutz\w*|legal notice|mentions légales|aviso legal|contact(?: us)?|help|advertise)$
    \b(?:po|p\.o\.) box \d
    \bsuite \d
    \b(?:street|st|avenue|ave|road|rd|boulevard|blvd|floor|lane)\b\.?,.*\d{4,5}\b
    ^\d{1,5} [\w .]{3,40}, .*\b\d{4,6}\b
    \b(?:ltd|llc|inc|gmbh|b\.v\.|s\.a\.|pty)\b\.?.{0,120}\d
    \b(?:registered|company) (?:in|number|no)\b
""")
_NETWORKS = (
    "facebook|twitter|x|linkedin|instagram|youtube|tiktok|threads|bluesky|mastodon|whatsapp|telegram|pinterest|rss|"
    "reddit|website|e-?mail"
)
_SOCIAL = re.compile(
    rf"(?:(?:(?:follow|find|join|like|share|tweet|post|connect)(?: (?:us|with us|this))?(?: on| via)?|{_NETWORKS}|"
    r"forward|pin|comment|restack|folgen sie uns|teilen|suivez-nous|partager|síguenos|compartir|"
    r"seguici|condividi|leave a comment|read in app)\W{1,5}){1,8}",
    re.IGNORECASE,
)
_SPONSOR = _any(r"""
    sponsored(?: (?:by|content|post|message)\b.{0,40})?
    (?:a )?(?:message|word) from (?:our|today[’']s) (?:sponsors?|partners?)\b.{0,40}
    advertise?ment|advertising|promoted|(?:today[’']s )?sponsors?
    (?:paid )?(?:partner|promoted|sponsor) (?:content|message)
    (?:presented|brought to you|together|in partnership) (?:by|with)\b.{0,50}
    anzeige|werbung|publicité|publicidad|patrocinado|publicidade|pubblicità|advertentie|annonse?|реклама
""")
_SHORT = 25
"""Words of a line that may be searched where it stands."""
_BRIEF = 15
"""Words of a sentence that may be one."""
_LOOSE = 9
"""Words of a line that stands in a footer for whatever reason."""
_AROUND = " \t*•·|()[]<>«»–—-:"


def aside(text: str) -> str:
    """What a line is that can be known wherever it stands; empty for all others."""
    if count(text) > _SHORT or len(text) > 240:
        return ""
    if _SOCIAL.fullmatch(text + " "):
        return "share bar"
    if _BROWSER.search(text):
        return "link to the browser"
    if _LEAVE.search(text) or (_SERVICE.search(text) and (count(text) <= _BRIEF or not is_prose(text))):
        return "footer of the mailing"
    return ""


def is_sponsor(text: str) -> bool:
    """Whether a line says that what follows it is paid for."""
    return len(text) <= 80 and bool(_SPONSOR.fullmatch(text.strip(_AROUND)))


def footer(lines: Sequence[str]) -> int:
    """How many of the lines are above the footer: all of them when there is none.

    A footer is the end of a mailing in which no line is text; it begins with the first one that tells how to leave, who
    holds the rights, and so on.
    """
    start = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        text = lines[place]
        if _LEAVE.search(text[:1500]) or aside(text) or (len(text) < 400 and _SMALL_PRINT.search(text)):
            start = place
        elif count(text) > _LOOSE or is_prose(text):
            break
    return start
