"""Language: whether that of a text is told."""

from __future__ import annotations

from collections.abc import Iterator

from sets import Case, Part

from generator.text import language


def score(case: Case) -> Iterator[Part]:
    """The text's language against `lang`; one that is not told is neither right nor wrong."""
    text, true = case.truth["text"], language.code(case.truth["lang"])
    found = language.of(text)
    told = f"{found or 'nothing'}, not {true}: {text[:120]}"
    yield Part("right", language.kin(found) == language.kin(true), 1, told)
    yield Part("wrong", bool(found) and language.kin(found) != language.kin(true), 1, told, less=True)
