"""The editions of single days and ISO weeks. One that is closed shows nothing of what became known later."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from generator.build import stories as story_stage
from generator.build.shelves import Shelf, known, shelve, story_at
from generator.build.topics import Names, names, slug
from generator.model import Citation, Digest, Edition, Entry, Page, Story

if TYPE_CHECKING:
    from generator.build.reading import Reading

Period = Literal["day", "week"]
Telling = tuple[tuple[str, tuple[int, ...], bool], ...]
"""The reports of a story as an edition knows them: each one's path, which of its sources, whether it was old."""
Tell = Callable[[Telling], tuple[Citation, ...]]
"""Gives the sentences that an edition says of such reports."""
MOST = 3
"""Sentences that an edition says of a story."""
CENTRAL = 0.5
"""A story whose topics all others have weighs so much more."""
TELLING = 3
"""Of so many topics of a story, those that most others have, it is asked how many have them."""


def editions(
    reports: Mapping[str, Page],
    period: Period,
    introductions: Mapping[str, Page],
    edited: Mapping[str, Page],
    tell: Tell,
    alone: story_stage.Alone,
) -> tuple[Edition, ...]:
    """One for each period that brought a report, newest first.

    `reports` are the articles by path, each with its publisher as it or a person calls it; `introductions` what a
    person says of stories, `edited` what one says of editions, both by slug. `tell` gives what is said of a
    story, which days and weeks have in common, as they have the stories of `alone`.
    """
    starts, days = (_monday, 7) if period == "week" else (_same, 1)
    shelves = shelve((page.entry for page in reports.values() if page.entry.kind == "article"), starts, days)
    holding: dict[str, list[tuple[Entry, dt.date]]] = defaultdict(list)
    found: list[Edition] = []
    born: list[tuple[dt.date, str]] = []
    for shelf in shelves:
        name = _slug(shelf.first, period)
        person = edited.get(name)
        ranked = _ranked(_Press(reports, introductions, holding, shelf, tell, alone).stories(), introductions)
        shown = _edited(ranked, person)
        kept = {each.url for each in shown}
        previous = next((url for since, url in reversed(born) if since <= shelf.closes), "")
        url = f"/editions/{name}/"
        found.append(
            Edition(
                slug=name,
                url=url,
                period=period,
                first=shelf.first,
                last=shelf.first + dt.timedelta(days=days - 1),
                stories=shown,
                previous=previous,
                title=person.entry.title if person else "",
                intro=person.html if person else "",
                omitted=tuple(sorted({name for each in ranked if each.url not in kept for name in called(each)})),
            )
        )
        born.append((shelf.born, url))
    return tuple(reversed(found))


@dataclasses.dataclass(frozen=True, slots=True)
class _Press:
    """What one edition is made from."""

    reports: Mapping[str, Page]
    introductions: Mapping[str, Page]
    holding: dict[str, list[tuple[Entry, dt.date]]]
    """The reports of earlier editions that were ever in a story, by its slug, each with the day it was first seen."""
    shelf: Shelf
    tell: Tell
    alone: story_stage.Alone

    def stories(self) -> list[Story]:
        """Its stories, lone reports included."""
        closes, called = self.shelf.closes, names(self.shelf.entries)
        groups: dict[str, list[Entry]] = defaultdict(list)
        alone: list[Entry] = []
        for entry in self.shelf.entries:
            at = story_at(entry, closes)
            then = _as_known(entry, closes)
            if at:
                groups[at].append(then)
            else:
                alone.append(then)
        found = []
        for name in sorted(groups):
            earlier = [
                _as_known(entry, closes)
                for entry, seen in self.holding.get(name, ())
                if seen <= closes and story_at(entry, closes) == name
            ]
            if len(groups[name]) + len(earlier) > 1:
                found.append(self._story(name, groups[name], earlier, called))
            else:
                alone += groups[name]
        for entry in self.shelf.entries:
            for name in {entry.story, *(each for _, each in entry.former)} - {""}:
                self.holding[name].append((entry, known(entry) or closes))
        return found + [self.alone.story(entry, called) for entry in alone]

    def _story(self, name: str, latest: list[Entry], earlier: list[Entry], called: Names) -> Story:
        latest.sort(key=story_stage.by_time)
        before = {entry.path for entry in earlier}
        known = sorted((*earlier, *latest), key=story_stage.by_time)
        said = self.tell(tuple((entry.path, self._sources(entry), entry.path in before) for entry in known))
        said = tuple(each for each in said if each.rank < MOST)
        fresh = said if before else ()
        person = self.introductions.get(name)
        made = story_stage.several(name, tuple(latest), person, called, Digest(sentences=said))
        return dataclasses.replace(made, fresh=fresh, update=bool(before), aliases=())

    def _sources(self, entry: Entry) -> tuple[int, ...]:
        """Which sources of a report these are, by their numbers."""
        every = self.reports[entry.path].entry.sources
        return tuple(number for number, each in enumerate(every) if each in entry.sources)


def say(telling: Telling, report: Callable[[str], tuple[Entry, Reading]]) -> tuple[Citation, ...]:
    """The sentences that an edition says of these reports; `report` gives each by its path."""
    from generator.build.digest import told, update
    from generator.build.digest.reports import numbered

    known = []
    for path, sources, _ in telling:
        entry, read = report(path)
        kept = tuple(entry.sources[number] for number in sources)
        known.append((entry if kept == entry.sources else dataclasses.replace(entry, sources=kept), read))
    before = {path for path, _, old in telling if old}
    reports = numbered(known)
    return update.fresh(reports, before) if before else told(reports)


def telling(entries: Iterable[Entry]) -> Telling:
    """Reports as an edition knows them that has all of them, and nothing of them was told before."""
    return tuple((entry.path, tuple(range(len(entry.sources))), False) for entry in entries)


def _as_known(entry: Entry, day: dt.date) -> Entry:
    """A report with the sources that were known by the end of a day; copies come in later."""
    if len(entry.sources) < 2:
        return entry
    sources = tuple(each for each in entry.sources if each.known is None or each.known <= day) or entry.sources[:1]
    return entry if len(sources) == len(entry.sources) else dataclasses.replace(entry, sources=sources)


def _ranked(stories: Sequence[Story], introductions: Mapping[str, Page]) -> tuple[Story, ...]:
    """By how many independent publishers report them, how new they are, and how many others share their topics."""
    of = {story.url: {slug(tag) for entry in story.entries for tag in entry.tags} for story in stories}
    counts = Counter(topic for own in of.values() for topic in own)
    others = max(1, len(stories) - 1)
    central: dict[str, float] = {}
    for url, own in of.items():
        most = sorted((counts[topic] - 1 for topic in own), reverse=True)[:TELLING]
        central[url] = 1 + CENTRAL * sum(most) / (TELLING * others)
    weights = {name: page.entry.weight for name, page in introductions.items()}
    return story_stage.rank(stories, weights, central)


def _edited(stories: tuple[Story, ...], person: Page | None) -> tuple[Story, ...]:
    """The stories as a person orders them: those named first, the others in their order, but for those left out."""
    if not person:
        return stories
    order = {name: place for place, name in enumerate(person.entry.order)}
    left = [story for story in stories if called(story).isdisjoint(person.entry.omit)]
    return tuple(sorted(left, key=lambda story: min(order.get(name, len(order)) for name in called(story))))


def called(story: Story) -> set[str]:
    """The slugs by which a person may name a story: its own, and those of its reports."""
    return {story.slug, *(entry.slug for entry in story.entries)}


def news(editions: Iterable[Edition], now: Mapping[str, str]) -> Mapping[str, tuple[Citation, ...]]:
    """What the newest edition of each story that stood in several says of it; `editions` are newest first.

    `now` tells by the paths of reports in which story they are now: in an edition they may stand in another one, or
    alone.
    """
    shown: dict[str, list[Story]] = defaultdict(list)
    for edition in editions:
        for story in edition.stories:
            for name in {now[entry.path] for entry in story.entries if entry.path in now}:
                shown[name].append(story)
    return {
        slug: (some[0].fresh if some[0].update else some[0].digest) for slug, some in shown.items() if len(some) > 1
    }


def _same(day: dt.date) -> dt.date:
    return day


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _slug(first: dt.date, period: Period) -> str:
    if period == "day":
        return first.isoformat()
    year, week, _ = first.isocalendar()
    return f"{year}-w{week:02}"
