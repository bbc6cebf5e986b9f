"""Which report names its story: the one whose headline and standfirst tell what the others tell, too.

What several reports say is the event; a colourful phrase, a side to it or a later consequence stands in one alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from generator.model import Entry
from generator.text.words import stopwords, words

SPOKEN = re.compile(r"[?？؟“”„«»‘「『\"]")
EXPLAINS = re.compile(
    r"(?i)(?:how|why|what|(?!(?-i:WHO))who|when|here(?:[’']s)?|everything|inside|watch|opinion|analysis|fact.?check(?:ing)?|warum|wieso"
    r"|wie|was|so|pourquoi|comment|por qué|cómo|qué|perché|come|por que|como|waarom|hoe|wat)\b"
)
"""A headline that asks, that lets somebody speak, that explains or comments, tells less of what happened."""
COLOURED = 0.3
"""What that costs, beside a worth that is seldom over 2."""
OWN = 0.03
"""What each word of a headline costs that no other report has in headline or standfirst: it may be loaded."""
NEWEST = 0.1
"""What the newest report is worth more than the oldest: it knows how things went on."""


def namesake(entries: Sequence[Entry]) -> Entry:
    """The report, of several in order of time, that tells best what the story is; it is in the language of most."""
    told = [(_telling(each.title, each.lang), _telling(each.summary, each.lang)) for each in entries]
    known = Counter(word for title, summary in told for word in title | summary)
    spoken = Counter(entry.lang.split("-")[0] for entry in entries)
    others = max(1, len(entries) - 1)

    def worth(place: int) -> tuple[int, float, int]:
        entry, parts = entries[place], told[place]
        shared = sum(_shared(part, known) for part in parts) / others
        shared += NEWEST * place / others
        shared -= OWN * sum(known[word] == 1 for word in parts[0]) + COLOURED * _is_coloured(entry.title)
        return spoken[entry.lang.split("-")[0]], shared, place

    return entries[max(range(len(entries)), key=worth)]


def _is_coloured(title: str) -> bool:
    return bool(SPOKEN.search(title) or EXPLAINS.match(title))


def _telling(text: str, lang: str) -> set[str]:
    small = stopwords(lang)
    return {word for word in words(text) if word not in small and len(word) > 1}


def _shared(part: set[str], known: Counter[str]) -> float:
    """How many other reports know its words; the root keeps long ones from winning by their length."""
    return sum(known[word] - 1 for word in part) / sqrt(len(part) + 4)
