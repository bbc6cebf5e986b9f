"""What `ingest` makes of a document, beside what is true of it: the figures that texts and saved pages share."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from sets import Case, Part, exact, f1, key

from generator.ingest import reading
from generator.ingest.markdown import plain
from generator.model import Report


def report_of(case: Case) -> Report | None:
    """The case's document, described; of several documents in it the longest, of none nothing."""
    found = [each for each in reading.read(case.name, case.data) if each.report]
    return max(found, key=lambda each: each.kept).report if found else None


def body_of(report: Report | None) -> str:
    """The words of the body, without its Markdown."""
    return "\n\n".join(plain(block) for block in report.document.blocks) if report else ""


def score(case: Case, report: Report | None) -> Iterator[Part]:
    """Title, date, authors, headings and body; each only where the set says what is true."""
    truth = case.truth
    if truth.get("title"):
        found = str(_value(report, "title") or "")
        yield Part("title exact", exact(found) == exact(truth["title"]), 1, f"{found!r}, not {truth['title']!r}")
    if "date" in truth:
        yield from _date(report, truth["date"])
    if "authors" in truth:
        ours, theirs = (sorted(map(key, each)) for each in (_value(report, "authors") or (), truth["authors"]))
        told = f"{_value(report, 'authors')}, not {truth['authors']}"
        yield Part("authors exact", ours == theirs, 1, told)
    if "headings" in truth:
        yield from _headings(report, truth["headings"])
    if truth.get("body"):
        found = body_of(report)
        true = "\n\n".join((*_standing(found, truth.get("standfirst", ())), truth["body"]))
        yield Part("body F1", f1(found, true), 1, f"{len(found.split())} words")


def _standing(body: str, standfirst: Iterable[str]) -> list[str]:
    """The parts of a standfirst that stand in the body: there they are as right as in the summary."""
    return [part for part in standfirst if key(part) in key(body)]


def _value(report: Report | None, name: str) -> object:
    return report.fields[name].value if report and name in report.fields else None


def _date(report: Report | None, true: str | None) -> Iterator[Part]:
    found = _value(report, "date")
    day = (found.date() if isinstance(found, dt.datetime) else found) if found else None
    told = f"{day}, not {true}"
    if true:
        yield Part("date right", str(day) == true[:10], 1, told)
    yield Part("date wrong or invented", bool(day) and str(day) != (true or "")[:10], 1, told, less=True)


def _headings(report: Report | None, true: list[str]) -> Iterator[Part]:
    blocks = report.document.blocks if report else ()
    printed = {key(plain(block)): plain(block) for block in blocks if block.kind == "heading"}
    ours = Counter(key(plain(block)) for block in blocks if block.kind == "heading")
    theirs = Counter(map(key, true))
    both = (ours & theirs).total()
    extra = [printed[each] for each in ours - theirs]
    lost = [each for each in true if key(each) in theirs - ours]
    yield Part("heading precision", both, ours.total(), f"not headings: {extra}")
    yield Part("heading recall", both, theirs.total(), f"missing: {lost}")
    yield Part("heading F1", 2 * both, ours.total() + theirs.total(), f"not headings: {extra}; missing: {lost}")
