"""The HTML of a mail: what a reader is meant to read, in reading order, without the scaffolding of a newsletter.

A mail is laid out with tables, its headings are large letters, and its first line is often hidden: a preview for the
list of mails. Nothing tells its furniture but the words and the places of the lines; each keeps its account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from generator.ingest.readers import mailing, quoting
from generator.ingest.readers.encoding import decode
from generator.ingest.readers.html import stories
from generator.ingest.readers.html.blocks import blocks_of
from generator.ingest.readers.html.headings import extents_of
from generator.ingest.readers.html.inline import base_of
from generator.ingest.readers.html.lines import Line, lines_of
from generator.ingest.readers.html.looks import Looks, unhide
from generator.ingest.readers.html.tree import tree_of
from generator.ingest.readers.sender import is_forwarded, subject
from generator.ingest.readers.tidy import key, tidy
from generator.model import STORY_OF_LETTER, Document, Hint, Taken

_QUOTE = re.compile(r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|zmail_extra)\b")
_CITES = re.compile(r"\b(?:gmail_attr|moz-cite-prefix|OutlookMessageHeader|moz-email-headers-table)\b")
_SIGNATURE = re.compile(r"\b(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|protonmail_signature_block)\b")
_FOLLOWED = re.compile(
    r"(?:utm_\w+|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|fbclid|gclid|ck_subscriber_id|vero_id)\Z", re.IGNORECASE
)
"""Parts of an address that tell the sender who has clicked."""
_CONTROL = re.compile("[\x00-\x20\x7f\ud800-\udfff\ufffe\uffff]")
_MOST_OF_SPONSOR = 0.3
"""An element that holds more of a mail than this is no sponsor's."""


def read(name: str, data: bytes) -> Iterator[Document]:
    """The document in the HTML of a mail, or each of its stories where it plainly holds several.

    A `<meta name="subject">` in front of it holds the mail's subject as it was sent. Raises Unreadable when the bytes
    are no text, or too much of it.
    """
    root = tree_of(decode(data))
    if root is None:
        yield Document(name, "html", (), ())
        return
    sent = next((each.get("content") or "" for each in root.iter("meta") if each.get("name") == "subject"), "")
    body = root.find("body")
    body = root if body is None else body
    hidden = unhide(body)
    for link in body.iter("a"):
        if link.get("href"):
            link.set("href", untracked(link.get("href")))
    lines = lines_of(body)
    base = base_of(root)
    found = _quoted(lines, sent)
    fates = {lines[place].number: reason for place, reason in found.fates.items()}
    looks = Looks(hidden)
    fates |= {line.number: "hidden in the mail" for line in lines if line.number not in fates and looks.is_hidden(line)}
    kept = looks.told([line for line in lines if line.number not in fates])
    fates |= _furniture(kept)
    kept = [line for line in kept if line.number not in fates]
    titles = {
        key(subject(sent)),
        key(subject(sent, listed=True)),
        *(key(hint.value) for hint in found.hints if hint.field == "title"),
    } - {""}
    parts = stories.split(kept) if not found.forwarded else []
    if parts:
        yield from _several(name, lines, fates, parts, base)
        return
    if kept and key(kept[0].text) in titles:
        fates[kept.pop(0).number] = "title"
    if found.forwarded and all(line.kind == "quote" for line in kept):  # some programs mark what they forward so
        kept = [replace(line, kind="paragraph") for line in kept]
    yield _document(name, lines, fates, kept, base, found.hints)


def untracked(href: str) -> str:
    """An address without what tells the sender who clicked on it, and without the detour over a counter."""
    try:
        parts = urlsplit(href)
        said = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=60) if "=" in parts.query else []
    except ValueError:
        return href
    if target := next((value for _, value in said if re.match(r"https?://[^/\s]+\.", value)), ""):
        return _CONTROL.sub("", target)
    left = [(name, value) for name, value in said if not _FOLLOWED.match(name)]
    return href if len(left) == len(said) else _CONTROL.sub("", urlunsplit(parts._replace(query=urlencode(left))))


def _quoted(lines: Sequence[Line], sent: str) -> quoting.Found:
    """What of the lines is somebody else's, a signature, or the header of a forwarded mail."""
    known: dict[Any, tuple[bool, bool, bool]] = {}
    told = [_around(line.element, known) for line in lines]
    found = quoting.look(
        [quoting.Printed(line.text, quoted, cites) for line, (quoted, cites, _) in zip(lines, told, strict=True)],
        forwarded=is_forwarded(sent),
        answers=subject(sent) != tidy(sent) and not is_forwarded(sent),
    )
    found.fates |= {
        place: "signature"
        for place, (_, _, signature) in enumerate(told)
        if signature and place not in found.fates and not found.forwarded
    }
    return found


def _around(element: Any, known: dict[Any, tuple[bool, bool, bool]]) -> tuple[bool, bool, bool]:
    """Whether an element stands in a quotation, in the words that introduce one, in a signature."""
    path = []
    while element is not None and element not in known:
        path.append(element)
        element = element.getparent()
    told = known.get(element, (False, False, False))
    for each in reversed(path):
        names = f"{each.get('class') or ''} {each.get('id') or ''}"
        boxed = bool(_QUOTE.search(names)) and each.find(".//blockquote") is None  # else it holds who wrote that, too
        quoted = boxed or each.tag == "blockquote"
        cites, signed = bool(_CITES.search(names)), bool(_SIGNATURE.search(names))
        told = known[each] = (told[0] or quoted, told[1] or cites, told[2] or signed)
    return told


def _furniture(lines: Sequence[Line]) -> dict[int, str]:
    """By number the lines that a program prints around the text of a mailing, and those of its sponsors."""
    stop = mailing.footer([line.text for line in lines])
    fates = {line.number: "footer of the mailing" for line in lines[stop:]}
    for line in lines[:stop]:
        if (line.kind != "heading" or line.linked) and (reason := mailing.aside(line.text)):
            fates[line.number] = reason
    return _sponsored(lines[:stop]) | fates


def _sponsored(lines: Sequence[Line]) -> dict[int, str]:
    """By number the lines of sponsors: those in the smallest element around a label that holds more than the label."""
    labels = [line for line in lines if mailing.is_sponsor(line.text)]
    extents = extents_of(lines) if labels else {}
    sizes = list(accumulate((len(line.text) for line in lines), initial=0))
    places = {line.number: place for place, line in enumerate(lines)}
    fates: dict[int, str] = {}
    for label in labels:
        if label.number in fates:
            continue
        fates[label.number] = "sponsored"
        for element in (label.element, *label.element.iterancestors()):
            first, last = (places[number] for number in extents[element])
            if sizes[last + 1] - sizes[first] > _MOST_OF_SPONSOR * sizes[-1]:
                break
            if last > places[label.number]:
                fates |= {line.number: "sponsored" for line in lines[places[label.number] : last + 1]}
                break
    return fates


def _several(
    name: str, lines: Sequence[Line], fates: Mapping[int, str], parts: Sequence[stories.Story], base: str
) -> Iterator[Document]:
    """A document for each story. A line that is of none of them goes with the story that it stands below."""
    owners = {line.number: place for place, story in enumerate(parts) for line in story.lines}
    beside = {line.number: fates.get(line.number, "beside the stories") for line in lines if line.number not in owners}
    shares: list[list[Line]] = [[] for _ in parts]
    owner = 0
    for line in lines:
        owner = owners.get(line.number, owner)
        shares[owner].append(line)
    for story, share in zip(parts, shares, strict=True):
        hints = [Hint("title", story.title, STORY_OF_LETTER)] if story.title else []
        hints += [Hint("url", story.url, "link of the story")] if story.url else []
        own = {line.number: beside[line.number] for line in share if line.number in beside} | story.fates
        kept = [line for line in story.lines if line.number not in own]
        yield _document(f"{name}#{story.key}" if story.key else name, share, own, kept, base, hints)


def _document(
    name: str, lines: Sequence[Line], fates: Mapping[int, str], kept: Sequence[Line], base: str, hints: Sequence[Hint]
) -> Document:
    """The kept lines as blocks; all lines numbered anew from 1."""
    numbers = {line.number: place for place, line in enumerate(lines, start=1)}
    blocks = [
        replace(block, lines=tuple(numbers[number] for number in block.lines)) for block in blocks_of(list(kept), base)
    ]
    taken = [Taken(numbers[line.number], line.text, fates[line.number]) for line in lines if line.number in fates]
    return Document(name, "html", tuple(line.text for line in lines), tuple(blocks), tuple(hints), tuple(taken))
