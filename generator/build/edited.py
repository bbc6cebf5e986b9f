"""What is doubtful in `content/editions/`: a file for no edition, the slug of a story that the edition lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.build.editions import called
from generator.errors import Problem, guess, problem
from generator.model import Page, Site


def doubts(site: Site, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """A warning for each; `pages` are the content files by path."""
    files = {page.entry.slug: page.entry for page in pages.values() if page.entry.kind == "edition"}
    editions = {each.slug: each for each in (*site.days, *site.weeks) if each.slug in files}
    for slug, entry in files.items():
        if slug not in editions:
            what = f"there is no edition `{slug}`, so this is shown nowhere"
            hint = "no report stands in it: see /archive/ for the days that have some"
            yield problem(what, entry.path, hint=hint, level="warning")
            continue
        edition = editions[slug]
        there = {*edition.omitted, *(name for story in edition.stories for name in called(story))}
        for key, names in (("order", entry.order), ("omit", entry.omit)):
            for name in names:
                if name not in there:
                    what = f"`{key}` names `{name}`, which is no story and no report of this edition"
                    yield problem(what, entry.path, hint=guess(name, there), level="warning")
