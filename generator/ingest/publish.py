"""What becomes of each article, once it is known which documents stand behind it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator import frontmatter
from generator.errors import Problem, problem
from generator.ingest import articles, corrections, ledger, names, ownership, refused, rules, sources
from generator.ingest.account import Outcome
from generator.ingest.articles import Article
from generator.ingest.copies import Fold, owns
from generator.ingest.finding import Contents
from generator.ingest.journal import Journal
from generator.ingest.ledger import Run
from generator.lock import Line

if TYPE_CHECKING:
    from generator.ingest.match import Placing


@dataclass(frozen=True, slots=True)
class Published:
    """The lock and the articles as they shall be, and what became of each document that was looked at."""

    lines: dict[str, Line]
    shelf: dict[str, Article]
    outcomes: dict[str, tuple[Outcome, str]]
    """With the detail for the account."""


def publish(run: Run, lines: Mapping[str, Line], shelf: Mapping[str, Article], fold: Fold) -> Published:
    """Make new articles, bring those up to date that nobody has touched, leave the others to their editors."""
    known = names.follow(lines, shelf, run.former)
    done = Published(names.adopt(run, known, shelf, fold.touched), dict(shelf), {})
    free = names.Free(done.lines.values(), shelf)
    for lead in sorted(fold.touched):
        line = done.lines.get(lead)
        if line is None or not owns(line):
            _make(run, done, fold.leads[lead], free)
        else:
            _follow(run, done, line, fold.leads[lead])
            if not owns(known.get(lead)):
                done.outcomes[lead] = ("published", "")
    for lead, members in fold.leads.items():
        for path in members[1:]:
            done.lines[path] = ledger.duplicate(run, path, done.lines.get(path), done.lines[lead])
    for path, reading in run.readings.items():
        if reading.status != "published":
            line = done.lines.get(path)
            done.lines[path] = ledger.nothing(run, reading, line, owns(line))
    return done


def free(done: Published) -> set[str]:
    """The names of the articles whose story is ours to decide: it is as we wrote it, or was never set by anybody."""
    return {
        line.article
        for line in done.lines.values()
        if owns(line)
        and (article := done.shelf.get(line.article))
        and not (article.fault or article.toml)
        and ownership.is_ours(article, line.wrote, ownership.STORY)
    }


def join(done: Published, placings: Mapping[str, Placing], journal: Journal) -> Published:
    """Put articles, by name, where they belong: into a story, into another one, or into none.

    Their new texts go into the `journal`.
    """
    lines, shelf, outcomes = dict(done.lines), dict(done.shelf), dict(done.outcomes)
    for path, line in done.lines.items():
        if not owns(line) or line.article not in shelf:
            continue
        article, placing = shelf[line.article], placings.get(line.article)
        wrote, was = line.wrote, article.story
        if placing and placing.story != was:
            plan = ownership.follow(article, line.wrote, {ownership.STORY: placing.story or None}, None)
            shelf[article.name] = articles.parse(article.name, plan.text.encode(), journal.put)
            wrote = dict(plan.wrote)
            outcomes[path] = _moved(outcomes.get(path, ("unchanged", "")), was, placing.story)
        lines[path] = ledger.placed(line, wrote, placing.why if placing else {})
    return Published(lines, shelf, outcomes)


def _moved(before: tuple[Outcome, str], was: str, story: str) -> tuple[Outcome, str]:
    """The outcome of an article that went from one story (or none) to another (or none)."""
    outcome, detail = before
    told = f"joined the story {story}" if not was else f"moved from the story {was} to {story}"
    told = told if story else f"left the story {was}"
    return "updated" if outcome == "unchanged" else outcome, f"{detail}; {told}" if detail else told


def problems(lines: Mapping[str, Line], shelf: Mapping[str, Article]) -> tuple[Problem, ...]:
    """What a person should see to: articles that cannot be read, and dates that cannot be, until they gave another."""
    faults = [article.fault for article in shelf.values() if article.fault]
    impossible = [
        problem(f"`{key}` {why}", f"{sources.FOLDER}/{path}", level="warning")
        for path, line in lines.items()
        if owns(line) and (article := shelf.get(line.article)) and not article.fault
        for key, why in refused.of(line)
        if key not in article.meta
    ]
    return tuple(sorted(faults + impossible))


def _make(run: Run, done: Published, members: tuple[str, ...], free: names.Free) -> None:
    """A new article."""
    lead = members[0]
    contents = run.contents(lead)
    assert contents is not None, "a new article is led by a document that was read"
    title = str(contents.fields["title"].value) if "title" in contents.fields else contents.body[:60]
    name = free.new(title)
    plan = ownership.create(_values(contents, _sources(run, None, members)), contents.body)
    done.lines[lead] = ledger.published(run, run.readings[lead], done.lines.get(lead), name, plan.wrote)
    done.shelf[name] = articles.parse(name, plan.text.encode(), run.journal.put)
    done.outcomes[lead] = ("published", "")


def _follow(run: Run, done: Published, line: Line, members: tuple[str, ...]) -> None:
    """An article that exists, or that a person has deleted."""
    lead, article, contents = line.path, done.shelf.get(line.article), run.contents(line.path)
    wrote: Mapping[str, str] = line.wrote
    if article is None:
        done.outcomes[lead] = ("kept", "kept deleted: you deleted its article")
    elif article.fault:
        done.outcomes[lead] = ("kept", f"kept as it is: its article cannot be read ({article.fault.where})")
    else:
        sources = _sources(run, article, members)
        values = _values(contents, sources) if contents else {"source": sources}
        plan = ownership.follow(article, wrote, values, contents.body if contents else None)
        wrote = plan.wrote
        done.shelf[article.name] = articles.parse(article.name, plan.text.encode(), run.journal.put)
        same = contents is not None and (line.rules, line.sha256) == (rules.STATE, run.readings[lead].sha256)
        new = not same or plan.changed or "source" in plan.kept  # which its copies change, too
        done.outcomes[lead] = _outcome(plan) if new else ("unchanged", "")
        if contents and not same and line.rules == rules.STATE:
            changes = corrections.changes(article, done.shelf[article.name], plan.changed, run.moment)
            told = [*line.changes, *changes] if changes else run.noted(lead, run.readings[lead].sha256) or line.changes
            line = dataclasses.replace(line, changes=told[-corrections.MOST :])
    if contents:
        line = ledger.published(run, run.readings[lead], line, line.article, wrote)
    done.lines[lead] = ledger.rewritten(line, wrote)


def _outcome(plan: ownership.Plan) -> tuple[Outcome, str]:
    changed = ", ".join(plan.changed)
    if plan.kept:
        return "kept", f"kept your edit of {', '.join(plan.kept)}" + (f"; updated {changed}" if changed else "")
    return ("updated", f"updated {changed}") if changed else ("unchanged", "")


def _values(contents: Contents, source: Any) -> dict[str, Any]:
    """The front matter that a document asks for, in the types that YAML has."""
    values = {key: found.value for key, found in contents.fields.items()}
    dates = {key: frontmatter.moment(values[key]) or values[key] for key in ("date", "lastmod") if key in values}
    return values | dates | {"source": source}


def _sources(run: Run, article: Article | None, members: tuple[str, ...]) -> Any:
    """The value of `source`: that of the lead alone, or a list with those of its copies.

    A copy that signs with the initials of the lead's publisher is that publisher's.
    """
    standing = {str(each.get("file", "")): each for each in article.sources} if article else {}
    found = []
    for path in members:
        contents = run.contents(path)
        if contents and "source" in contents.fields:
            found.append(dict(contents.fields["source"].value))
        else:
            found.append({**standing.get(run.former.get(path, path), {}), "file": path})
    called = str(found[0].get("name", ""))
    initials = "".join(word[0] for word in called.split() if word[0].isupper())
    for each in found[1:]:
        if each.get("name") == initials != "":
            each["name"] = called
    return found if len(found) > 1 else found[0]
