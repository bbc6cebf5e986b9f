"""Tags: how many of them are among those that the publisher gives, and how many of those were found.

Precision at five divides by five whatever is offered: of a set whose publishers give two tags each it can be no more
than .4, and a text with three good tags counts as .6. So what is offered is scored by itself, too, and what could have
been found at all: the publisher's tags that stand in the text.
"""

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
    offered = {key(each) for each in found}
    yield Part("precision of those offered", len(offered & true), len(offered), told)
    yield Part("recall", len(offered & true), len(true), told)
    yield Part("F1", 2 * len(offered & true), len(offered) + len(true), told)
    standing = sum(_stands(each, case) for each in case.truth["tags"])
    yield Part("P@5, at most", min(_MOST, standing), _MOST, told)


def _stands(tag: str, case: Case) -> bool:
    return key(tag) in key(case.data.decode(errors="replace"))
