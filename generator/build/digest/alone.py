"""Which sentences say something that no other publisher of the story says.

It is claimed only where all signs agree: the other publishers together have few of its rarer words, it has a name or a
figure that none of them has, and none of them has it for a headline. In doubt nothing is claimed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from generator.build.digest.reports import Report
from generator.build.profiles import slug
from generator.model import Citation, Entry
from generator.text.words import stopwords, words

SHARED = 0.5
"""Where the others have more of a sentence's telling words than this, they may say the same."""
TITLED = 2
"""A sentence with so many words of another publisher's headline tells what that one tells, too."""

_SIGN = re.compile(r"(?<=\w[\s\u00a0])[A-ZÀ-ÞΑ-ΩА-Я]\w{2,}|\d+(?:[.,\u00a0]\d+)*")
"""A name inside a sentence, or a figure."""


def mark(citations: Sequence[Citation], reports: Sequence[Report]) -> tuple[Citation, ...]:
    """The same citations, with `alone` where it is sure."""
    texts = {
        report.entry.path: f"{report.entry.title}\n{report.read.text}".lower().replace("’", "'") for report in reports
    }
    return tuple(dataclasses.replace(each, alone=_alone(each, reports, texts)) for each in citations)


def _alone(each: Citation, reports: Sequence[Report], texts: Mapping[str, str]) -> bool:
    others = [report.entry for report in reports if _apart(each.entry, report.entry)]
    if not each.entry.publisher or not others:
        return False
    rest = [texts[other.path] for other in others]
    if all(any(sign.lower() in text for text in rest) for sign in _SIGN.findall(each.text)):
        return False
    mine = set(words(each.text)) - stopwords(each.entry.lang)
    if any(len(mine.intersection(words(other.title))) >= TITLED for other in others):
        return False
    return sum(any(word in text for text in rest) for word in mine) < SHARED * len(mine)


def _apart(one: Entry, other: Entry) -> bool:
    """Whether two articles come from different publishers; one without a publisher is nobody else's.

    However names are spelled, so that an edition, which has them as its reports spell them, says what the story says.
    """
    names = {slug(source.name) for source in one.sources if source.name}
    return one.path != other.path and not any(source.name and slug(source.name) in names for source in other.sources)
