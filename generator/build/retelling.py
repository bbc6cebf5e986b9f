"""What an outside program wrote of each story, with the paragraphs of today that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from generator.model import Citation, Page, Retelling, Site
from generator.retold import Passage, Retold
from generator.text.words import spelled


def cited(kept: Mapping[str, Retold]) -> frozenset[str]:
    """The paths of the articles that are cited in what is kept of stories."""
    passages = (at for each in kept.values() for sentence in each.sentences for at in sentence.citations)
    return frozenset(f"content/articles/{at.article}.md" for at in passages)


def shown(site: Site, kept: Mapping[str, Retold], pages: Iterable[Page]) -> Site:
    """The site, its stories with the sentences that still have all of their paragraphs.

    `kept` is what was written of each story, by its slug, `pages` are the articles that it cites.
    """
    if not kept:
        return site
    named = {
        PurePosixPath(page.entry.path).relative_to("content/articles").with_suffix("").as_posix(): page
        for page in pages
        if page.entry.kind == "article"
    }
    told = {slug: tuple(_retellings(each, named)) for slug, each in kept.items()}
    stories = (replace(each, retold=() if each.lone else told.get(each.slug, ())) for each in site.stories)
    return replace(site, stories=tuple(stories))


def _retellings(kept: Retold, named: Mapping[str, Page]) -> Iterator[Retelling]:
    for sentence in kept.sentences:
        found = [_citation(passage, named) for passage in sentence.citations]
        if found and None not in found:
            yield Retelling(sentence.text, tuple(filter(None, found)))


def _citation(passage: Passage, named: Mapping[str, Page]) -> Citation | None:
    """The paragraph that begins so; None when its report is not shown, or no longer says it."""
    page = named.get(passage.article)
    begins = spelled(passage.begins)[:-1] or spelled(passage.begins)  # its last word may have been cut
    for number, text in enumerate(page.paragraphs if page else (), start=1):
        if page and spelled(text)[: len(begins)] == begins:
            return Citation(text, page.entry, number)
    return None
