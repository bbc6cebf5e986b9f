"""All Entries → the Site: ordered, grouped, ranked and linked. Pure: no file, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.build import stories as story_stage
from generator.build.editions import Tell, editions, news
from generator.build.profiles import Profiles
from generator.build.publishers import publishers
from generator.build.topics import Told, shared, topics
from generator.model import Digest, Entry, Page, Site


def assemble(
    entries: Iterable[Entry],
    digests: Mapping[str, Digest],
    introductions: Mapping[str, Page],
    profiles: Profiles,
    told: Mapping[str, Told] = MappingProxyType({}),
    reports: Mapping[str, Page] | None = None,
    tell: Tell = lambda telling: (),
) -> Site:
    """The site of these articles and pages.

    `digests` holds what is told of each story, `introductions` what a person says of one in `content/stories/`,
    both by the story's slug; `profiles` what a person says of publishers, `told` what is known of topics, by slug.
    `reports` are the content files by path with publishers and topics as they name them themselves, for the editions,
    which know nothing of later reports; without them their entries serve. `tell` says what an edition says of a story.
    """
    entries = tuple(entries)
    reports = reports or {entry.path: Page(entry, "", "", ()) for entry in entries}
    edited = {page.entry.slug: page for page in reports.values() if page.entry.kind == "edition"}
    articles = newest_first(entry for entry in entries if entry.kind == "article")
    pages = (entry for entry in entries if entry.kind == "page")
    called = shared(articles, told)
    alone = story_stage.Alone()
    days = editions(reports, "day", introductions, edited, tell, alone)
    stories = story_stage.stories(articles, digests, introductions, called, alone)
    new = news(days, {entry.path: story.slug for story in stories if not story.lone for entry in story.entries})
    stories = tuple(
        replace(story, fresh=new[story.slug]) if not story.lone and story.slug in new else story for story in stories
    )
    return Site(
        articles=articles,
        pages=tuple(sorted(pages, key=lambda entry: (entry.weight, entry.title.casefold(), entry.path))),
        stories=stories,
        topics=topics(articles, stories, called, told),
        publishers=publishers(articles, profiles),
        days=days,
        weeks=editions(reports, "week", introductions, edited, tell, alone),
    )


def newest_first(articles: Iterable[Entry]) -> tuple[Entry, ...]:
    """Articles by time, the newest first, those without a day last; equals by path."""
    ordered = sorted(articles, key=lambda entry: entry.path)
    ordered.sort(key=lambda entry: story_stage.by_time(entry)[:2], reverse=True)
    return tuple(entry for entry in ordered if entry.day) + tuple(entry for entry in ordered if not entry.day)


def year(whole: Site) -> int:
    """The year of the newest report, by which a reader takes a date without a year; 0 when none is dated."""
    return max((entry.stated.year for entry in whole.articles if entry.stated), default=0)
