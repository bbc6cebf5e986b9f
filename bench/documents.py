"""The articles of the corpus as source documents: as scraped text, as saved pages, as PDF."""

from __future__ import annotations

import re
import textwrap
from random import Random

import markdown
from corpus import Article, lexicon

_SHEET = 52
"""Lines on a page of paper."""


def text(original: Article) -> bytes:
    """The article as a scraper leaves it: title, date, and each paragraph on a line."""
    return f"{original.title}\n\n{original.date:%d %B %Y}\n\n{bare(original.body)}".encode()


def page(original: Article) -> bytes:
    """The article as a saved page, with a menu, other headlines, share buttons and a footer."""
    others = "".join(f'<li><a href="/{each}.html">{each.replace("-", " ")}</a></li>' for each in _slugs(original))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{original.title} | {original.publisher}</title>
<meta property="og:title" content="{original.title}"><meta property="og:site_name" content="{original.publisher}">
<meta property="article:published_time" content="{original.date.isoformat()}"></head>
<body><header><a href="/">{original.publisher}</a><nav><ul>{others}</ul></nav></header>
<main><article><h1>{original.title}</h1><p class="meta">{original.date:%d %B %Y}</p>
{markdown.markdown(original.body)}
<div class="share"><a href="#">Share</a> <a href="#">Print</a></div></article></main>
<aside><h2>Read more</h2><ul>{others}</ul></aside><footer><p>© {original.publisher}. All rights reserved.</p></footer>
</body></html>""".encode()


def pdf(original: Article) -> bytes:
    """The article set in one column on as many pages as it needs."""
    lines = [
        line
        for paragraph in (original.title, f"{original.date:%d %B %Y}", *bare(original.body).split("\n"))
        for line in (textwrap.wrap(paragraph, 90) or [""])
    ]
    sheets = [lines[at : at + _SHEET] for at in range(0, len(lines), _SHEET)]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(sheets)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    ]
    for number, sheet in enumerate(sheets):
        shown = "\n".join(f"({_escaped(line)}) Tj T*" for line in sheet)
        stream = f"BT /F 11 Tf 14 TL 60 780 Td\n{shown}\nET".encode("cp1252")
        box = "/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        parts.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {5 + 2 * number} 0 R>>".encode())
        parts.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, part)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, rows)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(data))
    return data + table + end


def bare(body: str) -> str:
    """A body without the marks of Markdown."""
    return re.sub(r"\]\([^)]*\)|[*\[]|^[>#]+ ", "", body, flags=re.MULTILINE)


def _slugs(original: Article) -> list[str]:
    """Other headlines of a page."""
    random = Random(f"page {original.slug}")
    return ["-".join(random.sample(lexicon().words, 6)) for _ in range(20)]


def _escaped(line: str) -> str:
    return re.sub(r"([\\()])", r"\\\1", line)
