"""Captions and photo credits that stand between paragraphs are taken out."""

from __future__ import annotations

import re

from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Document

_LONGEST = 420
_LONGEST_CREDIT = 110
_TAIL = 140  # letters at the end of a caption in which its credit stands
_SOURCE = (
    r"(?:AP Photo|AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|iStock|Alamy"
    r"|dpa|DPA|ANSA|TASS|Sputnik|Xinhua|Anadolu(?: Agency)?|AA|IHA|DHA|PA(?: Wire| Media| Images)?|Bloomberg"
    r"|ZUMA(?: Press)?|USA Today Sports|Imago|IMAGO|Unsplash|Pixabay|Pexels|Wikimedia(?: Commons)?|picture alliance"
    r"|ullstein bild|NurPhoto|SOPA Images|Rex(?: Features)?|CTK|Ritzau Scanpix|NTB|Keystone|Belga|ANP|Lusa|LUSA"
    r"|Agência \w+|NASA|Handout|Courtesy)"
)
_WORD = (
    r"(?:(?:file |archive |stock )?(?:photo(?:graph)?|image|picture|pic|video)s?(?:"
    r" credit| by| courtesy(?: of)?| source)?|photographer|photography"
    r"|(?:media|image|photo) caption|image copyright|credit|crédits?(?: photo)?|fotos?|fotografie|fotografía"
    r"|bild(?:er|quelle|nachweis)?"
    r"|illustration|archivfoto|symbolbild|imagen|fotoğraf|görsel|фото|صورة|caption)"
)
_STARTS = re.compile(
    rf"{_WORD}\s?[:©]\s?\S.*|(?:image|media|photo) (?:source|caption|credit|copyright)\b.*"
    r"|file\s?(?:photo|image|picture)?\s?[-–—:]\s.*"
    r"|(?:photo|image|picture|photograph)s? (?:by|courtesy|via)\s.*|foto (?:von|de|di)\s.*"
    r"|photo (?:de|prise)\s.*|©\s?\S.*"
    r"|\(?(?:photo|image|photograph)s? (?:by|courtesy|via)\s.*|.{3,60} submitted photo",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"[(\[][^()\[\]]{{0,70}}(?:{_SOURCE}|(?i:{_WORD})\s?[:/])[^()\[\]]{{0,70}}[)\]]\.?$"  # (Image: Jane Doe / Post)
    rf"|(?<!\w)(?i:{_WORD})\s?[:©]\s?[^.!?]{{2,70}}\.?$"  # Photograph: Jane Doe/Example Post
    rf"|(?:^|[—–|.]|\s)[\w’'-]+(?: [\w.’'-]+)?\s?/\s?{_SOURCE}(?:/[\w ]{{2,30}})?\.?$"  # Jane Doe/AFP
    rf"|\s{_SOURCE}\s?/\s?[\w.’' -]{{2,40}}$|[.|]\s?{_SOURCE}\.?$|\bvia (?:Getty Images|AP|Reuters|AFP)\.?$"
    r"|(?<=[.”’ ])Credit(?:\.\.\.|…|:).{2,70}$"
)
_CREDIT = re.compile(
    rf"\(?(?:[\w.’' -]{{2,40}}\s?/\s?)?{_SOURCE}(?:\s?[/|,]\s?[\w.’' -]{{2,50}}| via .{{2,40}})?\)?"
    rf"|(?i:{_WORD})\s?[:©]\s?.{{2,80}}|©\s?.{{2,60}}"
    rf"|\(?(?i:photo|image|photograph|picture)s? (?i:by|courtesy|via)\s.{{2,60}}"
)
_HINTS = (
    *(
        "photo",
        "image",
        "credit",
        "picture",
        "file",
        "foto",
        "bild",
        "getty",
        "reuters",
        "/",
        "©",
        "afp",
        "via ",
        "(ap",
        "epa",
    ),
    *(
        "caption",
        "courtesy",
        "pic:",
        "illustration",
        "imagen",
        "görsel",
        "фото",
        "صورة",
        "video:",
        ". ap",
        "handout",
        "(pa",
    ),
)
"""One of these is in every caption that can be told: a quick look that spares the patterns."""


def caption(document: Document) -> Document:
    """Take out blocks that are wholly a caption with its credit, or a credit alone."""
    if document.format == "markdown":
        return document
    reasons: dict[int, str] = {}
    for place, block in enumerate(document.blocks):
        if block.kind != "paragraph" or len(block.text) > _LONGEST:
            continue
        text = plain(block)
        lower = text.lower()
        if not any(hint in lower for hint in _HINTS):
            continue
        if len(text) <= _LONGEST_CREDIT and _CREDIT.fullmatch(text):
            reasons[place] = "photo credit"
        elif _STARTS.fullmatch(text) or _ENDS.search(text[-_TAIL:]):
            reasons[place] = "caption"
    return take(document, reasons)
