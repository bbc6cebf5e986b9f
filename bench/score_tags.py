"""Tags: how many of the first five are among those that the publisher gives."""

from __future__ import annotations

from collections.abc import Iterator

from score_report import report_of
from sets import Case, Part, key

_MOST = 5


def score(case: Case) -> Iterator[Part]:
    """Precision at five; a case whose publisher gives no tag tells nothing.

    The text of a case is its title, a blank line, and its paragraphs; a saved page with its own tags tells nothing
    of ours.
    """
    true = {key(each) for each in case.truth["tags"]}
    if not true:
        return
    report = report_of(case)
    found = report.fields["tags"].value if report and "tags" in report.fields else []
    right = [each for each in found[:_MOST] if key(each) in true]
    told = f"{found[:_MOST]}, of {case.truth['tags']}"
    yield Part("P@5", len(right), _MOST, told)
    yield Part("precision of those given", len(right), len(found[:_MOST]), told)
