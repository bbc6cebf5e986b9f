"""The articles that the bench builds: made up, each from its own seed, so that number 7 is the same in every corpus.

The words are invented but as frequent as words are: a few function words everywhere, a long tail of rare ones. The
Markdown has what news has: sections, links, emphasis, lists, a quotation, curly marks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from random import Random

WORDS = 500
"""About as many are in a body."""
PER_DAY = 50
"""So many reports come in on a day: a larger corpus is a longer one, as an archive is."""
FIRST = dt.datetime(2020, 1, 1, 6, tzinfo=dt.UTC)
TOPICS = 40
PUBLISHERS = 12

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
    story: str = ""


def articles(count: int) -> Iterator[Article]:
    """The first `count` articles, one at a time: a corpus of any size takes no memory."""
    return map(article, range(count))


def article(number: int) -> Article:
    """Article `number`, from 0."""
    random = Random(f"article {number}")
    drawn = lexicon()
    text = _Text(random, drawn)
    title = text.phrase(6, 10)
    tags = tuple(dict.fromkeys(random.choices(drawn.topics, drawn.topic_weights, k=4)))
    return Article(
        slug=f"{'-'.join(title.lower().split()[:5])}-{number}",
        title=title,
        date=FIRST + dt.timedelta(days=number // PER_DAY, minutes=random.randrange(900)),
        tags=tags,
        summary=text.sentence(14, 22),
        publisher=random.choice(drawn.publishers),
        body=_body(random, text, tags),
    )


def in_stories(found: Iterable[Article]) -> Iterator[Article]:
    """The same articles, of which every other four tell one story."""
    for number, each in enumerate(found):
        yield replace(each, story="" if number // 4 % 2 else f"story-{number // 4}")


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

    def __init__(self, random: Random, lexicon: Lexicon) -> None:
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
class Lexicon:
    """What articles are made of."""

    words: list[str]
    weights: list[float]
    """Cumulative; the n-th word is drawn as often as 1 / n, after Zipf."""
    topics: list[str]
    topic_weights: list[float]
    publishers: list[str]


@cache
def lexicon() -> Lexicon:
    """The words, topics and publishers of every corpus."""
    random = Random("lexicon")
    words = [*_FUNCTION_WORDS.split(), *_invented(random, 6000, _ENDINGS)]
    names = [name.capitalize() for name in _invented(random, TOPICS + PUBLISHERS, "-")]
    return Lexicon(
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
