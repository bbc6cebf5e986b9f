"""What one report says by itself, read once and kept by the engine; `digest` holds the reports of a story together.

    paragraphs → sentences → names → people
                     │                 │
                     ├── quotable ◄────┤    which can be told by themselves
                     ├── statements    │    figures, and of what
                     ├── dated         │    when it happened
                     ├── places        │    where
                     ├── holders ◄─────┤    who holds an office
                     └── quoted ◄──────┘    who says what

Each kind is a module of its own, and knows nothing of other reports. The values are plain, their sets sorted, so that
equal ones are spelled alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.build.reading import offices, people, sentences, when
from generator.build.reading import places as placed
from generator.build.reading import quotable as alone
from generator.build.reading import quoted as spoken
from generator.build.reading import statements as figured
from generator.build.reading.offices import Holder
from generator.build.reading.people import Somebody
from generator.build.reading.places import Place
from generator.build.reading.quotable import Quotable
from generator.build.reading.quoted import Quoted
from generator.build.reading.sentences import Sentence
from generator.build.reading.statements import Statement
from generator.build.reading.when import Dated
from generator.model import Entry
from generator.text.names import names


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of one report without any other. What names a sentence does so by its place in the report."""

    lang: str
    """Without a region, as in `en`; empty when unknown."""
    sentences: tuple[Sentence, ...]
    names: tuple[str, ...]
    """All that have a name in it."""
    somebody: tuple[Somebody, ...]
    """Who acts in it: people and bodies."""
    quotable: tuple[Quotable, ...]
    statements: tuple[Statement, ...]
    dated: tuple[Dated, ...]
    places: tuple[Place, ...]
    holders: tuple[Holder, ...]
    quoted: tuple[Quoted, ...]

    @property
    def text(self) -> str:
        """All of its sentences."""
        return "\n".join(each.text for each in self.sentences)


def read(entry: Entry, paragraphs: Sequence[str]) -> Reading:
    """A report of these numbered paragraphs, read. Of `entry` count what the file itself says, and no other file."""
    lang, stated, text = entry.lang.split("-", maxsplit=1)[0], entry.stated, "\n".join(paragraphs)
    told = tuple(sentences.split(paragraphs, entry.lang))
    named = names(text, entry.lang)
    known = people.people(named, {source.name for source in entry.sources})
    quoted = tuple(spoken.quoted(paragraphs, told, lang, known))
    speakers = {each.speaker for each in quoted}
    return Reading(
        lang,
        told,
        tuple(each.text for each in named),
        tuple(people.somebody(named, text, lang, speakers)),
        tuple(alone.quotable(entry, told, known.full)),
        tuple(figured.statements(told, lang, stated)),
        tuple(when.dated(told, lang, stated)),
        tuple(placed.places(told, lang)),
        tuple(offices.holders(told, lang, known.full)),
        quoted,
    )
