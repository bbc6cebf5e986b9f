"""What `ingest` makes of a document, beside what is true of it: the figures that texts and saved pages share."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sets import Case, Part, exact, f1, key

from generator.ingest import reading
from generator.ingest.markdown import plain
from generator.model import Report

_AGENCIES = (
    "AFP, Agence France-Presse, ANI, Anadolu Ajansı, Anadolu Agency, ANSA, AP, Associated Press, APA, Belga, dpa, EFE, "
    "Europa Press, Keystone-SDA, Kyodo, Lusa, NTB, PA, PA Media, PTI, Reuters, RIA, Ritzau, SDA, SID, TASS, "
    "The Associated Press, The Canadian Press, TT, UPI, Xinhua, Yonhap"
)
AGENCIES = frozenset(map(key, _AGENCIES.split(", ")))
"""Press agencies, by their keys."""


def report_of(case: Case) -> Report | None:
    """The case's document, described; of several documents in it the longest, of none nothing."""
    found = [each for each in reading.read(case.name, case.data) if each.report]
    return max(found, key=lambda each: each.kept).report if found else None


def body_of(report: Report | None, undecided: Collection[str] = ()) -> str:
    """The words of the body, without its Markdown and without what the set leaves undecided."""
    texts = map(plain, report.document.blocks) if report else ()
    return "\n\n".join(text for text in texts if key(text) not in undecided)


def undecided(truth: Mapping[str, Any]) -> frozenset[str]:
    """The keys of the lines of which a set does not say whether they are of the body."""
    return frozenset(map(key, truth.get("undecided", ()))) - frozenset(map(key, truth.get("body", "").split("\n")))


def score(case: Case, report: Report | None) -> Iterator[Part]:
    """Title, date, authors, headings and body; each only where the set says what is true."""
    truth = case.truth
    yield from stated(truth, str(_value(report, "title") or ""), _value(report, "authors") or ())
    if "date" in truth:
        yield from _date(report, truth["date"])
    if truth.get("lastmod"):
        found, true = _day(report, "lastmod"), truth["lastmod"][:10]
        yield Part("update right", found == true, 1, f"{found or None}, not {true}")
    if "headings" in truth:
        yield from _headings(report, truth["headings"], undecided(truth))
    if truth.get("body"):
        found = body_of(report, undecided(truth))
        true = "\n\n".join((*_standing(found, truth.get("standfirst", ())), truth["body"]))
        yield Part("body F1", f1(found, true), 1, f"{len(found.split())} words")


def stated(truth: Mapping[str, Any], title: str, authors: Iterable[str], who: str = "") -> Iterator[Part]:
    """The figures of a title and of authors, whoever found them.

    Of the authors neither the publisher counts nor a press agency: some sets name them as authors, and some do not.
    """
    if true := truth.get("title"):
        told = f"{title!r}, not {true!r}"
        yield Part(f"title exact{who}", _same(title, true), 1, told)
        if also := truth.get("titles"):
            right = any(_same(title, each) for each in (true, *also))
            yield Part(f"title is one that the page shows or states{who}", right, 1, told)
    if "authors" in truth:
        apart = {key(each) for each in truth.get("publisher", ())} | AGENCIES
        ours, theirs = ({*map(key, each)} - apart for each in (authors, truth["authors"]))
        yield Part(f"authors exact{who}", ours == theirs, 1, f"{list(authors)}, not {truth['authors']}")


def _same(title: str, true: str) -> bool:
    """Whether two titles are the same; capitals throughout are a style sheet's, and tell nothing of case."""
    return exact(title) == exact(true) or (true.isupper() and exact(title).upper() == exact(true).upper())


def _standing(body: str, standfirst: Iterable[str]) -> list[str]:
    """The parts of a standfirst that stand in the body: there they are as right as in the summary."""
    return [part for part in standfirst if key(part) in key(body)]


def _value(report: Report | None, name: str) -> object:
    return report.fields[name].value if report and name in report.fields else None


def _day(report: Report | None, name: str) -> str:
    """A date as its day; empty when there is none."""
    found = _value(report, name)
    return str(found.date() if isinstance(found, dt.datetime) else found or "")


def _date(report: Report | None, true: str | None) -> Iterator[Part]:
    day = _day(report, "date")
    told = f"{day or None}, not {true}"
    if true:
        yield Part("date right", day == true[:10], 1, told)
    yield Part("date wrong or invented", bool(day) and day != (true or "")[:10], 1, told, less=True)


def _headings(report: Report | None, true: list[str], undecided: Collection[str]) -> Iterator[Part]:
    blocks = report.document.blocks if report else ()
    theirs = Counter(map(key, true))
    found = [text for block in blocks if block.kind == "heading" and (text := plain(block))]
    printed = {key(text): text for text in found if key(text) in theirs or key(text) not in undecided}
    ours = Counter(each for each in map(key, found) if each in printed)
    both = (ours & theirs).total()
    extra = [printed[each] for each in ours - theirs]
    lost = [each for each in true if key(each) in theirs - ours]
    yield Part("heading precision", both, ours.total(), f"not headings: {extra}")
    yield Part("heading recall", both, theirs.total(), f"missing: {lost}")
    yield Part("heading F1", 2 * both, ours.total() + theirs.total(), f"not headings: {extra}; missing: {lost}")
