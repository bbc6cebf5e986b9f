"""What a person claims about a story, and none of its reports contains: told by `check`, and changed nowhere.

A person may say anything in `content/stories/<slug>.md`. What looks invented is told with its line: a name, a number, a
date or a quotation in the title, the summary or the text that no report of the story has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator import frontmatter, lock
from generator.build import gather, seen
from generator.build.content import Parsed
from generator.config import Config
from generator.errors import Problem, problem
from generator.text.claims import Claim, Ground, Report

_MARKS = re.compile(r"\]\([^)\n]*\)|<[^<>\n]*>|https?://\S+|[\[\]*_`#>~|]|^\s*\d+\.\s", re.MULTILINE)
"""Marks of Markdown, addresses among them: they say nothing."""
_MENDS = {
    "name": "check its spelling, or where it is from",
    "number": "check it, or give the report that has it to `broadsheet ingest`",
    "date": "check it against the reports",
    "quotation": "quote it word for word, or take the quotation marks away",
}
"""What to try, by the kind of claim."""


def doubts(folder: Path, config: Config) -> list[Problem]:
    """A warning for each such claim, by file and line. Raises BroadsheetError with the faults of content files."""
    names = [name for name in gather.names(folder) if name.startswith(("content/articles/", "content/stories/"))]
    if not any(name.startswith("content/stories/") for name in names):
        return []
    parsed = gather.parsed(folder, names, seen.seen(lock.read(folder).values()), config.zone)
    reports: dict[str, list[Parsed]] = defaultdict(list)
    for each in parsed:
        if each.entry.kind == "article" and each.entry.story:
            reports[each.entry.story].append(each)
    told = {each.entry.slug: each for each in parsed if each.entry.kind == "story"}
    return [
        doubt
        for slug, own in sorted(told.items())
        if (found := [each for part in _of(slug, told) for each in reports.get(part, ())])
        for doubt in _doubts(own, found, gather.text(folder, own.entry.path), config.language)
    ]


def _of(slug: str, told: Mapping[str, Parsed]) -> Iterator[str]:
    """A story and those that are merged into it."""
    seen, left = set(), [slug]
    while left:
        if (each := left.pop()) not in seen:
            seen.add(each)
            yield each
            left += told[each].entry.merge if each in told else ()


def _doubts(own: Parsed, reports: Iterable[Parsed], text: str, language: str) -> Iterator[Problem]:
    ground = Ground.of(report(each) for each in reports)
    lang, front = own.entry.lang or language, frontmatter.split(text, own.entry.path)
    for key in ("title", "summary"):
        if isinstance(said := front.meta.get(key), str):
            for claim in ground.lacks(said, lang, heading=key == "title"):
                yield _doubt(claim, own.entry.path, front.lines[key])
    body = _MARKS.sub(lambda mark: " " * len(mark[0]), front.body)
    for claim in ground.lacks(body, lang):
        yield _doubt(claim, own.entry.path, front.body_line + body.count("\n", 0, claim.start))


def report(parsed: Parsed) -> Report:
    """A report as claims are held against it: its title, its summary and its text."""
    entry = parsed.entry
    text = _MARKS.sub(lambda mark: " " * len(mark[0]), parsed.body)
    return Report("\n\n".join((entry.title, entry.summary, text)), entry.lang, entry.stated)


def _doubt(claim: Claim, path: str, line: int) -> Problem:
    said = " ".join(claim.said.split())
    what = f"no report of this story contains the {claim.kind} {said if claim.kind == 'quotation' else f'`{said}`'}"
    return problem(what, path, line, hint=_MENDS[claim.kind], level="warning")
