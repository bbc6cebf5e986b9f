"""Saved pages: how well a page is read, beside the bare extraction library."""

from __future__ import annotations

from collections.abc import Iterator

import trafilatura
from score_report import report_of
from score_report import score as score_report
from sets import Case, Part, f1


def score(case: Case) -> Iterator[Part]:
    """The figures of a report; and the library's own body."""
    yield from score_report(case, report_of(case))
    if case.truth.get("body"):
        bare = trafilatura.extract(case.data) or ""
        yield Part("body F1, trafilatura alone", f1(bare, case.truth["body"]), 1)
