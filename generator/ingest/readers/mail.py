"""Mails: the text that was sent, as an HTML newsletter or as a plain letter, and the documents attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parsedate_tz
from html import escape

from generator.ingest.readers import mime, quoting, sender
from generator.ingest.readers.fault import Empty, Skipped, Unreadable
from generator.ingest.readers.moments import stated
from generator.ingest.readers.part import Part
from generator.ingest.readers.tidy import tidy
from generator.model import Hint

_SURE = frozenset(
    "received message-id mime-version return-path delivered-to dkim-signature content-transfer-encoding newsgroups "
    "x-mailer list-id list-unsubscribe references in-reply-to".split()
)
"""Headers that nothing but mails and news groups has."""
_KNOWN = _SURE | frozenset("from to cc date subject sender reply-to content-type user-agent".split())
_NO_INPUT = {
    "image": "a picture",
    "audio": "a sound",
    "video": "a film",
    "font": "a font",
    "text/calendar": "a calendar entry",
    "text/vcard": "a visiting card",
    "text/x-vcard": "a visiting card",
    "text/directory": "a visiting card",
    "application/ics": "a calendar entry",
    "application/pgp-signature": "a signature",
    "application/pgp-keys": "a key",
    "application/pkcs7-signature": "a signature",
    "application/x-pkcs7-signature": "a signature",
    "message/delivery-status": "a report of delivery",
    "message/disposition-notification": "a report of delivery",
    "text/rfc822-headers": "a report of delivery",
    "message/feedback-report": "a report of delivery",
}
"""What is attached to mails and is no document, by media type."""
_LEAST = 20
"""An HTML part with fewer letters is a shell around a link or a picture; the plain one beside it is the mail."""
_MARKUP = re.compile(r"<(/?)(style|script|title|head)\b[^<>]*>|<[^<>]*>|&[#\w]{1,10};|[^<&]+|[<&]", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body|table|div|p)[\s>]", re.IGNORECASE)
"""HTML that is sent as plain text."""
_PGP = "-----BEGIN PGP MESSAGE-----"


def claims(data: bytes) -> bool:
    """Whether a file begins with the headers of a mail, in whatever order.

    A transcript or a note that begins with `From: somebody` is none: it takes two headers that mails have, one of which
    nothing else has; or a sender's address with that of a receiver, or with a date as only mails spell it.
    """
    names = set(mime.header_names(data))
    if len(names & _KNOWN) < 2:
        return False
    if names & _SURE:
        return True
    lines = mime.head(data).decode("utf-8", "replace").split("\n")
    said = {name.strip().lower(): value for name, _, value in (line.partition(":") for line in lines)}
    dated = parsedate_tz(said.get("date", "")[:100]) is not None
    return "@" in said.get("from", "") and (dated or "@" in said.get("to", ""))


def read(name: str, data: bytes) -> Iterator[Part]:
    """The text of the mail as a Part without a key, then what is attached to it under its file names.

    Raises Unreadable when it is encrypted, when it has no headers, and when its parts nest without end.
    """
    del name
    if not data.strip():
        raise Empty("there is no text in it")
    if not mime.header_names(data):
        raise Unreadable("no mail: it does not begin with headers")
    message = mime.parsed(data)
    if locked := _locked(message):
        raise Unreadable(locked)
    parts, attached = _sorted_out(message)
    said = [(mime.kind(part), _text(part)) for part in parts]
    texts = [(kind == "text/html" or bool(_PAGE.match(text)), text) for kind, text in said]
    shown = "\n".join(_visible(text) if html else text for html, text in texts)
    hints = _hints(message, forwarded=sender.is_forwarded(mime.header(message, "subject")) or quoting.hands_on(shown))
    attachments = [part for part in map(_attachment, attached) if part]
    if body := _body(message, texts):
        yield Part("", body[1], body[0], also=hints)
    elif not any(part.fault is None for part in attachments):
        raise Empty("the mail has no text")
    yield from attachments


def _locked(part: Message) -> str:
    """Why a mail or a part of one cannot be opened; empty for all others."""
    kind = mime.kind(part)
    if kind == "multipart/encrypted":
        return "encrypted with PGP"
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        how = "signed in one piece" if "signed" in mime.parameter(part, "smime-type") else "encrypted"
        return f"{how} with S/MIME"
    return ""


def _sorted_out(message: Message) -> tuple[list[Message], list[Message]]:
    """The parts that are the text of a mail, the best of each choice; and all others."""
    texts: list[Message] = []
    attached: list[Message] = []
    stack = [message]
    while stack:
        part = stack.pop()
        kind = mime.kind(part)
        inside = part.get_payload() if kind.startswith("multipart/") and part.is_multipart() else []
        if kind == "multipart/alternative" and isinstance(inside, list) and inside:
            chosen, others = _chosen([each for each in inside if isinstance(each, Message)])
            stack.extend(reversed([*chosen, *others]))
        elif isinstance(inside, list) and inside:
            stack.extend(each for each in reversed(inside) if isinstance(each, Message))
        elif _is_text(part, kind):
            texts.append(part)
        elif not kind.startswith("multipart/"):
            attached.append(part)
    return texts, attached


def _is_text(part: Message, kind: str) -> bool:
    """Whether a part is shown when the mail is opened."""
    broken = kind.startswith("multipart/") and not part.is_multipart()  # it names no boundary, or one that is not there
    if not broken and kind not in ("text/plain", "text/html", "text/enriched"):
        return False
    return mime.disposition(part) != "attachment" and not (mime.filename(part) and kind != "text/html")


def _chosen(inside: list[Message]) -> tuple[list[Message], list[Message]]:
    """Of the forms in which a text was sent the one to read, and what is no form of it: HTML unless it says nothing."""
    said = {id(part): _letters(part) for part in inside}
    most = max((said[id(part)] for part in inside if not _has_html(part)), default=0)
    forms = [part for part in inside if mime.kind(part) in ("text/plain", "text/html") or part.is_multipart()]
    html = [part for part in forms if _has_html(part) and said[id(part)] >= max(_LEAST, most / 20)]
    best = html[-1:] or sorted(forms, key=lambda part: said[id(part)])[-1:]
    return best, [part for part in inside if part not in forms]


def _has_html(part: Message) -> bool:
    return any(mime.kind(leaf) == "text/html" for leaf in mime.leaves(part))


def _letters(part: Message) -> int:
    """How many letters a reader sees of a part."""
    total = 0
    for leaf in mime.leaves(part):
        if mime.kind(leaf) in ("text/plain", "text/html"):
            text = _text(leaf)
            total += len("".join((_visible(text) if mime.kind(leaf) == "text/html" else text).split()))
    return total


def _visible(markup: str) -> str:
    """About what a reader sees of HTML; the reader of HTML knows it better, and takes its time."""
    shown: list[str] = []
    inside = ""
    for token in _MARKUP.finditer(markup):
        if token[2]:
            name = token[2].lower()
            inside = ("" if inside == name else inside) if token[1] else inside or name
        elif not inside and token[0][0] not in "<&":
            shown.append(token[0])
    return "\n".join(shown)


def _text(part: Message) -> str:
    try:
        return mime.text(part)
    except Unreadable:
        return ""


def _body(message: Message, texts: list[tuple[bool, str]]) -> tuple[str, bytes] | None:
    """The text of the mail with the name of its reader; None when there is none. Of each text: whether it is HTML."""
    sent = mime.header(message, "subject")
    said = [(html, text) for html, text in texts if tidy(_visible(text) if html else text)]
    if not said:
        return None
    if any(_PGP in text[:400] for html, text in said if not html):
        raise Unreadable("encrypted with PGP")
    if not any(html for html, _ in said):
        return "letter", "\n".join((sent, "\n\n".join(text for _, text in said))).encode("utf-8", "replace")
    markup = "\n".join(text if html else _paragraphs(text) for html, text in said)
    return "newsletter", f'<meta name="subject" content="{escape(sent)}">{markup}'.encode("utf-8", "replace")


def _paragraphs(text: str) -> str:
    """Plain text that stands beside HTML, such as what a mailing list adds."""
    passages = re.split(r"\n[ \t]*\n", text)
    return "".join(f"<p>{'<br>'.join(map(escape, each.split(chr(10))))}</p>" for each in passages if each.strip())


def _hints(message: Message, *, forwarded: bool) -> tuple[Hint, ...]:
    """What its headers say of it. Who forwards a mail is not its author, nor is that its day."""
    listed = sender.listed(mime.header(message, "list-id"))
    is_list = bool(message.get("list-post")) and mime.header(message, "list-post").upper() != "NO"
    title = sender.subject(mime.header(message, "subject"), listed=is_list)
    name, address = next(iter(mime.addresses(message, "from")), ("", ""))
    found = [("title", title, "Subject")]
    if not forwarded:
        found += [("date", stated(mime.header(message, "date")), "Date"), ("name", listed, "List-Id")]
    web = mime.header(message, "archived-at").strip("<>") or mime.header(message, "x-rss-url")
    found += [("url", web if re.match(r"https?://", web) else "", "Archived-At")]
    found += [("lang", sender.language(mime.header(message, "content-language")), "Content-Language")]
    hints = [Hint(field, value, f"header {origin}") for field, value, origin in found if value]
    return tuple(hints) if forwarded else (*hints, *sender.hints(name, address, "header From"))


def _attachment(part: Message) -> Part | None:
    """A part that is no text of the mail; None for what only belongs to its looks."""
    kind, name = mime.kind(part), mime.filename(part)
    if kind == "message/rfc822":
        inside = part.get_payload()
        data = mime.whole(inside[0]) if isinstance(inside, list) and inside and isinstance(inside[0], Message) else b""
        return Part(mime.key_of(data), data, "mail")
    if locked := _locked(part):
        return Part(name or "smime.p7m", b"", fault=Unreadable(locked))
    told = _NO_INPUT.get(kind) or _NO_INPUT.get(kind.partition("/")[0])
    if told:
        return Part(name, b"", fault=Skipped(f"{told}, no document")) if name else None
    if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name.lower() == "winmail.dat":
        return Part(name or "winmail.dat", b"", fault=Unreadable("Outlook's own format (winmail.dat) cannot be read"))
    if kind == "application/octet-stream" and not name:
        return None
    data = mime.content(part)
    return Part(name or f"{kind.replace('/', '-')}-{mime.digest(data)}", data) if data.strip() else None
