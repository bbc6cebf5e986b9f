"""Captions and photo credits that stand between paragraphs are taken out."""

from __future__ import annotations

import re

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.model import Block, Document
from generator.text.lines import count, is_prose, stops

_LONGEST = 420
_LONGEST_CREDIT = 110
_PARAGRAPH = 15  # words that are more than a caption's, mostly
_OPENING = 120  # letters at its start that may say so
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
    r"|(?:media|image|photo) caption|image copyright|(?:image )?credits?|crédits?(?: photo)?"
    r"|fotos?|fotografie|fotografía"
    r"|bild(?:er|quelle|nachweis|rechte)?"
    r"|illustration|archivfoto|symbolbild|symbolfoto|bildlegende|legende|imagen|fotoğraf|görsel|фото|صورة|caption)"
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]+"
_STARTS = re.compile(
    rf"{_WORD}\s?[:©]\s?\S.*|(?:image|media|photo) (?:source|caption|credit|copyright)\b.*"
    r"|file\s?(?:photo|image|picture)?\s?[-–—:]\s.*"
    r"|\(?(?:photo|image|picture|photograph)s? (?:by|courtesy|via)\s.*|©\s?\S.*|.{3,60} submitted photo"
    r"|(?:in )?this\s(?:[\w.,’']+\s){0,4}(?:\d{4}|file|undated),?\s(?:file )?(?:photo|image|picture)\b.*"
    r"|(?:in )?this (?:photo|image|picture|photograph),? (?:provided|released|made|taken) (?:by|from|available|on)\b.*"
    r"|(?:an )?artist[’']s (?:concept|illustration|impression|rendering)\b.*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"\((?:[^()]{{0,40}}\s)?(?i:photo|image|picture|foto|bild|illustration)s?\s(?:by|von|de|di|via|courtesy)\s[^()]{{2,60}}\)\.?$"
    r"|©\s?[^.!?]{2,70}$"
    r"|\((?i:archivbild|archivfoto|symbolbild|symbolfoto|file photo|archive photo|foto de archivo)\)\.?$"
    rf"|[(\[][^()\[\]]{{0,70}}(?<!\w)(?:{_SOURCE}\b|(?i:{_WORD})\s?[:/])[^()\[\]]{{0,70}}[)\]]\.?$"  # (Image: Jane Doe)
    rf"|(?<!\w)(?<![Ii]n )(?i:{_WORD})\s?[:©]\s?[^.!?]{{2,70}}\.?$"  # Photograph: Jane Doe/Example Post
    rf"|(?:^|[—–|.]|\s)[\w’'-]+(?: [\w.’'-]+)?\s?/\s?{_SOURCE}(?:/[\w ]{{2,30}})?\.?$"  # Jane Doe/AFP
    rf"|(?:\s|[.!?]){_SOURCE}\s?/\s?[\w.’' -]{{2,40}}$|[.|]\s?{_SOURCE}\.?$|\bvia (?:Getty Images|AP|Reuters|AFP)\.?$"
    r"|(?<![A-Z])Credit(?:\.\.\.|…|:).{2,70}$"
    r"|(?:^|[.!?”\"’)]\s?)(?i:photo(?:graph|graphy| illustration)?s?|illustration|images?)\s"
    r"(?i:by|courtesy of|courtesy)\s[^.!?]{2,80}\.?$"
    rf"|(?<=[.!?”\"’)])\s?{_NAME}(?: {_NAME}){{1,3}}\s?/\s?{_NAME}(?: [\w’'-]+){{0,4}}$"  # …rain. Jane Doe/Example Post
)
_PLACED = re.compile(
    r"\((?:[lr]\.|v\. ?[lr]\.|pictured)\)|, pictured\b(?!,)"
    r"|(?<!\bleft)(?<!\bright), (?:left|right|cent(?:er|re)), (?!(?:and|or|left|right|cent(?:er|re))\b)"
)
"""Who stands where, said of a picture alone; but `parties of the left, right, and center` are told of in a story,"""
_SIDE = re.compile(r"\((?:left|right|cent(?:er|re)|links|rechts)\)|, pictured,")
"""as parties (left) and (right) are, and the mayor, pictured, who said so: they are of a picture only where no whole
sentence tells of them."""
_CREDIT = re.compile(
    rf"\(?(?:[\w.’' -]{{2,40}}\s?/\s?)?{_SOURCE}(?:\s?[/|,]\s?[\w.’' -]{{2,50}}| via .{{2,40}})?\)?"
    rf"|(?i:{_WORD})\s?[:©]\s?.{{2,80}}|©\s?.{{2,60}}"
    rf"|\(?(?i:photo|image|photograph|picture)s? (?i:by|courtesy|via)\s.{{2,60}}"
    r"|[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}(?:/[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){0,3}){1,3}"  # Pictures/Jane Doe
    r"|(?i:sources?|quellen?|kilde|källa|bron|fuente|fonte|źródło|zdroj|источник|джерело)\s?:\s(?:\S+ ?){1,9}(?<![.!?])"
)
_SIGNED = re.compile(rf"\((?:{_SOURCE}|[a-z/]{{2,12}})(?:[/,] ?\w{{1,20}}|/)*\)\.?$")  # each letter in one way alone
_HINTS = (
    "photo|image|credit|picture|file|foto|bild|getty|reuters|/|©|afp|via |(ap|epa|caption|courtesy|pic:|illustration"
    "|pictured|imagen|görsel|фото|صورة|video:|. ap|handout|(pa|legende|symbol|archi|source|quelle|kilde|källa|bron"
    "|fuente|fonte|źród|zdroj|источ|джерел|artist|left|right|cent|l.)|r.)|links|rechts"
).split("|")
"""One of these is in nearly every caption that can be told, but not in a credit such as `dpa` alone: a quick look that
spares the patterns."""


def caption(document: Document) -> Document:
    """Take out blocks that are wholly a caption with its credit, or a credit alone."""
    reasons: dict[int, str] = {}
    first, last = zones.story(document)
    short = [place for place, block in enumerate(document.blocks) if block.kind == "paragraph"]
    texts = {place: text for place in short if len(text := plain(document.blocks[place])) <= _LONGEST}
    for place, text in texts.items():
        if not any(map((text[:_OPENING] + text[-_TAIL:]).lower().__contains__, _HINTS)):
            continue
        if len(text) <= _LONGEST_CREDIT and _CREDIT.fullmatch(text):
            reasons[place] = "photo credit"
            if place > first + 1 and place - 1 not in reasons and _captions(document.blocks[place - 1]):
                reasons[place - 1] = "caption"
        elif place >= last and count(text) >= _PARAGRAPH and _SIGNED.search(text):
            continue  # the story's last paragraph, signed by its agency
        elif _STARTS.fullmatch(text) or _ENDS.search(text[-_TAIL:]) or _is_placed(text):
            reasons[place] = "caption"
    return take(document, reasons)


def _is_placed(text: str) -> bool:
    """Whether a line says who stands where."""
    return bool(_PLACED.search(text) or (_SIDE.search(text) and not is_prose(text)))


def _captions(block: Block) -> bool:
    """Whether what stands above a credit is a caption: no paragraph, and longer than a heading or ended by a stop."""
    if block.kind != "paragraph" or is_prose(block.text):
        return False
    return count(block.text) >= (4 if stops(block.text) else 10)
