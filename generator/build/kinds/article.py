"""Reports: the page of each, the same as Markdown, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.build.corrected import corrections
from generator.build.lists import dated_first, screens
from generator.build.related import related
from generator.build.topics import slug
from generator.config import Config
from generator.model import Entry, Site, Story, View

OTHERS = 12


def views(site: Site, config: Config) -> Iterator[View]:
    """One view for each article."""
    stories = {entry.path: story for story in site.stories if not story.lone for entry in story.entries}
    likes = related(
        site.articles, lambda entry: [*map(slug, entry.tags)], lambda entry: entry.story or entry.path, config.related
    )
    editions = {
        entry.path: edition.url for edition in site.days for story in edition.stories for entry in story.entries
    }
    licences = {publisher.name: publisher.licence for publisher in site.publishers}
    topics = {topic.slug for topic in site.topics}
    previous, following = _walk(site)
    for entry, like in zip(site.articles, likes, strict=True):
        story = stories.get(entry.path)
        yield View(
            url=entry.url,
            template="article.html",
            values={
                "entry": entry,
                "story": story,
                "others": _others(story, entry) if story else (),
                "related": like,
                "previous": previous.get(entry.path),
                "next": following.get(entry.path),
                "edition": editions.get(entry.path, ""),
                "corrections": tuple(corrections(entry)),
                "topics": tuple(tag for tag in entry.tags if slug(tag) in topics),
                "licence": licences.get(entry.publisher, ""),
            },
            bodies=(entry,),
        )


def _others(story: Story, entry: Entry) -> tuple[Entry, ...]:
    """The reports around this one in its story's order of time."""
    place = story.entries.index(entry) if len(story.entries) > OTHERS + 1 else 0
    start = max(0, min(place - OTHERS // 2, len(story.entries) - OTHERS - 1))
    return tuple(each for each in story.entries[start : start + OTHERS + 1] if each.path != entry.path)


def _walk(site: Site) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """For each path the entries before and after it, as the edition of its day has them from top to bottom."""
    before: dict[str, Entry] = {}
    after: dict[str, Entry] = {}
    for edition in site.days:
        order = [entry for story in edition.stories for entry in story.entries]
        for one, two in pairwise(order):
            before[two.path], after[one.path] = one, two
    return before, after


def listed(site: Site, config: Config) -> Iterator[View]:
    """All reports, newest first: one view for each screen, one at least, since menus link to it."""
    for pager in screens("/articles/", dated_first(site.articles), config.page_size):
        yield View(pager.url, "articles.html", {"pager": pager})


def markdown(site: Site, config: Config) -> Iterator[View]:
    """Each report as Markdown beside its page, for people and programs that would rather not read HTML."""
    for entry in site.articles:
        yield View(entry.url + "index.md", "article.md", {"entry": entry}, bodies=(entry,))
