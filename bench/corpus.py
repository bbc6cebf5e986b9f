"""The articles that the bench builds: made up, each from its own seed, so that number 7 is the same in every corpus.

The words are invented but as frequent as words are: a few function words everywhere, a long tail of rare ones. The
Markdown has what news has: sections, links, emphasis, lists, a quotation, curly marks.
"""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from random import Random

import markdown

WORDS = 500
"""About as many are in a body."""
DAYS = 60
FIRST = dt.datetime(2025, 9, 1, 6, tzinfo=dt.UTC)
TOPICS = 40
PUBLISHERS = 12

_SHEET = 52
"""Lines on a page of paper."""
_FUNCTION_WORDS = """
the of and to in a that is was for on with as at by from has it but not are this have had were which an their said after
more who been will one about its they would when there or all also than into over out no if so could
"""
_STARTS = "b b br c c ch d d f f g gr h j k l l m m n n p p pr r r s s sh st t t tr v v w"
_VOWELS = "a a a e e e i i o o u ea ou"
_ENDS = "- - - - l l m n n nd r r rn s st t"
_ENDINGS = "- - - - ed er es ing ion ly ment ness s"
"""Parts of invented words, each as often as it is to be drawn; a hyphen is none."""
_PLACES = ["Port {}", "{}", "{}", "{} Valley", "New {}", "{} Council", "{} Institute", "{} Railways", "the {} Treaty"]
_MASTHEADS = ["{} Courier", "{} Post", "The {} Gazette", "Radio {}", "{} Observer", "{} Press Agency"]


@dataclass(frozen=True, slots=True)
class Article:
    """One report, not yet in anyone's syntax."""

    slug: str
    title: str
    date: dt.datetime
    tags: tuple[str, ...]
    summary: str
    publisher: str
    body: str
    """Markdown."""


def articles(count: int) -> Iterator[Article]:
    """The first `count` articles, one at a time: a corpus of any size takes no memory."""
    return map(article, range(count))


def article(number: int) -> Article:
    """Article `number`, from 0."""
    random = Random(f"article {number}")
    lexicon = _lexicon()
    text = _Text(random, lexicon)
    title = text.phrase(6, 10)
    tags = tuple(dict.fromkeys(random.choices(lexicon.topics, lexicon.topic_weights, k=4)))
    return Article(
        slug=f"{'-'.join(title.lower().split()[:5])}-{number}",
        title=title,
        date=FIRST + dt.timedelta(days=number % DAYS, minutes=random.randrange(900)),
        tags=tags,
        summary=text.sentence(14, 22),
        publisher=random.choice(lexicon.publishers),
        body=_body(random, text, tags),
    )


def edited(original: Article, times: int) -> Article:
    """The same article with a sentence in its body that it had not before."""
    return replace(original, body=f"{original.body}\n{mark(times)}\n")


def mark(times: int) -> str:
    """The sentence that `edited` adds; to be looked for in the page that was built."""
    return f"Correction number {times} was made to this report."


def text(original: Article) -> bytes:
    """The article as a scraper leaves it: title, date, and each paragraph on a line."""
    return f"{original.title}\n\n{original.date:%d %B %Y}\n\n{_bare(original.body)}".encode()


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
        for paragraph in (original.title, f"{original.date:%d %B %Y}", *_bare(original.body).split("\n"))
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


def _bare(body: str) -> str:
    """A body without the marks of Markdown."""
    return re.sub(r"\]\([^)]*\)|[*\[]|^[>#]+ ", "", body, flags=re.MULTILINE)


def _slugs(original: Article) -> list[str]:
    """Other headlines of a page."""
    random, lexicon = Random(f"page {original.slug}"), _lexicon()
    return ["-".join(random.sample(lexicon.words, 6)) for _ in range(20)]


def _escaped(line: str) -> str:
    return re.sub(r"([\\()])", r"\\\1", line)


def _body(random: Random, text: _Text, tags: tuple[str, ...]) -> str:
    """An opening, three sections of paragraphs with a list and a quotation among them."""
    blocks = [text.paragraph(tags), text.paragraph(tags)]
    for section in range(3):
        blocks += [f"## {text.phrase(3, 6)}", *(text.paragraph(tags) for _ in range(3))]
        if section == 0:
            blocks.append("\n".join(f"- {text.sentence(6, 10)}" for _ in range(3)))
        elif section == 1:
            blocks += [f"> {text.sentence(12, 18)}", text.paragraph(tags)]
        elif random.random() < 0.3:
            blocks.append("\n".join(f"{number}. {text.sentence(5, 9)}" for number in (1, 2, 3)))
    return "\n\n".join(blocks) + "\n"


class _Text:
    """Words of one article, drawn all at once, and handed out as phrases, sentences and paragraphs."""

    def __init__(self, random: Random, lexicon: _Lexicon) -> None:
        self._random = random
        self._words = iter(random.choices(lexicon.words, cum_weights=lexicon.weights, k=4 * WORDS))

    def _take(self, least: int, most: int) -> list[str]:
        return [next(self._words) for _ in range(self._random.randint(least, most))]

    def phrase(self, least: int, most: int) -> str:
        """A title or heading."""
        return " ".join(self._take(least, most)).capitalize()

    def sentence(self, least: int, most: int) -> str:
        """A sentence of plain words."""
        return f"{self.phrase(least, most)}."

    def paragraph(self, tags: tuple[str, ...]) -> str:
        """Two or three sentences: one names a topic, and some have a link, emphasis or curly marks."""
        random, sentences = self._random, []
        for _ in range(random.randint(2, 3)):
            words = self._take(9, 20)
            words[random.randrange(2, 8)] = random.choice(tags)
            self._mark(words)
            sentences.append(f"{words[0].capitalize()} {' '.join(words[1:])}.")
        return " ".join(sentences)

    def _mark(self, words: list[str]) -> None:
        place, chance = self._random.randrange(1, len(words)), self._random.random()
        if chance < 0.10:
            words[place] = f"[{words[place]} {next(self._words)}](https://example.org/{next(self._words)}/{place})"
        elif chance < 0.20:
            words[place] = f"*{words[place]}*"
        elif chance < 0.25:
            words[place] = f"**{words[place]} {next(self._words)}**"
        elif chance < 0.45:
            words[place] = f"“{words[place]} {next(self._words)},”"
        elif chance < 0.60:
            words[place] += "’s"


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: list[str]
    weights: list[float]
    """Cumulative; the n-th word is drawn as often as 1 / n, after Zipf."""
    topics: list[str]
    topic_weights: list[float]
    publishers: list[str]


@cache
def _lexicon() -> _Lexicon:
    random = Random("lexicon")
    words = [*_FUNCTION_WORDS.split(), *_invented(random, 6000, _ENDINGS)]
    names = [name.capitalize() for name in _invented(random, TOPICS + PUBLISHERS, "-")]
    return _Lexicon(
        words=words,
        weights=list(accumulate(1 / (rank + 3) for rank in range(len(words)))),
        topics=[random.choice(_PLACES).format(name) for name in names[:TOPICS]],
        topic_weights=[1 / (rank + 10) for rank in range(TOPICS)],
        publishers=[random.choice(_MASTHEADS).format(name) for name in names[TOPICS:]],
    )


def _invented(random: Random, count: int, endings: str) -> list[str]:
    """Different words of one or two syllables and an ending."""
    syllable = [part.split() for part in (_STARTS, _VOWELS, _ENDS)]
    found: dict[str, None] = {}
    while len(found) < count:
        parts = syllable * random.choice((1, 2, 2))
        word = "".join(map(random.choice, [*parts, endings.split()])).replace("-", "")
        if len(word) > 2:
            found[word] = None
    return list(found)
