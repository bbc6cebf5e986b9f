"""One name for each topic, whatever reports call it: what `content/topics/` says first, then what the reports show.

That `Putin` is Vladimir Putin, `EU` the European Union and `Floods` the same as `Flood` is decided here, from all
reports together, each time the site is built: articles keep the tags that they have, and a new report may change the
answer.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.build.topics import Told, slug
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Entry, Page
from generator.text.name_words import BODIES, NOT_SURNAMES, PLACE_HEADS
from generator.text.places import ALIASES, COUNTRIES

_SHORTEST = 5
"""Letters of a word whose plural is counted for it."""


@dataclass(frozen=True, slots=True)
class United:
    """All pages, their topics under one name each."""

    pages: Mapping[str, Page]
    told: Mapping[str, Told]
    """By the topic's slug."""
    problems: tuple[Problem, ...]
    """Warnings: what a person wrote of topics that no report has."""


@dataclass(slots=True)
class _Names:
    """What each spelling is called, by its slug; nothing for one that a person hid. Filled in rule by rule."""

    counts: Mapping[str, int]
    """Reports by slug, of all spellings that reports use."""
    spelled: Mapping[str, str]
    """The most frequent spelling of each slug."""
    having: Mapping[str, set[int]]
    """The reports of each slug, by their numbers: two that one report has are two things."""
    called: dict[str, str] = field(default_factory=dict)
    full: set[str] = field(default_factory=set)
    """What others are called by."""

    def call(self, each: str, name: str) -> None:
        """Call one spelling by a name."""
        self.called[each] = name
        self.full.add(name)

    def merge(self, short: str, full: str) -> None:
        """Call one name by another, unless something has been said of it, or others are called by it already."""
        known = short == full or short in self.called or self.spelled[short] in self.full
        if not known and self.having[short].isdisjoint(self.having[full]):
            self.call(short, self.called.get(full, self.spelled[full]))


def united(pages: Mapping[str, Page]) -> United:
    """The same pages, each topic called by one name, and the topics that a person hid left out.

    Raises BroadsheetError when two files below `content/topics/` claim one name.
    """
    files = [page for page in pages.values() if page.entry.kind == "topic"]
    articles = [page.entry for page in pages.values() if page.entry.kind == "article" and page.entry.tags]
    names = _names(articles)
    claimed = _claimed(files)
    for own, page in claimed.items():
        names.call(own, "" if page.entry.hide else _title(page.entry, names))
    free = [each for each in names.counts if each not in claimed]
    for rule in (_aliases, _initials, _surnames, _plurals):
        rule(names, free)
    return United(_renamed(pages, names), _told(files, names), tuple(_unshown(files, names, claimed)))


def _names(articles: Iterable[Entry]) -> _Names:
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    having: defaultdict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(articles):
        own = {slug(tag): tag for tag in entry.tags}
        for each, tag in own.items():
            spelled[each][tag] += 1
            having[each].add(number)
    best = {each: min(found, key=lambda tag: (-found[tag], tag)) for each, found in sorted(spelled.items())}
    return _Names({each: len(reports) for each, reports in having.items()}, best, having)


def _claimed(files: Iterable[Page]) -> dict[str, Page]:
    """What each file speaks of: the slugs of its title, its other names and its own name."""
    claimed: dict[str, Page] = {}
    faults = []
    for page in files:
        entry = page.entry
        for name in dict.fromkeys((entry.slug, *map(slug, filter(None, (entry.title, *entry.names))))):
            other = claimed.setdefault(name, page)
            if other is not page:
                what = f"the topic `{name}` is that of `{other.entry.path}`, too"
                faults.append(problem(what, entry.path, hint="name it in one of them"))
    if faults:
        raise BroadsheetError(faults)
    return claimed


def _title(entry: Entry, names: _Names) -> str:
    """What a topic is called: as its file says, else as reports spell it, else by the first of its other names."""
    spelled = (names.spelled.get(each, "") for each in (entry.slug, *map(slug, entry.names)))
    return entry.title or next(filter(None, spelled), entry.slug)


def _aliases(names: _Names, free: list[str]) -> None:
    """`U.S.` is the United States: names of one thing that everybody knows, where reports have several of them."""
    for group in ALIASES:
        own = [each for each in dict.fromkeys(map(slug, group)) if each in names.counts]
        if len(own) > 1:
            best = max(own, key=lambda each: (" " in names.spelled[each], names.counts[each]))
            for each in set(own).intersection(free):
                names.merge(each, best)


def _initials(names: _Names, free: list[str]) -> None:
    """`WTO` is the World Trade Organization, where one name alone has these initials."""
    full: defaultdict[str, list[str]] = defaultdict(list)
    for each in names.counts:
        words = [word for word in names.spelled[each].split() if word[0].isupper()]
        if len(words) >= 3:
            full["".join(word[0] for word in words)].append(each)
    for each in free:
        spelled = names.spelled[each].replace(".", "")
        if spelled.isupper() and len(full.get(spelled, ())) == 1:
            names.merge(each, full[spelled][0])


def _surnames(names: _Names, free: list[str]) -> None:
    """`Putin` is Vladimir Putin, where one name alone ends with it, which several and no fewer reports have in full.

    One report that has more is no ground: `Madrid` and `Real Madrid` once each are two things more often than one.
    """
    ending: defaultdict[str, list[str]] = defaultdict(list)
    for each in names.counts:
        words = [] if each in names.called else names.spelled[each].split()
        if 2 <= len(words) <= 4 and all(word[0].isupper() for word in (words[0], words[-1])):
            last = words[-1].casefold()
            if last not in NOT_SURNAMES and last not in BODIES and words[0].casefold() not in PLACE_HEADS:
                ending[slug(words[-1])].append(each)
    for each in free:
        full = [other for other in ending.get(each, ()) if names.spelled[other] not in COUNTRIES]
        if (
            len(full) == 1
            and names.spelled[each] not in COUNTRIES
            and names.counts[full[0]] >= max(2, names.counts[each])
        ):
            names.merge(each, full[0])


def _plurals(names: _Names, free: list[str]) -> None:
    """`Floods` and `Flood` are called by the more frequent."""
    for each in free:
        several = f"{each}s"
        if len(each) >= _SHORTEST and "-" not in each and several in names.counts and several in free:
            short, full = sorted((each, several), key=lambda one: (names.counts[one], one))
            names.merge(short, full)


def _renamed(pages: Mapping[str, Page], names: _Names) -> dict[str, Page]:
    found = dict(pages)
    for path, page in pages.items():
        entry = page.entry
        if entry.kind == "article" and any(slug(tag) in names.called for tag in entry.tags):
            named = {slug(name): name for tag in entry.tags if (name := names.called.get(slug(tag), tag))}
            if (tags := tuple(named.values())) != entry.tags:
                found[path] = dataclasses.replace(page, entry=dataclasses.replace(entry, tags=tags))
    return found


def _told(files: Iterable[Page], names: _Names) -> dict[str, Told]:
    """By slug of the name that is shown, the text that a person wrote, and the addresses of the other names."""
    intros = {}
    former: defaultdict[str, list[str]] = defaultdict(list)
    for page in files:
        name = names.called[page.entry.slug]
        if name:
            intros[slug(name)] = page.html
            former[slug(name)] += page.entry.aliases
    for each, name in sorted(names.called.items()):
        if name and slug(name) != each:
            former[slug(name)].append(f"/topics/{each}/")
    return {each: Told(intros.get(each, ""), tuple(dict.fromkeys(former[each]))) for each in {*intros, *former}}


def _unshown(files: Iterable[Page], names: _Names, claimed: Mapping[str, Page]) -> Iterator[Problem]:
    """A warning for each file whose topic no report has."""
    used = {claimed[each].entry.path for each in names.counts if each in claimed}
    for page in files:
        if page.entry.path not in used:
            shown = page.entry.title or page.entry.slug
            yield problem(
                f"no report has the topic `{shown}`, so this is shown nowhere",
                page.entry.path,
                hint="name the file as the topic's address does, or write its other names into `aliases`",
                level="warning",
            )
