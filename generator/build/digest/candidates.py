"""Which sentences of a report could be quoted by themselves: whole ones, that need no sentence before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.build.digest.reported import Reported, Sentence
from generator.text.words import words

SHORTEST, LONGEST = 7, 48
"""In words. Shorter ones say too little, longer ones are no digest."""
DEEPEST = 25
"""How many sentences of a report are looked at: what is news stands in the first ones."""

_DANGLING: dict[str, frozenset[str]] = {
    language: frozenset(openers.split())
    for language, openers in {
        "en": """he she it they him her them his hers its their theirs this that these those such there here
            but and or nor so yet also however moreover furthermore therefore thus hence meanwhile instead still then
            otherwise nevertheless nonetheless besides additionally similarly likewise consequently accordingly both
            neither either another others one some because although though while whereas since unlike what which who
            we i our my you your me us let's i'm we're it's he's she's they're that's there's""",
        "de": """er sie es ihm ihr ihnen ihn sein seine seiner ihre ihrer dies diese dieser dieses diesen diesem das
            solche dort hier aber und oder doch jedoch denn also auch außerdem zudem dabei dadurch damit danach dann
            daher deshalb deswegen darum dagegen dennoch trotzdem allerdings zugleich gleichzeitig hingegen sonst
            beide weil obwohl während wir ich unser mein""",
        "fr": """il elle ils elles lui leur leurs son sa ses ce cet cette ces cela ça c'est celui celle ceux celles y
            mais et ou or donc car aussi ainsi cependant toutefois néanmoins pourtant alors ensuite puis enfin en
            outre par ailleurs de plus là ici nous je notre mon parce bien""",
        "es": """él ella ellos ellas ello su sus este esta estos estas esto ese esa esos esas eso aquel aquella pero y
            o sino así también además sin embargo entonces luego después por mientras tanto allí aquí ambos nosotros
            yo nuestro porque aunque""",
    }.items()
}
"""First words that point back, or are a speaker's, by language."""

_END = re.compile(r"[.!。।؟។။።։…][\"'”’»«›)\]」』]*$")
_FIRST = re.compile(r"[^\w]*([\w’']+)")
_PAIRS = (("«", "»"), ("‹", "›"), ("(", ")"), ("[", "]"), ("「", "」"))
_MARK = re.compile("[“”„«»‹›()[\\]「」]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be quoted."""

    sentence: Sentence
    publisher: str
    words: tuple[str, ...]

    @property
    def report(self) -> int:
        """Number of its report, from 0."""
        return self.sentence.report


def candidates(report: Reported) -> Iterator[Candidate]:
    """The sentences of a report that can stand alone, in order."""
    entry = report.entry
    title = words(entry.title)
    for each in report.sentences[:DEEPEST]:
        found = words(each.text)
        if SHORTEST <= len(found) <= LONGEST and found != title and stands_alone(each.text, entry.lang):
            yield Candidate(each, entry.publisher or entry.path, tuple(found))


def stands_alone(text: str, lang: str = "") -> bool:
    """Whether a sentence is whole and can be understood without the one before it."""
    first = _FIRST.match(text)
    if not first or not _END.search(text) or first[1][0].islower():
        return False
    if first[1].lower().replace("’", "'") in _DANGLING.get(lang.split("-", maxsplit=1)[0] or "en", ()):
        return False
    return text.count('"') % 2 == 0 and (not _MARK.search(text) or _closed(text))


def _closed(text: str) -> bool:
    """Whether each quotation mark and bracket has its other half. What opens “English” closes „German“ ones."""
    low, left, right = (text.count(sign) for sign in "„“”")
    quoted = low == left + right if low else left == right
    return quoted and all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)
