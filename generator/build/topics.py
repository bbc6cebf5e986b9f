"""What articles share: topics, whatever their spelling."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Entry, Story, Topic
from generator.text import slugs

NEIGHBOURS = 12


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """The slug of a topic: names with one slug are one thing.

    Case, spaces, hyphens, accents and the punctuation around a name make no difference. Where a slug would lose more
    than that (`C++` and `C#` beside `C`, `★`, what is cut from a very long one) a few digits after it tell the names
    apart.
    """
    made, core = slugs.slug(name, ""), _core(name)
    if made and len(core) <= slugs.LENGTH and not any(map(_lost, core)):
        return made
    return f"{made or 'untitled'}-{hashlib.sha256(core.replace(' ', '').encode()).hexdigest()[:6]}"


def _core(name: str) -> str:
    """The name without what spellings of one name may differ in, its words parted by one space."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    spaced = "".join(" " if _in(each, "Pd") else each for each in plain if unicodedata.category(each)[0] not in "MC")
    core = " ".join(spaced.split())
    start, end = 0, len(core)
    while start < end and _in(core[start], "P"):
        start += 1
    while start < end and _in(core[end - 1], "P") and core[end - 1] not in _TELLING:
        end -= 1
    return core[start:end].strip() or core


def _in(character: str, category: str) -> bool:
    return unicodedata.category(character).startswith(category)


def _lost(character: str) -> bool:
    """Whether it is a sign that tells names apart and that no slug spells."""
    sign = character in _TELLING or (_in(character, "S") and not _in(character, "Sk"))
    return sign and not slugs.slug(character, "")


_TELLING = "#%*"
"""Punctuation that belongs to a name when it stands at its end: `C#`."""


def topic_url(name: str) -> str:
    """Address of a topic's page."""
    return f"/topics/{slug(name)}/"


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a topic besides its reports."""

    intro: str = ""
    """HTML of `content/topics/<slug>.md`, where a person wrote one."""
    aliases: tuple[str, ...] = ()
    """Addresses that lead to it: those of its other names, and those that a person gave it."""


@dataclass(frozen=True, slots=True)
class Names:
    """How each topic is called that has a page: its most frequent spelling, by slug."""

    shown: Mapping[str, str]

    def of(self, entries: Iterable[Entry]) -> tuple[str, ...]:
        """The topics of these entries, those of most entries first, then in the order in which they name them."""
        own = [each for entry in entries for tag in entry.tags if (each := slug(tag)) in self.shown]
        found = own if len(set(own)) == len(own) else [each for each, _ in Counter(own).most_common()]
        return tuple([self.shown[each] for each in found])


def names(articles: Iterable[Entry]) -> Names:
    """What the topics of these articles are called."""
    return Names(_spelled(tag for entry in articles for tag in entry.tags))


def shared(articles: Sequence[Entry], told: Container[str]) -> Names:
    """The same of those that have a page: two articles share them, or something is `told` of them.

    The page of another would tell no more than its one article, which is where a reader comes from.
    """
    having = Counter(each for entry in articles for each in {slug(tag) for tag in entry.tags})
    called = names(articles).shown
    return Names({each: name for each, name in called.items() if having[each] > 1 or each in told})


def _spelled(spellings: Iterable[str]) -> dict[str, str]:
    """By slug the most frequent spelling, the first in the alphabet among equals."""
    best: dict[str, str] = {}
    for spelling, _ in sorted(Counter(spellings).items(), key=lambda pair: (-pair[1], pair[0])):
        best.setdefault(slug(spelling), spelling)
    return best


def topics(
    articles: Sequence[Entry], stories: Sequence[Story], names: Names, told: Mapping[str, Told]
) -> tuple[Topic, ...]:
    """The topics of these names, those of most articles first. `articles` are newest first; `told` is by slug."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    about: dict[str, list[Story]] = defaultdict(list)
    together: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for entry in articles:
        own = [each for each in dict.fromkeys(map(slug, entry.tags)) if each in names.shown]
        for each in own:
            entries[each].append(entry)
            for other in own:
                together[each][other] += 1
    for story in sorted(stories, key=lambda story: story.last or dt.date.min, reverse=True):
        for name in story.tags:
            about[slug(name)].append(story)
    found = [
        Topic(
            name=names.shown[each],
            slug=each,
            url=f"/topics/{each}/",
            entries=tuple(entries[each]),
            stories=tuple(about[each]),
            neighbours=_neighbours(each, together[each], names),
            intro=told.get(each, Told()).intro,
            aliases=told.get(each, Told()).aliases,
        )
        for each in entries
    ]
    return tuple(sorted(found, key=lambda topic: (-len(topic.entries), topic.name.casefold(), topic.slug)))


def _neighbours(own: str, together: Mapping[str, int], names: Names) -> tuple[tuple[str, str, int], ...]:
    others = ((each, count) for each, count in together.items() if each != own and count > 1)
    nearest = sorted(others, key=lambda pair: (-pair[1], pair[0]))[:NEIGHBOURS]
    return tuple((names.shown[each], f"/topics/{each}/", count) for each, count in nearest)
