"""`digest.json`: the whole digest as data, described in docs/data.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator import __version__
from generator.config import Config
from generator.model import Citation, Entry, Fact, Moment, Point, Publisher, Quote, Retelling, Site, Story, Topic, View


def views(site: Site, config: Config) -> Iterator[View]:
    """One view."""
    root = config.url.rstrip("/")
    document = {
        "generator": {"name": "Broadsheet", "version": __version__},
        "title": config.title,
        "url": root + "/",
        "language": config.language,
        "stories": [_story(story, root) for story in site.stories],
        "articles": [_article(entry, root) for entry in site.articles],
        "topics": [_topic(topic, root) for topic in site.topics],
        "publishers": [_publisher(publisher, root) for publisher in site.publishers],
    }
    yield View("/digest.json", "digest.json", {"document": document})


def _story(story: Story, root: str) -> dict[str, Any]:
    if story.lone:  # has its rank here, and what is told of it where its article stands
        return {"slug": story.slug, "url": root + story.url, "title": story.title, "lone": True}
    return _known(
        slug=story.slug,
        url=root + story.url,
        title=story.title,
        summary=story.summary,
        first=_spell(story.first),
        last=_spell(story.last),
        publishers=story.publishers,
        voices=story.voices,
        topics=story.tags,
        articles=[entry.slug for entry in story.entries],
        digest=[_citation(citation, root) for citation in story.digest],
        facts=[_fact(fact, root) for fact in story.facts],
        agreed=[_point(point, root) for point in story.agreed],
        differences=[_point(point, root) for point in story.differences],
        developments=[_point(point, root) for point in story.developments],
        quotes=[_quote(quote, root) for quote in story.quotes],
        timeline=[_moment(moment, root) for moment in story.timeline],
        fresh=[_citation(citation, root) for citation in story.fresh],
        retold=[_retelling(each, root) for each in story.retold],
    )


def _retelling(told: Retelling, root: str) -> dict[str, Any]:
    cited = [
        {"article": each.entry.slug, "paragraph": each.paragraph, "url": root + each.url} for each in told.citations
    ]
    return {"text": told.text, "citations": cited}


def _citation(citation: Citation, root: str) -> dict[str, Any]:
    return _known(
        text=citation.text,
        article=citation.entry.slug,
        paragraph=citation.paragraph,
        url=root + citation.url,
        alone=citation.alone,
    )


def _fact(fact: Fact, root: str) -> dict[str, Any]:
    return _known(
        kind=fact.kind,
        value=fact.value,
        subject=fact.subject,
        voices=fact.publishers,
        citation=_citation(fact.citation, root),
    )


def _point(point: Point, root: str) -> dict[str, Any]:
    sides = [
        {"value": side.value, "citations": [_citation(each, root) for each in side.citations]} for side in point.sides
    ]
    return _known(kind=point.kind, subject=point.subject, sides=sides)


def _quote(quote: Quote, root: str) -> dict[str, Any]:
    return _known(text=quote.text, speaker=quote.speaker, citation=_citation(quote.citation, root))


def _moment(moment: Moment, root: str) -> dict[str, Any]:
    return {"at": moment.at, "said": moment.said, "citation": _citation(moment.citation, root)}


def _article(entry: Entry, root: str) -> dict[str, Any]:
    return _known(
        id=entry.id,
        slug=entry.slug,
        url=root + entry.url,
        markdown=root + entry.url + "index.md",
        title=entry.title,
        summary=entry.summary,
        date=_spell(entry.date),
        lastmod=_spell(entry.lastmod),
        day=_spell(entry.day),
        authors=entry.authors,
        lang=entry.lang,
        section=entry.section,
        topics=entry.tags,
        sources=[_known(name=each.name, url=each.url) for each in entry.sources if each.name or each.url],
        story=entry.story,
        words=entry.words,
        changes=[
            {"at": each.at.isoformat(), "key": each.key, "old": each.old, "new": each.new} for each in entry.changes
        ],
    )


def _topic(topic: Topic, root: str) -> dict[str, Any]:
    return {"name": topic.name, "slug": topic.slug, "url": root + topic.url, "count": len(topic.entries)}


def _publisher(publisher: Publisher, root: str) -> dict[str, Any]:
    return _known(
        name=publisher.name,
        slug=publisher.slug,
        url=root + publisher.url,
        homepage=publisher.homepage,
        owner=publisher.owner,
        country=publisher.country,
        licence=publisher.licence,
        count=len(publisher.entries),
    )


def _spell(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _known(**fields: Any) -> dict[str, Any]:
    """What is unknown is absent. Of tuples Python keeps thousands in stock, and with them the memory around each."""
    return {key: [*value] if type(value) is tuple else value for key, value in fields.items() if value}
