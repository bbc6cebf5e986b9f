"""Under which name an article's file stands: given once, found again when a person has renamed it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.errors import Problem, problem
from generator.ingest import articles, ownership
from generator.ingest.articles import Article
from generator.ingest.copies import owns
from generator.ingest.ledger import Run, published
from generator.lock import Line
from generator.text import slugs


def follow(lines: Mapping[str, Line], shelf: Mapping[str, Article], former: Mapping[str, str]) -> dict[str, Line]:
    """The lock's lines with the new names of those articles whose files a person has renamed.

    A file that is gone may go on under another name: it still says which source it comes from.
    """
    followed = dict(lines)
    by_article: dict[str, list[Line]] = defaultdict(list)
    for line in lines.values():
        by_article[line.article].append(line)
    by_source = articles.by_source(shelf.values())
    claimed = {line.article for line in lines.values() if line.article in shelf}
    for path in sorted(lines):
        gone = lines[path].article
        if (
            owns(lines[path])
            and gone not in shelf
            and (name := _free(by_source, (path, former.get(path, path)), claimed))
        ):
            claimed.add(name)
            followed |= {each.path: dataclasses.replace(each, article=name) for each in by_article[gone]}
    return followed


def moved(before: Mapping[str, Line], after: Mapping[str, Line], shelf: Mapping[str, Article]) -> Iterator[Problem]:
    """A warning for each article that a person has renamed and that nothing leads to from its former address."""
    pairs = {(before[path].article, line.article) for path, line in after.items() if path in before}
    for old, new in sorted(pairs):
        address = f"/articles/{articles.stem(old)}/"
        if (
            old
            and old != new
            and old not in shelf
            and new in shelf
            and not {"slug", "aliases"} & shelf[new].meta.keys()
        ):
            what = f"this article was `{old}.md`; its address went with the name, and links to the old one lead nowhere"
            hint = f"write `aliases: [{address}]` into it"
            yield problem(what, articles.path(new), hint=hint, level="warning")


def adopt(run: Run, lines: Mapping[str, Line], shelf: Mapping[str, Article], leads: Iterable[str]) -> dict[str, Line]:
    """The lock's lines, with one for each new document whose article is there already.

    So it is after a run that was cut off between the articles and the lock.
    """
    adopted = dict(lines)
    by_source = articles.by_source(shelf.values())
    claimed = {line.article for line in lines.values() if line.article in shelf}
    for path in sorted(leads):
        if not owns(lines.get(path)) and path in run.readings and (name := _free(by_source, (path,), claimed)):
            claimed.add(name)
            story = shelf[name].meta.get(ownership.STORY)
            wrote = {} if story is None else {ownership.STORY: ownership.fingerprint(story)}
            adopted[path] = published(run, run.readings[path], lines.get(path), name, wrote)
    return adopted


def _free(by_source: Mapping[str, list[str]], paths: Iterable[str], claimed: set[str]) -> str:
    return next((name for path in paths for name in by_source.get(path, []) if name not in claimed), "")


class Free:
    """Names for the files of new articles, each unlike every other that there is or was, also where case does not
    count.
    """

    def __init__(self, lines: Iterable[Line], shelf: Mapping[str, Article]) -> None:
        self._taken = {articles.stem(name).lower() for name in (*shelf, *(line.article for line in lines))}
        self._taken |= {str(each.meta["slug"]).strip("/").lower() for each in shelf.values() if "slug" in each.meta}

    def new(self, title: str) -> str:
        """The name for an article of this title; it is not given again."""
        name = unlike(slugs.slug(title), self._taken)
        self._taken.add(name)
        return name


def unlike(plain: str, taken: Iterable[str]) -> str:
    """The slug, or with -2, -3 and so on the first one that is not taken."""
    number = 1
    while (slug := plain if number == 1 else f"{plain}-{number}") in taken:
        number += 1
    return slug
