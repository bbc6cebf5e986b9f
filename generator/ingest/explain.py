"""What one source says and what becomes of it: each field with its origin, each line with its fate. Data only.

The source is read afresh, so that this works for any file, also one that is not below `content/sources/`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import lock
from generator.errors import BroadsheetError, problem
from generator.ingest import articles, match, named, ownership, reading, recurring, refused, sources
from generator.ingest.finding import Finding
from generator.model import Document
from generator.text import dates

_KINDS = {"quote": "quotation", "bullet": "list item", "number": "list item", "verbatim": "verbatim text"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value for a field, as it was found."""

    key: str
    value: str
    origin: str
    taken: bool
    """Whether it stands in the article; the others lost to a better one, or cannot be true."""
    why: str = ""
    """Why not, where it is more than that."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one line of the source."""

    line: int
    text: str
    fate: str
    """`paragraph 3`, `heading 1`, or `taken out: share bar`; several, with commas, where the line was parted."""


@dataclass(frozen=True, slots=True)
class Part:
    """One document of the source."""

    name: str
    status: str
    """`published`, `empty`, `unreadable`, and for the last two why."""
    format: str
    fields: tuple[Value, ...]
    lines: tuple[Fate, ...]
    article: str
    """Its article file, below the site's folder; empty when there is none."""
    story: str
    why: tuple[str, ...] = ()
    """Why it is in its story, and in which ones it was before, a sentence each."""
    changes: tuple[tuple[str, str, str, str], ...] = ()
    """What the source changed since it was published: moment, key, old and new text."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One source, or the sources of one article, explained."""

    path: str
    parts: tuple[Part, ...]

    def rows(self) -> Iterator[str]:
        """The explanation as lines of text."""
        for part in self.parts:
            yield f"{part.name}: {part.status}" + (f", read as {part.format}" if part.format else "")
            yield f"  article: {part.article or 'none'}" + (f", in the story {part.story}" if part.story else "")
            yield from (f"    {row}" for row in part.why)
            for at, key, old, new in part.changes:
                yield f"  changed on {at[:10]}, {key}: {_short(old) or 'nothing'} → {_short(new) or 'nothing'}"
            for each in part.fields:
                why = "" if each.taken else f"; not taken{each.why and ': '}{each.why}"
                yield f"  {each.key}: {each.value}  ({each.origin}{why})"
            width = len(str(part.lines[-1].line)) if part.lines else 0
            for fate in part.lines:
                yield f"  {fate.line:>{width}}  {fate.fate:<28}  {_short(fate.text)}"

    def as_dict(self) -> dict[str, Any]:
        """The explanation, for a program."""
        return dataclasses.asdict(self)


def explain(folder: Path, file: Path, now: dt.datetime) -> Explanation:
    """What `ingest` would make of a file, named from the current folder, the site's or that of its sources or articles;
    of an article its sources.

    Raises BroadsheetError when it cannot be opened, or is an article none of whose sources is there.
    """
    file = named.found(folder, file)
    lines = lock.read(folder)
    path = named.below(folder / articles.FOLDER, file)
    if path.endswith(".md"):
        parts = _of_article(folder, path.removesuffix(".md"), lines, now)
        return Explanation(articles.path(path.removesuffix(".md")), parts)
    path = named.below(folder / sources.FOLDER, file) or file.name
    try:
        found = tuple(reading.read(path, file.read_bytes(), recurring.of(lines)))
    except OSError as error:
        hint = "name a file in it" if file.is_dir() else "see that you may read it"
        raise BroadsheetError(problem(f"cannot read the file: {error.strerror}", str(file), hint=hint)) from error
    return Explanation(path, tuple(_part(folder, each, lines.get(each.path), now) for each in found))


def _of_article(folder: Path, name: str, lines: Mapping[str, lock.Line], now: dt.datetime) -> tuple[Part, ...]:
    """The documents behind an article, the one that it follows first."""
    mine = sorted(
        (path for path, line in lines.items() if line.article == name),
        key=lambda path: (lines[path].status == "duplicate", path),
    )
    files = dict.fromkeys(named.source(folder, path) for path in mine)
    recurs = recurring.of(lines)
    found = {
        each.path: each for file in files if file for each in reading.read(file, sources.load(folder, file), recurs)
    }
    if not any(path in found for path in mine):
        what = "no source of this article is there" if mine else "this article was written by hand: it has no source"
        raise BroadsheetError(problem(what, articles.path(name)))
    return tuple(_part(folder, found[path], lines[path], now) for path in mine if path in found)


def _part(folder: Path, read: Finding, line: lock.Line | None, now: dt.datetime) -> Part:
    article = articles.path(line.article) if line and line.article else ""
    there = bool(article) and (folder / article).is_file()
    standing, mine = None, frozenset[str]()
    if line and there:
        standing = articles.parse(line.article, (folder / article).read_bytes())
        keys = read.report.fields if read.report and line.status != "duplicate" and not standing.fault else ()
        mine = frozenset(key for key in keys if not ownership.is_ours(standing, line.wrote, key))
    status = f"{read.status}: {read.reason}" if read.reason else read.status
    if line and line.status == "duplicate":
        status = line.reason
    document = read.report.document if read.report else None
    return Part(
        name=read.path,
        status=f"{status}; you deleted its article" if article and not there else status,
        format=document.format if document else "",
        fields=_fields(read, now, mine),
        lines=_lines(document) if document else (),
        article=article if there else "",
        story=standing.story if standing else "",
        why=(*_why(line), *_apart(folder, line)) if line and there else (),
        changes=tuple(line.changes) if line else (),
    )


def _why(line: lock.Line) -> Iterator[str]:
    """What the lock says of the story of an article."""
    if line.why:
        days = line.why.get("days")
        apart = "" if days is None else f", {days} {'day' if days == 1 else 'days'} apart" if days else ", of one day"
        yield f"most like {line.why.get('other')}{apart}: likeness {_of_hundred(line.why.get('score'))}"
        for key, told in (("names", "both name"), ("words", "both use the rare words")):
            if shared := line.why.get(key):
                yield f"{told} {', '.join(map(str, shared))}"
    for at, slug in line.stories:
        yield f"since {at[:10]} in the story {slug}" if slug else f"since {at[:10]} in no story"


def _apart(folder: Path, line: lock.Line) -> Iterator[str]:
    """Which article outside its story is most like it, and what keeps them apart, by what the last run learned."""
    known, _ = match.Kept(folder).read()
    if found := match.nearest(known, line.article):
        yield f"kept apart from {found.other}: likeness {_of_hundred(found.score)}; {'; '.join(found.why)}"


def _of_hundred(score: object) -> str:
    return f"{float(score):.0%}".replace("%", " of 100") if isinstance(score, (int, float)) else "unknown"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"


def _fields(read: Finding, now: dt.datetime, mine: Collection[str]) -> tuple[Value, ...]:
    """Those that stand in the article in its order, each followed by those that it was preferred to.

    `mine` are those that a person has changed in the article.
    """
    if read.report is None:
        return ()
    found: list[Value] = []
    standing: dict[str, list[str]] = {}
    impossible = refused.fields(read.report.fields, now)
    taken = {key: field for key, field in read.report.fields.items() if key not in dict(impossible)}
    for key, field in taken.items():
        parts = field.value if isinstance(field.value, (list, tuple)) else [field.value]
        told = [
            " ".join(f"{k}={v}" for k, v in each.items()) if isinstance(each, dict) else _spelled(each)
            for each in parts
        ]
        why = "yours stands there" if key in mine else ""
        found.append(Value(key, "; ".join(told), field.origin, not why, why))
        standing[key] = [_spelled(v) for each in parts for v in (each.values() if isinstance(each, dict) else [each])]
    found += [Value(key, why, "", False) for key, why in impossible]
    for hint in read.report.document.hints:
        key = "source" if hint.field in ("name", "url") else hint.field
        if hint.value not in standing.get(key, ()):
            doubt = dates.doubt(hint.value) if hint.field in ("date", "lastmod") and key not in standing else ""
            found.append(Value(hint.field, hint.value, hint.origin, False, doubt))
    return tuple(found)


def _spelled(value: object) -> str:
    """A value as front matter and hints spell it."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _lines(document: Document) -> tuple[Fate, ...]:
    fates: dict[int, list[str]] = defaultdict(list)
    seen: Counter[str] = Counter()
    for block in document.blocks:
        kind = _KINDS.get(block.kind, block.kind)
        seen[kind] += 1
        for number in block.lines:
            fates[number].append(f"{kind} {seen[kind]}")
    for taken in document.taken:
        fates[taken.line].append(f"taken out: {taken.reason}")
    return tuple(
        Fate(number, text.strip(), ", ".join(dict.fromkeys(fates[number])))
        for number, text in enumerate(document.lines, start=1)
        if text.strip() or number in fates
    )
