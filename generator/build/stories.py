"""Which reports make a story, what is known of it, and how much it matters beside the others."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from generator.build.called import namesake
from generator.build.topics import Names
from generator.build.voices import voices
from generator.errors import Problem, problem
from generator.model import Day, Digest, Entry, Page, Story

HALF_LIFE = 2.0
"""Days after which a story counts half as much."""
UNDATED = 4.0
"""So many days older than its first sight is a story without a date taken to be: what is known to be new goes first."""


def group(articles: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The articles of each story with two or more, by its slug, oldest first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in articles:
        if entry.story:
            found[entry.story].append(entry)
    return {slug: tuple(sorted(found[slug], key=by_time)) for slug in sorted(found) if len(found[slug]) > 1}


def in_order(entries: tuple[Entry, ...], wanted: Sequence[str]) -> tuple[Entry, ...]:
    """The reports of a story, those that a person names by their slugs first."""
    place = {slug: number for number, slug in enumerate(wanted)}
    return tuple(sorted(entries, key=lambda entry: place.get(entry.slug, len(place)))) if wanted else entries


def by_time(entry: Entry) -> tuple[dt.date, float, str]:
    """Sorts entries oldest first, undated ones last; a date alone comes before the moments of its day."""
    return entry.stated or dt.date.max, _seconds(entry.date), entry.path


def _seconds(date: Day | None) -> float:
    return date.timestamp() if isinstance(date, dt.datetime) else -math.inf


def stories(
    articles: Sequence[Entry],
    digests: Mapping[str, Digest],
    introductions: Mapping[str, Page],
    names: Names,
    alone: Alone,
) -> tuple[Story, ...]:
    """Every story, lone reports included, ranked.

    `digests` and `introductions` (what a person says of a story, `content/stories/<slug>.md`) are by slug; `alone`
    makes stories of lone reports.
    """
    groups = group(articles)
    found = [
        several(slug, entries, introductions.get(slug), names, digests.get(slug, Digest()))
        for slug, entries in groups.items()
    ]
    found += [alone.story(entry, names) for entry in articles if entry.story not in groups]
    found = _with_former(found, groups)
    weights = {slug: page.entry.weight for slug, page in introductions.items()}
    return rank(found, weights)


def several(slug: str, entries: tuple[Entry, ...], page: Page | None, names: Names, digest: Digest) -> Story:
    """A story, which the first sentence of its digest sums up; a person's title and summary win."""
    best = namesake(entries)
    own = page.entry if page else None
    entries = in_order(entries, own.order if own else ())
    cited = digest.sentences[0].text if digest.sentences else ""
    days = [entry.stated for entry in entries if entry.stated]
    return Story(
        slug=slug,
        url=f"/stories/{slug}/",
        title=(own.title if own else "") or best.title,
        summary=(own.summary if own else "") or cited or best.summary,
        entries=entries,
        digest=digest.sentences,
        facts=digest.facts,
        agreed=digest.agreed,
        differences=digest.differences,
        developments=digest.developments,
        quotes=digest.quotes,
        timeline=digest.timeline,
        publishers=_publishers(entries),
        voices=len({*voices(entries)}),
        tags=names.of(entries),
        first=min(days, default=None),
        last=max(days, default=None),
        intro=page.html if page else "",
        aliases=own.aliases if own else (),
        pin=any(entry.pin for entry in entries) or (own.pin if own else False),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class Alone:
    """Reports that stand for themselves. On the front page, in its day and in its week one is the same story."""

    known: dict[tuple[int, tuple[str, ...]], Story] = dataclasses.field(default_factory=dict)

    def story(self, entry: Entry, names: Names) -> Story:
        """That of one report, with its topics as they are called there."""
        tags = names.of((entry,))
        found = self.known.get((id(entry), tags))  # the story holds the entry, so that no other gets its id
        if found is None:
            self.known[id(entry), tags] = found = Story(
                slug=entry.slug,
                url=entry.url,
                title=entry.title,
                summary=entry.summary,
                entries=(entry,),
                publishers=_publishers((entry,)),
                tags=tags,
                first=entry.stated,
                last=entry.stated,
                lone=True,
                pin=entry.pin,
            )
        return found


def _with_former(found: Sequence[Story], groups: Container[str]) -> list[Story]:
    """The stories, each with the addresses of former ones that lead to it: where most of their reports are now."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for story in found:
        for entry in story.entries:
            for slug in {entry.story, *(slug for _, slug in entry.former)} - {""}:
                if slug not in groups:
                    votes[slug][story.url] += 1
    leads: dict[str, list[str]] = defaultdict(list)
    for slug in sorted(votes):
        leads[min(votes[slug], key=lambda url: (-votes[slug][url], url))].append(f"/stories/{slug}/")
    return [
        dataclasses.replace(each, aliases=tuple(dict.fromkeys((*each.aliases, *leads[each.url]))))
        if each.url in leads
        else each
        for each in found
    ]


def _publishers(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.name for entry in entries for source in entry.sources if source.name))


def unshown(introductions: Mapping[str, Page], groups: Mapping[str, object]) -> list[Problem]:
    """A warning for each introduction whose story has no page of its own."""
    return [
        problem(
            f"the story `{slug}` has fewer than two reports, so this is shown nowhere",
            page.entry.path,
            hint=f"write `story: {slug}` into the articles that belong to it",
            level="warning",
        )
        for slug, page in introductions.items()
        if slug not in groups
    ]


def rank(
    some: Iterable[Story], weights: Mapping[str, int] | None = None, central: Mapping[str, float] | None = None
) -> tuple[Story, ...]:
    """The most important first.

    A story weighs `(1 + ln publishers + 0.3 ln reports) * 0.5 ** (age / HALF_LIFE)`. Publishers are the independent
    ones: copies of one text count once. Its age is counted in days from the newest day among `some`, not from the
    clock, so that the order is the same whenever it is computed; one without a date is as old as when it was first seen
    and UNDATED more. `central` may give factors to the weights, by address. What a person pinned comes first, by
    `weight`.
    Equals are ordered by day, the newest first, then by title.
    """
    some = tuple(some)
    newest = max((story.last for story in some if story.last), default=None)
    weights, central = weights or {}, central or {}

    def key(story: Story) -> tuple[object, ...]:
        pinned = (not story.pin, weights.get(story.slug, 0) if story.pin and not story.lone else 0)
        day = -story.last.toordinal() if story.last else 0
        return (*pinned, -_weight(story, newest) * central.get(story.url, 1.0), day, story.title, story.url)

    return tuple(sorted(some, key=key))


def _weight(story: Story, newest: dt.date | None) -> float:
    size = 1 + math.log(story.voices) + 0.3 * math.log(len(story.entries))
    if newest is None:
        return size
    return size * math.pow(0.5, _age(story, newest) / HALF_LIFE)


def _age(story: Story, newest: dt.date) -> float:
    if story.last:
        return (newest - story.last).days
    seen = [entry.day for entry in story.entries if entry.day]
    return max(0, (newest - max(seen, default=dt.date.min)).days) + UNDATED
