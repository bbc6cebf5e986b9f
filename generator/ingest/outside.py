"""Sentences from an outside program, the setting `digest.command`: asked once for each story, gated, and kept.

    story ──JSON──► the program ──JSON──► sentences ──gate──► content/digests/<slug>.json

Of what it writes nothing is shown that claims a name, number, date or quotation which the reports it cites do not
contain, or that cites nothing. A story that has not changed is not asked about again, unless the program has changed.
That it fails harms no article: its stories stay as they were, and the next run asks again.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import retold
from generator.config import Config
from generator.errors import Problem, problem
from generator.ingest.articles import ALONE, Article
from generator.ingest.match import report
from generator.retold import Passage, Refused, Retold, Sentence
from generator.text import marks
from generator.text.claims import Ground, Report

VERSION = 1
"""Of what the program is given, and of the rules by which its answer is judged."""
BEGINS = 80
"""Characters of a paragraph by which it is found again."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of asking."""

    problems: tuple[Problem, ...] = ()
    """A warning for each sentence that was refused, and for each answer that did not come."""
    complete: bool = True
    """Whether every answer came."""


def tell(folder: Path, config: Config, shelf: Iterable[Article]) -> Told:
    """Ask about each story that has changed, and keep what passes. Raises BroadsheetError when the disk refuses."""
    if not config.digest.command:
        return Told()
    kept = retold.read(folder)
    command, problems = config.digest.marks(folder), list[Problem]()
    complete = True
    for slug, reports in sorted(_stories(shelf).items()):
        of = _state(command, reports)
        if slug in kept and kept[slug].of == of:
            continue
        answer = _ask(folder, config, slug, reports)
        if isinstance(answer, Problem):
            problems.append(answer)
            complete = False
            continue
        found = _judged(of, answer, {each.name: each for each in reports})
        retold.write(folder, slug, found)
        problems += [_refusal(slug, each) for each in found.refused]
    return Told(tuple(problems), complete)


def _stories(shelf: Iterable[Article]) -> dict[str, list[Article]]:
    """The reports of each story of two and more, in the order of their names."""
    found: dict[str, list[Article]] = defaultdict(list)
    for each in sorted(shelf, key=lambda each: each.name):
        if each.story not in ("", ALONE) and not each.fault:
            found[each.story].append(each)
    return {slug: reports for slug, reports in found.items() if len(reports) > 1}


def _state(command: Sequence[str], reports: Iterable[Article]) -> str:
    said = [each.name.encode() + report.key(each) for each in reports]
    return hashlib.sha256(repr((VERSION, command, said)).encode()).hexdigest()[:32]


def _ask(folder: Path, config: Config, slug: str, reports: Iterable[Article]) -> list[Any] | Problem:
    """What the program answers: a list, of whatever it may hold; or what went wrong."""
    command, seconds = config.digest.command, config.digest.timeout
    hint = "try `digest.command` of broadsheet.yml by hand; the next run asks again"

    def failed(what: str) -> Problem:
        return problem(f"`{command[0]}` {what}", retold.path(slug), hint=hint, level="warning")

    asked = json.dumps({"version": VERSION, "story": slug, "reports": [_report(each) for each in reports]})
    try:
        done = subprocess.run(
            command, cwd=folder, input=asked.encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return failed(f"did not answer in {seconds} s")
    except (OSError, ValueError) as error:
        return failed(f"cannot be run: {getattr(error, 'strerror', None) or error}")
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        return failed(f"ended with code {done.returncode}" + (f": {last}" if last else ""))
    try:
        answer = json.loads(done.stdout)
        sentences = answer["sentences"] if isinstance(answer, dict) else answer
    except (ValueError, KeyError) as error:
        return failed(f"did not answer in JSON with `sentences`: {error}")
    return sentences if isinstance(sentences, list) else failed("did not answer with a list of `sentences`")


def _report(article: Article) -> dict[str, Any]:
    """A report as the program is given it."""
    day = article.meta.get("date")
    publishers = [str(each["name"]) for each in article.sources if each.get("name")]
    return {
        "article": article.name,
        "title": report.title_of(article),
        "date": None if day is None else str(day),
        "lang": report.lang(article),
        "publishers": publishers,
        "paragraphs": paragraphs(article.body),
    }


def paragraphs(body: str) -> list[str]:
    """The paragraphs and list items of a body as a reader sees them, without headings."""
    rows = (row.strip().removeprefix(">").strip() for row in body.split("\n"))
    return [text for row in rows if row and not row.startswith("#") and (text := marks.unmarked(row).strip())]


def _judged(of: str, answer: Iterable[Any], reports: Mapping[str, Article]) -> Retold:
    sentences, refused = [], []
    for each in answer:
        text = " ".join(str(each.get("text") or "").split()) if isinstance(each, dict) else ""
        cited = list(_cited(each.get("citations"), reports)) if text else []
        if why := _fault(text, cited, reports):
            refused.append(Refused(text or json.dumps(each, ensure_ascii=False)[:200], why))
        else:
            sentences.append(Sentence(text, tuple(dict.fromkeys(filter(None, cited)))))
    return Retold(of, tuple(sentences), tuple(refused))


def _cited(citations: Any, reports: Mapping[str, Article]) -> Iterator[Passage | None]:
    """The passages that a sentence cites; None for one that is not there."""
    for each in citations if isinstance(citations, list) else ():
        name, number = (each.get("article"), each.get("paragraph")) if isinstance(each, dict) else (None, None)
        found = paragraphs(reports[name].body) if isinstance(name, str) and name in reports else []
        if isinstance(number, int) and 1 <= number <= len(found):
            yield Passage(str(name), found[number - 1][:BEGINS])
        else:
            yield None


def _fault(text: str, cited: Sequence[Passage | None], reports: Mapping[str, Article]) -> str:
    """Why a sentence is not shown; empty for one that is."""
    if not text:
        return "it is no object with a `text`"
    if not cited:
        return "it cites nothing"
    if None in cited:
        return "it cites a paragraph that is not there"
    names = dict.fromkeys(each.article for each in cited if each)
    lang = report.lang(reports[next(iter(names))])
    ground = Ground.of(_ground(reports[name]) for name in names)
    lacking = ", ".join(f"{claim.kind} `{claim.said}`" for claim in ground.lacks(text, lang))
    return f"the reports it cites do not contain: {lacking}" if lacking else ""


def _ground(article: Article) -> Report:
    day = report.day(article)
    text = "\n\n".join((report.title_of(article), *paragraphs(article.body)))
    return Report(text, report.lang(article), None if day == day.max else day)


def _refusal(slug: str, refused: Refused) -> Problem:
    return problem(f"not shown: “{refused.text}”: {refused.why}", retold.path(slug), level="warning")
