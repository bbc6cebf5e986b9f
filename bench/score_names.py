"""Names: whether people, places and organisations of a text are found, each spelled exactly."""

from __future__ import annotations

from collections.abc import Iterator

from sets import Case, Part

from generator.text.names import names


def score(case: Case) -> Iterator[Part]:
    """The names of the text against `names`, each counted once."""
    found = {each.text for each in names(case.truth["text"], case.truth.get("lang", "en"))}
    true = set(case.truth["names"])
    both, told = len(found & true), f"not names: {sorted(found - true)}; missing: {sorted(true - found)}"
    yield Part("precision", both, len(found), told)
    yield Part("recall", both, len(true), told)
    yield Part("F1", 2 * both, len(found) + len(true), told)
