"""What a mail carries beside what its sender wrote: quoted replies, signatures, the headers of a forwarded mail.

The lines of a plain mail and those of an HTML mail are told apart by the same words, so one module reads both. The way
is that of the parsers of replies that others have published (talon, email_reply_parser, quotequail): an attribution or
a separator opens what is quoted; here each line is kept with what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.ingest.readers.moments import stated
from generator.ingest.readers.sender import hints as sent_by
from generator.ingest.readers.sender import subject
from generator.model import Hint

_WROTE = re.compile(
    r"(?:(?:on|am|le|el|il|em|op|den|dne|w dniu|-+ ?on|mon|tue|wed|thu|fri|sat|sun)\b|\d)"
    r".{0,300}(?:\bwrote|\bwrites|\bschrieb|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef|\bskrev|\bkirjoitti|"
    r"\bnapisał\(?a?\)?|\bnapsal\(?a?\)?|\bpíše|написал\(?а?\)?|пишет|写道|のメール|yazdı)\b.{0,80}[:：]?",
    re.IGNORECASE,
)
_CITED = re.compile(
    r".{0,200}\d.{0,200}(?:写道|написал\(?а?\)?|пишет|yazdı|wrote|schrieb.{0,100})\s*[:：]", re.IGNORECASE
)
_ORIGINAL = re.compile(
    r"[\s>]*[-_*]{3,}\s*(?:original message|ursprüngliche nachricht|originalnachricht|message d['’]origine|"
    r"mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|originalmeddelande|"
    r"oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|původní zpráva|исходное сообщение|reply message|"
    r"reply separator|reply above this line)\s*[-_*]*",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"[\s>]*(?:[-_*]{2,}\s*)?(?:(?:begin )?forwarded (?:message|by\b.{0,80})|weitergeleitete nachricht|anfang der "
    r"weitergeleiteten (?:nachricht|e-mail)|message transféré|début du message (?:réexpédié|transféré)|"
    r"mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|"
    r"mensagem encaminhada|doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat meddelande|"
    r"videresendt (?:meddelelse|melding)|edelleenlähetetty viesti|přeposlaná zpráva|пересылаемое сообщение|"
    r"пересланное сообщение|转发的邮件|転送)\s*+(?:[:：]\s*+)?(?:[-_*]{2,}\s*+)?",  # no gap in two ways: it may be long
    re.IGNORECASE,
)
_NAMES = {
    "from": "from|von|de|da|od|från|fra|lähettäjä|от|от кого|发件人|差出人|van",
    "date": "date|sent|datum|gesendet|envoyé|enviado|enviado el|fecha|data|inviato|verzonden|skickat|sendt|päiväys|"
    "дата|отправлено|日期|发送时间|送信日時",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|тема|předmět|主题|件名",
    "to": "to|an|à|para|a|aan|till|til|vastaanottaja|кому|komu|收件人|宛先|cc|kopie|copie|копия|bcc|reply-to|"
    "antwort an|répondre à",
}
_FIELD = re.compile(
    r"[\s>*]*+(?P<name>"
    + "|".join(sorted("|".join(_NAMES.values()).split("|"), key=len, reverse=True))
    + r")\s*+(?:\*\s*+)?[:：]\s*\*?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:sent|get outlook|envoyé|gesendet|von meinem|enviado|inviato|verstuurd|skickat|sendt|отправлено)"
    r"[^.!?]{0,20}\b(?:from|for|de|depuis|von|mit|desde|da|do|vanaf|från|fra|с|meinem)\b[^.!?]{0,40}"
    r"(?:iphone|ipad|android|samsung|blackberry|mobile|outlook|mail|handy|huawei|tablet|yahoo|nokia|phone|móvil)\b.{0,30}",
    re.IGNORECASE,
)
_ARMOUR = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----|Hash: [\w, -]+")
_SIGNED = "-----BEGIN PGP SIGNATURE-----"
_REPLY = "quoted reply"
_SIGNATURE = 14
"""A signature has no more lines than this; more of them are text below a line of two dashes."""
_OPENING = 3000
"""Letters among which a mail says that it hands on another one."""
_NOTE = 80
"""Words that a person may write above what is forwarded, and still not be the author of an article."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of a mail."""

    text: str
    quoted: bool = False
    """Whether it is marked as somebody else's: by `>`, or by the element it stands in."""
    cites: bool = False
    """Whether the program that wrote the mail says that this line tells who is quoted."""


@dataclass(slots=True)
class Found:
    """What became of the lines of a mail."""

    fates: dict[int, str] = field(default_factory=dict)
    """By the place of a line, why it is no part of the article."""
    hints: list[Hint] = field(default_factory=list)
    """What the headers of a forwarded mail say of it."""
    forwarded: bool = False
    """Whether it hands on another mail: then what is marked as quoted is that mail."""


def look(lines: Sequence[Printed], *, forwarded: bool = False, answers: bool = False) -> Found:
    """The lines that are not the article's. `forwarded` and `answers` tell what the subject says of the mail."""
    found = Found()
    seen = [place for place, line in enumerate(lines) if line.text.strip()]
    _forwards(lines, seen, found, forwarded=forwarded)
    if not found.forwarded:
        _replies(lines, seen, found, answers=answers)
    _signatures(lines, seen, found)
    if all(place in found.fates for place in seen):  # it only quotes, and so hands on what it quotes
        found.fates = {place: reason for place, reason in found.fates.items() if reason != _REPLY}
    return found


def hands_on(text: str) -> bool:
    """Whether one of the first lines of a mail says that it hands on another one."""
    return any(_FORWARD.fullmatch(line.strip()) for line in text[:_OPENING].split("\n"))


def _forwards(lines: Sequence[Printed], seen: list[int], found: Found, *, forwarded: bool) -> None:
    """The header of a forwarded mail, and the few words above it; its fields become hints."""
    for order, place in enumerate(seen):
        marked = bool(_FORWARD.fullmatch(lines[place].text))
        block = _header(lines, seen[order + marked : order + 13]) if marked or forwarded else {}
        if not (block and "from" in block):
            if not marked or order > 3:
                continue
            block = {}
        above = seen[:order]
        if sum(lines[each].text.count(" ") + 1 for each in above) > _NOTE:
            continue
        found.forwarded = True
        last = max((each for each, _ in block.values()), default=place)
        found.fates |= dict.fromkeys(above, "note of whoever forwarded it")
        found.fates |= {each: "header of the forwarded mail" for each in seen if place <= each <= last}
        found.hints += _said(block)
        return


def _header(lines: Sequence[Printed], places: list[int]) -> dict[str, tuple[int, str]]:
    """The header lines with which a passage begins, by their English name: at least three, whose first is a sender."""
    block: dict[str, tuple[int, str]] = {}
    name = ""
    for place in places:
        match = _FIELD.fullmatch(lines[place].text)
        if match:
            word = match["name"].casefold()
            name = next((each for each, names in _NAMES.items() if word in names.split("|")), "to")
            name = name if name not in block else f"{name} {place}"
            block[name] = (place, match["value"].strip(" *"))
        elif name and (not block[name][1] or lines[place].text[:1].isspace()):
            value = f"{block[name][1]} {lines[place].text.strip()}".strip()  # in the next cell, or a long value
            block[name] = (place, value)
            name = name if value.endswith(",") else ""
        else:
            break
    return block if len(block) >= 3 and "from" in block and block.keys() & {"subject", "date"} else {}


def _said(block: Mapping[str, tuple[int, str]]) -> list[Hint]:
    from generator.text import dates  # with many patterns, and few mails are forwarded

    origin = "header of the forwarded mail"
    title = subject(block["subject"][1]) if "subject" in block else ""
    hints = [Hint("title", title, origin)] if title else []
    when = stated(block["date"][1]) if "date" in block else ""
    if when and not re.match(r"\d{4}-\d\d-\d\d", when):
        day = dates.parse(when)
        when = day.isoformat() if day else ""
    hints += [Hint("date", when, origin)] if when else []
    name, _, address = block["from"][1].partition("<") if "from" in block else ("", "", "")
    name = re.sub(r"\[mailto:.*|\S+@\S+", "", name)
    return hints + list(sent_by(name, address.strip("> "), origin))


def _replies(lines: Sequence[Printed], seen: list[int], found: Found, *, answers: bool) -> None:
    """What is answered: all that is marked as quoted where somebody is said to have written it, or all below that."""
    marked = [place for place in seen if lines[place].quoted]
    cited = answers
    for order, place in enumerate(seen):
        if place in found.fates or lines[place].quoted:
            continue
        if length := _attribution(lines, seen[order : order + 4]):
            found.fates |= dict.fromkeys(seen[order : order + length], "tells who is quoted")
            if marked and marked[-1] > place:
                cited = True
                continue
        elif not (_ORIGINAL.fullmatch(lines[place].text) or (order and _header(lines, seen[order : order + 12]))):
            continue
        if order or answers:
            found.fates |= {each: _REPLY for each in seen[order:] if each not in found.fates}
            break
    if cited:
        found.fates |= {each: _REPLY for each in marked if each not in found.fates}


def _attribution(lines: Sequence[Printed], places: list[int]) -> int:
    """On how many lines from here on it is said who wrote what follows; it ends in a colon. 0 if it is not said."""
    if lines[places[0]].cites:
        return 1
    text = ""
    for count, place in enumerate(places[:3], start=1):
        line = lines[place]
        if line.quoted or place >= places[0] + count:
            return 0
        text = f"{text} {line.text.strip()}".strip()
        if len(text) > 400:
            return 0
        if text[-1:] in (":", "：") and any(map(str.isdigit, text)):
            after = places[count : count + 1]
            cites = "@" in text and bool(after) and lines[after[0]].quoted
            said = _WROTE.fullmatch(text) or (count == 1 and (cites or _CITED.fullmatch(text)))
            return count if said else 0
    return 0


def _signatures(lines: Sequence[Printed], seen: list[int], found: Found) -> None:
    """Below a line of two dashes, and what a telephone writes below a mail."""
    left = [place for place in seen if place not in found.fates]
    for order, place in enumerate(left):
        text = lines[place].text
        if text.strip() == _SIGNED:
            found.fates |= dict.fromkeys(left[order:], "signature of PGP")
            break
        if order < 3 and _ARMOUR.fullmatch(text.strip()):
            found.fates[place] = "signature of PGP"
        elif order and text.rstrip() in ("--", "—", "-- ") and len(left) - order <= _SIGNATURE:
            found.fates |= dict.fromkeys(left[order:], "signature")
            break
        elif _DEVICE.fullmatch(text.strip()):
            found.fates[place] = "signature"
