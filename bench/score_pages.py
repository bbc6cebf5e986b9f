"""Saved pages: how well a page is read, beside the bare extraction library."""

from __future__ import annotations

from collections.abc import Iterator

import trafilatura
from score_report import report_of, stated
from score_report import score as score_report
from sets import Case, Part, f1


def score(case: Case) -> Iterator[Part]:
    """The figures of a report; and the library's own title, authors and body."""
    yield from score_report(case, report_of(case))
    found = trafilatura.extract_metadata(case.data)
    authors = [each for each in (found.author or "").split("; ") if each] if found else []
    yield from stated(case.truth, (found.title if found else "") or "", authors, ", trafilatura alone")
    if case.truth.get("body"):
        bare = trafilatura.extract(case.data) or ""
        yield Part("body F1, trafilatura alone", f1(bare, case.truth["body"]), 1)
