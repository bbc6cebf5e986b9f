"""What an outside program wrote of each story, with the paragraphs of today that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator import retold
from generator.config import Config
from generator.model import Citation, Page, Retelling, Site
from generator.retold import Passage, Retold
from generator.text.words import spelled


def shown(site: Site, folder: Path, config: Config, pages: Iterable[Page]) -> Site:
    """The site, its stories with the sentences that still have all of their paragraphs.

    Nothing is added where `digest.command` is not set. Raises BroadsheetError with the files that cannot be read.
    """
    kept = retold.read(folder) if config.digest.command else {}
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
