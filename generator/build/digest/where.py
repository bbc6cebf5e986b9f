"""Where a story happens: the place of which its reports speak most, known by the words before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from generator.build.digest.reported import Reported, named
from generator.build.digest.shared import LEAST, Shared, early, shared
from generator.text.months import calendar
from generator.text.name_words import BODIES
from generator.text.office_words import IN
from generator.text.places import COUNTRIES, PEOPLES
from generator.text.words import stopwords

FIRST = 3
"""Sentences of a report in which the place of a story stands, if not in the headline; others are by the way."""
TITLED = 3
"""A place in a headline counts as often as one in so many sentences."""
OFTEN = 0.3
"""In so many of the sentences that name it, a place stands behind such a word; anything else does by chance."""
_SEATS = BODIES | {"senate", "congress", "house", "assembly", "constitution", "internet", "twitter"}
"""Where something is decided, and no place on a map."""


def where(reports: Sequence[Reported]) -> list[Shared]:
    """Places that several voices name, what they speak of most first; countries only where there is nothing nearer."""
    known = {name.text for report in reports for name in named(report)}
    found = shared(reports, lambda text, lang: _places(text, lang, known))
    found = [each for each in found if early(each.value, reports, FIRST) >= LEAST]
    found = [each for each in found if each.value not in COUNTRIES] or found
    texts = [(sentence.text, report.lang) for report in reports for sentence in report.sentences]
    titles = [report.entry.title for report in reports]
    weighed = []
    for each in found:
        naming = [(text, lang) for text, lang in texts if each.value in text]
        if sum(each.value in _places(text, lang, known) for text, lang in naming) >= OFTEN * len(naming):
            weighed.append((len(naming) + TITLED * sum(each.value in title for title in titles), each))
    return [each for _, each in sorted(weighed, key=lambda pair: -pair[0])]


def _places(text: str, lang: str, known: Collection[str]) -> list[str]:
    """What stands where a place would, and not before another noun: `at Garrow quarry`."""
    found = []
    for match in located(text, lang):
        place, after = match["place"], match["after"].strip()
        noun = match["word"].lower() == "at" and after and after not in stopwords("")
        if place in known and place not in PEOPLES and not noun and place.split()[-1].lower() not in _SEATS:
            found.append(place)
    return found


@lru_cache(maxsize=1024)  # asked for what happened somewhere, too
def located(text: str, lang: str) -> tuple[re.Match[str], ...]:
    """Where a sentence has a word of place, its `word`, and then a name that is no month or weekday, its `place`.

    `kind` is what stands between them (`village of`), `after` the small word behind.
    """
    code = lang or "en"
    found = _pattern(code).finditer(text) if code in IN else ()
    return tuple(match for match in found if match["place"].split()[0].lower() not in calendar(code))


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{IN[lang]})(?P<place>[A-ZÀ-Þ][\w’'-]*\w(?: [A-ZÀ-Þ][\w’'-]*\w)*)(?P<after>(?: [^\W\d_A-ZÀ-Þ]+)?)"
    )
